import type { Decided } from '../../decisions/decided.ts'
import type { Decision } from '../../decisions/decision.ts'
import { say } from '../labels.ts'
import { Settled } from '../parts/decided.tsx'
import { page } from '../parts/frame.tsx'

/** What people settled and did not undo, the last first, each with the reading that it is about, and the older one that has its words where the newest has them no more. */
export interface CorrectionsShown {
  readonly done: readonly { readonly decision: Decision; readonly decided?: Decided; readonly older?: Decided }[]
  readonly token: string
}

/** Every correction that stands, with its undo. */
export function correctionsPage({ done, token }: CorrectionsShown) {
  return page(
    { title: say('Corrections'), here: 'corrections' },
    <div class="narrow">
      <h1>{say('Corrections')}</h1>
      {done.length === 0 && <p class="meta">{say('Nothing is corrected yet. Each line of a story can be.')}</p>}
      <ul class="brief">
        {done.map(({ decision, decided, older }) => (
          <Settled
            of={decision}
            {...(decided ? { decided } : {})}
            {...(older ? { older } : {})}
            token={token}
            back="/corrections"
            linked
          />
        ))}
      </ul>
    </div>,
  )
}
