import { sizeOf } from '../scheme.ts'
import { LABELS, type Label } from '../tagger.ts'
import { type Field, fieldOf } from './field.ts'
import type { Lexicon } from './lexicon.ts'

/** Everything that a linear tagger was taught. `guess` reads roles first, `roles` reads them again with its answers in sight. */
export interface Model {
  /** Date of training, year and month: `2026-11`. */
  readonly version: string
  readonly lexicon: Lexicon
  readonly names: Field
  readonly guess: Field
  readonly roles: Field
}

/** Format of the file; a change of features is a change of format. */
const FORMAT = 'onrecord-linear/1'
const FIELDS = ['names', 'guess', 'roles'] as const

interface Head {
  readonly format: string
  readonly version: string
  readonly lexicon: number
  readonly fields: readonly {
    readonly kinds: readonly string[]
    readonly slots: number
    readonly unit: number
    readonly scores: readonly number[]
    readonly curves: readonly (readonly number[])[]
  }[]
}

/**
 * A model as bytes: length of the head (32 bits, little-endian), the head as JSON, then the lexicon's checks and facts and each field's
 * checks and weights, label by label. Not compressed; weights must be 8-bit. Throws a TypeError where they are not.
 */
export function bytesOf(model: Model): Uint8Array {
  const head: Head = {
    format: FORMAT,
    version: model.version,
    lexicon: model.lexicon.facts.length,
    fields: FIELDS.map((name) => {
      const { kinds, checks, unit, moves, curves } = model[name]
      return { kinds, slots: checks.length, unit, scores: [...moves.scores], curves }
    }),
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const parts = [
    new Uint8Array(Uint32Array.of(text.length).buffer),
    text,
    low(model.lexicon.checks),
    low(model.lexicon.facts),
    ...FIELDS.flatMap((name) => [model[name].checks, columns(model[name])]),
  ]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function low(numbers: Uint16Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 2)
  numbers.forEach((number, i) => {
    bytes[2 * i] = number & 255
    bytes[2 * i + 1] = number >> 8
  })
  return bytes
}

// Label by label, since neighbours of one label are alike and pack better.
function columns({ checks, weights, moves: { size } }: Field): Uint8Array {
  if (!(weights instanceof Int8Array)) throw new TypeError('weights must be 8-bit to be written')
  const bytes = new Uint8Array(weights.length)
  for (let y = 0; y < size; y++)
    for (let slot = 0; slot < checks.length; slot++) bytes[y * checks.length + slot] = weights[slot * size + y] ?? 0
  return bytes
}

function rows(bytes: Uint8Array, slots: number, size: number): Int8Array {
  const weights = new Int8Array(slots * size)
  for (let y = 0; y < size; y++)
    for (let slot = 0; slot < slots; slot++) weights[slot * size + y] = bytes[y * slots + slot] ?? 0
  return weights
}

const isLabel = (kind: string): kind is Label => (LABELS as readonly string[]).includes(kind)

/** Reads a model back. Throws a RangeError for bytes that are not one of this format. */
export function modelOf(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(0, true)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head
  if (head.format !== FORMAT) throw new RangeError(`weights of format ${head.format}, not ${FORMAT}`)
  let at = 4 + length
  const take = (count: number): Uint8Array => {
    if (at + count > bytes.length) throw new RangeError(`weights end at ${bytes.length}, short of ${at + count}`)
    at += count
    return bytes.subarray(at - count, at)
  }
  const words = (count: number): Uint16Array => {
    const part = take(count * 2)
    return Uint16Array.from({ length: count }, (_, i) => (part[2 * i] ?? 0) | ((part[2 * i + 1] ?? 0) << 8))
  }
  const lexicon = { checks: words(head.lexicon), facts: words(head.lexicon) }
  const [names, guess, roles] = head.fields.map(({ kinds, slots, unit, scores, curves }) => {
    const labels = kinds.filter(isLabel)
    const checks = take(slots).slice()
    const weights = rows(take(slots * sizeOf(labels)), slots, sizeOf(labels))
    return fieldOf({ kinds: labels, checks, weights, unit, scores, curves })
  })
  if (!names || !guess || !roles) throw new RangeError(`weights of ${head.fields.length} fields, not 3`)
  return { version: head.version, lexicon, names, guess, roles }
}
