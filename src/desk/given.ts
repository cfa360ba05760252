import type { Page } from '../articles/page.ts'
import { type Collecting, pagesHanded, pagesOf, problem } from '../collect/index.ts'
import type { Source } from './jobs.ts'
import type { Label } from './labels.ts'

/** A text that a person pasted, with what they know of it. */
export interface Pasted {
  readonly text?: string | undefined
  readonly html?: string | undefined
  readonly headline?: string | undefined
  readonly outlet?: string | undefined
  readonly published?: string | undefined
  readonly url?: string | undefined
}

/** What may be added at once; bytes. The same as a page's own limit. */
export const MOST_BYTES = 32 * 1024 * 1024

/** Addresses that may be given at once. */
const MOST_ADDRESSES = 1000
const LONGEST_NAME = 100

// What a terminal, a browser or a person would take for something else: controls, marks that turn the direction of writing, halves of characters.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Words of the person at the desk as one short line, for messages: nothing in it turns the line around or ends it. */
export function lineOf(words: string, longest = LONGEST_NAME): string {
  const line = words.replace(/\s+/g, ' ').replace(UNSAFE, '').trim()
  const letters = [...line]
  return letters.length <= longest ? line : `${letters.slice(0, longest - 12).join('')}…${letters.slice(-11).join('')}`
}

/** A file's name as it is shown: without the folders that it may claim to lie in. It is never used as a path. */
export const nameOf = (name: string): string => lineOf(name.replace(/^.*[/\\]/s, '')) || 'file'

/** A file that was handed over, as a source. */
export function fileSource(file: File, collecting: Collecting): Source {
  const name = nameOf(file.name)
  const hint = { name, origin: name, ...(file.type ? { type: file.type } : {}) }
  return (signal) => pagesHanded(file.stream(), hint, { ...collecting, signal })
}

/** Addresses, one a line, as sources. Whatever is no http or https address is a problem in its place: it never becomes a path. */
export const addressSources = (lines: string, collecting: Collecting): readonly Source[] =>
  lines
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, MOST_ADDRESSES)
    .map((address) => (signal) => {
      if (isAddress(address)) return pagesOf([address], { ...collecting, signal })
      return one(problem(lineOf(address), 'address', 'is no http or https address'))
    })

async function* one<T>(value: T): AsyncIterable<T> {
  yield value
}

const isAddress = (address: string): boolean =>
  /^https?:\/\//i.test(address) && URL.canParse(address) && new URL(address).hostname !== ''

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)?)?$/

/** Why a pasted text cannot be added; undefined where it can. */
export function pastedProblem({ text, html, url, published }: Pasted): Label | undefined {
  if (!/\S/.test(text ?? '') && !/\S/.test(html ?? ''))
    return 'There is nothing to read: choose a file, paste a text or give an address.'
  if (url && !isAddress(url)) return 'This is no http or https address.'
  if (published && !(DAY.test(published) && !Number.isNaN(Date.parse(published.slice(0, 10)))))
    return 'This is no day, as 2026-05-13.'
  return undefined
}

/**
 * A pasted text as a source: a headline that is given for it stands above it, as its first line. With an address it is what stood there when it
 * was pasted, so that a text pasted later is the newer version.
 */
export function pastedSource({ text, html, headline, outlet, published, url }: Pasted, now: Date): Source {
  const above = headline && !html ? `${lineOf(headline, 300)}\n\n` : ''
  const words = html ?? `${above}${text ?? ''}`
  const page: Page = {
    bytes: new TextEncoder().encode(words),
    type: html === undefined ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
    origin: lineOf(headline || outlet || url || (text ?? '').trim().slice(0, 400), 60) || 'text',
    ...(url ? { url, fetched: now.toISOString() } : {}),
    ...(published ? { published } : {}),
    ...(outlet ? { outlet: lineOf(outlet) } : {}),
  }
  return () => one(page)
}
