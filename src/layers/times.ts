import type { Span } from '../text/span.ts'
import { layer, type Sourced } from './layer.ts'
import { quotes } from './quotes.ts'
import { sentences } from './sentences.ts'
import { tags } from './tags.ts'
import { readTimes } from './times/read.ts'

/** A time expression, after TIMEX3. */
export interface Time extends Span, Sourced {
  /** `t:START-END`. */
  readonly id: string
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** TIMEX3 value: `2016-10-25`, `2016-W43`, `P2Y`, `PRESENT_REF`, `XXXX-XX-XX` where it stays open. */
  readonly value: string
  /** TIMEX3 mod: `MORE_THAN`, `APPROX`, `START` … */
  readonly mod?: string
  /** First and last day (or minute) that the value stands for: ISO, both inclusive, never finer than the words. */
  readonly from?: string
  readonly to?: string
  /** Whether the words alone give the value ("25 October 2016"), or it follows from an anchor ("Tuesday"). */
  readonly stated: boolean
  /** What it was reckoned from: the publication, or another time of the article (`ref` is its id). */
  readonly anchor?: { readonly kind: 'published' | 'time'; readonly ref?: string }
}

/** Expressions of time with their TIMEX3 values. */
export const times = layer({
  key: 'times',
  needs: [sentences, tags, quotes],
  read: (article, found): readonly Time[] => readTimes(article, found.sentences, found.tags, found.quotes),
})
