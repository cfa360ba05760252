import type { Language } from './languages/language.ts'
import type { Reading } from './pattern.ts'
import type { Meaning } from './senses.ts'
import type { Word } from './words.ts'

/** A word or phrase of a class and what it says. */
interface Entry {
  readonly words: readonly string[]
  readonly of: string
  readonly value: Meaning
}

/** The listed words of a language. */
export interface Lexicon {
  /** The first words of the phrases of each class. */
  readonly firsts: ReadonlyMap<string, ReadonlySet<string>>
  /** The phrases of a class that begin at a place, longest first. */
  phrasesAt(words: readonly Word[], of: string, at: number): readonly Reading<Meaning>[]
}

const NUMBERED: ReadonlySet<string> = new Set([
  ...[
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
    'THIS',
    'ROMAN',
    'TOLDDAY',
  ],
])

function entriesOf({ lexicon, holidays }: Language): ReadonlyMap<string, readonly Entry[]> {
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

function firstsOf(entries: ReadonlyMap<string, readonly Entry[]>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const [first, list] of entries) for (const { of } of list) found.set(of, (found.get(of) ?? new Set()).add(first))
  return found
}

const setsOf = (lists: Readonly<Record<string, string>> = {}): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(Object.entries(lists).map(([of, list]) => [of, new Set(list.split(' '))]))

function holds(words: readonly Word[], at: number, { words: phrase }: Entry): boolean {
  for (let i = 1; i < phrase.length; i++) if (words[at + i]?.low !== phrase[i]) return false
  return true
}

/** The listed words of a language, ready to be looked up. */
export function lexiconOf(language: Language): Lexicon {
  const entries = entriesOf(language)
  const [capital, small] = [setsOf(language.marks.capital), setsOf(language.marks.small)]
  const isCased = (word: Word | undefined, of: string, at: number): boolean => {
    if (!word) return false
    if (word.capital) return at === 0 || small.get(of)?.has(word.low) !== true
    return of !== 'HOLIDAY' && capital.get(of)?.has(word.low) !== true
  }
  const phrasesAt: Lexicon['phrasesAt'] = (words, of, at) => {
    const list = entries.get(words[at]?.low ?? '')
    if (!list) return []
    const found: Reading<Meaning>[] = []
    for (const entry of list)
      if (entry.of === of && isCased(words[at], of, at) && holds(words, at, entry))
        found.push({ end: at + entry.words.length, value: entry.value })
    return found
  }
  return { firsts: firstsOf(entries), phrasesAt }
}
