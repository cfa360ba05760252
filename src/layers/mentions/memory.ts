import { wordsOf } from '../../text/span.ts'
import type { EntityType } from '../mentions.ts'
import { bodied } from './bodies.ts'
import { initialsOf, type Name } from './names.ts'
import { HEADS, HONORIFICS } from './roles.ts'
import { isCapital, type Word, wordFrom } from './words.ts'

/** A full name of the text, by its last word. */
interface Known {
  readonly parts: readonly string[]
  readonly score: number
}

/** The last names of a text's persons, each with the surest full name that ends so. */
function surnamesOf(text: string, names: readonly Name[]): ReadonlyMap<string, Known> {
  const found = new Map<string, Known>()
  for (const name of names) {
    if (name.type !== 'person' || name.score < 0.5) continue
    const parts = wordsOf(text, name).split(/\s+/)
    const last = parts.at(-1) ?? ''
    if (parts.length >= 2 && last.length > 2 && name.score > (found.get(last)?.score ?? 0))
      found.set(last, { parts, score: name.score })
  }
  return found
}

// Where a surname of several words begins: "Le" of "Le Drian", never the given name.
function startOf(words: readonly Word[], at: number, { parts }: Known): number {
  let back = 1
  while (back < parts.length - 1 && words[at - back]?.text === parts[parts.length - 1 - back]) back++
  return words[at - back + 1]?.start ?? 0
}

// A one-word name that a full name elsewhere in the text ends with is that person, whatever the tagger took it for.
function retyped(text: string, names: readonly Name[], surnames: ReadonlyMap<string, Known>): readonly Name[] {
  return names.map((name) => {
    const known = name.type === 'person' ? undefined : surnames.get(wordsOf(text, name))?.score
    return known === undefined || name.score > known
      ? name
      : { ...name, type: 'person', by: 'mentions/memory', score: known * 0.6 }
  })
}

// One string, one kind: a one-word name tagged now as a place, now as a person is what it is most.
function agreed(text: string, names: readonly Name[], surnames: ReadonlyMap<string, Known>): readonly Name[] {
  const weights = new Map<string, Map<EntityType, number>>()
  for (const name of names) {
    const words = wordsOf(text, name)
    const own = weights.get(words) ?? new Map<EntityType, number>()
    weights.set(words, own.set(name.type, (own.get(name.type) ?? 0) + name.score))
  }
  return names.map((name) => {
    const words = wordsOf(text, name)
    const ranked = [...(weights.get(words) ?? [])].sort((a, b) => b[1] - a[1])
    const [best, own] = [ranked[0], ranked.find(([type]) => type === name.type)]
    if (!best || !own || best[0] === name.type || surnames.has(words) || best[1] < 2 * own[1]) return name
    return { ...name, type: best[0], by: 'mentions/memory', score: Math.min(0.7, best[1] / (best[1] + own[1])) }
  })
}

const GROUP = /^(?:group|movement|organi[sz]ation|party|militants?|insurgents|jihadists?|extremists|fighters)$/

// "the Islamic State (IS) |group|", "PKK |militants|": what follows tells a body from a place. Adjectives ("Syrian group") are left alone.
function grouped(text: string, words: readonly Word[], names: readonly Name[]): readonly Name[] {
  return names.map((name) => {
    if (name.type !== 'location' && name.type !== 'misc') return name
    let at = wordFrom(words, name.end)
    if (words[at]?.text === '(' && words[at + 2]?.text === ')') at += 3
    const own = wordsOf(text, name)
    const shaped = /\s/.test(own) || /^\p{Lu}{2,6}$/u.test(own)
    return shaped && GROUP.test(words[at]?.lower ?? '')
      ? { ...name, type: 'organization', by: 'mentions/group', score: 0.8 }
      : name
  })
}

/** Acronyms that a bracket after a name spells out: "Islamic State (|IS|)", by their letters. */
function acronymsOf(text: string, words: readonly Word[], names: readonly Name[]): ReadonlyMap<string, EntityType> {
  const found = new Map<string, EntityType>()
  for (const name of names) {
    const at = wordFrom(words, name.end)
    const short = words[at + 1]
    if (words[at]?.text !== '(' || words[at + 2]?.text !== ')' || !short || !/^\p{Lu}{2,8}$/u.test(short.text)) continue
    if (initialsOf(wordsOf(text, name)) === short.text) found.set(short.text, name.type)
  }
  return found
}

const ADDRESS = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|lady|rev|gen|lt|col|maj|capt|sgt|sen|rep|gov)$/

// "Ms Abara", "Gen. Okafor", not "Saint Lucia", "Chief Executive" or "ST LOUIS".
function titled(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (!before || !word || !isCapital(before) || !ADDRESS.test(before.lower)) return false
  return /\p{Ll}/u.test(word.text) && !HEADS.has(word.lower) && !HONORIFICS.has(word.lower)
}

/** Adds what the text's own full names tell: surnames that stand alone elsewhere, and names after "Mr" and the like. */
export function remembered(text: string, words: readonly Word[], names: readonly Name[]): readonly Name[] {
  const settled = bodied(text, words, names)
  const surnames = surnamesOf(text, settled)
  const known = grouped(text, words, agreed(text, retyped(text, settled, surnames), surnames))
  const acronyms = acronymsOf(text, words, known)
  const taken = new Uint8Array(words.length)
  for (const name of known) taken.fill(1, wordFrom(words, name.start), wordFrom(words, name.end))
  const added: Name[] = []
  words.forEach((word, at) => {
    if (taken[at] || !isCapital(word) || word.text.length < 2) return
    const known = surnames.get(word.text)
    const acronym = acronyms.get(word.text)
    const next = words[at + 1]
    // A capital on either side means a longer name that is not this person ("Carter Center").
    const alone = !(next && isCapital(next) && !taken[at + 1])
    if (acronym) added.push({ start: word.start, end: word.end, type: acronym, by: 'mentions/acronym', score: 0.9 })
    else if (known && alone)
      added.push({
        start: startOf(words, at, known),
        end: word.end,
        type: 'person',
        by: 'mentions/memory',
        score: known.score * 0.9,
      })
    else if (titled(words, at) && alone)
      added.push({ start: word.start, end: word.end, type: 'person', by: 'mentions/title', score: 0.8 })
  })
  return [...known, ...added]
}
