import type { Child } from 'hono/jsx'
import { PARTS, slotOf, UNDATED } from '../../../decisions/index.ts'
import type { Participant } from '../../../layers/events.ts'
import type { Reading } from '../../../readings/reading.ts'
import { cite } from '../../../text/citation.ts'
import { overlaps, type Span } from '../../../text/span.ts'
import { rangeOf } from '../../days.ts'
import { type Label, say } from '../../labels.ts'
import { Quote } from '../../parts/quote.tsx'
import { Decide } from '../../parts/settle.tsx'
import { type Noted, sentenceOf } from './marks.ts'

/** What the forms of one annotation need. */
export interface Slotted {
  readonly of: Noted
  readonly reading: Reading
  readonly token: string
  readonly refs: readonly string[]
  readonly back: string
}

const MOST = 6

/** One way of answering: a radio button with what it stands for. */
function Choice(props: { readonly value: string; readonly checked?: boolean; readonly children?: Child }) {
  return (
    <label class="opt">
      <input type="radio" name="value" value={props.value} checked={props.checked} />
      {props.children}
    </label>
  )
}

function Edit(props: { readonly is: Label; readonly kind: string; readonly slot: Slotted; readonly children?: Child }) {
  const { is, kind, slot } = props
  return (
    <details class="edit">
      <summary>
        {say(is as 'when')} · {say('edit')}
      </summary>
      <Decide token={slot.token} kind={kind} refs={slot.refs} back={slot.back} label="Keep" first>
        <fieldset>
          <legend class="hide">{say(is as 'when')}</legend>
          {props.children}
        </fieldset>
      </Decide>
    </details>
  )
}

const dayOf = ({ of, reading }: Slotted): string | undefined => {
  const event = reading.events.find(({ id }) => id === of.id)
  const said = reading.attributions.find(({ id }) => id === of.id)
  const time = reading.times.find(({ id }) => id === of.id)
  return (event?.day ?? said?.day ?? time)?.from?.slice(0, 10)
}

// Days that the sentence names, and that of printing: what is meant is mostly one of them.
function daysNear({ of, reading }: Slotted): readonly string[] {
  const [span] = of.spans
  const sentence = span && sentenceOf(reading, span)
  const named = reading.times.filter((time) => sentence && overlaps(time, sentence))
  const days = named.flatMap(({ from, to }) =>
    from && from.slice(0, 10) === to?.slice(0, 10) ? [from.slice(0, 10)] : [],
  )
  const printed = reading.published?.slice(0, 10)
  return [...new Set([...days, ...(printed ? [printed] : [])])]
}

function When({ slot }: { readonly slot: Slotted }) {
  const now = dayOf(slot)
  const days = [...new Set([...(now ? [now] : []), ...daysNear(slot)])].slice(0, MOST)
  return (
    <Edit is="when" kind="date" slot={slot}>
      {days.map((day) => (
        <Choice value={day} checked={day === now}>
          <b>{rangeOf(day, day, true)}</b>
        </Choice>
      ))}
      <Choice value="other" checked={days.length === 0}>
        {say('other day')} <input type="date" name="other" aria-label={say('other day')} />
      </Choice>
      <Choice value={UNDATED}>{say('undated')}</Choice>
    </Edit>
  )
}

interface Spot {
  readonly id: number
  readonly name: string
  readonly country?: string
}

function spotsOf({ of, reading }: Slotted): {
  readonly now?: number
  readonly spots: readonly Spot[]
  readonly words: string
} {
  const event = reading.events.find(({ id }) => id === of.id)
  const place = reading.places.find(({ id }) => id === (event ? event.place : of.id))
  const rivals = [...(place ? [place] : []), ...(place?.rivals ?? []), ...(event ? reading.places : [])]
  const spots = new Map<number, Spot>()
  for (const { geonamesId, name, country } of rivals)
    if (geonamesId !== undefined && !spots.has(geonamesId))
      spots.set(geonamesId, { id: geonamesId, name, ...(country ? { country } : {}) })
  return {
    ...(place?.geonamesId === undefined ? {} : { now: place.geonamesId }),
    spots: [...spots.values()].slice(0, MOST),
    words: place ? reading.text.slice(place.start, place.end) : '',
  }
}

function Where({ slot }: { readonly slot: Slotted }) {
  const { now, spots, words } = spotsOf(slot)
  return (
    <Edit is="where" kind="place" slot={slot}>
      {words && <input type="hidden" name="words" value={words} />}
      {spots.map(({ id, name, country }) => (
        <Choice value={String(id)} checked={id === now}>
          <span data-place>{[name, country].filter(Boolean).join(', ')}</span>
        </Choice>
      ))}
      <Choice value="other" checked={spots.length === 0}>
        {say('other place')}{' '}
        <input type="text" name="other" aria-label={say('other place')} maxlength={200} autocomplete="off" />
      </Choice>
      <Choice value="none">{say('no place')}</Choice>
    </Edit>
  )
}

// Those whom the article names, the nearest first, by their nearest mention.
function voicesOf({ of, reading }: Slotted): readonly Span[] {
  const near = of.spans[0]?.start ?? 0
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]))
  const away = (span: Span) => Math.abs(span.start - near)
  return reading.entities
    .filter(({ type, unnamed }) => !unnamed && type !== 'location' && type !== 'misc')
    .flatMap((entity) => {
      const own = entity.mentions.flatMap((id) => mentions.get(id) ?? [])
      const named = own.filter(({ form }) => form === 'name')
      const [first] = (named.length > 0 ? named : own).toSorted((a, b) => away(a) - away(b))
      return first ? [first] : []
    })
    .toSorted((a, b) => away(a) - away(b))
    .slice(0, MOST)
}

