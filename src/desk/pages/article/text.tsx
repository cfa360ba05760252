import type { Child } from 'hono/jsx'
import type { Block } from '../../../articles/article.ts'
import type { Reading } from '../../../readings/reading.ts'
import { type Citation, cite } from '../../../text/citation.ts'
import { overlaps, type Span } from '../../../text/span.ts'
import { say } from '../../labels.ts'
import { quoted } from '../../parts/quote.tsx'
import type { Mark } from './marks.ts'

/** Everything that the words of an article are shown with. */
export interface Lit {
  readonly reading: Reading
  /** The cited words. */
  readonly at: readonly Span[]
  /** Their sentences. */
  readonly sentences: readonly Span[]
  readonly marks: readonly Mark[]
  /** Whether a bar stands at paragraphs with statements. */
  readonly statements: boolean
  /** The address of this page with other words lit. */
  readonly to: (span: Span) => string
  /** The address that opens a paragraph as a form. */
  readonly open: (block: Block) => string
}

/** Stretches of a text that are wrapped in the same way. */
export interface Level {
  readonly spans: readonly Span[]
  readonly wrap: (children: Child, piece: Span, span: Span) => Child
}

/** The words of a span, wrapped level within level; a wrapped stretch that crosses another is cut in two, the words never. */
export function wrapped(text: string, span: Span, levels: readonly Level[]): Child[] {
  const [level, ...inner] = levels
  if (!level) return [text.slice(span.start, span.end)]
  const found: Child[] = []
  let at = span.start
  for (const one of level.spans) {
    if (!overlaps(one, span) || one.end <= at) continue
    const piece = { start: Math.max(one.start, at), end: Math.min(one.end, span.end) }
    if (piece.start > at) found.push(...wrapped(text, { start: at, end: piece.start }, inner))
    found.push(level.wrap(wrapped(text, piece, inner), piece, one))
    at = piece.end
  }
  if (at < span.end) found.push(...wrapped(text, { start: at, end: span.end }, inner))
  return found
}

function levelsOf(lit: Lit): readonly Level[] {
  const [first] = lit.at
  return [
    { spans: lit.sentences, wrap: (children) => <span class="sent">{children}</span> },
    {
      spans: lit.at,
      wrap: (children, piece) =>
        piece.start === first?.start ? <mark id="lit">{children}</mark> : <mark>{children}</mark>,
    },
    {
      spans: lit.marks,
      wrap: (children, _, span) => (
        <a class={`m ${(span as Mark).letter}`} href={lit.to(span)}>
          {children}
        </a>
      ),
    },
  ]
}

/** The words of a block, to the letter, with what was found in them. */
export const Words = (props: { readonly of: Span; readonly lit: Lit }) => (
  <>{wrapped(props.lit.reading.text, props.of, levelsOf(props.lit))}</>
)

const isEmpty = (span: Span): boolean => span.start >= span.end

/** A block as a citation, for the attributes that say whose words it holds. */
export const citedBlock = (reading: Reading, block: Span): Citation => cite(reading, block)

/** A paragraph with its ¶, which opens it as a form. */
export function Paragraph(props: { readonly block: Block; readonly lit: Lit; readonly children?: Child }) {
  const { block, lit } = props
  const told =
    lit.statements && lit.reading.attributions.some(({ content }) => content.some((span) => overlaps(span, block)))
  if (isEmpty(block)) return null
  return (
    <>
      <div class={told ? 'para stmt' : 'para'} id={block.n === undefined ? block.id : `p${block.n}`} data-step>
        <a class="at" href={lit.open(block)} aria-label={`¶${block.n ?? ''} ${say('add to this paragraph')}`}>
          ¶{block.n}
        </a>
        <p {...quoted(citedBlock(lit.reading, block))}>
          <Words of={block} lit={lit} />
        </p>
      </div>
      {props.children}
    </>
  )
}

function Slip(props: { readonly block: Block; readonly lit: Lit }) {
  return (
    <figure class="slip">
      <span class="lab">{say('Picture not kept')}</span>
      <figcaption {...quoted(citedBlock(props.lit.reading, props.block))}>
        <Words of={props.block} lit={props.lit} />
      </figcaption>
    </figure>
  )
}

function Erratum(props: { readonly block: Block; readonly lit: Lit }) {
  return (
    <div class="erratum">
      <p class="lab">{say('Correction')}</p>
      <p {...quoted(citedBlock(props.lit.reading, props.block))}>
        <Words of={props.block} lit={props.lit} />
      </p>
    </div>
  )
}

/** One block of the running article, by its part. */
export function BlockOf(props: { readonly block: Block; readonly lit: Lit; readonly children?: Child }) {
  const { block, lit } = props
  const attributes = quoted(citedBlock(lit.reading, block))
  switch (block.part) {
    case 'paragraph':
      return (
        <Paragraph block={block} lit={lit}>
          {props.children}
        </Paragraph>
      )
    case 'subheading':
      return (
        <h2 {...attributes}>
          <Words of={block} lit={lit} />
        </h2>
      )
    case 'caption':
      return <Slip block={block} lit={lit} />
    case 'correction':
      return <Erratum block={block} lit={lit} />
    default:
      return (
        <p class="minor" {...attributes}>
          <Words of={block} lit={lit} />
        </p>
      )
  }
}
