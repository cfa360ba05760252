import type { Decided } from '../../decisions/decided.ts'
import type { Conflict, Decision } from '../../decisions/index.ts'
import type { State } from '../../record/record.ts'
import { say } from '../labels.ts'
import { Settled } from '../parts/decided.tsx'
import { page } from '../parts/frame.tsx'

/** A decision with what it came to, the reading that it is about, and the older one that has its words where the newest has them no more. */
interface Done {
  readonly decision: Decision
  readonly state: State
  readonly decided?: Decided
  readonly older?: Decided
}

/** What people settled and did not undo, the last first. */
export interface CorrectionsShown {
  readonly done: readonly Done[]
  /** Decisions of two people that oppose each other. */
  readonly conflicts: readonly Conflict[]
  readonly token: string
}

function List(props: { readonly done: readonly Done[]; readonly token: string }) {
  return (
    <ul class="brief">
      {props.done.map(({ decision, state, decided, older }) => (
        <Settled
          of={decision}
          state={state}
          {...(decided ? { decided } : {})}
          {...(older ? { older } : {})}
          token={props.token}
          back="/corrections"
          linked
        />
      ))}
    </ul>
  )
}

// Both of a conflict stand together, so that one of them can be undone.
function Conflicts({ done, conflicts, token }: CorrectionsShown) {
  const held = (ids: readonly string[]) => done.filter(({ decision }) => ids.includes(decision.id))
  if (conflicts.length === 0) return null
  return (
    <section class="sect" id="conflicts">
      <h2>
        {say('Conflicts')} <span class="note">{conflicts.length}</span>
      </h2>
      {conflicts.map(({ decisions: [a, b] }) => (
        <List done={held([a.id, b.id])} token={token} />
      ))}
    </section>
  )
}

/** Every correction that stands, with its undo; what opposes and what is lost first. */
export function correctionsPage(shown: CorrectionsShown) {
  const { done, token } = shown
  const lost = done.filter(({ state }) => state === 'lost')
  return page(
    { title: say('Corrections'), here: 'corrections' },
    <div class="narrow">
      <h1>{say('Corrections')}</h1>
      {done.length === 0 && <p class="meta">{say('Nothing is corrected yet. Each line of a story can be.')}</p>}
      <Conflicts {...shown} />
      {lost.length > 0 && (
        <section class="sect" id="lost">
          <h2>
            {say('lost')} <span class="note">{lost.length}</span>
          </h2>
          <List done={lost} token={token} />
        </section>
      )}
      <List done={done.filter(({ state }) => state !== 'lost')} token={token} />
    </div>,
  )
}
