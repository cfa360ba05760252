import type { Reading } from '../../readings/reading.ts'
import { rarity, stemsIn } from '../fold.ts'
import type { ArticleItem, Terms } from '../items.ts'

/** Terms kept of a whole text, and of each of its aspects. */
const TERMS = 60
const KEPT = { head: 24, lead: 60, names: 40, plain: 60 } as const
// How often a word of each part counts: a headline says what an article is about.
const HEADLINE = 3
const STANDFIRST = 2
const NAME = 2
/** How often a word of the headline counts beside the opening and the plain words. */
const REPEATED = 2
/** Characters of a body that open it. */
const LEAD = 600

type Counts = Map<string, number>

function countInto(counts: Counts, stems: readonly string[], weight: number): Counts {
  for (const term of stems) counts.set(term, (counts.get(term) ?? 0) + weight)
  return counts
}

// TF-IDF against a fixed table, the heaviest, of length 1.
function weighed(counts: Counts, most: number): Terms {
  const kept = [...counts]
    .map(([term, count]): [string, number] => [term, (1 + Math.log(count)) * rarity(term)])
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
  const length = Math.hypot(...kept.map(([, weight]) => weight)) || 1
  return {
    words: kept.map(([term]) => term).join(' '),
    weights: kept.map(([, weight]) => Math.round((weight / length) * 1e4) / 1e4),
  }
}

// A name that a person gave is no word of the article: what the text itself says tells which story it belongs to.
const namesOf = ({ entities, text }: Reading) =>
  entities
    .filter(({ type, unnamed }) => type !== 'source' && !unnamed)
    .map(({ name, aliases, mentions }) => ({
      stems: stemsIn(text.includes(name) ? name : (aliases.find((one) => text.includes(one)) ?? name)),
      mentions: mentions.length,
    }))

// A page without a headline says it in its first sentence.
const headOf = ({ headline, sentences, text }: Reading): string =>
  headline ?? sentences.slice(0, 1).map(({ start, end }) => text.slice(start, end)).join('') // biome-ignore format: one thought

/** Weighted terms of a text and of its aspects (TF-IDF against a fixed table; words of names and of the headline weigh more), each of length 1. */
export function termsOf(reading: Reading): Pick<ArticleItem, 'terms' | 'aspects'> {
  const [head, standfirst] = [stemsIn(headOf(reading)), stemsIn(reading.standfirst ?? '')]
  const [body, lead] = [stemsIn(reading.body), stemsIn(reading.body.slice(0, LEAD))]
  const named = namesOf(reading)
  const told = countInto(new Map(), body, 1)
  const all = countInto(new Map(told), reading.headline === undefined ? [] : head, HEADLINE)
  countInto(all, standfirst, STANDFIRST)
  const names: Counts = new Map()
  for (const { stems, mentions } of named) {
    countInto(all, stems, NAME)
    countInto(names, stems, mentions)
  }
  const plain: Counts = new Map([...told].filter(([term]) => !names.has(term)))
  countInto(plain, head.filter((term) => !names.has(term)), REPEATED) // biome-ignore format: one line
  return {
    terms: weighed(all, TERMS),
    aspects: {
      head: weighed(countInto(countInto(new Map(), head, 1), standfirst, 1), KEPT.head),
      lead: weighed(countInto(countInto(new Map(), lead, 1), head, REPEATED), KEPT.lead),
      names: weighed(names, KEPT.names),
      plain: weighed(plain, KEPT.plain),
    },
  }
}
