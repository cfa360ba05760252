import type { Caption } from '../articles/article.ts'
import type { Span } from '../text/span.ts'
import {
  authorsIn,
  datelineOf,
  isByline,
  isCorrection,
  isCredit,
  isDateline,
  isFurniture,
  isHeading,
  isRelated,
} from './classify.ts'
import { findDate } from './dates.ts'
import type { Claim, Draft, DraftBlock } from './draft.ts'
import { paragraphsOf } from './lines.ts'

const HEAD = 12

/** Reads a page that another program saved as plain text: the text stays as it is, and its lines become blocks. */
export function readPlain(text: string): Draft {
  const paragraphs = paragraphsOf(text)
  const named = withHeadline(
    text,
    paragraphs.map((span, i) => blockOf(text, span, i, paragraphs)),
  )
  const blocks = named.flatMap((block) => split(text, block))
  const byline = blocks.find(({ part }) => part === 'byline')
  const words = (part: DraftBlock['part']) => {
    const block = blocks.find((b) => b.part === part)
    return (
      block && {
        value: text.slice(block.start, block.end),
        found: { by: block.by, score: 0.9, stated: true, start: block.start, end: block.end },
      }
    )
  }
  const authors = byline ? authorsIn(text.slice(byline.start, byline.end)) : []
  const [headline, standfirst, dateline, published] = [
    words('headline'),
    words('standfirst'),
    words('dateline'),
    publishedIn(text, blocks),
  ]
  const outlet = mastheadIn(text, blocks)
  return {
    text,
    blocks,
    removed: [],
    captions: captionsOf(text, blocks),
    related: blocks
      .filter(({ part }) => part === 'related')
      .map(({ start, end }) => ({ text: text.slice(start, end) })),
    fields: {
      ...(outlet && { outlet }),
      ...(headline && { headline }),
      ...(standfirst && { standfirst }),
      ...(dateline && { dateline }),
      ...(published && { published }),
    },
    ...(authors.length && byline
      ? {
          authors: {
            value: authors,
            found: { by: byline.by, score: 0.85, stated: true, start: byline.start, end: byline.end },
          },
        }
      : {}),
    notices: [],
  }
}

/** What a paragraph is by its own words and its neighbours. */
function blockOf(text: string, span: Span, i: number, all: readonly Span[]): DraftBlock {
  const line = text.slice(span.start, Math.min(span.end, span.start + 1000))
  const made = (part: DraftBlock['part'], by: string): DraftBlock => ({ ...span, part, by: `pages/plain-${by}` })
  if (isFurniture(line)) return made('furniture', 'furniture')
  if (isRelated(line)) return made('related', 'related')
  if (isCorrection(line)) return made('correction', 'correction')
  if (i < HEAD && isByline(line)) return made('byline', 'byline')
  if (isDateline(line)) return made('furniture', 'date')
  if (captionAt(line) !== undefined) return made('caption', 'caption')
  const next = all[i + 1]
  const heading =
    isHeading(line, 90) && !/[.!?]/.test(line.slice(0, -1).replace(/\b(?:[A-Z]\.)+|\b(?:Mr|Ms|Mrs|Dr|St|vs)\./g, ''))
  if (i > 0 && heading && next && next.end - next.start > line.length) return made('subheading', 'heading')
  return made('paragraph', 'paragraph')
}

/** Words of a headline, at least, where other short lines stand beside it. */
const HEADLINE_WORDS = 5
const LONGEST_HEADLINE = 220

/**
 * The lines above the first paragraph: the outlet's name and the section, the headline, the standfirst. The first of them that is long enough is
 * the headline; where all are short, the first.
 */
function withHeadline(text: string, blocks: readonly DraftBlock[]): DraftBlock[] {
  const end = bodyStart(text, blocks)
  const lines = blocks.slice(0, end).filter(({ part }) => part === 'paragraph' || part === 'subheading')
  const headline = lines.find((line) => wordsIn(text, line) >= HEADLINE_WORDS) ?? lines[0]
  if (!headline || end >= blocks.length) return [...blocks]
  const named = (block: DraftBlock): DraftBlock => {
    if (block === headline) return { ...block, part: 'headline', by: 'pages/plain-first-line' }
    if (!lines.includes(block)) return block
    return block.start < headline.start
      ? { ...block, part: 'furniture', by: 'pages/plain-above-headline' }
      : { ...block, part: 'standfirst', by: 'pages/plain-below-headline' }
  }
  return blocks.map(named)
}

const wordsIn = (text: string, { start, end }: Span): number => text.slice(start, end).split(/\s+/).length

