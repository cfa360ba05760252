import type { Decided } from '../../../decisions/decided.ts'
import type { Decision } from '../../../decisions/decision.ts'
import type { Reading } from '../../../readings/reading.ts'
import { cite } from '../../../text/citation.ts'
import { overlaps, type Span } from '../../../text/span.ts'
import { dateOf } from '../../days.ts'
import { counted, isLabel, say } from '../../labels.ts'
import { Settled } from '../../parts/decided.tsx'
import { Tag } from '../../parts/line.tsx'
import { Quote } from '../../parts/quote.tsx'
import { Decide } from '../../parts/settle.tsx'
import { type Noted, notedIn } from './marks.ts'
import { Slots } from './slots.tsx'
import type { Step } from './steps.ts'

/** What the side of an article page shows. */
export interface Side {
  readonly decided: Decided
  readonly token: string
  readonly at?: Span
  readonly sentence?: Span
  readonly step?: Step
  /** Decisions about this article that stand, the last first. */
  readonly done: readonly Decision[]
  /** This page's own address, to come back to. */
  readonly back: string
}

/** Facts that are days as a person writes them; others are as the reading has them. */
const DAYS: ReadonlySet<string> = new Set(['day', 'counted from publication'])

function Facts(props: { readonly of: Noted; readonly reading: Reading }) {
  const { of, reading } = props
  return (
    <dl class="kv">
      {of.facts.map(({ is, value }) => (
        <div>
          <dt>{say(is as 'value')}</dt>
          <dd>
            {is === 'where' ? (
              <span data-place>{value}</span>
            ) : DAYS.has(is) || isLabel(value) ? (
              value
            ) : (
              <code>{value}</code>
            )}
          </dd>
        </div>
      ))}
      {of.words.map(({ is, span }) => (
        <div>
          <dt>{say(is as 'value')}</dt>
          <dd>
            <Quote of={cite(reading, span)} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{say('found by')}</dt>
        <dd>
          <code>{of.by}</code> {of.score.toFixed(2)}
        </dd>
      </div>
    </dl>
  )
}

function Correct(props: { readonly of: Noted; readonly side: Side }) {
  const { of, side } = props
  const { id, version } = side.decided.reading
  const refs = [`${id}@${version}#${of.id}`]
  return (
    <div class="btns">
      {!side.decided.confirmed.has(of.id) && (
        <Decide token={side.token} kind="confirm" refs={refs} back={side.back} label="Confirm" />
      )}
      <Decide token={side.token} kind="dispute" refs={refs} back={side.back} label="Dispute" />
      <Decide token={side.token} kind="hide" refs={refs} back={side.back} label="Hide" />
      <Slots slot={{ of, reading: side.decided.reading, token: side.token, refs, back: side.back }} />
    </div>
  )
}

function Slot(props: { readonly of: Noted; readonly side: Side; readonly open: boolean }) {
  const { of, side, open } = props
  const { reading } = side.decided
  const here =
    of.spans.find((span) => side.at && overlaps(span, side.at)) ??
    of.spans.find((span) => side.sentence && overlaps(span, side.sentence))
  const name = of.layer === 'entities' ? reading.entities.find(({ id }) => id === of.id)?.name : undefined
  const shown = here ?? of.spans[0]
  return (
    <details class="slot" open={open}>
      <summary>
        <span class="k">{say(of.kind as 'event')}</span>
        <span class="v">
          {shown && <Quote of={cite(reading, shown)} />}
          {side.decided.confirmed.has(of.id) && <span class="state">{say('confirmed')}</span>}
          {side.decided.disputed?.has(of.id) && <Tag is="disputed" />}
          {name && shown && name !== cite(reading, shown).exact && <EntityName name={name} reading={reading} of={of} />}
        </span>
      </summary>
      <Facts of={of} reading={reading} />
      <Correct of={of} side={side} />
    </details>
  )
}

/** An entity's name where it differs from the words here: from its own place in the text, else a person's choice. */
function EntityName(props: { readonly name: string; readonly reading: Reading; readonly of: Noted }) {
  const { name, reading, of } = props
  const span = of.spans.find(({ start, end }) => reading.text.slice(start, end) === name)
  return (
    <span>
      {' → '}
      {span ? <Quote of={cite(reading, span)} /> : <span data-own>{name}</span>}
    </span>
  )
}

/** What was found in the lit words and their sentence, each with its rule and score, and the forms that correct it. */
export function Why(props: { readonly side: Side }) {
  const { decided, at, sentence } = props.side
  if (!at || !sentence) return <p class="note">{say('choose marked words to see why')}</p>
  const noted = notedIn(decided, sentence)
  const exact = (of: Noted) => of.spans.some(({ start, end }) => start === at.start && end === at.end)
  return (
    <section>
      <h2>{say('Why')}</h2>
      {noted.length === 0 && <p class="note">{say('Nothing was found here')}</p>}
      {noted
        .toSorted((a, b) => Number(exact(b)) - Number(exact(a)))
        .map((of) => (
          <Slot of={of} side={props.side} open={exact(of)} />
        ))}
    </section>
  )
}

/** Steps through the reports of a line, or the mentions of somebody. */
export function Stepper(props: { readonly step: Step }) {
  const { step } = props
  return (
    <section>
      <h2>{say(step.kind)}</h2>
      {step.of > 1 && (
        <p class="stepper">
          {step.previous ? (
            <a class="btn" rel="prev" href={step.previous} aria-label={say('previous')}>
              ‹
            </a>
          ) : (
            <span class="btn off">‹</span>
          )}
          <b>
            {say(step.kind === 'Mentions' ? 'mention {n} of {of}' : 'report {n} of {of}', { n: step.n, of: step.of })}
          </b>
          {step.next ? (
            <a class="btn" rel="next" href={step.next} aria-label={say('next')}>
              ›
            </a>
          ) : (
            <span class="btn off">›</span>
          )}
        </p>
      )}
      {step.back && (
        <p class="src">
          <a href={step.back}>{say(step.kind === 'Mentions' ? 'to the person' : 'to the line')}</a>
        </p>
      )}
    </section>
  )
}

/** The lit words with all that a citation needs. */
export function CiteAs(props: { readonly side: Side }) {
  const { decided, at } = props.side
  const { reading } = decided
  if (!at) return null
  const n = reading.blocks.find((block) => overlaps(block, at))?.n
  const parts = [
    reading.outlet,
    reading.published && dateOf(reading.published, true),
    n === undefined ? undefined : `¶${n}`,
  ]
  return (
    <section>
      <h2>{say('Cite')}</h2>
      <p>
        <Quote of={cite(reading, at)} />
      </p>
      <p class="note">
        {parts.filter(Boolean).join(' · ')}
        <br />
        <code>{`${reading.id}@${reading.version} ${at.start}-${at.end}`}</code>
        <br />
        <code>{`sha256 ${reading.textHash.slice(0, 16)}…`}</code>
        {reading.source.url && (
          <>
            <br />
            <code>{reading.source.url}</code>
          </>
        )}
      </p>
    </section>
  )
}

/** What people settled about this article, each with its undo. */
export function Done(props: { readonly side: Side }) {
  if (props.side.done.length === 0) return null
  return (
    <section id="done">
      <h2>{say('Done to this article')}</h2>
      <ul class="brief">
        {props.side.done.map((of) => (
          <Settled of={of} decided={props.side.decided} token={props.side.token} back={props.side.back} />
        ))}
      </ul>
    </section>
  )
}

const countOf = ({ entities }: Reading, wanted: Reading['entities'][number]['type']): number =>
  entities.filter(({ type, unnamed }) => type === wanted && !unnamed).length

/** How much was read, by layer. */
export function Counts(props: { readonly reading: Reading }) {
  const { reading } = props
  const rows = [
    ['people', countOf(reading, 'person')],
    ['organizations', countOf(reading, 'organization')],
    ['places', reading.places.length],
    ['times', reading.times.length],
    ['figures', reading.quantities.length],
    ['events', reading.events.length],
  ] as const
  return (
    <section>
      <h2>{say('Reading')}</h2>
      <dl class="kv">
        {rows.map(([label, n]) => (
          <div>
            <dt>{say(label)}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
      <p class="note">
        {counted(reading.attributions.length, 'statement')} · <code>{reading.reader.tagger}</code>
      </p>
    </section>
  )
}
