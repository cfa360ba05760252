import { isCapital } from '../mentions/words.ts'
import { lineEnd, type Paragraph, type Stretch } from './paragraph.ts'
import type { Link } from './rules.ts'

/** Scare quotes and titles are short; from four words on a quotation is taken for a statement. */
const STATEMENT = 4

const lengthOf = (p: Paragraph, { from, to }: Stretch): number =>
  p.words.slice(from, to).filter(({ kind }) => kind !== 'mark').length

// The quotation opens the next sentence, or goes on in the same one after a short aside: `"It held," she said after the storm, "but only just."`
const joins = (p: Paragraph, link: Link, quote: Stretch): boolean => {
  const edge = Math.max(...[...link.cue, ...link.source, ...link.content].map(({ to }) => to))
  if (edge > quote.from) return false
  const between = p.words.slice(edge, quote.from)
  if (p.line[edge - 1] !== p.line[quote.from]) return lineEnd(p, edge - 1) >= quote.from
  if (between.some(({ lower }) => /^(?:but|and|as|when|while|then)$/.test(lower))) return false
  return (
    between.length <= 4 ||
    (/^[,—–]$/.test(between.at(-1)?.text ?? '') && !isCapital(p.words[quote.from + 1] ?? NOTHING))
  )
}

const NOTHING = { start: 0, end: 0, text: '', lower: '', kind: 'mark' } as const

/**
 * Gives the quotations that no verb governs to the statement right before them in the paragraph, as a second piece:
 * `"It held," said Ms Holt. "We were lucky."` Returns the links, longer where they took one.
 */
export function withSecondPieces(p: Paragraph, links: readonly Link[]): readonly Link[] {
  const taken = new Set(links.flatMap(({ quotes }) => quotes))
  const grown = [...links]
  p.quotes.forEach((quote, at) => {
    if (taken.has(at)) return
    const near = grown.findLastIndex((link) => link.quotes.length > 0 && joins(p, link, quote))
    const link = grown[near]
    if (!link || blocked(p, link, quote, grown)) return
    grown[near] = {
      ...link,
      content: [...link.content, { from: quote.from, to: quote.to }],
      quotes: [...link.quotes, at],
    }
    taken.add(at)
  })
  return grown
}

// Another statement's words between the two break the tie, except what the same sentence tells beside it: ", referring to the dam".
const blocked = (p: Paragraph, link: Link, quote: Stretch, links: readonly Link[]): boolean => {
  const edge = Math.max(...link.content.map(({ to }) => to))
  const line = p.line[link.cue[0]?.from ?? -1]
  const aside = (other: Link): boolean => other.quotes.length === 0 && p.line[other.cue[0]?.from ?? -1] === line
  return (
    links.some(
      (other) =>
        other !== link &&
        !aside(other) &&
        [...other.cue, ...other.content].some(({ from }) => from >= edge && from < quote.from),
    ) || lengthOf(p, quote) < 2
  )
}

/** Quotations of four words or more that nothing governs: statements without a cue of their own. */
export function bareQuotes(p: Paragraph, links: readonly Link[]): readonly Link[] {
  const taken = new Set(links.filter((link) => !isNested(p, link)).flatMap(({ quotes }) => quotes))
  return p.quotes.flatMap((quote, at) => {
    // What goes on from an open quotation is a statement however short.
    if (taken.has(at) || (lengthOf(p, quote) < STATEMENT && quote.continues === undefined)) return []
    const source = nearestSource(p, links, quote)
    return [
      {
        source: source ? [source] : [],
        cue: [],
        content: [{ from: quote.from, to: quote.to }],
        quotes: [at],
        by: 'attributions/bare',
        score: source ? 0.4 : 0.45,
      },
    ]
  })
}

// "He told me |he was sorry|," in someone's words: said inside a quotation, which is somebody else's.
function isNested(p: Paragraph, { source, cue, content }: Link): boolean {
  const around = new Set([...source, ...cue, ...content].map(({ from }) => p.quoted[from] ?? -1))
  return source.length > 0 && cue.length > 0 && around.size === 1 && !around.has(-1)
}

function nearestSource(p: Paragraph, links: readonly Link[], quote: Stretch): Stretch | undefined {
  const gap = (s: Stretch): number => (s.to <= quote.from ? quote.from - s.to : s.from - quote.to + 4)
  const sources = links.flatMap(({ source }) => source)
  const speakers = p.placed.filter(({ from, mention }) => (p.quoted[from] ?? -1) < 0 && mention.type === 'person')
  const pool = sources.length > 0 ? sources : speakers
  let best: Stretch | undefined
  for (const source of pool) if (!best || gap(source) < gap(best)) best = source
  return best && { from: best.from, to: best.to }
}
