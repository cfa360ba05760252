import type { Notice } from '../text/notice.ts'
import type { Span } from '../text/span.ts'
import type { Given } from './page.ts'

/** What part of a news page a block is. List items and block quotes are paragraphs, told apart by `by`. */
export const PARTS = [
  'headline', 'standfirst', 'byline', 'dateline', 'paragraph', 'subheading', 'caption', 'credit', 'correction', 'related', 'furniture',
] as const // biome-ignore format: a list to be read
export type Part = (typeof PARTS)[number]

/** How a page sets a block out, where it is more than a paragraph. Lists, items, tables, rows, cells and entries are numbered through the article, from 1. */
export interface Layout {
  /** Of a heading, 1 to 6. */
  readonly level?: number
  /** The item of a list that it stands in, and in how many lists that stands; several blocks may be of one item. */
  readonly item?: { readonly list: number; readonly n: number; readonly depth: number; readonly ordered: boolean }
  /** The cell of a table of facts that it stands in; several blocks may be of one cell. */
  readonly cell?: { readonly table: number; readonly row: number; readonly n: number }
  /** Whether it is quoted as a block. */
  readonly quote?: boolean
  /** The entry of a live blog that it stands in, and the entry's time as the page gives it: in full where the markup does, else in words ("14:05"). */
  readonly entry?: { readonly n: number; readonly time: string }
}

/** One block of an article's text. Blocks are in order of place and never overlap; what lies between them is white space, or a dateline's dash. */
export interface Block extends Span {
  /** `b:START-END`. */
  readonly id: string
  readonly part: Part
  /** Number of the paragraph within the body, from 1: the ¶ that people cite. Only paragraphs have one. */
  readonly n?: number
  /** Offsets of the block's element in the decoded HTML, UTF-16, end exclusive. Absent for plain text. */
  readonly source?: readonly [start: number, end: number]
  /** How the page sets it out. */
  readonly layout?: Layout
  /** Rule that named the part. */
  readonly by: string
}

/** A block of the page that is not in the text, kept with the reason. */
export interface Removed {
  readonly text: string
  /** Rule that removed it. */
  readonly by: string
  readonly source?: readonly [start: number, end: number]
}

/** Where a field of the article was found, and how sure. */
export interface Found {
  readonly by: string
  /** 0 to 1. */
  readonly score: number
  /** Said by the page, or inferred from it. */
  readonly stated: boolean
  /** Its place in the text, when it stands there. */
  readonly start?: number
  readonly end?: number
}

/** A picture's caption where it stands in the text, with what the page says of the picture. */
export interface Caption extends Span {
  readonly caption: string
  readonly credit?: string
  /** The picture's address, absolute where it can be made so. */
  readonly image?: string
  readonly alt?: string
}

/** What is known of an article beside its text, each with where it was found. */
export const FIELDS = [
  'language', 'outlet', 'headline', 'standfirst', 'authors', 'agency', 'dateline', 'published', 'modified', 'section', 'free', 'canonical',
] as const // biome-ignore format: a list to be read
export type Field = (typeof FIELDS)[number]

/** What a page says, in parts over one text. Plain JSON; an absent key is an unknown. */
export interface Article {
  /** The giver's id, else `a` and ten hexadecimal digits of the hash of the canonical address, the address, or the text. */
  readonly id: string
  /** First twelve digits of `textHash`: a page whose words changed is a new version of its article. */
  readonly version: string
  readonly textHash: string
  readonly source: {
    readonly sha256: string
    readonly type: string
    readonly encoding: string
    readonly url?: string
    readonly canonical?: string
    readonly fetched?: string
  }
  /** ISO 639-1. */
  readonly language: string
  readonly outlet?: string
  readonly headline?: string
  readonly standfirst?: string
  readonly authors: readonly string[]
  /** The news agency whose text it is, or is made from, as the page names it. */
  readonly agency?: string
  readonly dateline?: string
  /** ISO date, or date-time with offset where one is given. */
  readonly published?: string
  readonly modified?: string
  readonly section?: string
  /** Whether the page says that anybody may read all of it. */
  readonly free?: boolean
  readonly found: { readonly [field in Field]?: Found }
  /** The running article alone: paragraphs, subheadings, lists and quotes, joined by a blank line. */
  readonly body: string
  readonly captions: readonly Caption[]
  readonly related: readonly { readonly text: string; readonly url?: string }[]
  readonly corrections: readonly string[]
  readonly text: string
  readonly blocks: readonly Block[]
  readonly removed: readonly Removed[]
  readonly given?: Given
  readonly notices: readonly Notice[]
}

/** Parts whose words are the article's own running text: the layers read these, and pass over the rest. */
export const RUNNING: ReadonlySet<Part> = new Set([
  'headline',
  'standfirst',
  'paragraph',
  'subheading',
  'caption',
  'correction',
])

/** The blocks that layers read, in order. */
export const runningBlocks = (article: Pick<Article, 'blocks'>): readonly Block[] =>
  article.blocks.filter((block) => RUNNING.has(block.part))
