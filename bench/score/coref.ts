import { covers, type Span } from '../../src/text/span.ts'
import { byId, type Doc, type Figures, f1Of, sharedOf } from './figures.ts'

export interface ChainDoc extends Doc {
  readonly chains?: readonly (readonly Span[])[]
  /** Types of the gold chains, by place. */
  readonly types?: readonly (string | undefined)[]
  readonly genre?: string
  readonly scored?: readonly Span[]
}
type Chain = readonly string[]

/** A pair of numerators and denominators: recall, then precision. */
interface Sums {
  readonly recall: [number, number]
  readonly precision: [number, number]
}

const ownersOf = (chains: readonly Chain[]): Map<string, number> =>
  new Map(chains.flatMap((chain, i) => chain.map((mention) => [mention, i] as const)))

/** How a chain is cut by the other side: sizes of its pieces by owner, and its mentions found nowhere. */
function piecesOf(
  chain: Chain,
  owners: Map<string, number>,
): { readonly sizes: Map<number, number>; readonly alone: number } {
  const sizes = new Map<number, number>()
  let alone = 0
  for (const mention of chain) {
    const owner = owners.get(mention)
    if (owner === undefined) alone++
    else sizes.set(owner, (sizes.get(owner) ?? 0) + 1)
  }
  return { sizes, alone }
}

/** MUC (Vilain et al. 1995): links kept of the links there are. */
function muc(a: readonly Chain[], b: readonly Chain[]): [number, number] {
  const owners = ownersOf(b)
  let [kept, links] = [0, 0]
  for (const chain of a) {
    const { sizes, alone } = piecesOf(chain, owners)
    kept += chain.length - sizes.size - alone
    links += chain.length - 1
  }
  return [kept, links]
}

/** B³ (Bagga & Baldwin 1998). */
function bCubed(a: readonly Chain[], b: readonly Chain[]): [number, number] {
  const owners = ownersOf(b)
  let [sum, mentions] = [0, 0]
  for (const chain of a) {
    for (const n of piecesOf(chain, owners).sizes.values()) sum += (n * n) / chain.length
    mentions += chain.length
  }
  return [sum, mentions]
}

/** CEAF-e (Luo 2005): the best one-to-one matching of chains by 2|K∩R| / (|K|+|R|). */
function ceaf(key: readonly Chain[], response: readonly Chain[]): number {
  if (!key.length || !response.length) return 0
  const owners = ownersOf(response)
  return bestMatching(
    key.map((chain) => {
      const { sizes } = piecesOf(chain, owners)
      return response.map((other, j) => (2 * (sizes.get(j) ?? 0)) / (chain.length + other.length))
    }),
  )
}

/** The state of a matching: prices of rows and columns, and the row that each column has; all from 1, 0 stands for none. */
interface Matching {
  readonly weights: readonly (readonly number[])[]
  readonly rowPrice: Float64Array
  readonly columnPrice: Float64Array
  readonly rowOf: Int32Array
}

/** Largest total weight of a one-to-one matching of rows and columns, by shortest augmenting paths (Jonker & Volgenant 1987). */
export function bestMatching(table: readonly (readonly number[])[]): number {
  const columns = table[0]?.length ?? 0
  const weights = table.length <= columns ? table : (table[0] ?? []).map((_, j) => table.map((row) => row[j] ?? 0))
  const width = weights[0]?.length ?? 0
  const matching: Matching = {
    weights,
    rowPrice: new Float64Array(weights.length + 1),
    columnPrice: new Float64Array(width + 1),
    rowOf: new Int32Array(width + 1),
  }
  for (let row = 1; row <= weights.length; row++) augment(matching, row)
  return matching.rowOf.reduce(
    (sum, row, column) => sum + (row && column ? (weights[row - 1]?.[column - 1] ?? 0) : 0),
    0,
  )
}

