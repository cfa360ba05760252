import type { Who } from '../../stories/rows.ts'
import { entityPath } from '../addresses.ts'
import { say } from '../labels.ts'
import type { Scene } from '../scene.ts'
import { stanceOf } from './line.tsx'
import { Name } from './name.tsx'
import { Quote } from './quote.tsx'

/** One who speaks or takes part, by the words that stand for them here, leading to their page. */
export function Person(props: { readonly who: Who; readonly scene: Scene }) {
  const { who, scene } = props
  const row = scene.entities.get(who.id)
  const href = row ? entityPath(scene.story.id, who.id) : undefined
  if (row && (row.type !== 'source' || !who.words)) return <Name of={row} {...(href ? { href } : {})} />
  if (who.words) return <Quote of={who.words} {...(href ? { href } : {})} />
  return <span>{say('speaker open')}</span>
}

/** How and by whom something was said. */
export function Speaker(props: { readonly who: Who; readonly stance: string | undefined; readonly scene: Scene }) {
  const { who, stance, scene } = props
  return (
    <span class="wrap">
      {stanceOf(stance)} <Person who={who} scene={scene} />
      {who.type === 'source' && <> {say('unnamed source')}</>}
    </span>
  )
}
