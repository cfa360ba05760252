import { HEADS, isFunction, LANDS } from '../mentions/roles.ts'
import { isPossessive, type Word } from '../mentions/words.ts'
import type { Draft } from './draft.ts'
import phrases from './phrases.json' with { type: 'json' }

const SPELLINGS: Readonly<Record<string, string>> = phrases.spellings
const ALIKE = phrases.alike.map((group) => new Set(group))

const spelled = (lower: string): string =>
  (Object.hasOwn(SPELLINGS, lower) ? (SPELLINGS[lower] ?? lower) : lower).replace(/[.]/g, '')

/** The words of a role that tell it apart: its head last, articles and links left out. */
export interface Sense {
  readonly head: string
  readonly modifiers: ReadonlySet<string>
}

/** What a role or description means, word by word: "the US defence chief" is head "chief" with "us" and "defense". */
export function senseOf(words: readonly Word[]): Sense | undefined {
  const of = words.findIndex((word) => /^(?:of|for|at|in|to)$/.test(word.lower))
  const core = of > 0 ? words.slice(0, of) : words
  const content = (list: readonly Word[]): readonly string[] =>
    list
      .filter((word) => word.kind !== 'mark' && !isFunction(word) && !isPossessive(word))
      .map((word) => spelled(word.lower))
  const own = content(core)
  const head = own.findLast((word) => HEADS.has(word)) ?? own.at(-1)
  if (!head) return undefined
  return {
    head,
    modifiers: new Set([...own.filter((word) => word !== head), ...content(of > 0 ? words.slice(of) : [])]),
  }
}

const alike = (a: string, b: string): boolean => ALIKE.some((group) => group.has(a) && group.has(b))

/**
 * How well a description fits a role: 2 for the same head, 1 for a head that may stand for it, 1 for each modifier they share,
 * less ½ for each that only the description has. Under 1.5 they are not taken for one.
 */
export function fitOf(description: Sense, role: Sense): number {
  const same = description.head === role.head
  if (!same && !alike(description.head, role.head)) return 0
  let fit = same ? 2 : 1
  for (const word of description.modifiers) fit += role.modifiers.has(word) ? 1 : -0.6
  return fit
}

/** Whether a body's own name holds what the description calls it: "the ministry" for "Defence Ministry". */
export const namesHead = (draft: Draft, head: string): boolean =>
  !LANDS.has(head) && [...draft.names.keys()].some((name) => name.toLowerCase().split(/\s+/).includes(head))

const BUSINESS =
  /\b(?:Inc|Corp|Corporation|Ltd|Limited|plc|PLC|LLC|Co|GmbH|AG|S\.?A|NV|SE|Holdings|Airlines|Airways|Motors|Industries|Energy|Pharmaceuticals|Technologies)\.?$/

/** Whether "the company" or "the firm" can stand for a body, by its name's ending. */
export const isBusiness = (draft: Draft, head: string): boolean =>
  /^(?:company|firm|manufacturer|maker|corporation|business)$/.test(head) &&
  [...draft.names.keys()].some((name) => BUSINESS.test(name))