/** Gives one more row its column, moving others along the cheapest path. */
function augment(matching: Matching, row: number): void {
  const { rowOf } = matching
  const least = new Float64Array(rowOf.length).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(rowOf.length)
  const done = new Uint8Array(rowOf.length)
  let column = 0
  rowOf[0] = row
  do {
    done[column] = 1
    column = cheapest(matching, column, least, before, done)
  } while (rowOf[column] !== 0)
  while (column) {
    const previous = before[column] ?? 0
    rowOf[column] = rowOf[previous] ?? 0
    column = previous
  }
}

/** Extends the path from a column by its row's costs, moves the prices, and returns the next column. */
function cheapest(m: Matching, column: number, least: Float64Array, before: Int32Array, done: Uint8Array): number {
  const row = m.rowOf[column] ?? 0
  let next = 0
  for (let j = 1; j < least.length; j++) {
    if (done[j]) continue
    const cost = -(m.weights[row - 1]?.[j - 1] ?? 0) - (m.rowPrice[row] ?? 0) - (m.columnPrice[j] ?? 0)
    if (cost < (least[j] ?? 0)) {
      least[j] = cost
      before[j] = column
    }
    if (next === 0 || (least[j] ?? 0) < (least[next] ?? 0)) next = j
  }
  reprice(m, least[next] ?? 0, least, done)
  return next
}

function reprice(
  { rowPrice, columnPrice, rowOf }: Matching,
  step: number,
  least: Float64Array,
  done: Uint8Array,
): void {
  for (let j = 0; j < least.length; j++) {
    const row = rowOf[j] ?? 0
    if (!done[j]) least[j] = (least[j] ?? 0) - step
    else {
      rowPrice[row] = (rowPrice[row] ?? 0) + step
      columnPrice[j] = (columnPrice[j] ?? 0) - step
    }
  }
}

/** Chains as keys; a mention that stands in two chains stays in the first. */
function chainsOf(chains: readonly (readonly Span[])[]): Chain[] {
  const seen = new Set<string>()
  return chains
    .map((chain) =>
      chain.flatMap(({ start, end }) => {
        const key = `${start}-${end}`
        if (seen.has(key)) return []
        seen.add(key)
        return [key]
      }),
    )
    .filter((chain) => chain.length > 0)
}

const shareOf = ({ recall, precision }: Sums): number =>
  f1Of(precision[1] ? precision[0] / precision[1] : 0, recall[1] ? recall[0] / recall[1] : 0)

/** Coreference: MUC, B³ and CEAF-e F1, their mean `conll_f1`, and mentions alone; sums over documents before dividing, as in CoNLL-2012. */
export function scoreCoref(
  gold: readonly ChainDoc[],
  predicted: readonly ChainDoc[],
  wanted?: readonly string[],
): Figures {
  const found = byId(predicted)
  const sums = { mention: empty(), muc: empty(), b3: empty(), ceafe: empty() }
  for (const doc of gold) {
    const key = chainsOf((doc.chains ?? []).filter((_, i) => !wanted || wanted.includes(doc.types?.[i] ?? 'none')))
    const inside = (span: Span) => !doc.scored || doc.scored.some((part) => covers(part, span))
    const response = chainsOf((found.get(doc.id)?.chains ?? []).map((chain) => chain.filter(inside)))
    add(sums.muc, muc(key, response), muc(response, key))
    add(sums.b3, bCubed(key, response), bCubed(response, key))
    const matched = ceaf(key, response)
    add(sums.ceafe, [matched, key.length], [matched, response.length])
    const [k, r] = [new Set(key.flat()), new Set(response.flat())]
    add(sums.mention, [sharedOf(k, r), k.size], [sharedOf(k, r), r.size])
  }
  const figures: Figures = { documents: gold.length }
  for (const [name, sum] of Object.entries(sums)) figures[`${name}_f1`] = shareOf(sum)
  return { ...figures, conll_f1: (shareOf(sums.muc) + shareOf(sums.b3) + shareOf(sums.ceafe)) / 3 }
}

const empty = (): Sums => ({ recall: [0, 0], precision: [0, 0] })
function add(sums: Sums, recall: readonly [number, number], precision: readonly [number, number]): void {
  for (const i of [0, 1] as const) {
    sums.recall[i] += recall[i]
    sums.precision[i] += precision[i]
  }
}
