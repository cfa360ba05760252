import type { Reading } from '../../src/readings/reading.ts'
import { hashOf } from '../../src/text/hash.ts'

const VOWELS = 'aeiou'
const CONSONANTS = 'bcdfghjklmnpqrstvwxz'

// A letter some places on among its own sort, so that a changed word still reads like one and keeps its length.
function moved(letter: string, by: number): string {
  const low = letter.toLowerCase()
  const sort = VOWELS.includes(low) ? VOWELS : CONSONANTS.includes(low) ? CONSONANTS : undefined
  if (!sort) return letter
  const other = sort[(sort.indexOf(low) + by) % sort.length] ?? low
  return low === letter ? other : other.toUpperCase()
}

const hashed = (word: string): number => Number.parseInt(hashOf(word.toLowerCase()).slice(0, 6), 16)

// Which words another copy tells in other ones: names, and of the rest about half; or, in the same story, none of the names.
const changes = (word: string, story: boolean): boolean =>
  word.length >= 5 && (/^\p{Lu}/u.test(word) ? !story : hashed(word) % 2 !== 0)

function wordShift(copy: number, story: boolean): (word: string) => string {
  const known = new Map<string, string>()
  return (word) => {
    const there = known.get(word)
    if (there !== undefined) return there
    const by = 1 + ((hashed(word) + copy) % 3)
    const made = !changes(word, story) ? word : word.replace(/[a-z]/gi, (letter) => moved(letter, by * copy))
    known.set(word, made)
    return made
  }
}

const DAY = 86_400_000

function shiftedDay(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? day : new Date(at + days * DAY).toISOString().slice(0, 10)
}

/** More than any GeoNames id. */
const PLACES = 20_000_000

const KEPT: ReadonlySet<string> = new Set(['id', 'by', 'type', 'kind', 'form', 'part', 'role', 'modality', 'polarity', 'stance', 'layer', 'precision', 'state', 'unit', 'country', 'language', 'format', 'offsets', 'rule', 'grade']) // biome-ignore format: a list

const sameShift = new Map<string, (word: string) => string>()

/**
 * A reading as another story would have it: names and half of the other words in other letters, days moved by `days`, all spans where they
 * were; with `story`, as another article of the same story would: names and places stay. It stands for an article of its own, under its own
 * id and version. Copy 0 is the reading itself.
 */
export function shifted(reading: Reading, copy: number, days: number, story = false): Reading {
  if (copy === 0) return reading
  const shift = sameShift.get(`${copy} ${story}`) ?? wordShift(copy, story)
  sameShift.set(`${copy} ${story}`, shift)
  const worded = (text: string): string =>
    text.replace(/\p{L}+|\d{4}-\d\d-\d\d/gu, (one) => (/^\d/.test(one) ? shiftedDay(one, days) : shift(one)))
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return KEPT.has(key) ? value : worded(value)
    if (key === 'geonamesId' && !story) return Number(value) + copy * PLACES
    if (Array.isArray(value)) return value.map((one) => walk(one, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]))
  }
  const made = walk({ ...reading, mentions: [], reader: undefined }, '') as Reading
  return {
    ...reading,
    ...made,
    reader: reading.reader,
    mentions: reading.mentions,
    id: `${reading.id}-${copy}`,
    version: hashOf(`${reading.version} ${copy}`).slice(0, reading.version.length),
    textHash: hashOf(made.text),
    source: { ...reading.source, sha256: hashOf(`${reading.source.sha256} ${copy}`) },
  }
}
