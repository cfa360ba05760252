import { EXPORTS } from '../../exports/index.ts'
import { address, citedPath } from '../addresses.ts'
import type { Kept } from '../basket.ts'
import { dateOf } from '../days.ts'
import { counted, say } from '../labels.ts'
import { Says } from './line.tsx'

/** Where a line of the basket stands: the outlet, day and paragraph of its best citation, leading to its sentence. */
export function KeptSource(props: { readonly of: Kept }) {
  const { line, story } = props.of
  const [at] = line.from
  const [report] = line.reports
  const named = [report?.outlet, report?.published && dateOf(report.published)].filter(Boolean).join(', ')
  return (
    <a class="cite" href={citedPath(at, { story })}>
      {named || at.article}
      {at.n === undefined ? '' : ` ¶${at.n}`}
    </a>
  )
}

/** The basket as downloads. */
export function BasketExports() {
  return (
    <p class="btns">
      {EXPORTS.map(({ name }) => (
        <a class="btn" href={address('/basket/export', { format: name })} download>
          {name}
        </a>
      ))}
    </p>
  )
}

/** Empties the basket. */
export function EmptyIt(props: { readonly token: string; readonly back: string }) {
  return (
    <form method="post" action="/basket" class="keep">
      <input type="hidden" name="token" value={props.token} />
      <input type="hidden" name="back" value={props.back} />
      <button type="submit" class="btn plain" name="empty" value="all">
        {say('empty it')}
      </button>
    </form>
  )
}

/** The basket beside a search: the lines put in last, the whole of it as downloads. */
export function BasketBeside(props: {
  readonly lines: readonly Kept[]
  readonly count: number
  readonly token: string
  readonly back: string
}) {
  const { lines, count } = props
  return (
    <section class="sect" id="basket" aria-label={say('Basket')}>
      <h2>
        {say('Basket')} {count > 0 && <a href="/basket">{counted(count, 'line')}</a>}
      </h2>
      {count === 0 && <p class="note">{say('The basket is empty.')}</p>}
      <ol class="queue">
        {lines.toReversed().map((of) => (
          <li>
            <Says line={of.line} />
            <p class="src">
              <KeptSource of={of} />
            </p>
          </li>
        ))}
      </ol>
      {count > 0 && <BasketExports />}
      {count > 0 && <EmptyIt token={props.token} back={props.back} />}
    </section>
  )
}
