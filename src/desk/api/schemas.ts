import { z } from '@hono/zod-openapi'

/** Exact words of an article and where they stand: UTF-16 code units, end exclusive. */
export const citation = z
  .object({
    article: z.string(),
    version: z.string(),
    start: z.number().int(),
    end: z.number().int(),
    exact: z.string(),
  })
  .openapi('Citation')

const report = z.object({
  outlet: z.string().optional(),
  headline: z.string().optional(),
  url: z.string().optional(),
  published: z.string().optional(),
})

/** One story, as in the list of stories. */
export const story = z
  .object({
    id: z.string(),
    title: citation.optional(),
    report,
    articles: z.number().int(),
    outlets: z.array(z.string()),
    from: z.string().optional(),
    to: z.string().optional(),
  })
  .openapi('Story')

/** One article, as in the list of articles. */
export const article = report
  .extend({
    id: z.string(),
    version: z.string(),
    versions: z.array(z.string()),
    story: z.string(),
    head: citation.optional(),
    words: z.number().int(),
    origin: z.string().optional(),
    agency: z.string().optional(),
    source: z.string(),
  })
  .openapi('Article')

const who = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  words: citation.optional(),
  role: z.string().optional(),
})

/** One person, organization or place of the cast. */
export const entity = z
  .object({
    id: z.string(),
    name: z.string(),
    named: citation,
    type: z.string(),
    aliases: z.array(z.string()),
    roles: z.array(z.object({ from: citation, report })),
    mentions: z.number().int(),
    articles: z.number().int(),
    origins: z.number().int(),
    occurrences: z.array(
      z.object({ article: z.string(), report, places: z.array(citation), copyOf: z.string().optional() }),
    ),
    why: z.array(z.object({ why: z.string(), score: z.number(), from: z.string(), to: z.string() })),
    geonamesId: z.number().int().optional(),
    score: z.number(),
    confirmed: z.boolean(),
  })
  .openapi('Entity')

const piece = z.union([
  z.object({ quote: citation, cut: z.enum(['before', 'after', 'both']).optional() }),
  z.object({ label: z.string() }),
])

/** One line of a view, with its citations. */
export const line = z
  .looseObject({
    id: z.string(),
    shape: z.enum(['event', 'claim', 'card', 'series', 'pin', 'report']),
    text: z.array(piece),
    from: z.array(citation).min(1),
    when: z
      .looseObject({ from: z.string(), to: z.string(), stated: z.boolean(), words: citation.optional() })
      .optional(),
    where: z.looseObject({ name: z.string(), precision: z.string(), words: citation.optional() }).optional(),
    who: z.array(who).optional(),
    status: z.looseObject({}).optional(),
    sure: z.boolean(),
    score: z.number(),
    origins: z.number().int(),
    reports: z.array(z.looseObject({ article: z.string() })),
  })
  .openapi('Line')

/** An article with its layers, as `onrecord read --format json` prints it; its keys are described in docs. */
export const reading = z
  .looseObject({ format: z.literal('onrecord/1'), id: z.string(), version: z.string(), text: z.string() })
  .openapi('Reading')

/** Why a request got no answer, in words. */
export const problem = z.object({ problem: z.string() }).openapi('Problem')

/** What narrows the lines of a view; each key that is given must hold. */
export const filter = z.object({
  entity: z.string().optional().openapi({ description: 'Public id of an entity that speaks or takes part.' }),
  article: z.string().optional(),
  outlet: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  words: z.string().max(200).optional(),
  type: z.string().optional(),
})
