import { FEATURES, type Rows } from './features.ts'

/** A sum of decision trees as the training writes it: `trees` is the base64 of nodes of six bytes each, tree after tree in preorder. */
export interface TreesFile {
  /** The columns that the trees ask for, by number. */
  readonly features: readonly string[]
  /** What each tree adds to, by number: a part. */
  readonly parts: readonly string[]
  /** How many nodes each tree has, part after part in turn. */
  readonly sizes: readonly number[]
  readonly trees: string
}

/** Trees made ready to run. */
export interface Trees {
  readonly parts: readonly string[]
  /** Places of the first nodes. */
  readonly roots: readonly number[]
  /** Column asked; `LEAF` where there is no question. */
  readonly column: Uint8Array
  /** Where to go for more than the number; the next node else. */
  readonly more: Uint16Array
  /** What a column is held against; what a leaf adds. */
  readonly number: Float32Array
}

const LEAF = 255
const NODE = 6

/** Reads trees; throws where they ask for columns that are not there. */
export function treesOf({ features, parts, sizes, trees }: TreesFile): Trees {
  const columns = features.map((name) => FEATURES.indexOf(name))
  const missing = features.filter((_, i) => (columns[i] ?? -1) < 0)
  if (missing.length) throw new Error(`the block model asks for features that are not there: ${missing.join(', ')}`)
  const bytes = Uint8Array.from(atob(trees), (char) => char.charCodeAt(0))
  const view = new DataView(bytes.buffer)
  const count = bytes.length / NODE
  const [column, more, number] = [new Uint8Array(count), new Uint16Array(count), new Float32Array(count)]
  const roots: number[] = []
  let root = 0
  for (const size of sizes) {
    roots.push(root)
    for (let i = root; i < root + size; i++) {
      const asked = view.getUint8(i * NODE)
      column[i] = asked === LEAF ? LEAF : (columns[asked] ?? 0)
      more[i] = root + view.getUint8(i * NODE + 1)
      number[i] = view.getFloat32(i * NODE + 2, true)
    }
    root += size
  }
  return { parts, roots, column, more, number }
}

/** So many rows are asked together: their numbers, and the nodes of one tree, stay at hand. */
const TOGETHER = 64

/** What the trees add up to for each row and part, part after part within a row; only rows from one to before another are asked. */
export function sumsOf(trees: Trees, rows: Rows, from = 0, to = rows.numbers.length / rows.width): Float64Array {
  const sums = new Float64Array((rows.numbers.length / rows.width) * trees.parts.length)
  for (let first = from; first < to; first += TOGETHER) addTo(sums, trees, rows, first, Math.min(to, first + TOGETHER))
  return sums
}

function addTo(
  sums: Float64Array,
  { parts, roots, column, more, number }: Trees,
  { numbers, width }: Rows,
  from: number,
  to: number,
): void {
  for (let tree = 0; tree < roots.length; tree++) {
    const root = roots[tree] as number
    for (let row = from; row < to; row++) {
      const first = row * width
      let at = root
      for (let asked = column[at] as number; asked !== LEAF; asked = column[at] as number)
        at = (numbers[first + asked] as number) <= (number[at] as number) ? at + 1 : (more[at] as number)
      const part = row * parts.length + (tree % parts.length)
      sums[part] = (sums[part] as number) + (number[at] as number)
    }
  }
}
