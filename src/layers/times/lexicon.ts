import holidays from './holidays.json' with { type: 'json' }
import lexicon from './lexicon.json' with { type: 'json' }
import type { Reading } from './pattern.ts'
import type { Meaning } from './senses.ts'
import type { Word } from './words.ts'

/** A word or phrase of a class and what it says. */
interface Entry {
  readonly words: readonly string[]
  readonly of: string
  readonly value: Meaning
}

const NUMBERED: ReadonlySet<string> = new Set([
  'WEEKDAY',
  'WEEKDAYS',
  'MONTH',
  'SEASON',
  'SEASONS',
  'NEAR',
  'SHIFT',
  'TOLD',
  'DECADE',
  'WAY',
  'NEXT',
  'NTH',
])
/** Words that name a time only with a capital. */
const CAPITAL: ReadonlySet<string> = new Set('may march mar sun sat jan wed mon dec second'.split(' '))

function entriesOf(): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, Entry[]>()
  const add = (of: string, phrase: string, value: Meaning): void => {
    const words = phrase.split(' ')
    const list = found.get(words[0] ?? '') ?? []
    list.push({ words, of, value })
    found.set(words[0] ?? '', list)
  }
  for (const [of, values] of Object.entries(lexicon))
    for (const [value, phrases] of Object.entries(values))
      for (const phrase of phrases.split(', ')) add(of, phrase, NUMBERED.has(of) ? Number(value) : value)
  for (const [name, { words }] of Object.entries(holidays))
    for (const phrase of words.split(', ')) add('HOLIDAY', phrase, name)
  for (const list of found.values()) list.sort((a, b) => b.words.length - a.words.length)
  return found
}

const ENTRIES = entriesOf()

const isCased = (word: Word | undefined, of: string): boolean =>
  word !== undefined && (word.capital || !(CAPITAL.has(word.low) && (of === 'MONTH' || of === 'WEEKDAY')))

function holds(words: readonly Word[], at: number, entry: Entry): boolean {
  for (let i = 1; i < entry.words.length; i++) if (words[at + i]?.low !== entry.words[i]) return false
  return isCased(words[at], entry.of) && (entry.of !== 'HOLIDAY' || words[at]?.capital === true)
}

/** The first words of the phrases of each class. */
export function firstWords(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const [first, entries] of ENTRIES)
    for (const { of } of entries) found.set(of, (found.get(of) ?? new Set()).add(first))
  return found
}

/** The phrases of a class that begin at a place, longest first. */
export function phrasesAt(words: readonly Word[], of: string, at: number): readonly Reading<Meaning>[] {
  const entries = ENTRIES.get(words[at]?.low ?? '')
  if (!entries) return []
  const found: Reading<Meaning>[] = []
  for (const entry of entries)
    if (entry.of === of && holds(words, at, entry)) found.push({ end: at + entry.words.length, value: entry.value })
  return found
}
