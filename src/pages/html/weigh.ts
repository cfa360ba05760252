import type { Rows } from './features.ts'
import { sumsOf, type Trees, type TreesFile, treesOf } from './trees.ts'
import file from './weights.json' with { type: 'json' }

/** How likely a leaf is each part: between 0 and 1. */
export interface Shares {
  readonly body: number
  readonly caption: number
  readonly credit: number
  readonly standfirst: number
}

/** The block model: trees for the body, learnt on all corpora, and for what stands beside it, learnt where the corpus marks that. */
export interface Weights {
  readonly body: Trees
  readonly parts: Trees
}

/** A block model from its file. */
export const weightsOf = (file: { readonly body: TreesFile; readonly parts: TreesFile }): Weights => ({
  body: treesOf(file.body),
  parts: treesOf(file.parts),
})

/** The block model as it is shipped. */
export const SHIPPED: Weights = weightsOf(file)

/** A leaf as likely as this to be of the body tells where on the page the article stands. */
const FAINT = 0.3
/** So many leaves above the first of these and below the last may be its captions, credits or standfirst. */
const [ABOVE, BELOW] = [40, 12]

/** Says of each leaf how likely it is the article's body and, near that, how likely a caption, a credit or the standfirst. */
export function sharesOf(rows: Rows, weights: Weights): Shares[] {
  const body = Array.from(sumsOf(weights.body, rows), (sum) => 1 / (1 + Math.exp(-sum)))
  const least = Math.min(FAINT, body.reduce((found, share) => Math.max(found, share), 0) / 2)
  const from = Math.max(0, body.findIndex((share) => share >= least) - ABOVE)
  const to = Math.min(body.length, body.findLastIndex((share) => share >= least) + 1 + BELOW)
  const parts = sumsOf(weights.parts, rows, from, to)
  const { parts: names } = weights.parts
  const [caption, credit, standfirst] = ['caption', 'credit', 'standfirst'].map((name) => names.indexOf(name))
  return body.map((share, i) => {
    if (i < from || i >= to) return { body: share, caption: 0, credit: 0, standfirst: 0 }
    const own = softmax(parts.subarray(i * names.length, (i + 1) * names.length))
    return {
      body: share,
      caption: own[caption ?? -1] ?? 0,
      credit: own[credit ?? -1] ?? 0,
      standfirst: own[standfirst ?? -1] ?? 0,
    }
  })
}

function softmax(sums: Float64Array): number[] {
  const most = Math.max(...sums)
  const each = Array.from(sums, (sum) => Math.exp(sum - most))
  const all = each.reduce((a, b) => a + b, 0)
  return each.map((one) => one / all)
}
