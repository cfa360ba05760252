import type { EntityRow } from '../../stories/rows.ts'
import type { Line } from '../../views/line.ts'
import { entityPath, viewPath } from '../addresses.ts'
import { dateOf } from '../days.ts'
import { choicesOf, type Grouping, kept, narrowed, queryOf } from '../filters.ts'
import { counted, say } from '../labels.ts'
import { leafOf } from '../leaves.ts'
import { Downloads } from '../parts/downloads.tsx'
import { Filters, NoneMatches } from '../parts/filters.tsx'
import { Head, page, titleOf } from '../parts/frame.tsx'
import { Leaves } from '../parts/leaves.tsx'
import { stanceOf } from '../parts/line.tsx'
import { LastRole, Name } from '../parts/name.tsx'
import { Quote } from '../parts/quote.tsx'
import { Said } from '../parts/said.tsx'
import { type Landing, landingOf } from '../parts/settle.tsx'
import type { Scene, Shown } from '../scene.ts'

interface Group {
  readonly id: string
  readonly row?: EntityRow
  /** What its lines share beside a speaker: a day, or a stance. */
  readonly head?: string
  readonly lines: readonly Line[]
  /** Of all pages. */
  readonly count: number
  /** Most reports of one of them. */
  readonly most: number
}

function bySpeaker(lines: readonly Line[], scene: Scene): readonly Group[] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const id = line.who?.[0]?.id ?? ''
    const group = groups.get(id)
    if (group) group.push(line)
    else groups.set(id, [line])
  }
  const found = [...groups].map(([id, held]) => {
    const row = scene.entities.get(id)
    const most = Math.max(...held.map(({ reports }) => reports.length))
    return { id, ...(row ? { row } : {}), lines: held, count: held.length, most }
  })
  const rank = ({ id, row }: Group) => (id === '' ? 2 : row?.type === 'source' ? 1 : 0)
  return found.sort((a, b) => rank(a) - rank(b) || b.lines.length - a.lines.length)
}

const dayOf = ({ when, reports: [report] }: Line): string => (when?.from ?? report?.published ?? '').slice(0, 10)

// By the day of saying, the first first, or by stance, the most frequent first.
function together(lines: readonly Line[], by: Grouping): readonly Group[] {
  const keyOf = (line: Line): string => (by === 'day' ? dayOf(line) : stanceOf(line.status?.stance))
  const found = [...Map.groupBy(lines, keyOf)].map(([key, held]) => {
    const head = by === 'stance' ? key : key ? dateOf(key) : say('undated')
    return { id: `${by}-${key.replaceAll(' ', '-')}`, head, key, lines: held, count: held.length, most: 0 }
  })
  return found.sort((a, b) => (by === 'day' ? (a.key < b.key ? -1 : 1) : b.count - a.count))
}

const groupsOf = (lines: readonly Line[], scene: Scene, by: Grouping | undefined): readonly Group[] =>
  by ? together(lines, by) : bySpeaker(lines, scene)

/** What of groups stands on a page. */
const within = (groups: readonly Group[], here: ReadonlySet<Line>): readonly Group[] =>
  groups
    .map((group) => ({ ...group, lines: group.lines.filter((line) => here.has(line)) }))
    .filter(({ lines }) => lines.length > 0)

function Heading(props: { readonly group: Group; readonly scene: Scene }) {
  const { group, scene } = props
  const words = group.lines[0]?.who?.[0]?.words
  const named =
    group.head !== undefined ? (
      <span>{group.head}</span>
    ) : group.row ? (
      <Name of={group.row} href={entityPath(scene.story.id, group.id)} />
    ) : words ? (
      <Quote of={words} />
    ) : (
      <span>{say('speaker open')}</span>
    )
  return (
    <h2>
      <span>
        {named} {group.row && <LastRole of={group.row} />}
      </span>
      <span class="note">
        {group.row?.type === 'source' && `${say('unnamed source')} · `}
        {counted(group.count, 'statement')}
      </span>
    </h2>
  )
}

