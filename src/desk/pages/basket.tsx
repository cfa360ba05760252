import type { Kept } from '../basket.ts'
import { counted, say } from '../labels.ts'
import { BasketExports, EmptyIt, KeptSource } from '../parts/basket.tsx'
import { page } from '../parts/frame.tsx'
import { Keep } from '../parts/keep.tsx'
import { Says } from '../parts/line.tsx'

/** What the basket's page shows: its lines, as far as one page holds them, and how many of these the record has no more. */
export interface BasketShown {
  readonly shown: readonly Kept[]
  readonly count: number
  readonly gone: number
  readonly token: string
}

/** The lines that a person gathered, the last first, and what they may become. */
export function basketPage({ shown, count, gone, token }: BasketShown) {
  const facts = [counted(count, 'line'), ...(gone > 0 ? [counted(gone, 'gone')] : [])]
  return page(
    { title: say('Basket'), here: 'basket', unpublished: true },
    <>
      <div class="head">
        <h1>{say('Basket')}</h1>
        <p class="meta">{count === 0 ? say('The basket is empty.') : facts.join(' · ')}</p>
      </div>
      {count > 0 && <BasketExports />}
      {count > 0 && <EmptyIt token={token} back="/basket" />}
      <ol class="hits">
        {shown.toReversed().map((of, at, all) => (
          <li class="line" id={`kept-${at + 1}`} data-step>
            <Says line={of.line} />
            <div class="foot">
              <p class="src">
                <KeptSource of={of} />
              </p>
              <Keep id={of.id} kept token={token} back={`/basket#kept-${Math.min(at + 1, all.length - 1)}`} />
            </div>
          </li>
        ))}
      </ol>
      {count > shown.length + gone && <p class="note">{say('{n} more', { n: count - shown.length - gone })}</p>}
    </>,
  )
}
