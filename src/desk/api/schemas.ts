import { z } from '@hono/zod-openapi'
import { toJSONSchema } from 'zod'
import { EVENT_TYPES, MODALITIES } from '../../layers/events.ts'
import { ENTITY_TYPES } from '../../layers/mentions.ts'
import { readingSchema } from '../../readings/schema.ts'
import { FIELDS } from '../../record/query/query.ts'
import type { Found } from '../../record/search/found.ts'
import type { ArticleRow, EntityRow, StoryRow } from '../../stories/rows.ts'
import type { Citation } from '../../text/citation.ts'
import { LABELS } from '../../views/labels.ts'
import type { Line } from '../../views/line.ts'
import type { Job } from '../jobs.ts'

const text = z.string()
const optional = text.optional()
const count = z.int().nonnegative()

/** Exact words of an article and where they stand: UTF-16 code units, end exclusive; `n` is the number of their paragraph. */
export const citation = z
  .strictObject({
    article: text,
    version: text,
    start: count,
    end: count,
    exact: text.min(1),
    n: z.int().positive().optional(),
  })
  .openapi('Citation')

const report = z.strictObject({ outlet: optional, headline: optional, url: optional, published: optional })

/** One story, as in the list of stories. */
export const story = z
  .strictObject({
    id: text.regex(/^y[0-9a-f]{10}$/),
    title: citation.optional(),
    report,
    articles: z.int().positive(),
    outlets: z.array(text),
    from: optional,
    to: optional,
  })
  .openapi('Story')

/** One article, as in the list of articles. */
export const article = z
  .strictObject({
    ...report.shape,
    id: text.min(1),
    version: text.min(1),
    versions: z.array(text).min(1),
    story: text,
    head: citation.optional(),
    words: count,
    origin: optional,
    agency: optional,
    source: text,
    confirmed: z.literal(true).optional(),
    disputed: z.literal(true).optional(),
    hidden: z.literal(true).optional().openapi({ description: 'A person does not want it listed.' }),
  })
  .openapi('Article')

const entityType = z.enum([...ENTITY_TYPES, 'source'])

/** One person, organization or place of the cast. */
export const entity = z
  .strictObject({
    id: text.regex(/^e[0-9a-f]{10}$/),
    name: text.min(1),
    named: citation,
    type: entityType,
    aliases: z.array(text),
    roles: z.array(z.strictObject({ from: citation, report })),
    mentions: count,
    articles: count,
    origins: count,
    occurrences: z.array(z.strictObject({ article: text, report, places: z.array(citation), copyOf: optional })),
    introduced: citation,
    why: z.array(z.strictObject({ why: text, score: z.number(), from: text, to: text })),
    geonamesId: z.int().optional(),
    score: z.number(),
    confirmed: z.boolean(),
    disputed: z.literal(true).optional(),
  })
  .openapi('Entity')

const who = z.strictObject({ id: text, name: text, type: entityType, words: citation.optional(), role: optional })

const piece = z.union([
  z.strictObject({ quote: citation, cut: z.enum(['before', 'after', 'both']).optional() }),
  z.strictObject({ label: z.enum(LABELS) }),
])

const status = z.strictObject({
  modality: z.enum(MODALITIES).optional(),
  denied: z.literal(true).optional(),
  confirmed: z.literal(true).optional(),
  disputed: z.literal(true).optional(),
  altered: z.literal(true).optional(),
  end: z.enum(['met', 'missed', 'overdue']).optional(),
  stance: optional,
})

const given = {
  low: z.number(),
  high: z.number(),
  hedge: optional,
  bound: optional,
  words: citation.openapi({ description: 'The number as printed, with its hedge and what it counts.' }),
}

const point = z.strictObject({
  ...given,
  day: optional,
  stated: z.boolean(),
  relation: z.enum(['first', 'agrees', 'supersedes', 'conflicts', 'apart']),
  to: count
    .optional()
    .openapi({ description: 'Which of the points it agrees with, supersedes or conflicts with, from 0.' }),
  who: who.optional(),
  at: z.array(count).openapi({ description: "Which of the line's citations and reports tell it, from 0." }),
})

const figure = z.strictObject({
  ...given,
  form: text,
  unit: optional,
  si: z.strictObject({ low: z.number(), high: z.number(), unit: text }).optional(),
  of: citation.optional(),
  state: optional,
  scope: citation.optional(),
  points: z.array(point),
  beside: z.array(z.strictObject({ id: text, by: z.enum(['place', 'scope', 'who']) })),
})

const lineReport = z.strictObject({
  ...report.shape,
  article: text,
  copyOf: optional,
  agency: optional,
  wording: z
    .strictObject({ cut: z.array(citation), other: z.array(citation) })
    .optional()
    .openapi({ description: 'Of a statement: the words of the first report that this one has not, and its own.' }),
})

