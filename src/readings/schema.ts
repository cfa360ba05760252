import { z } from 'zod'
import { articleSchema, sourcedSchema, spanSchema } from '../articles/json.ts'
import { EVENT_TYPES, MODALITIES } from '../layers/events.ts'
import { ENTITY_TYPES } from '../layers/mentions.ts'
import { FORMAT } from './reading.ts'

const text = z.string()
const optional = text.exactOptional()
const ids = z.array(text)
const spans = z.array(spanSchema)
const item = { id: text.min(1), ...sourcedSchema.shape }
const placed = { ...item, ...spanSchema.shape }

const mention = z.object({ ...placed, type: z.enum(ENTITY_TYPES), form: z.enum(['name', 'nominal', 'pronoun']) })

const entity = z.object({
  ...item,
  name: text,
  type: z.enum([...ENTITY_TYPES, 'source']),
  aliases: z.array(text),
  roles: z.array(z.object({ text, ...spanSchema.shape })),
  mentions: ids,
})

const time = z.object({
  ...placed,
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  value: text,
  mod: optional,
  from: optional,
  to: optional,
  stated: z.boolean(),
  anchor: z.object({ kind: z.enum(['published', 'time']), ref: optional }).exactOptional(),
})

const day = z.object({ ...sourcedSchema.shape, from: text, to: text, stated: z.boolean() }).exactOptional()

const quantity = z.object({
  ...placed,
  low: z.number(),
  high: z.number(),
  unit: optional,
  si: z.object({ low: z.number(), high: z.number(), unit: text }).exactOptional(),
  kind: z.enum(['count', 'money', 'measure', 'percent', 'ratio', 'change']),
  hedge: optional,
  of: spans.exactOptional(),
  state: optional,
  where: optional,
  asOf: optional,
  said: optional,
  again: optional,
  later: optional,
})

const attribution = z.object({
  ...item,
  source: spans,
  cue: spans,
  content: spans.min(1),
  kind: z.enum(['direct', 'mixed', 'indirect']),
  speaker: optional,
  stance: optional,
  to: optional,
  when: optional,
  where: optional,
  day,
  parent: optional,
  continues: optional,
})

const number = z.number().exactOptional()
const rival = z.object({ name: text, geonamesId: number, country: optional, score: z.number() })

const place = z.object({
  ...placed,
  name: text,
  kind: z.enum(['literal', 'associative']),
  precision: z.enum(['country', 'region', 'city', 'site']),
  lat: number,
  lon: number,
  geonamesId: number,
  country: optional,
  rivals: z.array(rival).exactOptional(),
})

const participant = z.object({
  role: z.enum(['actor', 'target', 'victim', 'instrument', 'other']),
  entity: optional,
  start: z.int().nonnegative().exactOptional(),
  end: z.int().nonnegative().exactOptional(),
})

const event = z.object({
  ...placed,
  type: z.enum(EVENT_TYPES),
  polarity: z.enum(['positive', 'negative']),
  modality: z.enum(MODALITIES),
  time: optional,
  day,
  place: optional,
  roles: z.array(participant),
  said: optional,
})

/** What a reading's JSON must look like, before what its parts say of one another is checked. Keys that it does not name are left out. */
export const readingSchema = z.object({
  format: z.literal(FORMAT),
  offsets: z.enum(['utf-16', 'codepoint']),
  reader: z.object({ version: text, tagger: text, gazetteer: text }),
  ...articleSchema.shape,
  sentences: z.array(z.object({ id: text.min(1), ...spanSchema.shape })),
  mentions: z.array(mention),
  entities: z.array(entity),
  times: z.array(time),
  quantities: z.array(quantity),
  attributions: z.array(attribution),
  places: z.array(place),
  events: z.array(event),
})
