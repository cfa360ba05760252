import { endsSentence, isHeading, listHeadOf } from '../classify.ts'
import type { DraftBlock } from '../draft.ts'
import { isNext, isOpen, renamed, type Step, wordsOf } from './block.ts'
import { mayBeCaption } from './captions.ts'

/** Longest title of another page in a list. */
const TITLE = 150

const isTitle = (line: string): boolean =>
  line.length < TITLE && (!endsSentence(line) || (line.endsWith('?') && line.length < 100))

/** Below the heading of a list of links all lines are links, until running text; below that of a list of tags, tags. */
export const lists: Step = (text, blocks) => {
  let zone: 'related' | 'tags' | undefined
  return blocks.map((block) => {
    const line = wordsOf(text, block)
    const head = line.length < 60 && (isOpen(block) || block.part === 'furniture') ? listHeadOf(line) : undefined
    if (head) {
      zone = head
      return isOpen(block) ? renamed(block, 'furniture', 'list-head') : block
    }
    if (!isOpen(block)) return block
    if (zone && !isTitle(line)) zone = undefined
    if (!zone) return block
    return zone === 'tags' ? renamed(block, 'furniture', 'tag') : renamed(block, 'related', 'listed')
  })
}

/** Titles on the lines beside a link to another page, with no blank line between, are links too. */
export const beside: Step = (text, blocks) => {
  const isLink = (i: number, other: number): boolean => {
    const [block, link] = [blocks[i], blocks[other]]
    if (!block || !link || link.by !== 'pages/plain-related' || !isOpen(block)) return false
    const [a, b] = i < other ? [block, link] : [link, block]
    const line = wordsOf(text, block)
    return isNext(text, a, b) && isIndented(text, block) && isIndented(text, link) && isHeading(line, TITLE)
  }
  return blocks.map((block, i) =>
    isLink(i, i - 1) || isLink(i, i + 1) ? renamed(block, 'related', 'beside-link') : block,
  )
}

/** Whether a line is set in by white space or a bullet, as items of lists are. */
const isIndented = (text: string, { start }: DraftBlock): boolean =>
  /(?:^|\n)(?: {2,}|\t)\s*$/.test(text.slice(Math.max(0, start - 20), start))

/** Buttons that close a picture's caption. */
const CLOSES = /^(?:(?:hide|toggle) caption|close image|(?:click to )?enlarge(?: this)?(?: image)?|view gallery)$/i

/** A line above the button that hides a caption is a caption. */
export const buttoned: Step = (text, blocks) =>
  blocks.map((block, i) => {
    const next = blocks[i + 1]
    const is = next && i > 0 && isOpen(block) && mayBeCaption(wordsOf(text, block)) && CLOSES.test(wordsOf(text, next))
    return is ? renamed(block, 'caption', 'above-button') : block
  })

/** A line above a credit that stands alone, with no blank line between, is a caption. */
export const credited: Step = (text, blocks) =>
  blocks.map((block, i) => {
    const [next, line] = [blocks[i + 1], wordsOf(text, block)]
    if (next?.part !== 'credit' || !isOpen(block) || !isNext(text, block, next) || !mayBeCaption(line)) return block
    return !/^["“'‘]/.test(line) && isHeading(line.replace(/\.$/, ''), 300)
      ? renamed(block, 'caption', 'above-credit')
      : block
  })
