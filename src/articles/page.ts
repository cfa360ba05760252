import type { Span } from '../text/span.ts'

/** Spans that others bring for a plain text: the layer then only resolves them and finds none of its own. */
export interface Given {
  readonly places?: readonly Span[]
  readonly events?: readonly Span[]
  readonly mentions?: readonly Span[]
}

/** What was fetched or handed over: bytes, and what is known of where and when they came from. */
export interface Page {
  readonly bytes: Uint8Array
  /** Media type as declared, parameters included (`text/html; charset=utf-8`); absent when unknown. */
  readonly type?: string
  /** Address that gave the bytes, after redirects. */
  readonly url?: string
  /** When they were fetched: ISO date-time with offset. */
  readonly fetched?: string
  /** The giver's own id; it becomes the article's id. */
  readonly id?: string
  /** When it was published, as the giver knows it: ISO date or date-time. Outranks what the page says. */
  readonly published?: string
  /** Who published it, as the giver knows it. Outranks what the page says. */
  readonly outlet?: string
  readonly given?: Given
  /** Where a person can find the input again (a path, an address, `FILE line 12`); for messages only, never read. */
  readonly origin?: string
}