function Speaker(props: { readonly group: Group; readonly scene: Scene; readonly landing: Landing }) {
  const { group, scene, landing } = props
  const { most } = group
  return (
    <section class={group.row?.type === 'source' ? 'sect speaker unnamed' : 'sect speaker'} id={group.id || 'open'}>
      <Heading group={group} scene={scene} />
      <ol>
        {group.lines.map((line) => (
          <Said
            line={line}
            scene={scene}
            named={group.head !== undefined}
            landing={landing}
            lead={most > 1 && line.reports.length === most && line.sure}
          />
        ))}
      </ol>
    </section>
  )
}

function Speakers(props: {
  readonly shown: readonly Group[]
  readonly folded: readonly Group[]
  readonly less: number
  readonly scene: Scene
  readonly landing: Landing
}) {
  const { shown, folded, less, scene, landing } = props
  return (
    <>
      {shown.map((group) => (
        <Speaker group={group} scene={scene} landing={landing} />
      ))}
      {folded.length > 0 && (
        <details class="fold less" id="less" open={shown.length === 0}>
          <summary>{say('{n} less sure', { n: less })}</summary>
          {folded.map((group) => (
            <Speaker group={{ ...group, id: `less-${group.id}` }} scene={scene} landing={landing} />
          ))}
        </details>
      )}
    </>
  )
}

const speakersIn = (lines: readonly Line[], { entities }: Scene): number =>
  new Set(lines.flatMap(({ sure, who: [first] = [] }) => (sure && first && entities.has(first.id) ? [first.id] : [])))
    .size

/** Leads to the same statements put together otherwise. */
function Orders(props: Pick<Shown, 'scene' | 'view' | 'asked'>) {
  const { scene, view, asked } = props
  const { by, ...others } = asked
  const orders = [[undefined, 'by speaker'], ['day', 'by day'], ['stance', 'by stance']] as const // biome-ignore format: one thought
  return (
    <span class="orders">
      {orders.map(([order, label]) =>
        order === by ? (
          <b>{say(label)}</b>
        ) : (
          <a href={viewPath(scene.story.id, view.name, queryOf(order ? { ...others, by: order } : others))}>
            {say(label)}
          </a>
        ),
      )}
    </span>
  )
}

/** Who said what: statements by speaker, those with most statements first. */
export function statementsPage({ scene, view, lines, asked, place }: Shown) {
  const left = narrowed(lines, asked)
  const groups = groupsOf(
    left.filter((line) => line.sure),
    scene,
    asked.by,
  )
  const unsure = groupsOf(
    left.filter((line) => !line.sure),
    scene,
    asked.by,
  )
  const leaf = leafOf(
    [...groups, ...unsure].flatMap((group) => group.lines),
    place,
  )
  const here = new Set(leaf.lines)
  const to = (page: number) => viewPath(scene.story.id, view.name, { ...queryOf(asked), ...(page > 1 ? { page } : {}) })
  const landing = landingOf(to(leaf.n), leaf.lines)
  const [shown, folded] = [within(groups, here), within(unsure, here)]
  const less = left.filter((line) => !line.sure).length
  const counts = [
    counted(left.length, 'statement'),
    counted(speakersIn(left, scene), 'speaker'),
    ...(less > 0 ? [say('{n} less sure', { n: less })] : []),
  ]
  return page(
    { title: `${say('Who said what')} · ${titleOf(scene)}`, scene },
    <>
      <Head scene={scene} here={view.name}>
        <h1>{say('Who said what')}</h1>
        <p class="meta">{counts.join(' · ')}</p>
      </Head>
      <div class="cols left">
        <Filters
          action={viewPath(scene.story.id, view.name)}
          choices={choicesOf(lines, scene)}
          asked={asked}
          scene={scene}
          reset={kept(asked)}
          who="Speaker"
        />
        <div>
          <p class="pager">
            <a class="phone-only" href="#filter">
              {say('Filter')}
            </a>
            <Orders scene={scene} view={view} asked={asked} />
            <Downloads scene={scene} view={view.name} asked={asked} />
          </p>
          {left.length === 0 && <NoneMatches scene={scene} view={view.name} />}
          <Speakers shown={shown} folded={folded} less={less} scene={scene} landing={landing} />
          <Leaves leaf={leaf} to={to} />
        </div>
      </div>
    </>,
  )
}
