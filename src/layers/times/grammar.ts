import { GROUPS, LISTED_IN, READERS, UNIONS } from './classes.ts'
import grammar from './grammar.json' with { type: 'json' }
import { mayBegin } from './keys.ts'
import { firstWords, phrasesAt } from './lexicon.ts'
import { mayCount } from './numbers.ts'
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

const RULES: readonly Rule[] = Object.entries(grammar).map(([name, patterns]) => ({
  name,
  make: makerOf(name),
  patterns: patterns.map(compile),
}))
const BY_NAME = new Map(RULES.map((rule) => [rule.name, rule]))

/** A pattern with the rule that it is of. */
type Entry = readonly [rule: Rule, pattern: Pattern]

interface Index {
  /** Patterns by a word they may begin with. */
  readonly words: ReadonlyMap<string, readonly Entry[]>
  /** Patterns that may begin with a count. */
  readonly counts: readonly Entry[]
}

const LISTED = firstWords()
const COUNTING = ''

// The words that a class or word may begin with; the empty one stands for any count.
function beginnings(first: string): readonly string[] {
  const group = GROUPS[first]
  if (group) return group.flatMap((name) => BY_NAME.get(name)?.patterns.flatMap(beginningsOf) ?? [])
  const lists = UNIONS[first] ?? LISTED_IN[first] ?? [first]
  const listed = lists.flatMap((name) => [...(LISTED.get(name) ?? [])])
  if (READERS[first]) return [COUNTING, ...listed]
  return /^[A-Z]/.test(first) ? listed : [first]
}
const beginningsOf = ({ firsts }: Pattern): readonly string[] => [...firsts].flatMap(beginnings)

function indexOf(rules: readonly Rule[]): Index {
  const words = new Map<string, Entry[]>()
  for (const rule of rules)
    for (const pattern of rule.patterns)
      for (const word of new Set(beginningsOf(pattern))) {
        const list = words.get(word) ?? []
        list.push([rule, pattern])
        words.set(word, list)
      }
  return { words, counts: words.get(COUNTING) ?? [] }
}

const ALL = indexOf(RULES)
const IN_GROUP = new Map(
  Object.entries(GROUPS).map(([name, rules]) => [name, indexOf(RULES.filter((rule) => rules.includes(rule.name)))]),
)
const NONE: readonly Entry[] = []

function entriesAt({ words, counts }: Index, low: string): readonly Entry[] {
  const listed = words.get(low) ?? NONE
  if (counts.length === 0 || !mayCount(low)) return listed
  return listed.length === 0 ? counts : [...new Set([...listed, ...counts])]
}

function matchesAt(source: Source<Meaning>, at: number, index: Index): readonly Match[] {
  const found: Match[] = []
  for (const [rule, pattern] of entriesAt(index, source.word(at)))
    for (const { end, value } of matches(pattern, source, at)) {
      const sense = rule.make(value)
      if (sense) found.push({ rule: rule.name, from: at, to: end, sense })
    }
  return found
}

// Many patterns ask for the same class at the same place: what it says there is kept.
function sourceOf(words: readonly Word[]): Source<Meaning> {
  const kept: (Map<string, readonly Reading<Meaning>[]> | undefined)[] = []
  const word = (at: number): string => words[at]?.low ?? ''
  const found = (kind: string, at: number): readonly Reading<Meaning>[] => {
    const group = IN_GROUP.get(kind)
    if (group) return matchesAt(source, at, group).map(({ to, sense }) => ({ end: to, value: sense }))
    const reader = READERS[kind]
    return reader ? reader(words, at, word) : (UNIONS[kind] ?? [kind]).flatMap((list) => phrasesAt(words, list, at))
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

/** The times of a sentence's words, in order, none over another: at each place the longest that `holds`, rules in their order. */
export function timesIn(words: readonly Word[], holds: (match: Match) => boolean): readonly Match[] {
  const source = sourceOf(words)
  const near = mayBegin(words)
  const found: Match[] = []
  for (let at = 0; at < words.length; ) {
    if (!near[at]) {
      at++
      continue
    }
    const best = matchesAt(source, at, ALL)
      .filter(holds)
      .reduce<Match | undefined>((longest, match) => (longest && longest.to >= match.to ? longest : match), undefined)
    if (best) found.push(best)
    at = best?.to ?? at + 1
  }
  return found
}
