import { assertion } from './assertion.ts'
import type { Correction } from './correction.ts'
import { KEPT } from './kept.ts'
import { ON_LINES } from './lines.ts'
import { ON_PEOPLE } from './people.ts'

/** Every kind of correction that the command line settles, in the order in which help lists them. */
export const KINDS: readonly Correction[] = [...ON_LINES, ...ON_PEOPLE, assertion, ...KEPT]
