import type { Line } from '../../views/line.ts'
import { say } from '../labels.ts'
import type { Scene } from '../scene.ts'
import type { Landing } from './settle.tsx'

/** Puts a line of a story into the basket, or takes it out again. */
export function Keep(props: {
  readonly id: string
  readonly kept: boolean
  readonly token: string
  /** Where it lands: the page, at the line. */
  readonly back: string
}) {
  const { id, kept, token, back } = props
  return (
    <form method="post" action="/basket" class="keep">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="shown" value={id} />
      {!kept && <input type="hidden" name="keep" value={id} />}
      <button type="submit" class="btn plain" data-key="b">
        {say(kept ? 'out of the basket' : 'into the basket')}
      </button>
    </form>
  )
}

/** The same for a line of a view, on its page. */
export function KeepLine(props: { readonly line: Line; readonly scene: Scene; readonly landing: Landing }) {
  const { line, scene, landing } = props
  const id = `${scene.story.id}/${line.id}`
  return <Keep id={id} kept={scene.kept?.has(id) ?? false} token={scene.token} back={`${landing.page}#${line.id}`} />
}
