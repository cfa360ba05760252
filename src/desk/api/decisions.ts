import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { conflictsOf, decisionSchema, type Making, makeDecision, type Targeted } from '../../decisions/index.ts'
import type { OnRecord } from '../../record/record.ts'
import { type Answer, guarded, json, missing, wrong } from './answers.ts'
import type { Serving } from './index.ts'
import { problem } from './schemas.ts'

const KINDS = [
  'hide', 'confirm', 'dispute', 'rename', 'note', 'merge', 'split', 'role', 'speaker', 'date', 'place', 'assert', 'undo',
] as const // biome-ignore format: a list to be read

const target = z
  .strictObject({
    article: z.string(),
    layer: z.string(),
    exact: z.string().openapi({ description: 'The words.' }),
    prefix: z.string().openapi({ description: 'Up to 32 units before them, as they stand.' }),
    suffix: z.string(),
    slot: z.string().optional().openapi({
      description:
        'speaker, hide: who of those who take part in an event. `victim`: all of that part; `victim:NAME`: the one of this name or these words; `victim+`: one more.',
    }),
  })
  .openapi('Target')

const made = z
  .looseObject({
    kind: z.enum(KINDS),
    target: target.optional(),
    other: target.optional().openapi({ description: 'merge, split: the other one.' }),
    name: z.string().optional().openapi({ description: 'rename' }),
    note: z.string().optional().openapi({ description: 'note' }),
    role: z.string().optional().openapi({ description: 'role: words of the article.' }),
    speaker: target.optional().openapi({ description: 'speaker' }),
    value: z
      .string()
      .optional()
      .openapi({ description: 'date: 2026-05-13, 2026-05, two with a slash between, undated.' }),
    geonamesId: z.number().int().nullable().optional().openapi({ description: 'place' }),
    item: z.looseObject({ layer: z.string() }).optional().openapi({ description: 'assert: what the words are.' }),
    decision: z.string().optional().openapi({ description: 'undo: the id of what is taken back.' }),
  })
  .openapi('NewDecision')

const state = z.enum(['applied', 'lost', 'waiting'])
const kept = made.extend({ id: z.string(), at: z.string(), by: z.string(), state }).openapi('Decision')

const routes = {
  list: createRoute({
    method: 'get',
    path: '/decisions',
    summary:
      'Every decision that stands, in the order taken, with what it came to; and those of two people that oppose each other',
    request: { query: z.object({ state: state.optional(), article: z.string().optional() }) },
    responses: {
      200: json(z.object({ decisions: z.array(kept), conflicts: z.array(z.array(z.string())) }), 'Decisions.'),
      ...wrong,
    },
  }),
  take: createRoute({
    method: 'post',
    path: '/decisions',
    summary: 'Takes decisions, all or none; their id, time and who are the desk’s',
    security: [{ desk: [] }],
    request: {
      body: { content: { 'application/json': { schema: z.object({ decisions: z.array(made).min(1).max(1000) }) } } },
    },
    responses: {
      200: json(z.object({ decisions: z.array(kept) }), 'What each came to.'),
      ...wrong,
      ...guarded,
      ...missing,
      415: json(problem, 'What was sent is no JSON.'),
    },
  }),
}

/** Articles that decisions name. */
const articlesOf = (decisions: readonly unknown[]): readonly string[] =>
  decisions.flatMap((one) => {
    const { target: at, other } = one as Partial<Targeted> & { readonly other?: { readonly article: string } }
    return [at?.article, other?.article].filter((article) => article !== undefined)
  })

async function missingAmong(record: OnRecord, decisions: readonly unknown[]): Promise<string | undefined> {
  for (const article of new Set(articlesOf(decisions))) if (!(await record.reading(article))) return article
  return undefined
}

/** Taking decisions, and what they came to. */
export function decisionRoutes(api: OpenAPIHono, { record, by, now }: Serving): void {
  api.openapi(routes.list, async (c) => {
    const asked = c.req.valid('query')
    const settled = await record.settled()
    const shown = settled.filter(
      (one) =>
        (asked.state === undefined || one.state === asked.state) &&
        (asked.article === undefined || articlesOf([one.decision]).includes(asked.article)),
    )
    const conflicts = conflictsOf(settled.map(({ decision }) => decision)).map(({ decisions: [a, b] }) => [a.id, b.id])
    return c.json(
      { decisions: shown.map(({ decision, ...rest }) => ({ ...decision, ...rest })), conflicts } as Answer,
      200,
    )
  })
  api.openapi(routes.take, async (c) => {
    const settler = { by, at: now().toISOString() }
    const decisions = c.req.valid('json').decisions.map((one) => makeDecision({ ...one, ...settler } as unknown as Making)) // biome-ignore format: one line
    const wrongs = decisions.flatMap((one, at) => {
      const { error } = decisionSchema.safeParse(one)
      return error ? [`decision ${at + 1}: ${error.issues[0]?.path.join('.')} ${error.issues[0]?.message}`] : []
    })
    if (wrongs[0]) return c.json({ problem: wrongs[0] }, 400)
    const gone = await missingAmong(record, decisions)
    if (gone !== undefined) return c.json({ problem: `no article has the id ${gone}` }, 404)
    const states = await record.decideAll(decisions)
    return c.json({ decisions: decisions.map((one, at) => ({ ...one, state: states[at] })) } as Answer, 200)
  })
}
