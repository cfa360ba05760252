import type { Line, LineFigure, LinePoint } from '../../views/line.ts'
import { viewPath } from '../addresses.ts'
import { dateOf } from '../days.ts'
import { choicesOf, kept, narrowed, queryOf } from '../filters.ts'
import { counted, isLabel, say } from '../labels.ts'
import { leafOf, linePath } from '../leaves.ts'
import { Downloads } from '../parts/downloads.tsx'
import { Filters, NoneMatches } from '../parts/filters.tsx'
import { Head, page, titleOf } from '../parts/frame.tsx'
import { KeepLine } from '../parts/keep.tsx'
import { Leaves } from '../parts/leaves.tsx'
import { Cite, labelsOf, Origins, Says, Tag } from '../parts/line.tsx'
import { besideOf, numberOf, Plot, relationOf } from '../parts/plot.tsx'
import { Quote } from '../parts/quote.tsx'
import { type Landing, landingOf, Settle } from '../parts/settle.tsx'
import { Person } from '../parts/who.tsx'
import { type Scene, type Shown, seenAs } from '../scene.ts'

/** Heights of drawings: of the first series, and of the others. */
const TALL = 230
const LOW = 130
/** Numbers that a table shows before the rest is folded. */
const SHOWN = 8

// On whatever page of the ledger it stands.
function seriesPath(scene: Scene, id: string): string {
  const seen = seenAs(scene, 'series')
  return linePath(scene.story.id, seen?.view.name ?? '', seen?.lines.length ?? 0, id)
}

function Bound(props: {
  readonly value: number
  readonly open: boolean
  readonly near: boolean
  readonly label: 'low' | 'high'
}) {
  const { value, open, near, label } = props
  return (
    <td class="num" data-th={say(label)}>
      {open ? <span class="note">{say('open')}</span> : `${near ? '≈ ' : ''}${numberOf(value)}`}
    </td>
  )
}

function Row(props: { readonly point: LinePoint; readonly line: Line; readonly scene: Scene }) {
  const { point, line, scene } = props
  const told = new Map(point.at.flatMap((at) => line.from[at] ?? []).map((cited) => [cited.article, cited]))
  return (
    <tr class={point.relation}>
      <td data-th={say('day')}>
        {point.day ? dateOf(point.day) : say('undated')} {point.stated && <span class="note">{say('stated')}</span>}
      </td>
      <td data-th={say('as printed')}>
        <Quote of={point.words} />
      </td>
      <Bound label="low" value={point.low} open={point.bound === 'most'} near={point.bound === 'near'} />
      <Bound label="high" value={point.high} open={point.bound === 'least'} near={point.bound === 'near'} />
      <td data-th={say('says')}>
        {point.who ? <Person who={point.who} scene={scene} /> : <span class="note">{say('the outlet itself')}</span>}
      </td>
      <td data-th={say('Printed by')}>
        {[...told.values()].map((at) => (
          <>
            <Cite at={at} scene={scene} of={line.id} />{' '}
          </>
        ))}
      </td>
      <td data-th={say('relation')}>
        <span class={point.relation === 'conflicts' ? 'tag conflicts' : 'note'}>{relationOf(point)}</span>
      </td>
    </tr>
  )
}

function Table(props: { readonly points: readonly LinePoint[]; readonly line: Line; readonly scene: Scene }) {
  const heads = ['day', 'as printed', 'low', 'high', 'says', 'Printed by', 'relation'] as const
  return (
    <table class="stack">
      <caption class="hide">{say('figures')}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" class={head === 'low' || head === 'high' ? 'num' : undefined}>
              {say(head as 'day')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.points.map((point) => (
          <Row point={point} line={props.line} scene={props.scene} />
        ))}
      </tbody>
    </table>
  )
}

function Numbers(props: {
  readonly line: Line
  readonly figure: LineFigure
  readonly scene: Scene
  readonly lead: boolean
}) {
  const { line, figure, scene } = props
  const last = figure.points.slice(-SHOWN)
  const before = figure.points.slice(0, -SHOWN)
  return (
    <>
      <Plot line={line} figure={figure} scene={scene} height={props.lead ? TALL : LOW} />
      {before.length > 0 && (
        <details class="fold">
          <summary>{say('{n} earlier', { n: before.length })}</summary>
          <Table points={before} line={line} scene={scene} />
        </details>
      )}
      <Table points={last} line={line} scene={scene} />
    </>
  )
}

