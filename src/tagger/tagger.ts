import type { Span } from '../text/span.ts'

/** Names are disjoint from one another, attribution roles are disjoint from one another; a name may stand inside a role. */
export const LABELS = [
  'person', 'organization', 'location', 'misc', 'source', 'cue', 'content', 'DATE', 'TIME', 'DURATION', 'SET', 'event',
] as const // biome-ignore format: a list to be read
export type Label = (typeof LABELS)[number]

/** A span that a tagger marked. `score` is calibrated: of those given 0.9, nine in ten are right. */
export interface Tag extends Span {
  readonly label: Label
  readonly score: number
}

/** A block to tag (a paragraph, a headline), with its sentences in order. */
export interface Passage extends Span {
  readonly sentences: readonly Span[]
}

/** A trained tagger: passages of one text in, tags in order of place out. Never throws on a text. */
export interface Tagger {
  /** `neural`, `small` or `linear`, with the version of its weights: `linear/2026-11`. Stands in `by` and in the reading. */
  readonly name: string
  /** Which labels it gives; a layer falls back on its rules for the others. */
  readonly labels: ReadonlySet<Label>
  tag(text: string, passages: readonly Passage[]): Promise<readonly Tag[]>
  /** What of a text is too far on to be read, where a tagger reads only so much of one; undefined where it reads all. */
  unread?(text: string, passages: readonly Passage[]): Span | undefined
}
