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

/** What a phrase may stand for; `other` is whatever is none of the rest. */
export const PHRASE_KINDS = ['person', 'organization', 'place', 'other'] as const
export type PhraseKind = (typeof PHRASE_KINDS)[number]

/** A run of words that stands for something, with all that belongs to it: "the minister who had signed it". Phrases nest, and never cross. */
export interface Phrase extends Span {
  /** The word that it hangs on: "minister". */
  readonly head: Span
  readonly kind: PhraseKind
  readonly score: number
  /** What a tagger holds of it, for its own `same`. */
  readonly meaning: Meaning
}

/** How a tagger sees a phrase that stands for something said before, and how as what is said before. */
export interface Meaning {
  readonly later: Float32Array
  readonly earlier: Float32Array
}

/**
 * How much speaks for a later phrase standing for what an earlier one stands for, in logits: above 0 is more likely than that it stands for
 * something new. `facts` are places in the tagger's own table.
 */
export type Same = (later: Meaning, earlier: Meaning, facts: ArrayLike<number>) => number

/** All that one pass of a tagger finds. */
export interface Tagging {
  readonly tags: readonly Tag[]
  /** In order of place, the longer first; none where the tagger finds no phrases. */
  readonly phrases: readonly Phrase[]
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
  /** Tags and phrases in one pass; missing where the tagger finds no phrases. */
  read?(text: string, passages: readonly Passage[]): Promise<Tagging>
  /** Which phrases stand for the same; missing where `read` is. */
  readonly same?: Same
  /** What of a text is too far on to be read, where a tagger reads only so much of one; undefined where it reads all. */
  unread?(text: string, passages: readonly Passage[]): Span | undefined
}
