import { endsSentence, isHeading } from '../classify.ts'
import { datelineOf } from '../dateline.ts'
import type { Claim, DraftBlock } from '../draft.ts'
import { isPersonName } from '../names.ts'
import { countWords, isOpen, renamed, type Step, wordsOf } from './block.ts'

/** Words of a headline, at least, where other short lines stand beside it. */
const LEAST = 5
const LONGEST = 220
/** A standfirst that ends as a sentence does is at most this long. */
const STANDFIRST = 300
/** Lines of the head; a text's head is at most this many blocks. */
const HEAD = 40

/**
 * The lines above the running text: the outlet's name, the section, the trail to the page; the headline; the standfirst, the byline, the date.
 * The headline is the line that stands there twice (a page's title and its heading), else the first that is long enough.
 */
export const opening: Step = (text, blocks) => {
  const body = bodyStart(text, blocks)
  const lines = blocks.slice(0, body).filter((block) => isOpen(block) && wordsOf(text, block).length <= LONGEST)
  const headline = headlineAmong(text, lines)
  if (!headline) return blocks
  const furnished = blocks.slice(0, body).some(({ part }) => part === 'furniture' || part === 'byline')
  return blocks.map((block, i) => {
    if (block === headline) return renamed(block, 'headline', 'first-line')
    if (i >= body || !isOpen(block)) return block
    const line = wordsOf(text, block)
    if (block.start > headline.start) return belowHeadline(block, line, furnished)
    return furnished || !endsSentence(line) ? renamed(block, 'furniture', 'above-headline') : block
  })
}

/** A short line below the headline is furniture only where the page has other furniture there; else it may head the text. */
function belowHeadline(block: DraftBlock, line: string, furnished: boolean): DraftBlock {
  if (countWords(line) >= LEAST)
    return isNamed(line) ? renamed(block, 'byline', 'name-line') : renamed(block, 'standfirst', 'below-headline')
  if (isNamed(line) && (furnished || line.includes(' in '))) return renamed(block, 'byline', 'name-line')
  return furnished ? renamed(block, 'furniture', 'below-headline') : block
}

/** "Ada Roth", "Ada Roth in Perth", "Ada Roth, Science editor": a line of a name between headline and text. */
const isNamed = (line: string): boolean =>
  line.length < 80 &&
  /^\p{Lu}\S*\p{Ll}\.? \p{Lu}\S*(?: |,|$)/u.test(line) &&
  !/[?!,:]$/.test(line) &&
  isPersonName(line.replace(/(?:,| in | at ).*$/, ''))

/** The name of a site behind a title: "… | The Courier", "… - The Courier". */
const SITE = /\s+[|–—-]\s+[^|–—]{2,40}$/

/** A headline that ends as a sentence does: one sentence of some words. */
const isSentence = (line: string): boolean => /^[^.!?]+\.$/.test(line) && countWords(line) >= LEAST

function headlineAmong(text: string, lines: readonly DraftBlock[]): DraftBlock | undefined {
  const words = lines.map((line) => wordsOf(text, line))
  const titles = new Set(words.flatMap((line) => (SITE.test(line) ? [line.replace(SITE, '')] : [])))
  const twice = lines.find((_, i) => titles.has(words[i] ?? '') || words.indexOf(words[i] ?? '') < i)
  const [top] = words
  if (top && lines[0]?.start === text.search(/\S/) && isSentence(top)) return lines[0]
  const fits = (least: number) =>
    lines.find((_, i) => countWords(words[i] ?? '') >= least && !(words[i] ?? '').endsWith('.'))
  return (twice && countWords(wordsOf(text, twice)) >= 3 ? twice : undefined) ?? fits(LEAST) ?? fits(1) ?? lines[0]
}

/** Place of the first block of running text; where there is none, that below a first line that may be a headline. */
function bodyStart(text: string, blocks: readonly DraftBlock[]): number {
  const at = blocks.findIndex((block, i) => isProse(text, blocks, block, i))
  const first = blocks.findIndex(isOpen)
  if (at < 0) return blocks.length > 1 && countWords(wordsOf(text, blocks[first] ?? NONE)) >= LEAST ? first + 1 : 0
  return Math.max(at, belowStandfirst(text, blocks, at))
}

const NONE = { start: 0, end: 0 }

/** Whether a block is running text: it ends as a sentence does, or is too long for a heading, and is no short line alone at the top. */
function isProse(text: string, blocks: readonly DraftBlock[], block: DraftBlock, i: number): boolean {
  if (!isOpen(block)) return false
  const line = wordsOf(text, block)
  const first = blocks.slice(0, i).every((other) => !isOpen(other))
  if (first && line.length < 100 && blocks.length > i + 1) return false
  return (
    line.length > LONGEST ||
    datelineOf(line) !== undefined ||
    /^\(\p{Lu}{2,8}\)/u.test(line) ||
    (endsSentence(line) && !/[?!]$/.test(line))
  )
}

/** Where one or two short sentences stand between the headline and the byline or date, they are the standfirst and the text begins below. */
function belowStandfirst(text: string, blocks: readonly DraftBlock[], at: number): number {
  let prose = 0
  for (let i = at; i < Math.min(blocks.length, HEAD); i++) {
    const block = blocks[i]
    if (!block) break
    if (block.part === 'byline' || block.by === 'pages/plain-date')
      return text.slice(block.end).trim().length > 200 ? i + 1 : at
    if (isOpen(block)) prose++
    if (prose > 2 || (isOpen(block) && block.end - block.start > STANDFIRST)) break
  }
  return at
}

/** The outlet's name where it stands alone above the headline: a few words, each with a capital. */
export function mastheadIn(text: string, blocks: readonly DraftBlock[]): Claim | undefined {
  const word = "(?:\\p{Lu}[\\p{L}.'’-]*|of|the|and|de|&)"
  const name = new RegExp(`^${word}(?: ${word}){1,5}$`, 'u')
  const above = blocks.filter(({ by }) => by === 'pages/plain-above-headline')
  const found = above.find(
    (block) =>
      name.test(wordsOf(text, block)) && isHeading(wordsOf(text, block)) && !SECTION.test(wordsOf(text, block)),
  )
  if (!found) return undefined
  const { start, end } = found
  return { value: text.slice(start, end), found: { by: 'pages/plain-masthead', score: 0.7, stated: true, start, end } }
}

const SECTION = /\b(?:news|skip|links?|help|menu|search|section|world|home|page)\b/i
