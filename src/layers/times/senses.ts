import type { Grain, Stretch } from './calendar.ts'

/** What a relative time is reckoned from: the day of publication, or the time last told of. */
export type From = 'published' | 'told'

/** A stretch of the calendar as words name it, before it is known which one they mean. */
export type Named =
  | { readonly is: 'fixed'; readonly stretch: Stretch }
  /** A month and day, a month, a quarter, a half or a season without its year; `of` says which year, `by` how many on from the next or last. */
  | {
      readonly is: 'date'
      readonly month: number
      readonly day: number
      readonly of?: Named
      readonly by?: number
      readonly weekday?: number
    }
  | {
      readonly is: 'part'
      readonly grain: Grain
      readonly index: number
      readonly of?: Named
      readonly by?: number
      readonly from?: From
    }
  | {
      readonly is: 'weekday'
      readonly weekday: number
      readonly by?: number
      readonly from?: From
      readonly of?: Named
      readonly date?: number
    }
  /** The day, week, year … so many on from the one that `from` lies in. */
  | { readonly is: 'shift'; readonly grain: Grain; readonly by: number; readonly from: From | Named }
  /** So many units before (negative) or after. */
  | { readonly is: 'away'; readonly unit: Grain | 'hour'; readonly by: number; readonly from: From | Named }
  /** The quarter that figures were last told of, or the last one. */
  | { readonly is: 'latest' }
  /** The weekend before or after. */
  | { readonly is: 'weekend' }
  | { readonly is: 'holiday'; readonly name: string; readonly of?: Named; readonly by?: number }

/** How long: a count of a unit; `X` is a count that is not said. */
export interface Length {
  readonly count: number | 'X'
  readonly unit: string
}

/** What a time expression says, before it is reckoned. */
export interface Sense {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** The stretch of the calendar that it names. */
  readonly named?: Named
  /** Hour or part of the day, as TIMEX3 writes it: `T10:30`, `TMO`. */
  readonly clock?: string
  readonly length?: Length
  /** Where a length lies from its anchor: before it, after it, or counted up to it ("nine days into"). */
  readonly toward?: 'before' | 'after' | 'into'
  /** The day that a length ends with: "the year ended March 31". */
  readonly until?: Named
  /** A TIMEX3 value that needs no reckoning. */
  readonly value?: string
  readonly mod?: string
}

/** What a word class says at a place. */
export type Meaning = string | number | Amount | Sense

/** A count in words or digits. */
export interface Amount {
  readonly count: number | 'X'
  /** Whether the words are only an article: "a", "an". */
  readonly article: boolean
}
