import type { Child } from 'hono/jsx'
import type { Facet, Found, Order } from '../../record/search/found.ts'
import { searchPath } from '../addresses.ts'
import { rangeOf } from '../days.ts'
import { type Label, say } from '../labels.ts'
import { Quote } from './quote.tsx'

const SHOWN = 10

function Values<T>(props: {
  readonly head: Label
  readonly of: readonly Facet<T>[]
  readonly show: (value: T) => Child
  readonly href: (value: T) => string
}) {
  const { of, show, href } = props
  if (of.length < 2) return null
  return (
    <section>
      <h3>{say(props.head as 'Outlet')}</h3>
      <ul class="facet">
        {of.slice(0, SHOWN).map(({ value, count }) => (
          <li>
            <a href={href(value)}>{show(value)}</a> <small>{count}</small>
          </li>
        ))}
      </ul>
      {of.length > SHOWN && <p class="note">{say('{n} more', { n: of.length - SHOWN })}</p>}
    </section>
  )
}

const quoted = (value: string): string => `"${value.replace(/["“”„«»]/g, ' ')}"`

// The last day of an ISO month; a day as it is.
const lastOf = (day: string): string =>
  day.length === 7
    ? new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5)), 0)).toISOString().slice(0, 10)
    : day

const firstOf = (day: string): string => (day.length === 7 ? `${day}-01` : day)

/** What was found may be narrowed by its outlets, stories and days: each a search of its own. */
export function Facets(props: { readonly query: string; readonly order: Order; readonly found: Found }) {
  const { query, order, found } = props
  const by = order === 'match' ? {} : { by: order }
  const href = (more: string) => searchPath(`${query} ${more}`, by)
  const shown = [found.outlets, found.stories, found.days].some((of) => of.length > 1)
  return shown ? (
    <section class="sect" aria-label={say('Narrow')}>
      <h2>{say('Narrow')}</h2>
      <Values
        head="Outlet"
        of={found.outlets}
        show={(outlet) => outlet}
        href={(outlet) => href(`outlet:${quoted(outlet)}`)}
      />
      <Values
        head="Story"
        of={found.stories}
        show={({ id, title }) => (title ? <Quote of={title} /> : id)}
        href={({ id }) => href(`story:${id}`)}
      />
      <Values
        head="Published"
        of={found.days}
        show={(day) => rangeOf(firstOf(day), lastOf(day), true)}
        href={(day) => href(`from:${day} to:${day}`)}
      />
    </section>
  ) : null
}
