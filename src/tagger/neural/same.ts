import { type Meaning, PHRASE_KINDS, type Same } from '../tagger.ts'
import { LONGEST, type PhraseCurve, type PhraseMaking, SAME } from './phrases.ts'

/** Inner numbers of a pair of phrases. */
const HIDDEN = 32

/** Trained numbers about phrases that stand beside a network. */
export interface PhraseWeights extends PhraseMaking {
  /** Rows of its table of facts. */
  readonly facts: number
  readonly same: Same
}

interface Parts {
  readonly widths: Float32Array
  readonly product: Float32Array
  readonly left: Float32Array
  readonly leftBias: Float32Array
  readonly right: Float32Array
  readonly score: Float32Array
  readonly scoreBias: Float32Array
  readonly alone: Float32Array
  readonly aloneBias: Float32Array
  readonly facts: Float32Array
}

// In the order in which they are stored; the table of facts takes the rest.
const SIZES: Readonly<Record<Exclude<keyof Parts, 'facts'>, number>> = {
  widths: LONGEST * PHRASE_KINDS.length,
  product: SAME * SAME,
  left: HIDDEN * SAME,
  leftBias: HIDDEN,
  right: HIDDEN * SAME,
  score: HIDDEN,
  scoreBias: 1,
  alone: SAME,
  aloneBias: 1,
}

function partsOf(numbers: Float32Array): Parts {
  let at = 0
  const parts: Record<string, Float32Array> = {}
  for (const [name, size] of Object.entries(SIZES)) {
    parts[name] = numbers.subarray(at, at + size)
    at += size
  }
  const facts = numbers.subarray(at)
  if (facts.length === 0 || facts.length % HIDDEN > 0)
    throw new RangeError(`${numbers.length} numbers about phrases do not fit`)
  return { ...parts, facts } as unknown as Parts
}

// Four at a time: each addition would wait for the one before it.
function dotOf(a: Float32Array, b: Float32Array, from = 0): number {
  let [w, x, y, z] = [0, 0, 0, 0]
  for (let i = 0, at = from; i < SAME; i += 4, at += 4) {
    w += (a[i] as number) * (b[at] as number)
    x += (a[i + 1] as number) * (b[at + 1] as number)
    y += (a[i + 2] as number) * (b[at + 2] as number)
    z += (a[i + 3] as number) * (b[at + 3] as number)
  }
  return w + x + y + z
}

/** Adds to `sums`, from `at`, a matrix times a vector; the matrix has a row for each sum. */
function addProduct(sums: Float32Array, at: number, rows: number, matrix: Float32Array, vector: Float32Array): void {
  for (let row = 0; row < rows; row++) sums[at + row] = (sums[at + row] as number) + dotOf(vector, matrix, row * SAME)
}

// A later phrase: its product, its inner numbers, what speaks for its being something said before.
function laterOf(parts: Parts, numbers: Float32Array): Float32Array {
  const later = new Float32Array(SAME + HIDDEN + 1)
  addProduct(later, 0, SAME, parts.product, numbers)
  for (let i = 0; i < SAME; i++) later[i] = (later[i] as number) / Math.sqrt(SAME)
  later.set(parts.leftBias, SAME)
  addProduct(later, SAME, HIDDEN, parts.left, numbers)
  later[SAME + HIDDEN] = (parts.aloneBias[0] as number) + (parts.scoreBias[0] as number)
  addProduct(later, SAME + HIDDEN, 1, parts.alone, numbers)
  return later
}

// An earlier one: itself, its inner numbers.
function earlierOf(parts: Parts, numbers: Float32Array): Float32Array {
  const earlier = new Float32Array(SAME + HIDDEN)
  earlier.set(numbers)
  addProduct(earlier, SAME, HIDDEN, parts.right, numbers)
  return earlier
}

/** Made when it is asked for: of many phrases nobody asks. */
class Made implements Meaning {
  readonly #parts: Parts
  readonly #numbers: Float32Array
  #later: Float32Array | undefined
  #earlier: Float32Array | undefined

  constructor(parts: Parts, numbers: Float32Array) {
    this.#parts = parts
    this.#numbers = numbers
  }

  get later(): Float32Array {
    this.#later ??= laterOf(this.#parts, this.#numbers)
    return this.#later
  }

  get earlier(): Float32Array {
    this.#earlier ??= earlierOf(this.#parts, this.#numbers)
    return this.#earlier
  }
}

function sameOf({ score, facts }: Parts): Same {
  const rows = new Int32Array(32)
  return ({ later }, { earlier }, known) => {
    const count = known.length
    for (let k = 0; k < count; k++) rows[k] = (known[k] as number) * HIDDEN
    let sum = (later[SAME + HIDDEN] as number) + dotOf(later, earlier)
    for (let i = 0; i < HIDDEN; i += 2) {
      let one = (later[SAME + i] as number) + (earlier[SAME + i] as number)
      let two = (later[SAME + i + 1] as number) + (earlier[SAME + i + 1] as number)
      for (let k = 0; k < count; k++) {
        const at = (rows[k] as number) + i
        one += facts[at] as number
        two += facts[at + 1] as number
      }
      if (one > 0) sum += one * (score[i] as number)
      if (two > 0) sum += two * (score[i + 1] as number)
    }
    return sum
  }
}

/** Reads the trained numbers about phrases: 32-bit floats, little-endian. Throws a RangeError where they are too few. */
export function phraseWeights(bytes: Uint8Array, curve: PhraseCurve): PhraseWeights {
  const numbers = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  const parts = partsOf(numbers)
  return {
    facts: parts.facts.length / HIDDEN,
    widths: parts.widths,
    curve,
    meaning: (own) => new Made(parts, own),
    same: sameOf(parts),
  }
}
