import type { Span } from './span.ts'

/** A remark on odd input, as a value: reading a page never throws, it remarks. */
export interface Notice {
  /** Which rule remarked, `room/rule`: `pages/no-date`. */
  readonly rule: string
  /** Why, in words for the person who gave the page. */
  readonly reason: string
  /** `info`: worth knowing; `warning`: something may be read wrong; `error`: this input gave nothing. */
  readonly grade: 'info' | 'warning' | 'error'
  /** Where in the article's text, when it has a place there. */
  readonly at?: Span
}
