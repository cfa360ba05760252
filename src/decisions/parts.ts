import type { Event, Participant } from '../layers/events.ts'
import type { Reading } from '../readings/reading.ts'
import { type Span, wordsOf } from '../text/span.ts'
import type { Target } from './decision.ts'
import { voiceAt } from './slots.ts'
import { itemAt } from './target.ts'

/** The parts that somebody may take in an event. */
export const PARTS = [
  'actor',
  'target',
  'victim',
  'instrument',
  'other',
] as const satisfies readonly Participant['role'][]

/**
 * Which of those who take part in an event are meant, as the slot of a target says it: `victim` all of that part, `victim:WORDS` the one of these
 * words or this name, `victim+` one more beside them.
 */
export interface Part {
  readonly role: Participant['role']
  readonly words?: string
  readonly more?: true
}

/** What a slot says of those who take part; undefined where it is about something else. */
export function partIn(slot: string | undefined): Part | undefined {
  const [, name, mark, words = ''] = /^([a-z]+)(?:([+:])(.*))?$/s.exec(slot ?? '') ?? []
  const role = PARTS.find((one) => one === name)
  if (!role || (mark === '+' && words !== '') || (mark === ':' && words.trim() === '')) return undefined
  return { role, ...(mark === ':' ? { words } : {}), ...(mark === '+' ? { more: true } : {}) }
}

/** The slot that names a part: see `Part`. */
export const slotOf = ({ role, words, more }: Part): string =>
  words === undefined ? `${role}${more ? '+' : ''}` : `${role}:${words}`

/** Whether one who takes part is called so: by the words that stand for them in the text, or by a name. */
function isCalled({ text, entities }: Reading, { entity, start, end }: Participant, words: string): boolean {
  const known = entities.find(({ id }) => id === entity)
  const printed = start === undefined || end === undefined ? [] : [wordsOf(text, { start, end })]
  return [...printed, ...(known ? [known.name, ...known.aliases] : [])].includes(words)
}

const isMeant = (reading: Reading, one: Participant, { role, words }: Part): boolean =>
  one.role === role && (words === undefined || isCalled(reading, one, words))

const changed = (reading: Reading, id: string, roles: Event['roles']): Reading => ({
  ...reading,
  events: reading.events.map((event) => (event.id === id ? { ...event, roles } : event)),
})

/** The reading in which the words of a span take part so; undefined where the one whom they are to replace is not there. */
export function withPart(reading: Reading, id: string, part: Part, span: Span): Reading | undefined {
  const event = reading.events.find((one) => one.id === id)
  if (!event) return undefined
  const { reading: voiced, entity } = voiceAt(reading, span)
  const one: Participant = { role: part.role, entity, start: span.start, end: span.end }
  if (part.more) return changed(voiced, id, [...event.roles, one])
  const at = event.roles.findIndex((held) => isMeant(reading, held, part))
  if (at < 0) return part.words === undefined ? changed(voiced, id, [...event.roles, one]) : undefined
  const others = event.roles.map((held, place) => (place === at ? one : held))
  return changed(
    voiced,
    id,
    others.filter((held) => held === one || !isMeant(reading, held, part)),
  )
}

/** The reading in which those who are meant take no part; undefined where nobody is. */
export function withoutPart(reading: Reading, id: string, part: Part): Reading | undefined {
  const roles = reading.events.find((one) => one.id === id)?.roles ?? []
  const left = roles.filter((held) => !isMeant(reading, held, part))
  return left.length < roles.length ? changed(reading, id, left) : undefined
}

/** Whether a target's event has somebody whom its slot means. */
export function hasPart(reading: Reading, target: Target): boolean {
  const [met, part] = [itemAt(reading, target), partIn(target.slot)]
  const event = reading.events.find(({ id }) => id === met?.id)
  return part !== undefined && (event?.roles.some((held) => isMeant(reading, held, part)) ?? false)
}
