import { endsSentence, isHeading } from '../classify.ts'
import type { DraftBlock } from '../draft.ts'
import { isOpen, renamed, type Step, wordsOf } from './block.ts'

/** A paragraph that does not end as a sentence does is running text from this length on. */
const LONG = 120

const isProse = (line: string): boolean =>
  (endsSentence(line) && line.length > 30) || line.length > LONG || (line.length > 60 && /[.!?]["”’)]*\s/.test(line))

/** A tail of furniture is at most this share of the text. */
const TAIL = 0.25
const BULLET = /^[-–—•*◦▪]\s/

/**
 * Whatever stands behind the last sentence of the text is furniture, unless it is much of the text (results, tables), a list, or what a colon
 * promised.
 */
export const ending: Step = (text, blocks) => {
  const last = blocks.findLastIndex((block) => isOpen(block) && isProse(wordsOf(text, block)))
  const [prose, tail] = [blocks[last], blocks.slice(last + 1).filter(isOpen)]
  const units = tail.reduce((sum, { start, end }) => sum + end - start, 0)
  if (!prose || units > prose.end * TAIL || wordsOf(text, prose).endsWith(':')) return blocks
  return blocks.map((block, i) => {
    const line = wordsOf(text, block)
    return i > last && isOpen(block) && !endsSentence(line) && !BULLET.test(line)
      ? renamed(block, 'furniture', 'behind-end')
      : block
  })
}

/** Longest subheading. */
const HEADING = 90

/** Short lines without the end of a sentence, with running text below, are subheadings. */
export const subheadings: Step = (text, blocks) =>
  blocks.map((block, i) => {
    if (i === 0 || !isOpen(block) || !mayHead(wordsOf(text, block))) return block
    const below = blocks.slice(i + 1, i + 5).find(({ part }) => part === 'paragraph' || part === 'headline')
    return below && isRunning(text, block, below) ? renamed(block, 'subheading', 'heading') : block
  })

const isRunning = (text: string, heading: DraftBlock, below: DraftBlock): boolean => {
  const line = wordsOf(text, below)
  return below.end - below.start > heading.end - heading.start || endsSentence(line)
}

const mayHead = (line: string): boolean =>
  isHeading(line, HEADING) &&
  !/[.!?]/.test(
    line
      .slice(0, -1)
      .replace(/[!?]["”’'»]+$/, '')
      .replace(/\b(?:[A-Z]\.)+|\b(?:Mr|Ms|Mrs|Dr|St|vs|Gen|No)\./g, ''),
  )
