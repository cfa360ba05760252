import de from './de/quoting.json' with { type: 'json' }
import type { Quoting } from './language.ts'

/** Languages whose direct quotations are read by their data alone, by ISO 639-1 code. English has a tagger and rules of its own. */
export const LANGUAGES: Readonly<Record<string, Quoting>> = { de }