/** One line of a view, with its citations. */
export const line = z
  .strictObject({
    id: text.min(1),
    shape: z.enum(['event', 'claim', 'card', 'series', 'pin', 'report']),
    text: z.array(piece),
    from: z.array(citation).min(1),
    when: z.strictObject({ from: text, to: text, stated: z.boolean(), words: citation.optional() }).optional(),
    where: z
      .strictObject({
        name: text,
        geonamesId: z.int().optional(),
        country: optional,
        precision: text,
        lat: z.number().optional(),
        lon: z.number().optional(),
        words: citation.optional(),
      })
      .optional(),
    who: z.array(who).optional(),
    to: z
      .strictObject({ words: citation, id: optional, name: optional })
      .optional()
      .openapi({ description: 'Of a statement: who was spoken to.' }),
    beside: z
      .array(z.strictObject({ id: text, by: z.enum(['within', 'answers', 'otherwise', 'again']) }))
      .optional()
      .openapi({
        description:
          "Of a statement: the line that it stands within or answers, or its speaker's earlier one of the same matter, said otherwise or again.",
      }),
    figure: figure.optional(),
    roles: z.array(citation).optional(),
    counts: z.strictObject({ mentions: count, articles: count }).optional(),
    printed: z
      .strictObject({
        source: text,
        words: count,
        versions: count,
        copied: z
          .strictObject({
            kept: z.number().openapi({ description: "Share of the origin's words that the copy kept, 0 to 1." }),
            cut: z.array(citation).openapi({ description: 'Sentences of the origin that the copy has not.' }),
            added: z.array(citation),
          })
          .optional(),
      })
      .optional(),
    status: status.optional(),
    sure: z.boolean(),
    score: z.number(),
    origins: count,
    reports: z.array(lineReport),
  })
  .openapi('Line')

// The schema that readings are checked with when they are read back, as the library that it is made with writes it for others.
function readingAsJson(): Readonly<Record<string, unknown>> {
  const { $schema: _, ...schema } = toJSONSchema(readingSchema, { io: 'input' })
  return schema
}

/** An article with its layers, as `onrecord read --format json` prints it; its keys are described in docs. */
export const reading = z.object({}).openapi('Reading', readingAsJson())

const outcome = z.strictObject({
  source: text,
  state: z.enum(['added', 'version', 'kept', 'failed', 'remark']),
  article: optional,
  version: optional,
  reason: optional,
  rule: optional,
})

/** What was given to be added at once, and how far that has come. */
export const job = z
  .strictObject({
    id: text.regex(/^j[0-9a-f]{10}$/),
    state: z.enum(['opening', 'reading', 'done', 'stopped', 'failed']),
    started: text,
    ended: optional,
    problem: optional,
    done: count,
    total: count,
    tally: z.strictObject({ added: count, version: count, kept: count, failed: count }),
    outcomes: z.array(outcome),
    step: count,
  })
  .openapi('Job')

/** Why a request got no answer, in words. */
export const problem = z.strictObject({ problem: text.min(1) }).openapi('Problem')

const spans = z.array(z.strictObject({ start: count, end: count }))
const facet = <T extends z.ZodType>(value: T) => z.array(z.strictObject({ value, count: z.int().positive() }))

/** One sentence that was found, with the sought words in it as spans of its article's text. */
export const hit = z
  .strictObject({ id: text.min(1), sentence: citation, lit: spans, report, story: optional, rank: z.number() })
  .openapi('Hit')

/** What a search found, and what that may be narrowed by. */
export const found = z
  .strictObject({
    hits: z.array(hit),
    total: count,
    more: z.boolean(),
    articles: count,
    next: optional,
    outlets: facet(text),
    stories: facet(z.strictObject({ id: text, title: citation.optional() })),
    days: facet(text),
    unknown: z.array(z.strictObject({ name: z.enum(FIELDS), value: text })),
  })
  .openapi('Found')

/** What narrows the lines of a view; each key that is given must hold. */
export const filter = z.object({
  entity: optional.openapi({ description: 'Public id of an entity that speaks or takes part.' }),
  article: optional,
  outlet: optional,
  stance: optional,
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  words: text.max(200).optional(),
  type: optional.openapi({ description: `Of an event one of ${EVENT_TYPES.join(', ')}; of a name its kind.` }),
})

/** Which part of a list is given. */
export const part = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  after: text.min(1).max(500).optional().openapi({ description: 'The `next` of the answer before.' }),
})

/** Where a list goes on; absent at its end. */
export const next = optional.openapi({ description: 'What `after` is to be for the next part; absent at the end.' })

/** Names of keys at any depth. */
type Keys<T> = T extends readonly (infer One)[]
  ? Keys<One>
  : T extends object
    ? { [K in keyof T]-?: K | Keys<T[K]> }[keyof T]
    : never

/** Keys of rows that their schemas do not name: the compiler stops here until they do. */
type Undescribed =
  | Exclude<Keys<Citation>, Keys<z.infer<typeof citation>>>
  | Exclude<Keys<StoryRow>, Keys<z.infer<typeof story>>>
  | Exclude<Keys<ArticleRow>, Keys<z.infer<typeof article>>>
  | Exclude<Keys<EntityRow>, Keys<z.infer<typeof entity>>>
  | Exclude<Keys<Line>, Keys<z.infer<typeof line>>>
  | Exclude<Keys<Found>, Keys<z.infer<typeof found>>>
  | Exclude<Keys<Job>, Keys<z.infer<typeof job>>>
type None<T extends never> = T
/** Holds only where every key is described. */
export type Described = None<Undescribed>
