import type { Line } from '../../views/line.ts'
import { viewPath } from '../addresses.ts'
import { GAPS, type Gap, gapsOf } from '../gaps.ts'
import { say } from '../labels.ts'
import { courseOf, type Scene, type Seen, voicesOf } from '../scene.ts'
import { Cite, Says } from './line.tsx'

interface Held {
  readonly gap: Gap
  readonly view: string
  readonly first: Line
  readonly count: number
}

/** Lines of a view that are shown by default, by what they lack. */
function heldBy(scene: Scene, seen: Seen | undefined, gaps: readonly Gap[]): readonly Held[] {
  const found = new Map<Gap, Held>()
  for (const line of seen?.lines ?? [])
    for (const gap of line.sure ? gapsOf(line, scene) : []) {
      const known = found.get(gap)
      found.set(
        gap,
        known ? { ...known, count: known.count + 1 } : { gap, view: seen?.view.name ?? '', first: line, count: 1 },
      )
    }
  return gaps.flatMap((gap) => found.get(gap) ?? [])
}

/** What a story cannot yet stand on: each kind of gap, how many lines have it, and the first of them. */
export function Gaps(props: { readonly scene: Scene }) {
  const { scene } = props
  const held = [
    ...heldBy(scene, courseOf(scene), ['one origin', 'overdue']),
    ...heldBy(
      scene,
      voicesOf(scene),
      GAPS.filter((gap) => gap !== 'one origin' && gap !== 'overdue'),
    ),
  ]
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
          {held.map(({ gap, view, first, count }) => (
            <tr>
              <th scope="row">
                <a href={viewPath(scene.story.id, view, { gap })}>{say(gap)}</a>
              </th>
              <td class="num" data-th={say('Lines')}>
                {count}
              </td>
              <td>
                <Says line={first} />
                <p class="src">
                  <Cite at={first.from[0]} scene={scene} of={first.id} />
                </p>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
