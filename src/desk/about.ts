import { type Decision, hasPart, nearestPlace, partIn, type Target, targetOf } from '../decisions/index.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { placeDataOf } from '../layers/places.ts'
import type { Reading } from '../readings/reading.ts'
import type { OnRecord } from '../record/record.ts'
import { headlineIn, mentionsAlike, partsOfRef, refOf } from '../stories/index.ts'
import type { Citation } from '../text/citation.ts'
import { overlaps, type Span } from '../text/span.ts'
import type { Label } from './labels.ts'

type Without<D> = D extends Decision ? Omit<D, 'id' | 'at' | 'by'> : never

/** What is decided, before who and when. */
export type Unsettled = Without<Decision>

/** A form as it came: each field's values in order. */
export type Form = Readonly<Record<string, readonly string[]>>

/** Why a form settled nothing, as a label of the list. */
export interface Refused {
  readonly refused: Label
}

const MISSING: Refused = { refused: 'Something is missing in the form.' }
const NOWHERE: Refused = { refused: 'These words do not stand in the article.' }
const LAYERS = ['events', 'attributions', 'entities', 'mentions', 'times', 'places', 'quantities'] as const
/** Stands in a reference for the article itself, and before a place's id for all mentions of that place in its article. */
export const ITSELF = 'head'
export const ALIKE = 'like:'

/** The first value of a field, without white space at its edges. */
export const first = (form: Form, name: string): string => form[name]?.[0]?.trim() ?? ''

/** The entity that is mentioned at a span. */
function entityAt(reading: Reading, span: Span): string | undefined {
  const held = new Set(reading.mentions.filter((mention) => overlaps(mention, span)).map(({ id }) => id))
  return reading.entities.find(({ mentions }) => mentions.some((mention) => held.has(mention)))?.id
}

/** The words that stand for an item: by its id, for `at:START-END` the entity that is mentioned there, for `head` the article itself. */
function itemOf(reading: Reading, id: string): Target | undefined {
  const head = id === ITSELF ? headlineIn(reading) : undefined
  if (head) return targetOf(reading, 'sentences', head)
  const [, start, end] = /^at:(\d+)-(\d+)$/.exec(id) ?? []
  const sought = start && end ? entityAt(reading, { start: Number(start), end: Number(end) }) : id
  const layer = LAYERS.find((key) => reading[key].some((item) => item.id === sought))
  return layer && sought ? targetOf(reading, layer, sought) : undefined
}

interface Located {
  readonly target: Target
  readonly reading: Reading
}

/** The item that `ARTICLE@VERSION#ITEM` names, in the reading that holds now. */
async function locate(record: OnRecord, ref: string): Promise<Located | undefined> {
  const named = partsOfRef(ref)
  const reading = named && (await record.reading(named.article, named.version))?.reading
  const target = reading && itemOf(reading, named.item)
  return reading && target && { target, reading }
}

/** The reference of a place in an article: whatever stands there is meant. */
export const refAt = ({ article, version, start, end }: Citation): string => `${article}@${version}#at:${start}-${end}`

/** The references that one stands for: each mention of a place where all are meant, else itself. */
export async function refsBehind(record: OnRecord, ref: string): Promise<readonly string[]> {
  const named = partsOfRef(ref)
  if (!named?.item.startsWith(ALIKE)) return [ref]
  const reading = (await record.reading(named.article, named.version))?.reading
  return reading ? mentionsAlike(reading, named.item.slice(ALIKE.length)).map((id) => refOf(reading, id)) : []
}

/** What else a decision may ask: the other end of a merge or split, and the place data. */
export interface Asked {
  readonly record: OnRecord
  readonly places: () => Promise<Gazetteer>
}

type Makes = (form: Form, at: Located, asked: Asked) => Promise<Unsettled | Refused> | Unsettled | Refused

// A day of the list, or another one that was typed.
function date(form: Form, { target }: Located): Unsettled | Refused {
  const value = first(form, 'value') === 'other' ? first(form, 'other') : first(form, 'value')
  return value ? { kind: 'date', target, value } : MISSING
}

async function place(form: Form, { target }: Located, { places }: Asked): Promise<Unsettled | Refused> {
  const value = first(form, 'value')
  if (value === 'none') return { kind: 'place', target, geonamesId: null }
  if (/^\d+$/.test(value))
    return { kind: 'place', target, geonamesId: Number(value), ...(await dataOf(form, value, places)) }
  const name = first(form, 'other')
  const [found] = name ? (await places()).lookup(name) : []
  if (!name) return MISSING
  if (found?.geonamesId === undefined) return { refused: 'The place data do not know this name.' }
  return { kind: 'place', target, geonamesId: found.geonamesId, as: placeDataOf(found) }
}

// A place of the list is known by the words that it may stand for.
async function dataOf(form: Form, id: string, places: Asked['places']) {
  const words = first(form, 'words')
  const found = words ? (await places()).lookup(words).find(({ geonamesId }) => String(geonamesId) === id) : undefined
  return found ? { as: placeDataOf(found) } : {}
}

// Somebody of the list, by a place of their name; words that were typed; or nobody. A slot says who else of an event is meant.
function speaker(form: Form, { target: whole, reading }: Located): Unsettled | Refused {
  const slot = first(form, 'slot')
  if (slot && !partIn(slot)) return MISSING
  const target = slot ? { ...whole, slot } : whole
  const named = first(form, 'value') === 'none' || partIn(slot)?.words !== undefined
  if (slot && named && !hasPart(reading, target)) return NOWHERE
  if (first(form, 'value') === 'none') return slot ? { kind: 'hide', target } : MISSING
  const [, start, end] = /^(\d+)-(\d+)$/.exec(first(form, 'value')) ?? []
  const near = reading.text.indexOf(target.prefix + target.exact)
  const span =
    start && end ? { start: Number(start), end: Number(end) } : nearestPlace(reading.text, first(form, 'other'), near)
  if (!span || span.end > reading.text.length) return NOWHERE
  return { kind: 'speaker', target, speaker: targetOf(reading, 'mentions', span) }
}

function role(form: Form, { target, reading }: Located): Unsettled | Refused {
  const words = first(form, 'role')
  return words && reading.text.includes(words) ? { kind: 'role', target, role: words } : NOWHERE
}

const pairing =
  (kind: 'merge' | 'split'): Makes =>
  async (form, { target }, { record }) => {
    const other = await locate(record, first(form, 'other'))
    return other ? { kind, target, other: other.target } : MISSING
  }

const MAKES: Readonly<Record<string, Makes>> = {
  hide: (_, { target }) => ({ kind: 'hide', target }),
  confirm: (_, { target }) => ({ kind: 'confirm', target }),
  dispute: (_, { target }) => ({ kind: 'dispute', target }),
  rename: (form, { target }) => {
    const name = first(form, 'name').slice(0, 200)
    return name ? { kind: 'rename', target, name } : MISSING
  },
  note: (form, { target }) => {
    const note = first(form, 'note').slice(0, 2000)
    return note ? { kind: 'note', target, note } : MISSING
  },
  date,
  place,
  speaker,
  role,
  merge: pairing('merge'),
  split: pairing('split'),
}

/** What a form decides about an item of an article. */
export async function aboutItem(form: Form, ref: string, asked: Asked): Promise<Unsettled | Refused> {
  const kind = first(form, 'kind')
  const at = await locate(asked.record, ref)
  const make = Object.hasOwn(MAKES, kind) ? MAKES[kind] : undefined
  return at && make ? make(form, at, asked) : MISSING
}
