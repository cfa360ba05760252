import type { ArticleRow } from '../../stories/rows.ts'
import type { Line } from '../../views/line.ts'
import { copiesOf, outletsOf } from '../../views/lines.ts'
import { address, articlePath, viewPath } from '../addresses.ts'
import { comparePath, editsOf, type Pair, pairOf } from '../compared.ts'
import { clockOf, dateOf, weekdayOf } from '../days.ts'
import { narrowed, queryOf } from '../filters.ts'
import { counted, say } from '../labels.ts'
import { Changes } from '../parts/changes.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { Head, page, titleOf } from '../parts/frame.tsx'
import { KeepLine } from '../parts/keep.tsx'
import { Lanes } from '../parts/lanes.tsx'
import { labelsOf, Tag } from '../parts/line.tsx'
import { Quote } from '../parts/quote.tsx'
import { type Landing, landingOf, Settle } from '../parts/settle.tsx'
import type { Scene, Shown } from '../scene.ts'

// Each comparison reads two texts; further copies are compared where they are asked for.
const COMPARED = 16

/** How many lines rest on an article, and how many of those that several outlets tell it was first to tell. */
interface Weight {
  readonly lines: number
  readonly first: number
}

function weightsOf(scene: Scene): ReadonlyMap<string, Weight> {
  const found = new Map<string, Weight>()
  const told = scene.seen.flatMap(({ lines }) => lines.filter(({ shape }) => shape === 'event' || shape === 'claim'))
  for (const line of told) {
    const articles = new Set(line.reports.map(({ article }) => article))
    const [first] = line.reports.toSorted((a, b) => ((a.published ?? '9999') < (b.published ?? '9999') ? -1 : 1))
    const shared = outletsOf(line) > 1
    for (const article of articles) {
      const known = found.get(article) ?? { lines: 0, first: 0 }
      const own = shared && first?.article === article ? 1 : 0
      found.set(article, { lines: known.lines + 1, first: known.first + own })
    }
  }
  return found
}

const cutIn = ({ comparison }: Pair): readonly number[] => [
  ...new Set(comparison.rows.flatMap(({ left, right }) => (left && !right ? (left.of.n ?? []) : []))),
]

function Facts(props: { readonly line: Line; readonly weight: Weight | undefined; readonly pair: Pair | undefined }) {
  const { line, weight, pair } = props
  const copies = copiesOf(line) - (line.reports[0]?.copyOf === undefined ? 0 : 1)
  const cut = pair ? cutIn(pair) : []
  const facts = [
    ...(weight ? [counted(weight.lines, 'line')] : []),
    ...(weight && weight.first > 0 ? [say('first on {n}', { n: weight.first })] : []),
    ...(copies > 0 ? [counted(copies, 'copy')] : []),
    ...(line.origins === 0 ? [say('no origin of its own')] : []),
    ...(pair ? [say('{n}% of the words kept', { n: Math.round(pair.comparison.kept * 100) })] : []),
    ...(cut.length > 0 ? [`${cut.map((n) => `¶${n}`).join(' ')} ${say('cut')}`] : []),
  ]
  return <p class="note facts">{facts.join(' · ')}</p>
}

function When(props: { readonly row: ArticleRow }) {
  const { published, outlet } = props.row
  return (
    <p class="note">
      {published ? (
        <b>
          <time datetime={published.slice(0, 10)}>
            {[dateOf(published), clockOf(published)].filter(Boolean).join(', ')}
          </time>
        </b>
      ) : (
        <b>{say('undated')}</b>
      )}
      {published && <span>{weekdayOf(published)}</span>}
      <span>{outlet}</span>
    </p>
  )
}

function Source(props: { readonly row: ArticleRow; readonly line: Line; readonly scene: Scene }) {
  const { row, line, scene } = props
  const [edit] = editsOf(row).slice(-1)
  return (
    <p class="src">
      {labelsOf(line.status).map((label) => (
        <Tag is={label} />
      ))}
      {line.status?.confirmed && <span class="state">{say('confirmed')}</span>}
      <span>{say('{n} words', { n: row.words })}</span>
      {row.origin !== undefined && <span>{say('copy of {outlet}', { outlet: row.source })}</span>}
      {row.origin === undefined && row.agency !== undefined && (
        <span>{say('agency {outlet}', { outlet: row.agency })}</span>
      )}
      {edit && <a href={comparePath(scene.story.id, ...edit)}>{say('{n} versions', { n: row.versions.length })}</a>}
      {row.origin !== undefined && scene.articles.has(row.origin) && (
        <a href={comparePath(scene.story.id, row.origin, row.id)}>{say('side by side')}</a>
      )}
    </p>
  )
}

