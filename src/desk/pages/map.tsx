import type { Line } from '../../views/line.ts'
import { entityPath, viewPath } from '../addresses.ts'
import { DAY, dateOf, dayOf, isoOf } from '../days.ts'
import { type Asked, narrowed, queryOf } from '../filters.ts'
import { counted, type Label, say } from '../labels.ts'
import { type Drawings, type Drawn, drawingsOf } from '../map/drawing.ts'
import { type Outlines, openOutlines } from '../map/outlines.ts'
import { Downloads } from '../parts/downloads.tsx'
import { NoneMatches } from '../parts/filters.tsx'
import { Head, page, titleOf } from '../parts/frame.tsx'
import { KeepLine } from '../parts/keep.tsx'
import { Cite, labelsOf, Says, Tag } from '../parts/line.tsx'
import { MapLegend, PlaceMap, PlaceName, precisionOf } from '../parts/map.tsx'
import { Quote } from '../parts/quote.tsx'
import { type Landing, landingOf, Settle } from '../parts/settle.tsx'
import type { Scene, Shown } from '../scene.ts'

// What comes with the package is opened once, when a map is first asked for.
let opened: Promise<Outlines> | undefined
const outlinesOf = (): Promise<Outlines> => {
  opened ??= openOutlines()
  return opened
}

const DRAWN: Readonly<Record<Drawn, Label>> = {
  dot: 'dot',
  area: 'area, approximate',
  country: 'whole country',
  'no outline': 'no outline in the map data',
  unknown: 'not in the place data',
  beyond: 'not in the drawing',
}

const isDrawn = (drawn: Drawn | undefined): boolean => drawn === 'dot' || drawn === 'area' || drawn === 'country'

// A month of days is shown whole; of a longer story those on which something was printed, as many as a row holds.
const MONTH = 31
const MOST = 36

function daysShown(scene: Scene): readonly { readonly day: string; readonly printed: boolean }[] {
  const days = [...scene.articles.values()].flatMap(({ published }) => published?.slice(0, 10) ?? [])
  const printed = [...new Set(days)].toSorted()
  const [first, last] = [printed[0], printed.at(-1)]
  if (!first || !last) return []
  const count = Math.round((dayOf(last) - dayOf(first)) / DAY) + 1
  if (count <= MONTH)
    return Array.from({ length: count }, (_, at) => isoOf(dayOf(first) + at * DAY)).map((day) => ({
      day,
      printed: printed.includes(day),
    }))
  const step = Math.ceil(printed.length / MOST)
  return printed.filter((_, at) => (printed.length - 1 - at) % step === 0).map((day) => ({ day, printed: true }))
}

// The month is said where it is another than that of the day before, and so is the year, where there are several.
function dayName(day: string, before: string | undefined, last: string): string {
  if (before?.slice(0, 7) === day.slice(0, 7)) return String(Number(day.slice(8)))
  return dateOf(day, (before ?? last).slice(0, 4) !== day.slice(0, 4))
}

/** The days of a story's reports: each leads to the map as it was reported until then. */
function Until(props: { readonly scene: Scene; readonly view: string; readonly asked: Asked }) {
  const { scene, view, asked } = props
  const days = daysShown(scene)
  const to = (day: string | undefined) => viewPath(scene.story.id, view, { ...queryOf(asked), to: day })
  if (days.length < 2) return null
  return (
    <nav class="days" aria-label={say('Until a day')}>
      <a class="all" href={to(undefined)} aria-current={asked.to ? undefined : 'page'}>
        {say('all')}
      </a>
      {days.map(({ day, printed }, at) => (
        <a
          class={printed ? 'has' : ''}
          href={to(day)}
          aria-label={say('until {date}', { date: dateOf(day) })}
          aria-current={asked.to === day ? 'page' : undefined}
        >
          {dayName(day, days[at - 1]?.day, days.at(-1)?.day ?? day)}
        </a>
      ))}
    </nav>
  )
}

// A page of all reports of a place that hundreds name would be slow to load.
const REPORTS = 12

function Others(props: { readonly line: Line; readonly scene: Scene }) {
  const { line, scene } = props
  const others = line.from.slice(1, REPORTS + 1)
  if (others.length === 0) return null
  return (
    <details class="fold reports">
      <summary>{counted(line.from.length, 'report')}</summary>
      <ul class="brief">
        {others.map((at) => (
          <li>
            <Quote of={at} /> <Cite at={at} scene={scene} of={line.id} />
          </li>
        ))}
      </ul>
      {line.from.length > REPORTS + 1 && <p class="note">{say('{n} more', { n: line.from.length - REPORTS - 1 })}</p>}
    </details>
  )
}

