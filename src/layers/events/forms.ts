import words from './forms.json' with { type: 'json' }

/** What a form of a verb says: its base, its third person, its past, its past participle (or both, being the same), its -ing form. */
export type Tense = 'base' | 'third' | 'past' | 'part' | 'past-or-part' | 'ing'

const IRREGULAR: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(words.irregular))
const DOUBLED: ReadonlySet<string> = new Set(words.doubled)

const vowelled = (lemma: string): boolean => /[^aeiou]y$/.test(lemma)

function stemmed(lemma: string): string {
  if (DOUBLED.has(lemma)) return lemma + lemma.slice(-1)
  return /[^aeo]e$|[^e]e$/.test(lemma) && lemma.endsWith('e') ? lemma.slice(0, -1) : lemma
}

/** "attack" to "attacks", "siege" to "sieges", "injury" to "injuries". */
export function pluralOf(noun: string): string {
  if (vowelled(noun)) return `${noun.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

function pastOf(lemma: string): string {
  if (vowelled(lemma)) return `${lemma.slice(0, -1)}ied`
  return `${stemmed(lemma)}ed`
}

const doubles = (lemma: string): boolean => /^(?:hit|set|cut|shut|get|put|run|win|begin|let)$/.test(lemma)

function ingOf(lemma: string): string {
  if (lemma === 'die') return 'dying'
  if (/ee$/.test(lemma)) return `${lemma}ing`
  return `${doubles(lemma) ? lemma + lemma.slice(-1) : stemmed(lemma)}ing`
}

const BASES: ReadonlyMap<string, string> = new Map(
  [...IRREGULAR].flatMap(([lemma, forms]) => forms.map((form): [string, string] => [form, lemma])),
)

/** The verb that an irregular form is of: "take" of "took"; any other word is itself. */
export const baseOf = (form: string): string => BASES.get(form) ?? form

/** Whether a word is the irregular past or participle of a known verb. */
export const isIrregular = (form: string): boolean => BASES.has(form)

/** Every form of a verb with what it says. */
export function formsOf(lemma: string): readonly (readonly [form: string, tense: Tense])[] {
  const [past, part] = IRREGULAR.get(lemma) ?? [pastOf(lemma), pastOf(lemma)]
  const pasts: readonly (readonly [string, Tense])[] =
    past === part
      ? [[past ?? lemma, 'past-or-part']]
      : [
          [past ?? lemma, 'past'],
          [part ?? lemma, 'part'],
        ]
  return [[lemma, 'base'], [pluralOf(lemma), 'third'], ...pasts, [ingOf(lemma), 'ing']]
}
