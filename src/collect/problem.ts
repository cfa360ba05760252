import type { Page } from '../articles/page.ts'
import type { Notice } from '../text/notice.ts'

/** An input that gave no page, or gave it only in part (grade `warning`): named, so that the rest can go on. */
export interface Problem {
  /** The input as a person gave it, with its line where it has one: `pages.jsonl line 12`. */
  readonly source: string
  readonly problem: Notice
}

/** What gathering gives, in order of the inputs. */
export type Collected = Page | Problem

/** Tells a problem from what is none. */
export const isProblem = (found: object): found is Problem => 'problem' in found

/** Makes a problem of grade `error`; `reason` follows the input's name, as in "a.html is empty". */
export const problem = (source: string, rule: string, reason: string): Problem => ({
  source,
  problem: { rule: `collect/${rule}`, reason, grade: 'error' },
})

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ENOTDIR: 'is not there',
  ELOOP: 'is a link that leads to itself',
  EMFILE: 'cannot be opened: too many files are open',
  ENOTFOUND: 'has a host that is not known',
  EAI_AGAIN: 'has a host that is not known',
  ECONNREFUSED: 'refuses connections',
  ECONNRESET: 'broke the connection off',
  EPIPE: 'broke the connection off',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached',
  ETIMEDOUT: 'gave no answer',
}

/** What the system or the network said, as a problem. Whatever has no code is a fault of the program, and is thrown again. */
export function problemOf(source: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === undefined) throw error
  return problem(source, 'unreadable', REASONS[code] ?? `cannot be read: ${(error as Error).message || code}`)
}
