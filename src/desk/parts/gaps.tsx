import { type Held, ledgerOf } from '../../views/gaps.ts'
import { viewPath } from '../addresses.ts'
import { isLabel, say } from '../labels.ts'
import type { Scene } from '../scene.ts'
import { Cite, Says } from './line.tsx'

function Row(props: { readonly of: Held; readonly scene: Scene }) {
  const { of, scene } = props
  const [first] = of.lines
  return (
    <tr>
      <th scope="row">
        <a href={viewPath(scene.story.id, of.view.name, { gap: of.gap })}>{say(of.gap)}</a>
        <small>{isLabel(of.view.title) ? of.view.title : ''}</small>
      </th>
      <td class="num" data-th={say('Lines')}>
        {of.lines.length}
      </td>
      <td>
        {first && (
          <>
            <Says line={first} />
            <p class="src">
              <Cite at={first.from[0]} scene={scene} of={first.id} />
            </p>
          </>
        )}
      </td>
    </tr>
  )
}

/** What a story cannot yet stand on: each kind of gap, how many lines have it, and the first of them. */
export function Gaps(props: { readonly scene: Scene }) {
  const { scene } = props
  const held = ledgerOf(scene.seen.map((seen) => ({ ...seen, lines: seen.lines.filter(({ sure }) => sure) }))).gaps
  if (held.length === 0) return null
  return (
    <section class="sect gaps">
      <h2>
        {say('Gaps')} <span class="note">{say('what the record cannot yet stand on')}</span>
      </h2>
      <table class="stack">
        <caption class="hide">{say('Gaps')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('Gap')}</th>
            <th scope="col" class="num">
              {say('Lines')}
            </th>
            <th scope="col">{say('First of them')}</th>
          </tr>
        </thead>
        <tbody>
          {held.map((of) => (
            <Row of={of} scene={scene} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