function Report(props: {
  readonly line: Line
  readonly row: ArticleRow
  readonly pair: Pair | undefined
  readonly weight: Weight | undefined
  readonly scene: Scene
  readonly landing: Landing
}) {
  const { line, row, pair, scene } = props
  const href = address(articlePath(row.id), { story: scene.story.id })
  const [head] = line.from
  return (
    <li class={row.origin === undefined ? 'rep' : 'rep copy'} id={row.id} data-step>
      <When row={row} />
      <div>
        <h3>
          <Quote of={head} href={href} />
        </h3>
        <Source row={row} line={line} scene={scene} />
        {pair && (
          <Changes
            of={pair.comparison}
            named={pair.called}
            caption="what the copy cut"
            more={pair.path}
            scene={scene}
          />
        )}
      </div>
      <div>
        <Facts line={line} weight={props.weight} pair={pair} />
        <div class="foot">
          <Settle line={line} scene={scene} landing={props.landing} />
          <KeepLine line={line} scene={scene} landing={props.landing} />
        </div>
      </div>
    </li>
  )
}

function Edits(props: { readonly pairs: readonly Pair[]; readonly scene: Scene }) {
  const { pairs, scene } = props
  if (pairs.length === 0) return null
  return (
    <section class="sect" id="versions">
      <h2>{say('What an edit changed')}</h2>
      {pairs.map((pair) => (
        <div class="edit">
          <Changes
            of={pair.comparison}
            named={pair.called}
            caption="What an edit changed"
            more={pair.path}
            scene={scene}
          />
        </div>
      ))}
    </section>
  )
}

async function pairsOf(shown: Shown, of: readonly (readonly [string, string])[]): Promise<readonly Pair[]> {
  const pairs = await Promise.all(of.slice(0, COMPARED).map(([a, b]) => pairOf(shown, a, b)))
  return pairs.filter((pair) => pair !== undefined)
}

function countsOf(lines: readonly Line[], rows: readonly ArticleRow[]): string {
  const sources = new Set(rows.map(({ source }) => source)).size
  const copies = rows.filter(({ origin }) => origin !== undefined).length
  const changed = rows.filter(({ versions }) => versions.length > 1).length
  const outlets = new Set(rows.flatMap(({ outlet }) => outlet ?? [])).size
  return [
    `${counted(lines.length, 'article')} ${counted(outlets, 'outlet')}`,
    counted(sources, 'origin'),
    ...(copies > 0 ? [counted(copies, 'copy')] : []),
    ...(changed > 0 ? [counted(changed, 'changed')] : []),
  ].join(' · ')
}

/** The page of a view whose lines are articles: who printed what, when, what copies cut, and what edits changed. */
export async function coveragePage(shown: Shown) {
  const { scene, view, asked } = shown
  const lines = narrowed(shown.lines, asked)
  const rows = lines.flatMap(({ id }) => scene.articles.get(id) ?? [])
  const copied = rows.flatMap(({ id, origin }) => (origin === undefined ? [] : [[origin, id] as const]))
  const [copies, edits] = [await pairsOf(shown, copied), await pairsOf(shown, rows.flatMap(editsOf))]
  const byCopy = new Map(copies.map((pair) => [pair.right.id, pair]))
  const weights = weightsOf(scene)
  const landing = landingOf(viewPath(scene.story.id, view.name, queryOf(asked)), lines)
  const title = say('Coverage')
  return page(
    { title: `${title} · ${titleOf(scene)}`, scene },
    <>
      <Head scene={scene} here={view.name}>
        <h1>{title}</h1>
        <p class="meta">{countsOf(lines, rows)}</p>
      </Head>
      <Lanes rows={rows.toSorted((a, b) => ((a.published ?? '') < (b.published ?? '') ? -1 : 1))} to={scene.story.to} />
      <Edits pairs={edits} scene={scene} />
      <section class="sect">
        <h2>
          {say('Articles')} <span class="note">{say('in the order printed')}</span>
        </h2>
        <p class="pager">
          <a href={comparePath(scene.story.id, '', '')}>{say('Compare')}</a>
          <Downloads scene={scene} view={view.name} asked={asked} />
        </p>
        <ol>
          {lines.map((line) => {
            const row = scene.articles.get(line.id)
            return (
              row && (
                <Report
                  line={line}
                  row={row}
                  pair={byCopy.get(row.id)}
                  weight={weights.get(row.id)}
                  scene={scene}
                  landing={landing}
                />
              )
            )
          })}
        </ol>
      </section>
    </>,
  )
}
