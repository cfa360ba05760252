import type { Page } from '../articles/page.ts'
import { joined } from '../inputs/bytes.ts'
import type { Address, Hint } from '../inputs/input.ts'
import { isBinary } from '../pages/decode.ts'
import { inputFor } from './choose.ts'
import { type Problem, problem } from './problem.ts'

/** Bytes looked at before an input is chosen. */
const HEAD = 1024

/** The pages in bytes, by the input that is theirs. */
export async function* pagesIn(bytes: AsyncIterable<Uint8Array>, hint: Hint): AsyncIterable<Page | Address | Problem> {
  const { head, all } = await peek(bytes)
  const input = isBinary(head) ? undefined : inputFor(hint, head)
  if (head.length === 0) yield problem(hint.origin, 'empty', 'is empty')
  else if (isBinary(head))
    yield problem(hint.origin, 'binary', 'is no text: it looks like a picture, an archive or a program')
  else if (!input) yield problem(hint.origin, 'type', `is no page: its type is ${hint.type}`)
  else
    for await (const found of input.read(all, hint))
      yield 'failed' in found ? { source: found.origin, problem: found.failed } : found
  if (!input) await close(all)
}

/** The first bytes, and all of them again. */
async function peek(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
  const rest = bytes[Symbol.asyncIterator]()
  const pieces: Uint8Array[] = []
  let length = 0
  while (length < HEAD) {
    const { done, value } = await rest.next()
    if (done) break
    pieces.push(value)
    length += value.length
  }
  return { head: joined(pieces, length).subarray(0, HEAD), all: together(pieces, rest) }
}

async function* together(
  pieces: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* pieces
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

async function close(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of bytes) return
}