/** The first block that is running text: its line ends as a sentence does, or is too long for a heading. */
function bodyStart(text: string, blocks: readonly DraftBlock[]): number {
  const at = blocks.findIndex((block, i) => {
    if (block.part === 'caption') return true
    if (block.part !== 'paragraph') return false
    const line = text.slice(block.start, block.end)
    const ends = /[.…][”"’')\]]*$/.test(line)
    const only = blocks.slice(0, i).every(({ part }) => part !== 'paragraph' && part !== 'subheading')
    if (only && line.length < 100 && isApart(text, block, blocks[i + 1])) return false
    return ends || line.length > LONGEST_HEADLINE
  })
  return at < 0 ? 0 : at
}

const isApart = (text: string, a: Span, b: Span | undefined): boolean =>
  b !== undefined && /\n\s*\n/.test(text.slice(a.end, b.start))

/** The outlet's name where it stands alone above the headline: a few words, each with a capital. */
function mastheadIn(text: string, blocks: readonly DraftBlock[]): Claim | undefined {
  const found = blocks.find(({ by }) => by === 'pages/plain-above-headline')
  const words = found && text.slice(found.start, found.end)
  if (
    !found ||
    !words ||
    !/^(?:\p{Lu}[\p{L}.'’-]*|of|the|and|de|&)(?: (?:\p{Lu}[\p{L}.'’-]*|of|the|and|de|&)){1,5}$/u.test(words)
  )
    return undefined
  return {
    value: words,
    found: { by: 'pages/plain-masthead', score: 0.7, stated: true, start: found.start, end: found.end },
  }
}

/** Where the caption begins in "Name, AGENCY | caption"; 0 for a whole line that says "Photo:"; undefined where the line is none. */
function captionAt(line: string): number | undefined {
  const bar = line.indexOf(' | ')
  if (bar > 0 && bar < 90 && line.length - bar > 20 && !/[.!?]/.test(line.slice(0, bar).replace(/\b\p{Lu}\./gu, ''))) {
    const left = line.slice(0, bar)
    if (isCredit(left) || / , |, /.test(left)) return bar + 3
  }
  const tail =
    /\((?:photo|image|picture|credit|photograph)s?\b[^)]{0,80}\)\.?$|\b(?:photo|image|picture|credit): [^.]{2,60}$/i.exec(
      line.slice(-120),
    )
  return tail && line.length < 400 ? 0 : undefined
}

/** Parts inside one line: the credit before a caption, the dateline before a paragraph. */
function split(text: string, block: DraftBlock): DraftBlock[] {
  const line = text.slice(block.start, block.end)
  if (block.part === 'caption') return splitCaption(block, line)
  const dateline = block.part === 'paragraph' ? datelineOf(line) : undefined
  if (!dateline) return [block]
  return [
    { ...block, end: block.start + dateline.text.length, part: 'dateline', by: 'pages/dateline' },
    { ...block, start: block.start + dateline.length },
  ]
}

function splitCaption(block: DraftBlock, line: string): DraftBlock[] {
  const at = captionAt(line) ?? 0
  if (at > 0)
    return [
      { ...block, end: block.start + at - 3, part: 'credit', by: 'pages/plain-credit' },
      { ...block, start: block.start + at },
    ]
  const tail = /\s*(\([^)]{2,90}\)\.?|(?:photo|image|picture|credit): [^.]{2,60})$/i.exec(line)
  if (!tail?.[1] || tail.index === 0) return [block]
  const credit = block.end - tail[1].length
  return [
    { ...block, end: block.start + tail.index },
    { ...block, start: credit, part: 'credit', by: 'pages/plain-credit' },
  ]
}

/** Captions with the credit that stands beside them on their line. */
function captionsOf(text: string, blocks: readonly DraftBlock[]): Caption[] {
  return blocks.flatMap((block, i) => {
    if (block.part !== 'caption') return []
    const credit = [blocks[i - 1], blocks[i + 1]].find(
      (b) => b?.part === 'credit' && !/\n/.test(text.slice(Math.min(b.end, block.end), Math.max(b.start, block.start))),
    )
    const words =
      credit &&
      text
        .slice(credit.start, credit.end)
        .replace(/\s+,/g, ',')
        .replace(/^\(|\)\.?$/g, '')
        .trim()
    return [
      {
        caption: text.slice(block.start, block.end),
        ...(words ? { credit: words } : {}),
        start: block.start,
        end: block.end,
      },
    ]
  })
}

/** A date line near the head states the publication; failing that, the latest full date that the page writes out implies it. */
function publishedIn(text: string, blocks: readonly DraftBlock[]): Draft['fields']['published'] {
  for (const { start, end, part, by } of blocks.slice(0, HEAD + 8)) {
    if (by !== 'pages/plain-date' && part !== 'byline') continue
    const found = findDate(text.slice(start, end))
    if (found)
      return {
        value: found.value,
        found: {
          by: 'pages/plain-date-line',
          score: 0.92,
          stated: true,
          start: start + found.start,
          end: start + found.end,
        },
      }
  }
  return impliedDate(text, blocks)
}

/** A caption or the first lines often date the day itself ("… on October 25, 2016"). */
function impliedDate(text: string, blocks: readonly DraftBlock[]): Draft['fields']['published'] {
  const parts = ['caption', 'dateline', 'paragraph']
  const dates = blocks
    .filter(({ part }, i) => parts.includes(part) && (part === 'caption' || i < HEAD))
    .flatMap((block) => {
      const found = findDate(text.slice(block.start, block.end))
      return found ? [{ block, found }] : []
    })
  const caption = dates.find(({ block }) => block.part === 'caption')
  const latest = caption ?? dates.sort((a, b) => b.found.value.localeCompare(a.found.value))[0]
  if (!latest) return undefined
  const { block, found } = latest
  const score = block.part === 'caption' ? 0.75 : 0.5
  return {
    value: found.value.slice(0, 10),
    found: {
      by: `pages/implied-by-${block.part}`,
      score,
      stated: false,
      start: block.start + found.start,
      end: block.start + found.end,
    },
  }
}
