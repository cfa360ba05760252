import { EXPORTS } from '../../exports/index.ts'
import { address } from '../addresses.ts'
import { type Asked, queryOf } from '../filters.ts'
import { say } from '../labels.ts'
import type { Scene } from '../scene.ts'

/** Links to the same lines in other formats. */
export function Downloads(props: { readonly scene: Scene; readonly view: string; readonly asked?: Asked }) {
  const { scene, view } = props
  const asked = props.asked ? queryOf(props.asked) : {}
  return (
    <span class="downloads">
      {say('download')}
      {EXPORTS.map(({ name }) => (
        <a
          href={address(`/stories/${encodeURIComponent(scene.story.id)}/${view}/export`, { ...asked, format: name })}
          download
        >
          {name}
        </a>
      ))}
    </span>
  )
}
