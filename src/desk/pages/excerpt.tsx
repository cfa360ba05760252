import type { Block } from '../../articles/article.ts'
import type { Reading } from '../../readings/reading.ts'
import { cite } from '../../text/citation.ts'
import { overlaps, type Span } from '../../text/span.ts'
import { storyPath } from '../addresses.ts'
import { clockOf, dateOf } from '../days.ts'
import { isLabel, say } from '../labels.ts'
import { page } from '../parts/frame.tsx'
import { Quote, quoted } from '../parts/quote.tsx'
import { type Level, wrapped } from './article/text.tsx'

/** What is cited of an article; a mention alone needs no sentence to be shown for it. */
export interface CitedSpan extends Span {
  readonly mention: boolean
}

/** An article as it is shown to everybody. */
export interface ExcerptShown {
  readonly reading: Reading
  /** Everything that is cited of it, in order. */
  readonly at: readonly CitedSpan[]
  /** The whole text rather than what is cited with the sentences beside it. */
  readonly whole: boolean
  /** Id of the place of a citation; of the article itself without one. */
  readonly anchor: (at?: Span) => string
  readonly story?: string
}

const APART: ReadonlySet<Block['part']> = new Set(['furniture', 'related'])
const TOP: ReadonlySet<Block['part']> = new Set(['headline', 'byline', 'dateline'])

const blocksOf = ({ blocks }: Reading): readonly Block[] => {
  const top = new Map(blocks.toReversed().map((block) => [block.part, block.id]))
  return blocks.filter(
    ({ id, part, start, end }) => start < end && !APART.has(part) && !(TOP.has(part) && top.get(part) === id),
  )
}

/** Stretches that share a unit, or have only white space between them, as one. */
function joined(text: string, spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last && (span.start <= last.end || text.slice(last.end, span.start).trim() === ''))
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else found.push({ start: span.start, end: span.end })
  }
  return found
}

/** How much of an article may be shown beyond what its lines cite. */
const SHARE = 0.5

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)

/**
 * What is shown of an article: the sentences that lines cite, and blocks without sentences that they cite; then, as long as no more than half
 * of the article is shown, the sentences beside those, and those with a mention alone.
 */
function shownOf({ reading, at }: ExcerptShown): readonly Span[] {
  const { sentences } = reading
  const told = at.filter(({ mention }) => !mention)
  const cited = new Set<Span>(sentences.filter((one) => told.some((span) => overlaps(one, span))))
  const bare = reading.blocks.filter((block) => told.some((span) => overlaps(block, span) && !sentences.some((one) => overlaps(one, span)))) // biome-ignore format: one thought
  const running = reading.blocks.filter(({ part }) => part === 'paragraph')
  const inParagraph = sentences.filter((one) => running.some((block) => overlaps(block, one)))
  const beside = inParagraph.filter((_, n) =>
    [inParagraph[n - 1], inParagraph[n + 1]].some((one) => one && cited.has(one)),
  )
  const named = sentences.filter((one) => at.some((span) => overlaps(one, span)))
  const most = lengthOf(sentences) * SHARE
  for (const one of [...beside, ...named]) if (lengthOf([...cited, one]) <= most) cited.add(one)
  return [...cited, ...bare]
}

interface Kept {
  readonly shown: ExcerptShown
  readonly levels: readonly Level[]
  readonly spans: readonly Span[]
  /** The places of citations that are cut, by the block that they stand in. */
  readonly lost: ReadonlyMap<Block, readonly Span[]>
}

// Places of citations stand where their first sentence begins, so that the sentence can show that it is meant.
function levelsOf({ at, reading, anchor }: ExcerptShown): readonly Level[] {
  const sentences = reading.sentences.filter((one) => at.some((span) => overlaps(one, span)))
  const homes = Map.groupBy(at, (span): Span | undefined => sentences.find((one) => overlaps(one, span)))
  const places = (spans: readonly Span[] | undefined) => spans?.map((one) => <i id={anchor(one)} />)
  return [
    {
      spans: sentences,
      wrap: (children, piece, span) => (
        <span class="sent">
          {piece.start === span.start && places(homes.get(span))}
          {children}
        </span>
      ),
    },
    {
      spans: joined(
        reading.text,
        at.filter((span) => !span.mention || homes.get(undefined)?.includes(span)),
      ),
      wrap: (children, piece) => (
        <mark>
          {places(homes.get(undefined)?.filter(({ start }) => piece.start <= start && start < piece.end))}
          {children}
        </mark>
      ),
    },
  ]
}

/** What a page needs to show an article's words. */
function keptOf(shown: ExcerptShown): Kept {
  const { reading, at, whole } = shown
  const spans = whole ? reading.blocks : shownOf(shown)
  const cut = at.filter((span) => !spans.some((one) => overlaps(one, span)))
  const lost = new Map<Block, Span[]>()
  for (const span of cut) {
    const block = reading.blocks.find((one) => overlaps(one, span))
    if (block) lost.set(block, [...(lost.get(block) ?? []), span])
  }
  return { shown, levels: levelsOf(shown), spans, lost }
}

