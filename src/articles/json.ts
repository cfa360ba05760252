import { z } from 'zod'
import { PARTS } from './article.ts'

const at = z.int().nonnegative()
const text = z.string()
const score = z.number().min(0).max(1)

/** What a span of a text must look like; that it lies inside the text is checked by whoever has the text. */
export const spanSchema = z.object({ start: at, end: at })

/** Rule and score, as every item carries them. */
export const sourcedSchema = z.object({ by: text, score })

const place = z.tuple([at, at]).readonly()

const number = z.int().positive()

const layoutSchema = z.object({
  level: number.exactOptional(),
  item: z.object({ list: number, n: number, depth: number, ordered: z.boolean() }).exactOptional(),
  cell: z.object({ table: number, row: number, n: number }).exactOptional(),
  quote: z.boolean().exactOptional(),
  entry: z.object({ n: number, time: text }).exactOptional(),
})

const blockSchema = z.object({
  ...spanSchema.shape,
  id: text,
  part: z.enum(PARTS),
  n: number.exactOptional(),
  source: place.exactOptional(),
  layout: layoutSchema.exactOptional(),
  by: text,
})

const foundSchema = z.object({
  ...sourcedSchema.shape,
  stated: z.boolean(),
  start: at.exactOptional(),
  end: at.exactOptional(),
})

const found = foundSchema.exactOptional()

const noticeSchema = z.object({
  rule: text,
  reason: text,
  grade: z.enum(['info', 'warning', 'error']),
  at: spanSchema.exactOptional(),
})

const sourceSchema = z.object({
  sha256: text,
  type: text,
  encoding: text,
  url: text.exactOptional(),
  canonical: text.exactOptional(),
  fetched: text.exactOptional(),
})

const captionSchema = z.object({
  ...spanSchema.shape,
  caption: text,
  credit: text.exactOptional(),
  image: text.exactOptional(),
  alt: text.exactOptional(),
})

const givenSchema = z.object({
  places: z.array(spanSchema).exactOptional(),
  events: z.array(spanSchema).exactOptional(),
  mentions: z.array(spanSchema).exactOptional(),
})

/** What an article's JSON must look like: see `Article`. Keys that it does not name are left out. */
export const articleSchema = z.object({
  id: text.min(1),
  version: text.min(1),
  textHash: text.regex(/^[0-9a-f]{64}$/, 'sixty-four hexadecimal digits'),
  source: sourceSchema,
  language: text,
  outlet: text.exactOptional(),
  headline: text.exactOptional(),
  standfirst: text.exactOptional(),
  authors: z.array(text),
  agency: text.exactOptional(),
  dateline: text.exactOptional(),
  published: text.exactOptional(),
  modified: text.exactOptional(),
  section: text.exactOptional(),
  free: z.boolean().exactOptional(),
  found: z.object({
    language: found,
    outlet: found,
    headline: found,
    standfirst: found,
    authors: found,
    agency: found,
    dateline: found,
    published: found,
    modified: found,
    section: found,
    free: found,
    canonical: found,
  }),
  body: text,
  captions: z.array(captionSchema),
  related: z.array(z.object({ text, url: text.exactOptional() })),
  corrections: z.array(text),
  text,
  blocks: z.array(blockSchema),
  removed: z.array(z.object({ text, by: text, source: place.exactOptional() })),
  given: givenSchema.exactOptional(),
  notices: z.array(noticeSchema),
})
