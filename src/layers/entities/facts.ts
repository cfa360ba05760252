import { PHRASE_KINDS, type Phrase } from '../../tagger/tagger.ts'
import { PRONOUNS, pronounKind } from '../mentions/pronouns.ts'
import table from './facts.json' with { type: 'json' }
import type { Scene } from './scene.ts'

/** Edges of buckets: how many phrases, and how many sentences, two phrases stand apart. */
const { distances: DISTANCES, lines: LINES } = table
const FORMS = ['name', 'nominal', ...PRONOUNS] as const
const EDGES: ReadonlySet<string> = new Set(table.edges)
const FIRSTS: ReadonlyMap<string, number> = new Map(
  table.firsts.flatMap((words, at) => words.map((word) => [word, at + 1] as const)),
)
const FIRST_COUNT = table.firsts.length + 1

/** How the words of two phrases stand to one another. */
const RELATION = { differ: 0, same: 1, headWithin: 2, headAround: 3, head: 4, within: 5, around: 6, share: 7, initials: 8 } as const // biome-ignore format: a list to be read
const RELATIONS = 9
const PLACES = 5
const KINDS = PHRASE_KINDS.length
const RULES = 3

// Values of each fact, in the order of the tagger's table: each begins where the one before ends.
const SIZES = {
  apart: (DISTANCES.length + 1) * 3,
  lines: (LINES.length + 1) * 3,
  forms: FORMS.length * FORMS.length,
  kinds: KINDS * KINDS * 3,
  quotes: 8 * 3,
  relation: RELATIONS * 9 * RULES,
  near: FORMS.length * 3 * 3,
  places: PLACES * 9,
  later: FORMS.length * FIRST_COUNT * 2,
  earlier: FORMS.length * FIRST_COUNT * 2,
}
type Fact = keyof typeof SIZES
const BEGIN = Object.fromEntries(
  Object.keys(SIZES).map((name, at, names) => [
    name,
    names.slice(0, at).reduce((sum, before) => sum + SIZES[before as Fact], 0),
  ]),
) as Readonly<Record<Fact, number>>

/** Rows of the tagger's table of facts. */
export const FACTS = Object.values(SIZES).reduce((sum, size) => sum + size, 0)

/** A phrase as its words tell it. */
export interface Told {
  readonly phrase: Phrase
  /** Its place in FORMS; `broad` is 2 for every pronoun. */
  readonly form: number
  readonly broad: number
  readonly kind: number
  readonly text: string
  readonly words: ReadonlySet<string>
  readonly head: string
  readonly initials: string
  readonly acronym: string
  readonly line: number
  /** Where the quotation about it begins; -1 outside. */
  readonly quote: number
  readonly first: number
  /** Whom or what its name names. */
  readonly entity: unknown
}

const TOKEN = /[\p{P}\p{S}]|[^\s\p{P}\p{S}]+/gu
const tokens = (text: string): readonly string[] => text.match(TOKEN) ?? []

// Words without what stands at the edges of many phrases: "the", "'s".
function plain(words: readonly string[]): readonly string[] {
  let [from, to] = [0, words.length]
  while (to - from > 1 && EDGES.has(words[from] ?? '')) from++
  while (to - from > 1 && EDGES.has(words[to - 1] ?? '')) to--
  return words.slice(from, to)
}

const initialsIn = (words: readonly string[]): string =>
  words
    .map((word) => word.charAt(0))
    .filter((letter) => /[A-Z]/.test(letter))
    .join('')
    .toLowerCase()

