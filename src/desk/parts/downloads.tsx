import { EXPORTS } from '../../exports/index.ts'
import { address } from '../addresses.ts'
import type { Scene } from '../scene.ts'

/** Links to the same lines in other formats. */
export function Downloads(props: { readonly scene: Scene; readonly view: string }) {
  const { scene, view } = props
  return (
    <>
      {EXPORTS.map(({ name }) => (
        <a href={address(`/stories/${encodeURIComponent(scene.story.id)}/${view}/export`, { format: name })} download>
          {name}
        </a>
      ))}
    </>
  )
}
