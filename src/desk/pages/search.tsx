import type { Problem } from '../../record/query/query.ts'
import type { Found, Hit, Order } from '../../record/search/found.ts'
import { citedPath, searchPath } from '../addresses.ts'
import type { Kept } from '../basket.ts'
import { dateOf } from '../days.ts'
import { counted, type Label, say } from '../labels.ts'
import { BasketBeside } from '../parts/basket.tsx'
import { Facets } from '../parts/facets.tsx'
import { page } from '../parts/frame.tsx'
import { Quote } from '../parts/quote.tsx'

/** What the search page shows. */
export interface SearchShown {
  readonly query: string
  readonly order: Order
  /** Id of the hit after which these go on. */
  readonly after?: string
  readonly found?: Found
  readonly problem?: Problem
  readonly token: string
  /** Names of what is in the basket, the lines put in last, and how many there are. */
  readonly kept: ReadonlySet<string>
  readonly basket: readonly Kept[]
  readonly count: number
}

const byOf = (order: Order) => (order === 'match' ? {} : { by: order })

function Ask(props: { readonly query: string; readonly order: Order }) {
  return (
    <search>
      <form class="ask" method="get" action={searchPath()}>
        <input
          type="search"
          name="q"
          value={props.query}
          placeholder={say('Search the record')}
          aria-label={say('Search the record')}
          data-own
        />
        {props.order === 'day' && <input type="hidden" name="by" value="day" />}
        <button type="submit" class="btn first">
          {say('Search')}
        </button>
      </form>
    </search>
  )
}

function Broken(props: { readonly query: string; readonly problem: Problem }) {
  const { query, problem } = props
  const { start, end } = problem.at
  return (
    <div role="alert" class="broken">
      <p>{say(problem.reason)}</p>
      <p data-own>
        {query.slice(0, start)}
        <mark>{query.slice(start, end)}</mark>
        {query.slice(end)}
      </p>
    </div>
  )
}

function Source(props: { readonly of: Hit; readonly href: string }) {
  const { sentence, report } = props.of
  const named = [report.outlet, report.published && dateOf(report.published)].filter(Boolean).join(', ')
  return (
    <p class="src">
      <a class="cite" href={props.href}>
        {named || sentence.article}
        {sentence.n === undefined ? '' : ` ¶${sentence.n}`}
      </a>
    </p>
  )
}

function Sentence(props: { readonly of: Hit; readonly at: number; readonly kept: boolean }) {
  const { of, at, kept } = props
  const { sentence, lit, story } = of
  const href = citedPath(sentence, story === undefined ? undefined : { story }, lit.length > 0 ? lit : [sentence])
  return (
    <li class="hit" id={`hit-${at + 1}`} data-step>
      <input type="hidden" name="shown" value={of.id} />
      <input
        type="checkbox"
        name="keep"
        value={of.id}
        checked={kept}
        aria-label={say('into the basket')}
        data-key="b"
        data-keep
      />
      <div>
        <p class="says">
          <Quote of={sentence} lit={lit} />
        </p>
        <Source of={of} href={href} />
      </div>
    </li>
  )
}

const ORDERS: readonly (readonly [Order, Label])[] = [
  ['match', 'best match first'],
  ['day', 'last printed first'],
]

function Pager(props: { readonly query: string; readonly order: Order; readonly found: Found }) {
  const { query, order, found } = props
  const { total, more, articles } = found
  return (
    <p class="pager">
      <b>{more ? say('more than {n} sentences', { n: total }) : counted(total, 'sentence')}</b>
      {total > 0 && !more && <span>{counted(articles, 'within')}</span>}
      {total > 1 &&
        ORDERS.map(([by, label]) =>
          by === order ? (
            <span aria-current="true">{say(label as 'more')}</span>
          ) : (
            <a href={searchPath(query, byOf(by))}>{say(label as 'more')}</a>
          ),
        )}
    </p>
  )
}

function Hits(props: SearchShown & { readonly found: Found }) {
  const { query, order, found, kept, token } = props
  const here = searchPath(query, { ...byOf(order), after: props.after })
  return (
    <>
      {found.unknown.map(({ name, value }) => (
        <p class="note">
          {say('nothing answers to')} <span data-own>{`${name}:${value}`}</span>
        </p>
      ))}
      <form method="post" action="/basket" id="hits">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="back" value={here} />
        <ol>
          {found.hits.map((hit, at) => (
            <Sentence of={hit} at={at} kept={kept.has(hit.id)} />
          ))}
        </ol>
        {found.hits.length > 0 && (
          <p class="btns">
            <button type="submit" class="btn first">
              {say('Into the basket')}
            </button>
            {found.total > found.hits.length && (
              <button type="submit" class="btn" name="all" value={query}>
                {say('all {n} into the basket', { n: found.total })}
              </button>
            )}
            {found.next && (
              <a class="btn" rel="next" href={searchPath(query, { ...byOf(order), after: found.next })}>
                {say('more')}
              </a>
            )}
          </p>
        )}
      </form>
    </>
  )
}

const OPERATORS: readonly (readonly [string, Label])[] = [
  ['flood warning', 'both words'],
  ['"flood warning"', 'these words, one after the other'],
  ['warn*', 'a word that begins so'],
  ['flood OR fire', 'one or the other'],
  ['-fire', 'without it'],
  ['person:', 'names this person or organization'],
  ['place:', 'names this place'],
  ['said-by:', 'part of what they say'],
  ['outlet:', 'printed by'],
  ['from:2026-05', 'published from this day, month or year on'],
  ['to:2026-05-13', 'published up to it'],
  ['story:', 'of this story'],
]

function Operators() {
  return (
    <section class="sect" aria-label={say('Operators')}>
      <h2>{say('Operators')}</h2>
      <dl class="kv">
        {OPERATORS.map(([sign, does]) => (
          <div>
            <dt data-own>{sign}</dt>
            <dd>{say(does as 'more')}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Sentences of the whole record, with what they may be narrowed by, and the basket. */
export function searchPage(shown: SearchShown) {
  const { query, order, found, problem, token } = shown
  return page(
    { title: query === '' ? say('Search') : `${query} · ${say('Search')}`, here: 'search', unpublished: true },
    <>
      <div class="head">
        <h1>{say('Search')}</h1>
      </div>
      <Ask query={query} order={order} />
      {problem && <Broken query={query} problem={problem} />}
      <div class="cols">
        <div>
          {found && <Pager query={query} order={order} found={found} />}
          {found && <Hits {...shown} found={found} />}
          {query === '' && <p class="note">{say('Nothing is sought yet.')}</p>}
        </div>
        <aside aria-label={say('Basket')}>
          <BasketBeside
            lines={shown.basket}
            count={shown.count}
            token={token}
            back={searchPath(query || undefined, byOf(order))}
          />
          {found && <Facets query={query} order={order} found={found} />}
          <Operators />
        </aside>
      </div>
    </>,
  )
}
