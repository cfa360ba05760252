import { z } from '@hono/zod-openapi'
import type { Slice } from '../../stories/rows.ts'
import { next, problem } from './schemas.ts'

/** An answer of JSON, as a description has it. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** What asks for too much, too little or nonsense is told why. */
export const wrong = { 400: json(problem, 'Something that was asked makes no sense.') }

/** Nothing has the id that was asked for. */
export const missing = { 404: json(problem, 'Nothing has this id.') }

/** What changes something is done only for who names the desk as its origin. */
export const guarded = {
  403: json(problem, 'The request does not name the desk as its origin.'),
  413: json(problem, 'What was sent is too long.'),
}

/** Says that nothing has an id. */
export const none = (what: string) => ({ problem: `no ${what} has this id` })

/** A part of a list under its name, and where it goes on. */
export const listOf = <K extends string, T extends z.ZodType>(name: K, item: T) =>
  z.strictObject({ [name]: z.array(item), next } as { readonly [key in K]: z.ZodArray<T> } & {
    readonly next: typeof next
  })

/** Which part of a list is asked for. */
export interface Part {
  readonly limit: number
  readonly after?: string | undefined
}

/** Why a list cannot be gone on with. */
export const LED_NOWHERE = { problem: '"after" leads nowhere in this list (any more): begin again without it' }

/**
 * A part of a list, with where it goes on; undefined where `after` names nothing in it. Holds no more of the list than it gives, and one.
 */
export async function partOf<R extends { readonly id: string }>(
  given: (slice: Slice) => AsyncIterable<R>,
  { limit, after }: Part,
): Promise<{ readonly items: readonly R[]; readonly next?: string } | undefined> {
  const found: R[] = []
  for await (const item of given({ limit: limit + 1, ...(after === undefined ? {} : { after }) })) found.push(item)
  if (after !== undefined && found.length === 0) return undefined
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return found.length > limit && last ? { items, next: last.id } : { items }
}

/** The rows are this program's own and typed; the schemas describe them for others, so answers are given as they are. */
export type Answer = never
