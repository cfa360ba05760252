import type { Page } from '../articles/page.ts'
import type { Address, Hint } from '../inputs/input.ts'
import { type Fetching, pagesAtAddress } from './address.ts'
import { pagesIn } from './bytes.ts'
import { pagesAt } from './files.ts'
import { type Collected, type Problem, problem, problemOf } from './problem.ts'

/** How sources are gathered. */
export interface Collecting extends Fetching {
  /** What `-` stands for: the program's standard input unless told. Read as JSON Lines. */
  readonly stdin?: AsyncIterable<Uint8Array>
}

/**
 * The pages of files, folders, http(s) addresses and `-` (JSON Lines on standard input), in the order given. Whatever cannot be read is a
 * problem in its place, and the rest goes on. Holds one page at a time.
 */
export async function* pagesOf(sources: Iterable<string>, collecting: Collecting = {}): AsyncIterable<Collected> {
  for (const source of sources)
    for await (const found of foundAt(source, collecting))
      if ('address' in found) yield* pagesListed(found.address, collecting)
      else yield found
}

/** The pages of bytes that somebody handed over, named in messages by the hint's origin; addresses that they list are fetched. */
export async function* pagesHanded(
  bytes: AsyncIterable<Uint8Array>,
  hint: Hint,
  collecting: Collecting = {},
): AsyncIterable<Collected> {
  try {
    for await (const found of pagesIn(bytes, hint))
      if ('address' in found) yield* pagesListed(found.address, collecting)
      else yield found
  } catch (error) {
    yield problemOf(hint.origin, error)
  }
}

function foundAt(source: string, collecting: Collecting): AsyncIterable<Page | Address | Problem> {
  if (source === '-') return fromStandardInput(collecting.stdin ?? process.stdin)
  if (/^https?:\/\//i.test(source)) return pagesAtAddress(source, collecting)
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(source) ? unknownScheme(source) : pagesAt(source)
}

async function* unknownScheme(address: string): AsyncIterable<Problem> {
  yield problem(address, 'address', 'is no http or https address')
}

async function* fromStandardInput(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Page | Address | Problem> {
  const origin = 'standard input'
  try {
    yield* pagesIn(bytes, { type: 'application/x-ndjson', origin })
  } catch (error) {
    yield problemOf(origin, error)
  }
}

// An address that an input listed may not list further ones.
async function* pagesListed(address: string, collecting: Collecting): AsyncIterable<Collected> {
  for await (const found of pagesAtAddress(address, collecting)) if (!('address' in found)) yield found
}
