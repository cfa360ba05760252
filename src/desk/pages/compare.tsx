import type { Child } from 'hono/jsx'
import type { Side } from '../../stories/compare.ts'
import type { ArticleRow } from '../../stories/rows.ts'
import { paragraphPath, storyPath, viewPath } from '../addresses.ts'
import { calledOf, editsOf, type Pair, versionName } from '../compared.ts'
import { type Label, say } from '../labels.ts'
import { Head, page, titleOf } from '../parts/frame.tsx'
import { Quote, quoted } from '../parts/quote.tsx'
import { type Scene, seenAs } from '../scene.ts'

// A list to choose from that is longer than this is none.
const MOST = 500

/** What two sides are compared when nobody says which: a copy with its origin, else two versions, else the first two articles. */
export function usualPair(scene: Scene): readonly [string, string] | undefined {
  const rows = [...scene.articles.values()]
  const copy = rows.find(({ origin }) => origin !== undefined && scene.articles.has(origin))
  const edited = rows.flatMap(editsOf)[0]
  const [first, second] = rows
  if (copy?.origin !== undefined) return [copy.origin, copy.id]
  return edited ?? (first && second && [first.id, second.id])
}

function Choices(props: {
  readonly name: 'a' | 'b'
  readonly label: Label
  readonly chosen: string
  readonly scene: Scene
}) {
  const { name, chosen, scene } = props
  const rows = [...scene.articles.values()]
  const shown = rows.filter((row, at) => at < MOST || chosen.startsWith(row.id))
  const option = (row: ArticleRow, version: string) => {
    const value = version === row.version ? row.id : versionName(row.id, version)
    const isChosen = value === chosen || versionName(row.id, version) === chosen
    return (
      <optgroup label={calledOf(row, version)}>
        {row.head ? (
          <option value={value} selected={isChosen} {...quoted(row.head)}>
            {row.head.exact}
          </option>
        ) : (
          <option value={value} selected={isChosen}>
            {say('Article')}
          </option>
        )}
      </optgroup>
    )
  }
  return (
    <label>
      <span class="lab">{props.label}</span>
      <select name={name}>{shown.flatMap((row) => row.versions.map((version) => option(row, version)))}</select>
    </label>
  )
}

function Words(props: { readonly side: Side; readonly mark: string; readonly scene: Scene }) {
  const { side, mark, scene } = props
  const words = (
    <p>
      <Quote of={side.of} lit={side.only} mark={mark} />
    </p>
  )
  if (side.part === 'correction')
    return (
      <div class="erratum">
        <p class="lab">{say('Correction')}</p>
        {words}
      </div>
    )
  return (
    <>
      <p class="n">
        <a href={paragraphPath(side.of, scene.story.id)}>{side.of.n === undefined ? say('Source') : `¶${side.of.n}`}</a>
      </p>
      {side.part === 'headline' ? <h2 class="as">{words}</h2> : words}
    </>
  )
}

function Cell(props: {
  readonly side: Side | undefined
  readonly same: boolean
  readonly none: Label
  readonly children?: Child
}) {
  if (!props.side) return <div class="cell void">{props.none}</div>
  return <div class={props.same ? 'cell same' : 'cell'}>{props.children}</div>
}

function Sides(props: { readonly pair: Pair; readonly scene: Scene }) {
  const { pair, scene } = props
  return (
    <div class="sides">
      <h2 class="top">{pair.called.left}</h2>
      <h2 class="top">{pair.called.right}</h2>
      {pair.comparison.rows.map(({ left, right }) => {
        const same = left?.only.length === 0 && right?.only.length === 0
        return (
          <>
            <Cell side={left} same={same} none="not there">
              {left && <Words side={left} mark="gone" scene={scene} />}
            </Cell>
            <Cell side={right} same={same} none="cut">
              {right && <Words side={right} mark="alt" scene={scene} />}
            </Cell>
          </>
        )
      })}
    </div>
  )
}

function sameOf({ comparison }: Pair): string {
  const paragraphs = comparison.rows.filter(({ left, right }) => (left ?? right)?.part === 'paragraph')
  const same = paragraphs.filter(({ left, right }) => left?.only.length === 0 && right?.only.length === 0)
  return say('{n} of {of} paragraphs the same', { n: same.length, of: paragraphs.length })
}

/** Two reports, or two versions of an article, side by side; what only one has is lit. */
export function comparePage(scene: Scene, pair: Pair, asked: { readonly a: string; readonly b: string }) {
  const coverage = seenAs(scene, 'report')?.view.name
  return page(
    { title: `${say('Compare')} · ${titleOf(scene)}`, scene, unpublished: true },
    <>
      <Head scene={scene} here={coverage ?? ''}>
        <h1>{say('Compare')}</h1>
        <p class="meta">
          {[sameOf(pair), say('{n}% of the words kept', { n: Math.round(pair.comparison.kept * 100) })].join(' · ')}
          {coverage && (
            <>
              {' · '}
              <a href={viewPath(scene.story.id, coverage)}>{say('Coverage')}</a>
            </>
          )}
        </p>
      </Head>
      <form class="pick-two" method="get" action={`${storyPath(scene.story.id)}/compare`}>
        <Choices name="a" label="one" chosen={asked.a} scene={scene} />
        <Choices name="b" label="other" chosen={asked.b} scene={scene} />
        <button type="submit" class="btn">
          {say('Compare')}
        </button>
      </form>
      <Sides pair={pair} scene={scene} />
    </>,
  )
}
