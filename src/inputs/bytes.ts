import type { Page } from '../articles/page.ts'
import type { Notice } from '../text/notice.ts'
import type { Failed, Hint } from './input.ts'

/** A page, or a line of JSON Lines, longer than this gives nothing but a notice; bytes. */
export const LONGEST = 32 * 1024 * 1024

/** Says what could not be read, and where. */
export const failed = (rule: string, reason: string, origin: string, grade: Notice['grade'] = 'error'): Failed => ({
  failed: { rule: `inputs/${rule}`, reason, grade },
  origin,
})

/** Whether nothing but white space and null bytes is in it, so that no page can be. */
export const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte <= 0x20)

/** Joins bytes that came in pieces. Reads no further than `longest`: undefined when there are more. */
export async function gather(
  pieces: AsyncIterable<Uint8Array>,
  longest: number = LONGEST,
): Promise<Uint8Array | undefined> {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    length += piece.length
    if (length > longest) return undefined
    kept.push(piece)
  }
  return joined(kept, length)
}

/** One array of `length` bytes out of its parts. */
export function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = parts
  if (first && parts.length === 1) return new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** Reads bytes that are one page of one of `types`: the declared one where it is among them, else the first with the declared charset. */
export async function* onePage(
  pieces: AsyncIterable<Uint8Array>,
  hint: Hint,
  types: Types,
  longest: number = LONGEST,
): AsyncIterable<Page | Failed> {
  const bytes = await gather(pieces, longest)
  if (!bytes) yield failed('too-long', `is longer than ${longest} bytes`, hint.origin)
  else if (isBlank(bytes)) yield failed('empty', 'is empty', hint.origin)
  else yield { bytes, type: typeOf(hint, types), ...known(hint), origin: hint.origin }
}

type Types = readonly [string, ...string[]]

function typeOf({ type = '' }: Hint, types: Types): string {
  const charset = /;\s*charset\s*=\s*[^;]+/i.exec(type)?.[0] ?? ''
  return types.includes(mediaType(type)) ? type : types[0] + charset
}

/** A declared type without its parameters, lower case: `text/html` of `Text/HTML; charset=utf-8`. */
export const mediaType = (declared: string): string => (declared.split(';', 1)[0] ?? '').trim().toLowerCase()

const known = ({ url, fetched }: Hint): Pick<Page, 'url' | 'fetched'> => ({
  ...(url ? { url } : {}),
  ...(fetched ? { fetched } : {}),
})
