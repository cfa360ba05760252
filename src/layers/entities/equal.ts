import { initialsOf } from '../mentions/names.ts'
import type { Mention } from '../mentions.ts'
import phrases from './phrases.json' with { type: 'json' }

/** Two mentions that the text itself says are one: names, or a name and a description. */
export interface Equation {
  readonly one: Mention
  readonly other: Mention
  readonly by: string
  readonly score: number
}

const BETWEEN: ReadonlySet<string> = new Set(phrases.between)
const LONGEST = 60

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/["“”'‘’,()[\]–—]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ the$/, '')

const ACRONYM = /^\p{Lu}[\p{L}&.-]{0,8}\p{Lu}s?$/u

// "Islamic State (IS)", "the IMF (International Monetary Fund)": a bracket that holds nothing but the other name.
function bracketed(text: string, one: Mention, other: Mention): boolean {
  const between = text.slice(one.end, other.start)
  if (
    !/^\s*(?:group|movement|party|organi[sz]ation|militia|network)?\s*[([]\s*(?:or\s+|the\s+)*["“'‘]?$/i.test(between)
  )
    return false
  if (!/^["”'’]?\s*[)\]]/.test(text.slice(other.end, other.end + 4))) return false
  const [long, short] = [text.slice(one.start, one.end), text.slice(other.start, other.end)]
  const isShort = (name: string, full: string): boolean =>
    ACRONYM.test(name) && initialsOf(full) === name.replace(/[^\p{L}]/gu, '')
  // Acronyms of other languages share no letters with the name ("Doctors Without Borders (MSF)").
  const foreign =
    one.type === 'organization' && other.type !== 'person' && /\s/.test(long) && /^\p{Lu}{2,6}$/u.test(short)
  return isShort(short, long) || isShort(long, short) || foreign
}

/** Neighbouring names that a bracket or a phrase ("also known as") makes one. */
export function neighbours(text: string, names: readonly Mention[]): readonly Equation[] {
  return names.flatMap((one, at) => {
    const other = names[at + 1]
    if (!other || other.start - one.end > LONGEST) return []
    if (bracketed(text, one, other)) return [{ one, other, by: 'entities/bracket', score: 0.93 }]
    const between = text.slice(one.end, other.start)
    const alternative =
      /^,\s+or\s+(?:the\s+)?["“]?$/.test(between) &&
      initialsOf(text.slice(one.start, one.end)) === text.slice(other.start, other.end)
    if (alternative || BETWEEN.has(bare(between))) return [{ one, other, by: 'entities/phrase', score: 0.9 }]
    return []
  })
}

const ANOTHER = new RegExp(
  `\\b(?:another|an alternative|an alternate|a different|(?:the|an|its) \\w+|the|an|a) (?:\\w+ )?(?:${phrases.another.join('|')}) (?:for|of|to refer to|to describe) (?:the )?`,
  'gi',
)

/**
 * "… ISIL …, using another acronym for the jihadist group": the name before the phrase, in its paragraph, is what follows the phrase.
 * The name comes from the nearest quotation before the phrase where one stands there, since the phrase explains the speaker's word.
 */
export function explained(
  text: string,
  paragraph: { readonly start: number; readonly end: number },
  named: readonly Mention[],
  described: readonly Mention[],
): readonly Equation[] {
  const found: Equation[] = []
  for (const { index, 0: phrase } of text.slice(paragraph.start, paragraph.end).matchAll(ANOTHER)) {
    const from = paragraph.start + index
    const after = from + phrase.length
    const other = described.find((mention) => mention.end > after && mention.start - after <= 12)
    const short = /acronym|abbreviation|initials/i.test(phrase)
    const fits = (mention: Mention): boolean =>
      (mention.type !== 'person' || !/\s/.test(text.slice(mention.start, mention.end))) &&
      (mention.type !== 'location' || other?.type === 'location') &&
      (!short || ACRONYM.test(text.slice(mention.start, mention.end)))
    const before = named.filter((mention) => mention.end <= from && fits(mention))
    const quoted = text.slice(paragraph.start, from).search(/["”»][^"“”»]*$/)
    const inside = before.filter((mention) => quoted >= 0 && mention.end <= paragraph.start + quoted)
    const one = (inside.length > 0 ? inside : before).at(-1)
    if (one && other && one !== other) found.push({ one, other, by: 'entities/explained', score: 0.85 })
  }
  return found
}