function Row(props: {
  readonly line: Line
  readonly scene: Scene
  readonly drawn: Drawn | undefined
  readonly landing: Landing
}) {
  const { line, scene, drawn } = props
  const entity = scene.places.get(line.id)?.entity
  const [first] = line.reports.flatMap(({ published }) => published?.slice(0, 10) ?? []).toSorted()
  return (
    <tr id={line.id} data-step>
      <th scope="row" data-th={say('name')}>
        <PlaceName of={line} {...(entity ? { href: entityPath(scene.story.id, entity) } : {})} />
      </th>
      <td data-th={say('kind')}>{precisionOf(line)}</td>
      <td data-th={say('drawn as')}>{drawn && say(DRAWN[drawn] as 'dot')}</td>
      <td data-th={say('origins')} class="num">
        {line.origins}
      </td>
      <td data-th={say('first')} class="when">
        {first && dateOf(first)}
      </td>
      <td class="words">
        {labelsOf(line.status).map((label) => (
          <Tag is={label} />
        ))}
        {line.status?.confirmed && <span class="state">{say('confirmed')} </span>}
        <Says line={line} /> <Cite at={line.from[0]} scene={scene} of={line.id} />
        <div class="foot">
          <Others line={line} scene={scene} />
          <Settle line={line} scene={scene} landing={props.landing} />
          <KeepLine line={line} scene={scene} landing={props.landing} />
        </div>
      </td>
    </tr>
  )
}

function Table(props: {
  readonly lines: readonly Line[]
  readonly scene: Scene
  readonly caption: Label
  readonly drawings: Drawings
  readonly landing: Landing
  readonly hidden?: boolean
}) {
  const { lines, scene, drawings } = props
  if (lines.length === 0) return null
  return (
    <table class="stack placed">
      <caption class={props.hidden ? 'hide' : ''}>{say(props.caption as 'Places')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('name')}</th>
          <th scope="col">{say('kind')}</th>
          <th scope="col">{say('drawn as')}</th>
          <th scope="col" class="num">
            {say('origins')}
          </th>
          <th scope="col">{say('first')}</th>
          <th scope="col">{say('as printed')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row line={line} scene={scene} drawn={drawings.drawn.get(line.id)} landing={props.landing} />
        ))}
      </tbody>
    </table>
  )
}

function Maps(props: { readonly drawings: Drawings }) {
  const { main, inset } = props.drawings
  const href = (line: Line) => `#${line.id}`
  if (!main) return <p class="note none">{say('Nothing here can be drawn')}</p>
  return (
    <>
      <div class={inset ? 'maps two-maps' : 'maps'}>
        <figure>
          <PlaceMap of={main} id="hatch-main" name={say('Map')} href={href} />
        </figure>
        {inset && (
          <figure>
            <PlaceMap of={inset} id="hatch-inset" name={say('Inset')} href={href} />
            <figcaption class="note">{say('Inset')}</figcaption>
          </figure>
        )}
      </div>
      <MapLegend of={inset ? [main, inset] : [main]} />
    </>
  )
}

function countsOf(lines: readonly Line[], drawings: Drawings): string {
  const count = (drawn: Drawn) => lines.filter(({ id }) => drawings.drawn.get(id) === drawn).length
  const parts = [
    [count('dot'), 'dot'],
    [count('area'), 'region'],
    [count('country'), 'country'],
  ] as const
  return parts.flatMap(([n, what]) => (n > 0 ? [counted(n, what)] : [])).join(' · ')
}

/** The page of a view whose lines are places. */
export async function mapPage({ scene, view, lines, asked }: Shown) {
  const left = narrowed(lines, asked)
  const [sure, unsure] = [left.filter((line) => line.sure), left.filter((line) => !line.sure)]
  const drawings = drawingsOf(sure, await outlinesOf())
  const drawn = sure.filter(({ id }) => isDrawn(drawings.drawn.get(id)))
  const rest = sure.filter((line) => !drawn.includes(line))
  const landing = landingOf(viewPath(scene.story.id, view.name, queryOf(asked)), [...drawn, ...rest, ...unsure])
  const table = { scene, drawings, landing }
  return page(
    { title: `${say('Map')} · ${titleOf(scene)}`, scene },
    <>
      <Head scene={scene} here={view.name}>
        <h1>{say('Map')}</h1>
        <p class="meta">
          {[
            counted(sure.length, 'location'),
            say('dots sized by origins, copies not counted'),
            say('no pin finer than its mention'),
          ].join(' · ')}
        </p>
      </Head>
      <Until scene={scene} view={view.name} asked={asked} />
      {sure.length > 0 && <Maps drawings={drawings} />}
      <p class="pager">
        <b>{countsOf(sure, drawings)}</b>
        {unsure.length > 0 && <a href="#less">{say('{n} less sure', { n: unsure.length })}</a>}
        <Downloads scene={scene} view={view.name} asked={asked} />
      </p>
      {left.length === 0 && <NoneMatches scene={scene} view={view.name} />}
      <section class="sect">
        <h2>{say('Places')}</h2>
        <Table {...table} lines={drawn} caption="Places" hidden />
        <Table {...table} lines={rest} caption="Listed, not drawn" />
      </section>
      {unsure.length > 0 && (
        <details class="fold less" id="less" open={sure.length === 0}>
          <summary>{say('{n} less sure', { n: unsure.length })}</summary>
          <Table {...table} lines={unsure} caption="less sure" hidden />
        </details>
      )}
    </>,
  )
}