const Words = (props: { readonly of: Span; readonly kept: Kept }) => (
  <span {...quoted(cite(props.kept.shown.reading, props.of))}>
    {wrapped(props.kept.shown.reading.text, props.of, props.kept.levels)}
  </span>
)

function Cut(props: { readonly kept: Kept; readonly at?: readonly Span[] | undefined }) {
  return (
    <span class="cut">
      {props.at?.map((one) => (
        <i id={props.kept.shown.anchor(one)} />
      ))}
      …
    </span>
  )
}

/** What is shown of a block; a cut stands for what is not. */
function partsOf(block: Block, { shown, spans }: Kept): readonly Span[] {
  if (shown.whole) return [block]
  const { text } = shown.reading
  const clipped = spans
    .filter((span) => overlaps(span, block))
    .map(({ start, end }) => ({ start: Math.max(start, block.start), end: Math.min(end, block.end) }))
  return joined(text, clipped).filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

interface Shown {
  readonly block: Block
  readonly parts: readonly Span[]
}

// The places that are cut stand at the first cut: none of them says where in the block it was.
function BlockShown(props: Shown & { readonly kept: Kept }) {
  const { block, parts, kept } = props
  const { text } = kept.shown.reading
  const ends = [{ start: block.start, end: block.start }, ...parts, { start: block.end, end: block.end }]
  const cuts = ends.slice(1).map(({ start }, n) => text.slice(ends[n]?.end, start).trim() !== '')
  const lost = (n: number) => (cuts.indexOf(true) === n ? kept.lost.get(block) : undefined)
  return (
    <div class="para">
      {block.n !== undefined && <span class="at">¶{block.n}</span>}
      <p>
        {cuts[0] && <Cut kept={kept} at={lost(0)} />}
        {parts.map((part, n) => (
          <>
            {' '}
            <Words of={part} kept={kept} /> {cuts[n + 1] && <Cut kept={kept} at={lost(n + 1)} />}
          </>
        ))}
      </p>
    </div>
  )
}

/** Blocks of which nothing is shown stand as one cut, but for those that a mention leads to. */
function Body(props: { readonly kept: Kept }) {
  const { kept } = props
  const blocks = blocksOf(kept.shown.reading).map((block): Shown => ({ block, parts: partsOf(block, kept) }))
  const empty = (one: Shown | undefined) => one !== undefined && one.parts.length === 0 && !kept.lost.has(one.block)
  return (
    <>
      {blocks.map((one, n) => {
        if (!empty(one)) return <BlockShown {...one} kept={kept} />
        return empty(blocks[n - 1]) ? null : (
          <p class="gap">
            <Cut kept={kept} />
          </p>
        )
      })}
    </>
  )
}

function Top(props: { readonly kept: Kept }) {
  const { reading } = props.kept.shown
  const { outlet, published, source, blocks } = reading
  const first = (part: Block['part']) => blocks.find((block) => block.part === part && block.start < block.end)
  const [headline, byline, dateline] = [first('headline'), first('byline'), first('dateline')]
  const day = published && [dateOf(published, true), clockOf(published)].filter(Boolean).join(', ')
  return (
    <>
      <h1>{headline ? <Words of={headline} kept={props.kept} /> : say('Article')}</h1>
      {(byline || dateline) && (
        <p class="meta">
          {byline && <Quote of={cite(reading, byline)} />}
          {byline && dateline && ' · '}
          {dateline && <Quote of={cite(reading, dateline)} />}
        </p>
      )}
      <p class="meta">
        {outlet}
        {outlet && day && ' · '}
        {day && <b>{day}</b>}
      </p>
      {source.url && /^https?:\/\//i.test(source.url) && (
        <p class="meta">
          <a href={source.url} rel="noopener noreferrer">
            <code>{source.url}</code>
          </a>
        </p>
      )}
    </>
  )
}

/** An article for everybody: what is cited of it, lit in its sentences, with the sentence before and after, the rest cut; or all of it. */
export function excerptPage(shown: ExcerptShown) {
  const { reading, story, whole } = shown
  const kept = keptOf(shown)
  const title = reading.headline ?? say('Article')
  return page(
    { title: isLabel(title) ? say('Article') : title },
    <article class="paper excerpt" id={shown.anchor()}>
      {story && (
        <nav class="over way" aria-label={say('Lines')}>
          <a href={storyPath(story)}>{say('to the story')}</a>
        </nav>
      )}
      <Top kept={kept} />
      {!whole && <p class="note">{say('What is cited, with the sentence before and after; the rest is cut.')}</p>}
      <Body kept={kept} />
    </article>,
  )
}
