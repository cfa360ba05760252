import table from './cues.json' with { type: 'json' }

/** A verb that signals saying, writing, thinking or wanting, with what it governs. */
export interface Cue {
  readonly lemma: string
  readonly stance: string
  /** Whether it signals a quotation beside it by itself ("said", "added"), not only with a clause ("plans to"). */
  readonly speech: boolean
  /** Says that something was said, and hardly ever anything else. */
  readonly plain: boolean
  /** Governs a clause, with or without "that". */
  readonly clause: boolean
  /** Names whom it is said to before the content: "told reporters that". */
  readonly addressee: boolean
  /** Governs an infinitive: "promised to". */
  readonly infinitive: boolean
  /** Governs an object alone: "condemned the raid". */
  readonly object: boolean
  readonly form: 'base' | 'third' | 'past' | 'participle'
}

const VOWEL = /[aeiou]/

function regular(lemma: string): readonly string[] {
  if (/[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`]
  if (/e$/.test(lemma))
    return [`${lemma}s`, `${lemma}d`, /ee$/.test(lemma) ? `${lemma}ing` : `${lemma.slice(0, -1)}ing`]
  return [/(?:s|sh|ch|x)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, `${lemma}ed`, `${lemma}ing`]
}

const irregular: Readonly<Record<string, readonly string[]>> = table.irregular

// A verb with a particle bends in its first word: "called for".
function formsOf(lemma: string): readonly string[] {
  const [verb = '', ...rest] = lemma.split(' ')
  const bent = irregular[lemma] ?? (irregular[verb] ?? regular(verb)).map((form) => [form, ...rest].join(' '))
  return bent
}

const formOf = (form: string, lemma: string): Cue['form'] => {
  if (/ing(?: |$)/.test(form) && form !== lemma) return 'participle'
  return /s(?: |$)/.test(form.split(' ')[0] ?? '') && !/(?:ss|us)$/.test(form) ? 'third' : 'past'
}

function entries(): ReadonlyMap<string, Cue> {
  const found = new Map<string, Cue>()
  const sets = [table.speech, table.plain, table.clause, table.addressee, table.infinitive, table.object].map(
    (list) => new Set<string>(list),
  )
  const [speech, plain, clause, addressee, infinitive, object] = sets
  for (const [stance, lemmas] of Object.entries(table.stances)) {
    for (const lemma of lemmas) {
      const cue = {
        lemma, stance, speech: speech?.has(lemma) ?? false, plain: plain?.has(lemma) ?? false, clause: clause?.has(lemma) ?? false,
        addressee: addressee?.has(lemma) ?? false, infinitive: infinitive?.has(lemma) ?? false, object: object?.has(lemma) ?? false,
      } // biome-ignore format: one verb's facts
      found.set(lemma, { ...cue, form: 'base' })
      for (const form of formsOf(lemma)) if (!found.has(form)) found.set(form, { ...cue, form: formOf(form, lemma) })
    }
  }
  return found
}

const CUES = entries()

/** The cue verb that a lower-case form belongs to ("said", "called for"), if it is one. */
export const cueOf = (form: string): Cue | undefined =>
  VOWEL.test(form) || form.length > 2 ? CUES.get(form) : undefined

const FIRSTS: ReadonlySet<string> = new Set(
  [...CUES.keys()].flatMap((form) => (form.includes(' ') ? [form.split(' ')[0] ?? ''] : [])),
)

/** The cue of a verb with its particle: "called for". */
export const cueOfPair = (verb: string, particle: string): Cue | undefined =>
  FIRSTS.has(verb) ? CUES.get(`${verb} ${particle}`) : undefined

const NOUNS: Readonly<Record<string, string>> = table.nouns

/** The stance of a noun that signals saying ("warnings", "claim"), if it is one. */
export const stanceOfNoun = (lower: string): string | undefined =>
  Object.hasOwn(NOUNS, lower) ? NOUNS[lower] : stanceOfPlural(lower)

const stanceOfPlural = (lower: string): string | undefined => {
  const single = lower.replace(/s$/, '')
  return lower.endsWith('s') && Object.hasOwn(NOUNS, single) ? NOUNS[single] : undefined
}

/** Every stance that a cue may have. */
export const STANCES: readonly string[] = Object.keys(table.stances)
