import { LANGUAGES } from './languages/index.ts'
import type { Quoting } from './languages/language.ts'

type Words = ReadonlySet<string>

/** A language's words of quoting, ready to be looked up. */
export interface Tongue {
  /** Stances by verb form, and by the first word of a pair with its second. */
  readonly verbs: ReadonlyMap<string, string>
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, string>>
  /** Phrases before a speaker, as words. */
  readonly before: readonly (readonly string[])[]
  readonly objects: Words
  readonly marker: Words
  readonly auxiliaries: Words
  readonly after: Words
  readonly by: Words
  readonly accounts: Words
  readonly behind: Words
  readonly reported: Words
  readonly pronouns: Words
  readonly impersonal: Words
  readonly nominative: Words
  readonly determiners: Words
  readonly oblique: Words
  readonly passive: Words
  readonly agent: Words
  readonly media: Words
  readonly terms: Words
  readonly pointing: Words
  readonly wording: Words
  readonly coordinators: Words
  readonly links: Words
  readonly openers: Words
  readonly focus: Words
  readonly comparing: Words
  readonly origins: Words
  readonly subordinators: Words
  readonly skipped: Words
}

const setOf = (list: string): Words => new Set(list.split(' '))

function pairsOf(table: Quoting['pairs']): Tongue['pairs'] {
  const found = new Map<string, Map<string, string>>()
  for (const [stance, list] of Object.entries(table)) {
    for (const [verb = '', particle = ''] of list.split(', ').map((pair) => pair.split(' ')))
      found.set(verb, (found.get(verb) ?? new Map<string, string>()).set(particle, stance))
  }
  return found
}

const tongueFrom = (words: Quoting): Tongue => ({
  verbs: new Map(
    Object.entries(words.verbs).flatMap(([stance, list]) => list.split(' ').map((form) => [form, stance])),
  ),
  pairs: pairsOf(words.pairs),
  before: words.before
    .split(', ')
    .map((phrase) => phrase.split(' '))
    .sort((a, b) => b.length - a.length),
  objects: setOf(words.objects),
  marker: setOf(words.marker),
  auxiliaries: setOf(words.auxiliaries),
  after: setOf(words.after),
  by: setOf(words.by),
  accounts: setOf(words.accounts),
  behind: setOf(words.behind),
  reported: setOf(words.reported),
  pronouns: setOf(words.pronouns),
  impersonal: setOf(words.impersonal),
  nominative: setOf(words.nominative),
  determiners: setOf(words.determiners),
  oblique: setOf(words.oblique),
  passive: setOf(words.passive),
  agent: setOf(words.agent),
  media: setOf(words.media),
  terms: setOf(words.terms),
  pointing: setOf(words.pointing),
  wording: setOf(words.wording),
  coordinators: setOf(words.coordinators),
  links: setOf(words.links),
  openers: setOf(words.openers),
  focus: setOf(words.focus),
  comparing: setOf(words.comparing),
  origins: setOf(words.origins),
  subordinators: setOf(words.subordinators),
  skipped: setOf(words.skipped),
})

// Languages are laid out when they are first met: most readers meet one.
const laid = new Map<Quoting, Tongue>()

/** What reads the quotations of a language, by its ISO 639-1 code; undefined where it has no data. */
export function tongueOf(code: string | undefined): Tongue | undefined {
  const words = code !== undefined && Object.hasOwn(LANGUAGES, code) ? LANGUAGES[code] : undefined
  if (!words) return undefined
  const tongue = laid.get(words) ?? tongueFrom(words)
  laid.set(words, tongue)
  return tongue
}
