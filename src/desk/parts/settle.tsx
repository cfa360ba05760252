import type { Child } from 'hono/jsx'
import type { Line } from '../../views/line.ts'
import { citedPath } from '../addresses.ts'
import { type Label, say } from '../labels.ts'
import { refsFor, refsOf, type Scene } from '../scene.ts'

/** A form that settles something: it carries the token and lands on `back`. */
export function Decide(props: {
  readonly token: string
  readonly kind: string
  readonly refs: readonly string[]
  readonly back: string
  readonly label: Label
  readonly press?: string
  readonly first?: boolean
  readonly children?: Child
}) {
  const { token, kind, refs, back, label } = props
  return (
    <form method="post" action="/decisions" class="settle">
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="back" value={back} />
      {refs.map((ref) => (
        <input type="hidden" name="ref" value={ref} />
      ))}
      {props.children}
      <button type="submit" class={props.first ? 'btn first' : 'btn'} data-key={props.press}>
        {say(label as 'Hide')}
      </button>
    </form>
  )
}

/** Where the forms of lines land: on their page, at the line, or at the next one where the line is gone. */
export interface Landing {
  /** Path and query, without an anchor. */
  readonly page: string
  /** Id of the line that follows each. */
  readonly next: ReadonlyMap<string, string>
}

/** Where the forms of lines land that stand on a page in this order. */
export const landingOf = (page: string, lines: readonly Line[]): Landing => ({
  page,
  next: new Map(lines.map(({ id }, at) => [id, (lines[at + 1] ?? lines[at - 1])?.id ?? ''])),
})

// A form, as all else that is there to settle things: a site that was published has none.
function Edit(props: { readonly line: Line; readonly scene: Scene }) {
  const { line, scene } = props
  const to = new URL(citedPath(line.from[0], { story: scene.story.id, of: line.id }), 'http://desk')
  return (
    <form method="get" action={`${to.pathname}${to.hash}`} class="settle">
      {[...to.searchParams].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="btn" data-key="e">
        {say('Edit')}
      </button>
    </form>
  )
}

/** Confirms or hides a line: each of its reports in its own article. */
export function Settle(props: { readonly line: Line; readonly scene: Scene; readonly landing: Landing }) {
  const { line, scene, landing } = props
  const refs = refsFor(scene, line)
  if (refs.length === 0) return null
  const told = refsOf(scene, line, false).length > 0
  const [back, past] = [line.id, landing.next.get(line.id)].map((id) => `${landing.page}${id ? `#${id}` : ''}`)
  if (!back || !past) return null
  return (
    <details class="fold does">
      <summary>{say('Correct')}</summary>
      <div class="btns">
        {!line.status?.confirmed && (
          <Decide token={scene.token} kind="confirm" refs={refs} back={back} label="Confirm" press="y" first />
        )}
        {!line.status?.disputed && (
          <Decide token={scene.token} kind="dispute" refs={refs} back={back} label="Dispute" press="n" />
        )}
        <Edit line={line} scene={scene} />
        <Decide
          token={scene.token}
          kind="hide"
          refs={told ? refsOf(scene, line, true) : refs}
          back={past}
          label="Hide"
        />
      </div>
    </details>
  )
}
