import { z } from 'zod'
import type { Page } from '../articles/page.ts'
import type { Span } from '../text/span.ts'
import { failed, isBlank, LONGEST } from './bytes.ts'
import type { Failed, Input } from './input.ts'
import { linesOf } from './lines.ts'

/** JSON Lines, one page a line. Lines that are wrong are named with their number, and the rest goes on. */
export const jsonl: Input = {
  name: 'jsonl',
  extensions: ['jsonl', 'ndjson'],
  types: ['application/x-ndjson', 'application/jsonl', 'application/x-jsonlines', 'application/json-lines'],
  sniff: (head) => /^(?:\u00ef\u00bb\u00bf)?\s*\{[ \t]*"/.test(String.fromCharCode(...head.subarray(0, 64))),
  read: (bytes, hint) => pagesIn(bytes, hint.origin),
}

async function* pagesIn(pieces: AsyncIterable<Uint8Array>, origin: string): AsyncIterable<Page | Failed> {
  for await (const { number, bytes, open } of linesOf(pieces, LONGEST)) {
    const where = `${origin} line ${number}`
    if (!bytes) yield failed('too-long', `is longer than ${LONGEST} bytes`, where)
    else if (!isBlank(bytes) && !isMark(bytes)) yield* pageOf(bytes, open, where)
  }
}

// A byte order mark alone, as an empty file may have.
const isMark = ([a, b, c, ...rest]: Uint8Array): boolean => a === 0xef && b === 0xbb && c === 0xbf && rest.length === 0

function* pageOf(bytes: Uint8Array, open: boolean, origin: string): Iterable<Page | Failed> {
  const line = decoded(bytes)
  if (line === undefined) return yield failed('not-utf-8', 'is not valid UTF-8', origin)
  const value = parsed(line)
  if (value === undefined && open) return yield failed('cut', 'is cut: its JSON does not end', origin)
  if (value === undefined) return yield failed('not-json', 'is not JSON', origin)
  const entry = ENTRY.safeParse(value)
  if (!entry.success) return yield failed('wrong-line', reasonOf(entry.error), origin)
  const published = entry.data.published ? isoOf(entry.data.published) : undefined
  if (entry.data.published && !published)
    yield failed(
      'no-date',
      `"published" is no ISO date and is left out: ${entry.data.published.slice(0, 40)}`,
      origin,
      'warning',
    )
  yield { ...made(entry.data), ...(published ? { published } : {}), origin }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const SPANS = z.array(z.object({ start: z.int().nonnegative(), end: z.int().positive() })).nullish()
const GIVEN = z.object({ places: SPANS, events: SPANS, mentions: SPANS }).nullish()
const HAS_WORDS = /\S/

// Null is as good as absent: many programs write it for what they do not know.
const LINE = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)], 'is neither words nor a number').nullish(),
  text: z.string().regex(HAS_WORDS, 'has no words').nullish(),
  html: z.string().regex(HAS_WORDS, 'has no words').nullish(),
  url: z.string().nullish(),
  published: z.string().nullish(),
  given: GIVEN,
})
type Entry = z.infer<typeof LINE>

const ENTRY = LINE.refine(
  ({ text, html }) => (text == null) !== (html == null),
  'needs "text" or "html", one of the two',
)
  .refine(({ text, given }) => !given || text != null, 'has "given" without the "text" that it counts in')
  .refine(
    ({ text, given }) => spansOf(given).every(({ start, end }) => start < end && end <= (text ?? '').length),
    '"given" has a span outside of the text',
  )

const ISO = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })])

// "2026-03-09 14:05" is written by many programs for what ISO 8601 joins with a T.
const isoOf = (published: string): string | undefined => ISO.safeParse(published.trim().replace(' ', 'T')).data

const spansOf = (given: Entry['given']): readonly Span[] =>
  [given?.places, given?.events, given?.mentions].flatMap((spans) => spans ?? [])

function made({ id, text, html, url, given }: Entry): Page {
  // Decoding drops one byte order mark; a text that begins with one is to keep it, since spans count it.
  const words = html ?? (text?.startsWith('\ufeff') ? `\ufeff${text}` : text) ?? ''
  return {
    bytes: new TextEncoder().encode(words),
    type: html == null ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
    ...(id ? { id } : {}),
    ...(url ? { url } : {}),
    ...(given ? { given: withoutNulls(given) } : {}),
  }
}

const withoutNulls = ({ places, events, mentions }: NonNullable<Entry['given']>): NonNullable<Page['given']> => ({
  ...(places ? { places } : {}),
  ...(events ? { events } : {}),
  ...(mentions ? { mentions } : {}),
})

function reasonOf({ issues: [issue] }: z.ZodError): string {
  if (!issue) return 'is wrong'
  const field = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : String(key))).join('.')
  return field ? `"${field}" ${plainly(issue.message)}` : plainly(issue.message)
}

// Zod's own words begin with "Invalid input: expected string, received number".
const plainly = (message: string): string =>
  message.replace(/^(?:Invalid input|Too small|Too big): (.)/, (_, first: string) => `is wrong: ${first}`)