/** How those who take part are called: by their words, else by their name. */
function calledIn({ text, entities }: Reading, { entity, start, end }: Participant): string {
  if (start !== undefined && end !== undefined) return text.slice(start, end)
  return entities.find(({ id }) => id === entity)?.name ?? ''
}

// Everybody but the one who acts, each by their part.
function othersOf({ of, reading }: Slotted): readonly Participant[] {
  const event = reading.events.find(({ id }) => id === of.id)
  const first = event?.roles.find(({ role }) => role === 'actor')
  return event?.roles.filter((one) => one !== first && calledIn(reading, one) !== '') ?? []
}

function spokenBy({ of, reading }: Slotted): string | undefined {
  const said = reading.attributions.find(({ id }) => id === of.id)
  const event = reading.events.find(({ id }) => id === of.id)
  return said?.speaker ?? event?.roles.find(({ role }) => role === 'actor')?.entity
}

/** Those whom the article names, words that are typed, or nobody. */
function Voices(props: { readonly slot: Slotted; readonly now?: string | undefined; readonly leaves?: true }) {
  const { reading } = props.slot
  const own = new Set(reading.entities.find(({ id }) => id === props.now)?.mentions)
  const named = voicesOf(props.slot)
  const isNow = (span: Span) =>
    reading.mentions.some((one) => own.has(one.id) && one.start === span.start && one.end === span.end)
  // Whoever stands there now is among the choices, though a place or a thing.
  const held = named.some(isNow) ? undefined : reading.mentions.find(({ id }) => own.has(id))
  const voices = held ? [held, ...named.slice(0, MOST - 1)] : named
  return (
    <>
      {voices.map((span) => (
        <Choice value={`${span.start}-${span.end}`} checked={isNow(span)}>
          <Quote of={cite(reading, span)} />
        </Choice>
      ))}
      <Choice value="other" checked={voices.length === 0}>
        {say('other words')}{' '}
        <input type="text" name="other" aria-label={say('other words')} maxlength={200} autocomplete="off" />
      </Choice>
      {props.leaves && <Choice value="none">{say('takes no part')}</Choice>}
    </>
  )
}

function Who({ slot }: { readonly slot: Slotted }) {
  const event = slot.reading.events.find(({ id }) => id === slot.of.id)
  const acts = event?.roles.some(({ role }) => role === 'actor')
  return (
    <Edit is="who" kind="speaker" slot={slot}>
      {acts && <input type="hidden" name="slot" value={slotOf({ role: 'actor' })} />}
      <Voices slot={slot} now={spokenBy(slot)} {...(acts ? { leaves: true } : {})} />
    </Edit>
  )
}

/** Who else takes part in an event, each edited where they stand; and one more. */
function Others({ slot }: { readonly slot: Slotted }) {
  const { reading } = slot
  return (
    <>
      {othersOf(slot).map((one) => (
        <Edit is={one.role} kind="speaker" slot={slot}>
          <input type="hidden" name="slot" value={slotOf({ role: one.role, words: calledIn(reading, one) })} />
          <Voices slot={slot} now={one.entity} leaves />
        </Edit>
      ))}
      <Edit is="who else" kind="speaker" slot={slot}>
        <label class="field">
          <span>{say('takes part as')}</span>
          <select name="slot">
            {PARTS.map((role) => (
              <option value={slotOf({ role, more: true })} selected={role === 'target'}>
                {say(role)}
              </option>
            ))}
          </select>
        </label>
        <Voices slot={slot} />
      </Edit>
    </>
  )
}

function Typed(props: {
  readonly is: Label
  readonly kind: string
  readonly name: string
  readonly label: Label
  readonly value?: string | undefined
  readonly slot: Slotted
}) {
  const { is, kind, name, label, value, slot } = props
  return (
    <Edit is={is} kind={kind} slot={slot}>
      <label class="field">
        <span>{say(label as 'Note')}</span>
        <input type="text" name={name} value={value} required maxlength={2000} autocomplete="off" />
      </label>
    </Edit>
  )
}

/** Which forms an annotation of each layer has: a slot is edited where it stands. */
const SLOTS: Readonly<Partial<Record<Noted['layer'], readonly (typeof When | typeof Others)[]>>> = {
  events: [When, Where, Who, Others],
  attributions: [Who, When],
  times: [When],
  places: [Where],
}

/** The forms that say what of an annotation is otherwise. */
export function Slots({ slot }: { readonly slot: Slotted }) {
  const entity = slot.reading.entities.find(({ id }) => id === slot.of.id)
  return (
    <div class="edits">
      {(SLOTS[slot.of.layer] ?? []).map((Form) => (
        <Form slot={slot} />
      ))}
      {entity && <Typed is="name" kind="rename" name="name" label="New name" value={entity.name} slot={slot} />}
      {entity && <Typed is="role" kind="role" name="role" label="Role, in words of the article" slot={slot} />}
      <Typed is="note" kind="note" name="note" label="Note" slot={slot} />
    </div>
  )
}