function Beside(props: { readonly figure: LineFigure; readonly scene: Scene }) {
  const others = besideOf(props.scene, props.figure).filter(({ sure, figure }) => sure && figure)
  if (others.length === 0) return null
  return (
    <p class="src">
      <span>{say('other scope')}</span>
      {others.map(({ id, figure, where }) => (
        <span class="wrap">
          {figure && <Quote of={figure.scope ?? figure.words} href={seriesPath(props.scene, id)} />}
          {where && (
            <>
              {' '}
              <span data-place>{where.name}</span>
            </>
          )}
        </span>
      ))}
    </p>
  )
}

function Series(props: {
  readonly line: Line
  readonly scene: Scene
  readonly landing: Landing
  readonly lead: boolean
}) {
  const { line, scene } = props
  const { figure } = line
  if (!figure) return null
  return (
    <li class={props.lead ? 'series key' : 'series'} id={line.id} data-step>
      <h2>
        <Quote of={figure.words} />
        <span class="note">
          {labelsOf(line.status, line.sure).map((label) => (
            <Tag is={label} />
          ))}
          {line.status?.confirmed && <span class="state">{say('confirmed')}</span>}
          {figure.scope && <Quote of={figure.scope} />} {line.where && <span data-place>{line.where.name}</span>}
        </span>
      </h2>
      <Says line={line} />
      <div class="foot">
        <p class="src">
          <Cite at={line.from[0]} scene={scene} of={line.id} />
          <Origins line={line} />
        </p>
        <Settle line={line} scene={scene} landing={props.landing} />
        <KeepLine line={line} scene={scene} landing={props.landing} />
      </div>
      {figure.points.length > 1 && <Numbers line={line} figure={figure} scene={scene} lead={props.lead} />}
      <Beside figure={figure} scene={scene} />
    </li>
  )
}

function countsOf(lines: readonly Line[], less: number): readonly string[] {
  const points = lines.flatMap(({ figure }) => figure?.points ?? [])
  const conflicts = points.filter(({ relation }) => relation === 'conflicts').length
  return [
    counted(lines.length, 'series'),
    counted(points.length, 'figure'),
    ...(conflicts > 0 ? [counted(conflicts, 'conflict')] : []),
    ...(less > 0 ? [say('{n} less sure', { n: less })] : []),
    say('a series ends at its last report'),
  ]
}

/** How many: a ledger of figures, one series a line, drawn through time where there are several, beside their table. */
export function figuresPage({ scene, view, lines, asked, place }: Shown) {
  const left = narrowed(lines, asked)
  const [all, folded] = [left.filter((line) => line.sure), left.filter((line) => !line.sure)]
  const leaf = leafOf([...all, ...folded], place)
  const [sure, unsure] = [leaf.lines.filter((line) => line.sure), leaf.lines.filter((line) => !line.sure)]
  const to = (n: number, anchor?: string) =>
    viewPath(scene.story.id, view.name, { ...queryOf(asked), ...(n > 1 ? { page: n } : {}) }, anchor)
  const less = leaf.pageOf(all.length)
  const landing = landingOf(to(leaf.n), leaf.lines)
  const isLead = (line: Line) => line === all[0] && (line.figure?.points.length ?? 0) > 2
  const series = (line: Line) => <Series line={line} scene={scene} landing={landing} lead={isLead(line)} />
  const title = isLabel(view.title) ? view.title : say('Figures')
  return page(
    { title: `${title} · ${titleOf(scene)}`, scene },
    <>
      <Head scene={scene} here={view.name}>
        <h1>{title}</h1>
        <p class="meta">{countsOf(all, folded.length).join(' · ')}</p>
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
            <b>{counted(all.length, 'series')}</b>
            {folded.length > 0 && (
              <a href={less === leaf.n ? '#less' : to(less, 'less')}>{say('{n} less sure', { n: folded.length })}</a>
            )}
            <a class="phone-only" href="#filter">
              {say('Filter')}
            </a>
            <Downloads scene={scene} view={view.name} asked={asked} />
          </p>
          {left.length === 0 && <NoneMatches scene={scene} view={view.name} />}
          <ol class="ledger">{sure.map(series)}</ol>
          {unsure.length > 0 && (
            <details class="fold less" id="less" open={sure.length === 0}>
              <summary>{say('{n} less sure', { n: unsure.length })}</summary>
              <ol class="ledger">{unsure.map(series)}</ol>
            </details>
          )}
          <Leaves leaf={leaf} to={to} />
        </div>
      </div>
    </>,
  )
}
