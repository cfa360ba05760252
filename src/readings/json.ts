import { z } from 'zod'
import { hashOf } from '../text/hash.ts'
import { toPoints, toUnits } from './offsets.ts'
import type { Reading } from './reading.ts'
import { readingSchema } from './schema.ts'

/** How a reading is written. */
export interface WritingOptions {
  /** What its offsets count: UTF-16 units, as JavaScript does, or code points, as Python does. UTF-16 unless given. */
  readonly offsets?: Reading['offsets']
}

/**
 * A reading as plain JSON (format `onrecord/1`), its offsets counted as asked. Ids stay what they are, whatever their digits count; `source`
 * places are of the HTML and stay in UTF-16 units.
 */
export function readingToJson(reading: Reading, { offsets = 'utf-16' }: WritingOptions = {}): Reading {
  if (reading.offsets === offsets) return reading
  const turn = offsets === 'codepoint' ? toPoints : toUnits
  return { ...turn(reading, reading.text), offsets }
}

/**
 * A reading read back from JSON, offsets in UTF-16 units. Keys that the format does not name are ignored. Throws a TypeError that names what is
 * wrong: another format, a missing key, a span outside the text, two items of one id, an id that nothing has, a text that is not its hash's.
 */
export function readingFromJson(value: unknown): Reading {
  const read = readingSchema.safeParse(value)
  if (!read.success) throw new TypeError(`not a reading: ${z.prettifyError(read.error)}`)
  const reading = readingToJson(read.data)
  const wrong = [...misplaced(reading, reading.text.length), ...sameIds(reading), ...danglers(reading)]
  if (hashOf(reading.text) !== reading.textHash) wrong.push(`the text does not have the hash ${reading.textHash}`)
  if (wrong.length > 0) throw new TypeError(`not a reading: ${wrong.slice(0, 5).join('; ')}`)
  return reading
}

// Every span, at whatever depth, lies in the text and is not empty.
function misplaced(value: unknown, length: number, where = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => misplaced(one, length, `${where}[${at}]`))
  if (typeof value !== 'object' || value === null) return []
  const { start, end } = value as { readonly start?: unknown; readonly end?: unknown }
  const isSpan = start !== undefined || end !== undefined
  const wrong = isSpan && !isInside(start, end, length) ? [`${where} is at ${start}-${end} of ${length}`] : []
  for (const [key, one] of Object.entries(value))
    if (typeof one === 'object') wrong.push(...misplaced(one, length, where ? `${where}.${key}` : key))
  return wrong
}

const isInside = (start: unknown, end: unknown, length: number): boolean =>
  typeof start === 'number' && typeof end === 'number' && 0 <= start && start < end && end <= length

const LAYERS = ['blocks', 'sentences', 'mentions', 'entities', 'times', 'quantities', 'attributions', 'places', 'events'] as const // biome-ignore format: a list to be read

function sameIds(reading: Reading): readonly string[] {
  const seen = new Set<string>()
  const ids = LAYERS.flatMap((layer) => reading[layer].map(({ id }) => id))
  return ids.flatMap((id) => {
    if (seen.has(id)) return [`two items have the id ${id}`]
    seen.add(id)
    return []
  })
}

type Layer = (typeof LAYERS)[number]

/** By layer, which fields of its items are ids, and of which layer. */
const REFERENCES: readonly (readonly [Layer, of: Layer, ids: (item: never) => readonly (string | undefined)[]])[] = [
  ['entities', 'mentions', ({ mentions }: Reading['entities'][number]) => mentions],
  ['times', 'times', ({ anchor }: Reading['times'][number]) => [anchor?.ref]],
  ['quantities', 'places', ({ where }: Reading['quantities'][number]) => [where]],
  ['quantities', 'times', ({ asOf }: Reading['quantities'][number]) => [asOf]],
  ['quantities', 'quantities', ({ again, later }: Reading['quantities'][number]) => [again, later]],
  ['quantities', 'attributions', ({ said }: Reading['quantities'][number]) => [said]],
  ['attributions', 'entities', ({ speaker, to }: Reading['attributions'][number]) => [speaker, to]],
  ['attributions', 'times', ({ when }: Reading['attributions'][number]) => [when]],
  ['attributions', 'places', ({ where }: Reading['attributions'][number]) => [where]],
  ['attributions', 'attributions', ({ parent, continues }: Reading['attributions'][number]) => [parent, continues]],
  ['events', 'times', ({ time }: Reading['events'][number]) => [time]],
  ['events', 'places', ({ place }: Reading['events'][number]) => [place]],
  ['events', 'attributions', ({ said }: Reading['events'][number]) => [said]],
  ['events', 'entities', ({ roles }: Reading['events'][number]) => roles.map(({ entity }) => entity)],
]

function danglers(reading: Reading): readonly string[] {
  const known = new Map(LAYERS.map((layer) => [layer, new Set(reading[layer].map(({ id }) => id))]))
  return REFERENCES.flatMap(([layer, of, idsOf]) =>
    reading[layer].flatMap((item) =>
      idsOf(item as never).flatMap((id) =>
        id === undefined || known.get(of)?.has(id) ? [] : [`${item.id} refers to ${id}, which ${of} do not have`],
      ),
    ),
  )
}
