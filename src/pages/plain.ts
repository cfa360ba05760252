import type { Part } from '../articles/article.ts'
import { datelineOf } from './dateline.ts'
import type { Claim, Draft, DraftBlock } from './draft.ts'
import { paragraphsOf } from './lines.ts'
import { authorsIn } from './names.ts'
import { type Step, wordsOf } from './plain/block.ts'
import { captionsOf, splitCaption } from './plain/captions.ts'
import { ending, subheadings } from './plain/ending.ts'
import { beside, buttoned, credited, lists } from './plain/neighbours.ts'
import { mastheadIn, opening } from './plain/opening.ts'
import { ownPart } from './plain/own.ts'
import { datesIn } from './plain/published.ts'

/** What the blocks become after their own words have been looked at, in this order. */
const STEPS: readonly Step[] = [buttoned, opening, lists, beside, credited, ending, subheadings]

/** Reads a page that another program saved as plain text: the text stays as it is, and its lines become blocks. */
export function readPlain(text: string): Draft {
  const own: readonly DraftBlock[] = paragraphsOf(text).map((span, i) => ownPart(text, span, i))
  const named = STEPS.reduce((blocks, step) => step(text, blocks), own)
  const first = named.find(({ part }) => part === 'paragraph')
  const blocks = named.flatMap((block) => split(text, block, block === first))
  const authors = authorsOf(text, blocks)
  const fields = {
    outlet: mastheadIn(text, blocks),
    headline: wordsAs(text, blocks, 'headline'),
    standfirst: wordsAs(text, blocks, 'standfirst'),
    dateline: wordsAs(text, blocks, 'dateline'),
    ...datesIn(text, blocks),
  }
  return {
    text,
    blocks,
    removed: [],
    captions: captionsOf(text, blocks),
    related: blocks.filter(({ part }) => part === 'related').map((block) => ({ text: wordsOf(text, block) })),
    fields: Object.fromEntries(Object.entries(fields).filter(([, claim]) => claim !== undefined)),
    ...(authors ? { authors } : {}),
    notices: [],
  }
}

/** The first block of a part, as a field. */
function wordsAs(text: string, blocks: readonly DraftBlock[], part: Part): Claim | undefined {
  const block = blocks.find((other) => other.part === part)
  if (!block) return undefined
  const { start, end, by } = block
  return { value: wordsOf(text, block), found: { by, score: 0.9, stated: true, start, end } }
}

/** Names in the first byline that has any. */
function authorsOf(text: string, blocks: readonly DraftBlock[]): Claim<readonly string[]> | undefined {
  for (const block of blocks) {
    const names = block.part === 'byline' ? authorsIn(wordsOf(text, block)) : []
    const { start, end, by } = block
    if (names.length) return { value: names, found: { by, score: 0.85, stated: true, start, end } }
  }
  return undefined
}

/** Parts inside one line: the credit beside a caption, the dateline before a paragraph. */
function split(text: string, block: DraftBlock, isFirst: boolean): DraftBlock[] {
  if (block.part === 'caption') return splitCaption(text, block)
  const dateline = block.part === 'paragraph' ? datelineOf(wordsOf(text, block), isFirst) : undefined
  if (!dateline) return [block]
  return [
    { ...block, end: block.start + dateline.text.length, part: 'dateline', by: 'pages/dateline' },
    { ...block, start: block.start + dateline.length },
  ]
}
