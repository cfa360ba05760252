import type { Settled } from '../../record/record.ts'
import { type Perhaps, perhapsSame } from '../../stories/perhaps.ts'
import type { EntityRow } from '../../stories/rows.ts'
import type { Citation } from '../../text/citation.ts'
import { refAt } from '../about.ts'
import { entityPath } from '../addresses.ts'
import { say } from '../labels.ts'
import type { Scene } from '../scene.ts'
import { LastRole, Name } from './name.tsx'
import { Decide } from './settle.tsx'

/** Pairs that are asked about at once. */
const MOST = 12

const isNamed = (row: EntityRow, article: string, exact: string): boolean =>
  row.occurrences.some((one) => one.article === article && one.places.some((place) => place.exact === exact))

/** Who of a cast may be one, but for those of whom a person said that they are not. */
export function openPairs(rows: readonly EntityRow[], settled: readonly Settled[]): readonly Perhaps[] {
  const splits = settled.flatMap(({ decision }) => (decision.kind === 'split' ? [decision] : []))
  const isApart = (a: EntityRow, b: EntityRow): boolean =>
    splits.some(
      ({ target, other }) => isNamed(a, target.article, target.exact) && isNamed(b, other.article, other.exact),
    )
  return perhapsSame(rows).filter(({ one, other }) => !isApart(one, other) && !isApart(other, one))
}

const firstOf = ({ occurrences: [first] }: EntityRow): Citation | undefined => first?.places[0]

function Side(props: { readonly row: EntityRow; readonly story: string }) {
  const { row, story } = props
  return (
    <>
      <Name of={row} href={entityPath(story, row.id)} /> <LastRole of={row} />
    </>
  )
}

function Pair(props: { readonly pair: Perhaps; readonly scene: Scene; readonly back: string }) {
  const { scene, back } = props
  const { one, other, why } = props.pair
  const [here, there] = [firstOf(one), firstOf(other)]
  if (!here || !there) return null
  return (
    <tr>
      <td data-th={say('one')}>
        <Side row={one} story={scene.story.id} />
      </td>
      <td data-th={say('other')}>
        <Side row={other} story={scene.story.id} />
      </td>
      <td data-th={say('why')}>
        <code>{why}</code>
      </td>
      <td data-th={say('say')}>
        <div class="btns">
          <Decide token={scene.token} kind="merge" refs={[refAt(here)]} back={back} label="same">
            <input type="hidden" name="other" value={refAt(there)} />
          </Decide>
          <Decide token={scene.token} kind="split" refs={[refAt(here)]} back={back} label="not the same">
            <input type="hidden" name="other" value={refAt(there)} />
          </Decide>
        </div>
      </td>
    </tr>
  )
}

/** Those of a cast who may be one, for a person to say. */
export function PerhapsSame(props: {
  readonly pairs: readonly Perhaps[]
  readonly scene: Scene
  readonly back: string
}) {
  const { pairs, scene, back } = props
  if (pairs.length === 0) return null
  return (
    <section class="sect" id="perhaps">
      <h2>
        {say('Perhaps the same')} <span class="note">{say('for you to say')}</span>
      </h2>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{say('one')}</th>
            <th scope="col">{say('other')}</th>
            <th scope="col">{say('why')}</th>
            <th scope="col">{say('say')}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.slice(0, MOST).map((pair) => (
            <Pair pair={pair} scene={scene} back={back} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
