import { z } from 'zod'
import { EVENT_TYPES, MODALITIES } from '../layers/events.ts'
import { ENTITY_TYPES } from '../layers/mentions.ts'
import { daysOf, UNDATED } from './days.ts'
import type { Decision } from './decision.ts'

const LAYERS = ['sentences', 'mentions', 'entities', 'times', 'places', 'quantities', 'attributions', 'events'] as const
const MOST_WORDS = 20_000

/** What a target must look like: see `Target`. */
export const targetSchema = z.strictObject({
  article: z.string().min(1),
  layer: z.enum(LAYERS),
  exact: z.string().min(1).max(MOST_WORDS),
  prefix: z.string().max(32),
  suffix: z.string().max(32),
  slot: z.string().min(1).exactOptional(),
})

const isDay = (value: string): boolean => daysOf(value) !== undefined
const isoPart = z
  .string()
  .refine((value) => isDay(value) && !value.includes('/'), 'not a year, month or day: 2026, 2026-05, 2026-05-13')
const dayValue = z
  .string()
  .refine(
    (value) => value === UNDATED || isDay(value),
    'not a year, month or day, two of them with a slash between, nor undated: 2026-05-13, 2026-05-13/2026-05-15',
  )

const placeSchema = z.strictObject({
  name: z.string().min(1),
  precision: z.enum(['country', 'region', 'city', 'site']),
  lat: z.number().exactOptional(),
  lon: z.number().exactOptional(),
  country: z.string().exactOptional(),
})

const assertedSchema = z.discriminatedUnion('layer', [
  z.strictObject({
    layer: z.literal('events'),
    type: z.enum(EVENT_TYPES),
    modality: z.enum(MODALITIES),
    day: isoPart.exactOptional(),
  }),
  z.strictObject({ layer: z.literal('attributions'), speaker: targetSchema }),
  z.strictObject({ layer: z.literal('mentions'), type: z.enum(ENTITY_TYPES) }),
  z.strictObject({ layer: z.literal('times'), value: z.string().min(1) }),
  z.strictObject({
    layer: z.literal('quantities'),
    low: z.number(),
    high: z.number(),
    unit: z.string().min(1).exactOptional(),
  }),
])

const settled = {
  id: z.string().regex(/^d[0-9a-f]{10}$/, 'd and ten hexadecimal digits'),
  at: z.iso.datetime({ offset: true }),
  by: z.string().min(1),
}
const on = { ...settled, target: targetSchema }
const words = z.string().trim().min(1).max(MOST_WORDS)

/** What a decision must look like: see `Decision`. */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...on, kind: z.literal('hide') }),
  z.strictObject({ ...on, kind: z.literal('confirm') }),
  z.strictObject({ ...on, kind: z.literal('dispute') }),
  z.strictObject({ ...on, kind: z.literal('rename'), name: words }),
  z.strictObject({ ...on, kind: z.literal('note'), note: words }),
  z.strictObject({ ...on, kind: z.literal('merge'), other: targetSchema }),
  z.strictObject({ ...on, kind: z.literal('split'), other: targetSchema }),
  z.strictObject({ ...on, kind: z.literal('role'), role: words }),
  z.strictObject({ ...on, kind: z.literal('speaker'), speaker: targetSchema }),
  z.strictObject({ ...on, kind: z.literal('date'), value: dayValue }),
  z.strictObject({
    ...on,
    kind: z.literal('place'),
    geonamesId: z.int().positive().nullable(),
    as: placeSchema.exactOptional(),
  }),
  z.strictObject({ ...on, kind: z.literal('assert'), item: assertedSchema }),
  z.strictObject({ ...settled, kind: z.literal('undo'), decision: z.string().min(1) }),
])

/** A decision read back from JSON. Throws a TypeError that names what is wrong with it. */
export function decisionFromJson(value: unknown): Decision {
  const read = decisionSchema.safeParse(value)
  if (!read.success) throw new TypeError(`not a decision: ${z.prettifyError(read.error)}`)
  return read.data
}
