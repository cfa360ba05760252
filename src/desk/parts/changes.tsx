import type { Comparison, Side } from '../../stories/compare.ts'
import { paragraphPath } from '../addresses.ts'
import { type Label, say } from '../labels.ts'
import type { Scene } from '../scene.ts'
import { Quote } from './quote.tsx'

/** What the two texts of a comparison are called: an outlet, a version. */
export interface Named {
  readonly left: string
  readonly right: string
}

// A copy that was cut by half would fill the page; the texts side by side show the rest.
const SHOWN = 4

function Cell(props: {
  readonly side: Side | undefined
  readonly mark: string
  readonly none: Label
  readonly scene: Scene
}) {
  const { side, mark, scene } = props
  if (!side) return <td class="note">{props.none}</td>
  return (
    <td>
      {side.of.n !== undefined && (
        <a class="at" href={paragraphPath(side.of, scene.story.id)}>
          ¶{side.of.n}
        </a>
      )}{' '}
      <Quote of={side.of} lit={side.only} mark={mark} />
    </td>
  )
}

/** What differs between two texts, block by block: words that only the left one has are struck, those that only the right one has are lit. */
export function Changes(props: {
  readonly of: Comparison
  readonly named: Named
  readonly caption: Label
  readonly more: string
  readonly scene: Scene
}) {
  const { of, named, scene } = props
  const changed = of.rows.filter(({ left, right }) => !left || !right || left.only.length > 0 || right.only.length > 0)
  if (changed.length === 0) return null
  return (
    <>
      <table class="changes stack">
        <caption class="hide">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{named.left}</th>
            <th scope="col">{named.right}</th>
          </tr>
        </thead>
        <tbody>
          {changed.slice(0, SHOWN).map(({ left, right }) => (
            <tr>
              <Cell side={left} mark="gone" none="not there" scene={scene} />
              <Cell side={right} mark="alt" none="cut" scene={scene} />
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">
        <a href={props.more}>{say('side by side')}</a>
        {changed.length > SHOWN && ` · ${say('{n} more', { n: changed.length - SHOWN })}`}
      </p>
    </>
  )
}
