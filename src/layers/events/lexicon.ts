import type { EventType } from '../events.ts'
import { formsOf, pluralOf, type Tense } from './forms.ts'
import lexicon from './lexicon.json' with { type: 'json' }

/** One way to read a surface as an event: a noun, or a form of a verb. */
export interface Sense {
  readonly type: EventType
  readonly lemma: string
  readonly tense: Tense | 'noun'
  /** Words after the first, lower case: "down" of "step down". */
  readonly rest: readonly string[]
}

function add(senses: Map<string, Sense[]>, form: string, sense: Omit<Sense, 'rest'>): void {
  const [first = '', ...rest] = form.split(' ')
  const known = senses.get(first) ?? []
  if (
    known.some(
      (other) => (other.tense === 'noun') === (sense.tense === 'noun') && other.rest.join(' ') === rest.join(' '),
    )
  )
    return
  known.push({ ...sense, rest })
  known.sort((a, b) => b.rest.length - a.rest.length)
  senses.set(first, known)
}

function addVerb(senses: Map<string, Sense[]>, lemma: string, type: EventType): void {
  const [verb = '', ...rest] = lemma.split(' ')
  for (const [form, tense] of formsOf(verb)) add(senses, [form, ...rest].join(' '), { type, lemma, tense })
}

function addNoun(senses: Map<string, Sense[]>, noun: string, type: EventType): void {
  add(senses, noun, { type, lemma: noun, tense: 'noun' })
  if (!noun.endsWith('s')) add(senses, pluralOf(noun), { type, lemma: noun, tense: 'noun' })
}

function sensesOf(): ReadonlyMap<string, readonly Sense[]> {
  const senses = new Map<string, Sense[]>()
  for (const [type, { verbs, nouns }] of Object.entries(lexicon)) {
    for (const lemma of verbs) addVerb(senses, lemma, type as EventType)
    for (const noun of nouns) addNoun(senses, noun, type as EventType)
  }
  return senses
}

const SENSES = sensesOf()
const NONE: readonly Sense[] = []

/** How a lower-case word can name an event: longest phrases first; none for words that name no event. */
export const sensesAt = (low: readonly string[], at: number): readonly Sense[] =>
  SENSES.get(low[at] ?? '')?.filter(({ rest }) => rest.every((word, nth) => low[at + 1 + nth] === word)) ?? NONE
