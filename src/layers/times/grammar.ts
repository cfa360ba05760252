import { GROUPS, LISTED_IN, type Reader, readersOf, UNIONS } from './classes.ts'
import { beginningsOf } from './keys.ts'
import type { Language } from './languages/language.ts'
import { type Lexicon, lexiconOf } from './lexicon.ts'
import { type Numbers, numbersOf } from './numbers.ts'
import { compile, matches, type Pattern, type Reading, type Source } from './pattern.ts'
import { MAKERS, type Maker } from './rules.ts'
import type { Meaning, Sense } from './senses.ts'
import type { Word } from './words.ts'

interface Rule {
  readonly name: string
  readonly make: Maker
  readonly patterns: readonly Pattern[]
}

/** A time that a rule found at a place of a sentence: words `from` to `to`, exclusive. */
export interface Match {
  readonly rule: string
  readonly from: number
  readonly to: number
  readonly sense: Sense
}

function makerOf(name: string): Maker {
  const maker = MAKERS[name]
  if (!maker) throw new Error(`No meaning for the times rule: ${name}`)
  return maker
}

/** A pattern with the rule that it is of. */
type Entry = readonly [rule: Rule, pattern: Pattern]

interface Index {
  /** Patterns by a word they may begin with; where a count may begin with it, too, those that may begin with one. */
  readonly words: ReadonlyMap<string, readonly Entry[]>
  /** Patterns that may begin with a count. */
  readonly counts: readonly Entry[]
}

/** A language's rules, laid out to be looked up. */
interface Laid {
  readonly lexicon: Lexicon
  readonly numbers: Numbers
  readonly readers: Readonly<Record<string, Reader>>
  readonly all: Index
  readonly inGroup: ReadonlyMap<string, Index>
}

const COUNTING = ''

/** The words that a class, a word or a pattern may begin with; the empty one stands for any count. */
function beginnings(rules: readonly Rule[], lexicon: Lexicon, readers: Laid['readers']) {
  const byName = new Map(rules.map((rule) => [rule.name, rule]))
  const ofFirst = (first: string): readonly string[] => {
    const group = GROUPS[first]
    if (group) return group.flatMap((name) => byName.get(name)?.patterns.flatMap(ofPattern) ?? [])
    const lists = UNIONS[first] ?? LISTED_IN[first] ?? [first]
    const listed = lists.flatMap((name) => [...(lexicon.firsts.get(name) ?? [])])
    if (readers[first]) return [COUNTING, ...listed]
    return /^[A-Z]/.test(first) ? listed : [first]
  }
  const ofPattern = ({ firsts }: Pattern): readonly string[] => [...firsts].flatMap(ofFirst)
  return ofPattern
}

function indexOf(
  rules: readonly Rule[],
  beginningsOfPattern: (pattern: Pattern) => readonly string[],
  { mayCount }: Numbers,
): Index {
  const words = new Map<string, Entry[]>()
  for (const rule of rules)
    for (const pattern of rule.patterns)
      for (const word of new Set(beginningsOfPattern(pattern))) {
        const list = words.get(word) ?? []
        list.push([rule, pattern])
        words.set(word, list)
      }
  const counts = words.get(COUNTING) ?? []
  for (const [word, list] of words) if (word !== COUNTING && mayCount(word)) words.set(word, merged(list, counts))
  return { words, counts }
}

const merged = (list: readonly Entry[], more: readonly Entry[]): Entry[] => {
  const known = new Set(list.map(([, pattern]) => pattern))
  return [...list, ...more.filter(([, pattern]) => !known.has(pattern))]
}

function laid(language: Language): Laid {
  const [lexicon, numbers] = [lexiconOf(language), numbersOf(language.numbers)]
  const readers = readersOf(language, numbers, lexicon)
  const rules = Object.entries(language.grammar).map(([name, patterns]) => ({
    name,
    make: makerOf(name),
    patterns: patterns.map(compile),
  }))
  const ofPattern = beginnings(rules, lexicon, readers)
  const inGroup = new Map(
    Object.entries(GROUPS).map(([name, members]) => [
      name,
      indexOf(
        rules.filter((rule) => members.includes(rule.name)),
        ofPattern,
        numbers,
      ),
    ]),
  )
  return { lexicon, numbers, readers, all: indexOf(rules, ofPattern, numbers), inGroup }
}

const NONE: readonly Entry[] = []

function entriesAt({ words, counts }: Index, low: string, { mayCount }: Numbers): readonly Entry[] {
  const listed = words.get(low)
  return listed ?? (counts.length > 0 && mayCount(low) ? counts : NONE)
}

function matchesAt(source: Source<Meaning>, at: number, index: Index, numbers: Numbers): readonly Match[] {
  const found: Match[] = []
  for (const [rule, pattern] of entriesAt(index, source.word(at), numbers))
    for (const { end, value } of matches(pattern, source, at)) {
      const sense = rule.make(value)
      if (sense) found.push({ rule: rule.name, from: at, to: end, sense })
    }
  return found
}

// Many patterns ask for the same class at the same place: what it says there is kept.
function sourceOf({ inGroup, readers, lexicon, numbers }: Laid, words: readonly Word[]): Source<Meaning> {
  const kept: (Map<string, readonly Reading<Meaning>[]> | undefined)[] = []
  const word = (at: number): string => words[at]?.low ?? ''
  const found = (kind: string, at: number): readonly Reading<Meaning>[] => {
    const group = inGroup.get(kind)
    if (group) return matchesAt(source, at, group, numbers).map(({ to, sense }) => ({ end: to, value: sense }))
    const reader = readers[kind]
    if (reader) return reader(words, at, word)
    return (UNIONS[kind] ?? [kind]).flatMap((list) => lexicon.phrasesAt(words, list, at))
  }
  const read = (kind: string, at: number): readonly Reading<Meaning>[] => {
    if (at >= words.length) return []
    const here = kept[at] ?? new Map<string, readonly Reading<Meaning>[]>()
    kept[at] = here
    const known = here.get(kind)
    if (known) return known
    const readings = found(kind, at)
    here.set(kind, readings)
    return readings
  }
  const source = { word, read }
  return source
}

/** Finds the times of a sentence's words, in order, none over another: at each place the longest that `holds`, rules in their order. */
export type TimesIn = (words: readonly Word[], holds: (match: Match) => boolean) => readonly Match[]

/** What finds times by a language's rules. */
export function grammarOf(language: Language): TimesIn {
  const rules = laid(language)
  const mayBegin = beginningsOf(language)
  return (words, holds) => {
    const source = sourceOf(rules, words)
    const near = mayBegin(words)
    const found: Match[] = []
    for (let at = 0; at < words.length; ) {
      if (!near[at]) {
        at++
        continue
      }
      const best = matchesAt(source, at, rules.all, rules.numbers)
        .filter(holds)
        .reduce<Match | undefined>((longest, match) => (longest && longest.to >= match.to ? longest : match), undefined)
      if (best) found.push(best)
      at = best?.to ?? at + 1
    }
    return found
  }
}