/** Tells a phrase; `entity` is whom or what the name at its head names, if there is one. */
export function toldOf(scene: Scene, phrase: Phrase, entity: unknown): Told {
  const { text } = scene
  const raw = tokens(text.slice(phrase.start, phrase.end))
  const own = plain(raw.map((word) => word.toLowerCase()))
  const head = text.slice(phrase.head.start, phrase.head.end)
  const line = scene.lineAt(phrase.start)
  const pronoun = raw.length === 1 ? pronounKind((raw[0] ?? '').toLowerCase()) : undefined
  // A capital at the beginning of a sentence says nothing.
  const named =
    /^[A-Z]/.test(head) && (entity !== undefined || scene.lineAt(phrase.head.start)?.start !== phrase.head.start)
  const form = pronoun ? FORMS.indexOf(pronoun) : named ? 0 : 1
  return {
    phrase,
    form,
    broad: Math.min(form, 2),
    kind: PHRASE_KINDS.indexOf(phrase.kind),
    text: own.join(' '),
    words: new Set(own),
    head: head.toLowerCase(),
    initials: initialsIn(raw),
    acronym: own.length === 1 && (own[0]?.length ?? 0) > 1 ? (own[0] ?? '') : '-',
    line: line?.at ?? 0,
    quote: scene.quoteAt(phrase.start)?.start ?? -1,
    first: FIRSTS.get((raw[0] ?? '').toLowerCase()) ?? 0,
    entity,
  }
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const word of a) if (b.has(word)) count++
  return count
}

function relationOf(a: Told, b: Told): number {
  if (a.text === b.text) return RELATION.same
  const common = shared(a.words, b.words)
  const [within, around] = [common === a.words.size, common === b.words.size]
  if (a.head === b.head) return within ? RELATION.headWithin : around ? RELATION.headAround : RELATION.head
  const isInitials = (short: Told, long: Told): boolean => long.initials.length > 1 && short.acronym === long.initials
  if (isInitials(a, b) || isInitials(b, a)) return RELATION.initials
  return within ? RELATION.within : around ? RELATION.around : common > 0 ? RELATION.share : RELATION.differ
}

// Whether the earlier phrase holds the later one, or stands right before it: with nothing, or one mark or word, between.
function placeOf(text: string, a: Told, b: Told): number {
  if (b.phrase.end > a.phrase.start) return b.phrase.end === a.phrase.end ? 2 : 1
  if (a.phrase.start - b.phrase.end > 24) return 0
  const between = tokens(text.slice(b.phrase.end, a.phrase.start)).length
  return between === 0 ? 3 : between === 1 ? 4 : 0
}

// Buckets by value, the last for all beyond: looked up for each pair.
const bucketsOf = (edges: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: (edges.at(-1) ?? 0) + 2 }, (_, value) => {
    const at = edges.findIndex((edge) => value <= edge)
    return at < 0 ? edges.length : at
  })
const BY_DISTANCE = bucketsOf(DISTANCES)
const BY_LINES = bucketsOf(LINES)
const bucket = (value: number, buckets: Uint8Array): number => buckets[Math.min(value, buckets.length - 1)] ?? 0

/** Fills in the facts of a later phrase and an earlier one with so many phrases from the one to the other. */
export function tell(text: string, a: Told, b: Told, apart: number, facts: Uint16Array): void {
  const both = a.broad * 3 + b.broad
  const lines = a.line - b.line
  const rules = a.entity === undefined || b.entity === undefined ? 0 : a.entity === b.entity ? 2 : 1
  const quotes = (a.quote >= 0 ? 4 : 0) + (b.quote >= 0 ? 2 : 0) + (a.quote === b.quote ? 1 : 0)
  facts[0] = BEGIN.apart + bucket(apart, BY_DISTANCE) * 3 + a.broad
  facts[1] = BEGIN.lines + bucket(lines, BY_LINES) * 3 + a.broad
  facts[2] = BEGIN.forms + a.form * FORMS.length + b.form
  facts[3] = BEGIN.kinds + (a.kind * KINDS + b.kind) * 3 + a.broad
  facts[4] = BEGIN.quotes + quotes * 3 + a.broad
  facts[5] = BEGIN.relation + (relationOf(a, b) * 9 + both) * RULES + rules
  facts[6] = BEGIN.near + (a.form * 3 + b.broad) * 3 + Math.min(lines, 2)
  facts[7] = BEGIN.places + placeOf(text, a, b) * 9 + both
  facts[8] = BEGIN.later + (a.form * FIRST_COUNT + a.first) * 2 + (a.quote >= 0 ? 1 : 0)
  facts[9] = BEGIN.earlier + (b.form * FIRST_COUNT + b.first) * 2 + (b.quote >= 0 ? 1 : 0)
}

/** Facts of a pair. */
export const FACTS_OF_A_PAIR = 10
