import type { Role } from '../entities.ts'
import type { Mention } from '../mentions.ts'

/** An entity while its mentions are being gathered. */
export interface Draft {
  type: Mention['type'] | 'source'
  /** Distinct names as they stand, with how often. */
  readonly names: Map<string, number>
  readonly mentions: Mention[]
  readonly roles: Role[]
  gender: 'male' | 'female' | undefined
  /** What an unsure pronoun took it for. */
  leaning?: 'male' | 'female'
  /** The weakest link that holds it together. */
  score: number
  by: string
  /** Description of an unnamed source. */
  description?: string
  /** Set when its mentions went over to another draft. */
  into?: Draft
}

/** A draft of no mention yet. */
export const draftOf = (type: Draft['type'], by: string, score: number): Draft => ({
  type,
  names: new Map(),
  mentions: [],
  roles: [],
  gender: undefined,
  score,
  by,
})

/** Adds a mention to a draft; a name counts among its names. */
export function join(draft: Draft, mention: Mention, text: string): void {
  draft.mentions.push(mention)
  if (mention.form !== 'name') return
  const name = text.slice(mention.start, mention.end).replace(/\s+/g, ' ')
  draft.names.set(name, (draft.names.get(name) ?? 0) + 1)
}

/** Moves everything of `from` into `to`, on evidence of that score. */
export function merge(to: Draft, from: Draft, score: number): void {
  if (to === from) return
  to.mentions.push(...from.mentions)
  to.roles.push(...from.roles)
  for (const [name, count] of from.names) to.names.set(name, (to.names.get(name) ?? 0) + count)
  to.gender ??= from.gender
  to.score = Math.min(to.score, score)
  from.mentions.length = 0
  from.into = to
}

/** The draft that a draft became part of, or itself. */
export function root(draft: Draft): Draft {
  let found = draft
  while (found.into) found = found.into
  return found
}
