import type { Page } from '../articles/page.ts'
import type { Notice } from '../text/notice.ts'

/** An address to fetch, found in an input that lists addresses. */
export interface Address {
  readonly address: string
}

/** Something of the input that could not be read: the rest goes on. */
export interface Failed {
  readonly failed: Notice
  /** Where: `pages.jsonl line 12`. */
  readonly origin: string
}

/** What is known of the bytes before they are read. */
export interface Hint {
  /** File name or last part of the address. */
  readonly name?: string
  /** Declared media type. */
  readonly type?: string
  readonly url?: string
  readonly fetched?: string
  /** For messages: the path or address as given. */
  readonly origin: string
}

/** A kind of input: bytes in, pages out. Knows no files and no network. */
export interface Input {
  readonly name: string
  /** File endings and media types that are its own, without dot or parameters. */
  readonly extensions: readonly string[]
  readonly types: readonly string[]
  /** Whether the first bytes (up to 1,024) look like it; asked in the list's order when neither ending nor type decides. */
  sniff(head: Uint8Array): boolean
  read(bytes: AsyncIterable<Uint8Array>, hint: Hint): AsyncIterable<Page | Address | Failed>
}
