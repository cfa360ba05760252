import type { Decided } from '../../decisions/decided.ts'
import type { Decision } from '../../decisions/decision.ts'
import { daysOf, partIn } from '../../decisions/index.ts'
import type { State } from '../../record/record.ts'
import { cite } from '../../text/citation.ts'
import { citedPath } from '../addresses.ts'
import { dateOf, rangeOf } from '../days.ts'
import { type Label, say } from '../labels.ts'
import { Tag } from './line.tsx'
import { Quote } from './quote.tsx'
import { Decide } from './settle.tsx'

const DONE: Partial<Record<Decision['kind'], Label>> = {
  hide: 'hidden',
  confirm: 'confirmed',
  dispute: 'disputed',
  rename: 'renamed',
  assert: 'added',
  role: 'role chosen',
  date: 'day given',
  place: 'place given',
  speaker: 'speaker given',
  note: 'noted',
  merge: 'merged',
  split: 'kept apart',
}

const ADDED: Readonly<Record<string, Label>> = {
  events: 'an event',
  attributions: 'a statement',
  mentions: 'a name',
  times: 'a date',
  quantities: 'a figure',
}

/** What a decision did, as a label of the list. */
export const doneOf = ({ kind }: Decision): Label => DONE[kind] ?? 'applied'

function Words(props: { readonly of: Decision; readonly decided: Decided; readonly linked: boolean }) {
  const { of, decided, linked } = props
  if (of.kind === 'undo') return null
  const start = decided.reading.text.indexOf(of.target.prefix + of.target.exact + of.target.suffix)
  if (start < 0) return null
  const from = start + of.target.prefix.length
  const cited = cite(decided.reading, { start: from, end: from + of.target.exact.length })
  return (
    <p>
      <Quote of={cited} {...(linked ? { href: citedPath(cited) } : {})} />
      <Given of={of} />
    </p>
  )
}

/** What a decision gives: a person's own words, a day, a place, or the words of the other end. */
function Given({ of }: { readonly of: Decision }) {
  if (of.kind === 'rename') return <span data-own>{` → ${of.name}`}</span>
  if (of.kind === 'note') return <span data-own>{` ${of.note}`}</span>
  if (of.kind === 'role') return <span data-own>{` → ${of.role}`}</span>
  if (of.kind === 'speaker') return <span data-own>{` → ${of.speaker.exact}`}</span>
  if (of.kind === 'hide') return <span data-own>{partIn(of.target.slot)?.words}</span>
  if (of.kind === 'merge' || of.kind === 'split') return <span data-own>{` · ${of.other.exact}`}</span>
  if (of.kind === 'place')
    return of.geonamesId === null ? (
      <> → {say('no place')}</>
    ) : (
      <>
        {' → '}
        <span data-place>{of.as?.name ?? of.geonamesId}</span>
      </>
    )
  if (of.kind !== 'date') return null
  const days = daysOf(of.value)
  return <> → {days ? rangeOf(days.from, days.to, true) : say('undated')}</>
}

const printedBy = ({ reading: { outlet, published } }: Decided): string =>
  [outlet, published && dateOf(published)].filter(Boolean).join(', ')

/** A decision that stands: what it did, to which words, who took it and when, and its undo. */
export function Settled(props: {
  readonly of: Decision
  readonly decided?: Decided
  /** The older version in which its words stand, where the newest has them no more. */
  readonly older?: Decided
  readonly token: string
  /** The page to come back to. */
  readonly back: string
  /** Whether its words lead to their article. */
  readonly linked?: boolean
  /** What it came to, where that is known. */
  readonly state?: State
}) {
  const { of, decided, older, token, back, linked = false, state } = props
  const part = of.kind === 'undo' ? undefined : partIn(of.target.slot)
  return (
    <li>
      <p class="src">
        <span>
          <b>{say(doneOf(of) as 'hidden')}</b> {part && say(part.role)}
          {of.kind === 'assert' && say((ADDED[of.item.layer] ?? 'a name') as 'a name')}
        </span>
        {linked && decided && <span>{printedBy(decided)}</span>}
        <span>{dateOf(of.at)}</span>
        <span data-own>{of.by}</span>
      </p>
      {decided && <Words of={of} decided={older ?? decided} linked={linked} />}
      {older && <p class="note">{say('in an older version')}</p>}
      {(state === 'lost' || decided?.lost.some(({ id }) => id === of.id)) && (
        <>
          {state === 'lost' && !older && of.kind !== 'undo' && <p data-own>{of.target.exact}</p>}
          <p class="note">
            <Tag is="lost" /> {say('not applied: the words are gone or stand more than once')}
          </p>
        </>
      )}
      {state === 'waiting' && (
        <p class="note">
          <Tag is="waiting" /> {say('waiting: its article is not here, or a later decision holds in its place')}
        </p>
      )}
      <Decide token={token} kind="undo" refs={[of.id]} back={back} label="Undo" />
    </li>
  )
}

/** What was settled just now, and the button that takes it back. */
export interface Fresh {
  readonly done: readonly [Decision, ...Decision[]]
  readonly token: string
  readonly back: string
}

/** Says what was just done, with its undo, at the foot of the window. */
export function Toast(props: { readonly fresh: Fresh }) {
  const { done, token, back } = props.fresh
  return (
    <aside class="toast" role="status">
      <b>{say(doneOf(done[0]) as 'hidden')}</b>
      <Decide token={token} kind="undo" refs={done.map(({ id }) => id)} back={back} label="Undo" press="u" />
    </aside>
  )
}
