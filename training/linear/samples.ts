import type { Document } from '../../src/tagger/linear/document.ts'
import { beginOf, insideOf } from '../../src/tagger/scheme.ts'
import type { Label } from '../../src/tagger/tagger.ts'
import type { Gold } from './corpora.ts'

/** Features and gold labels of many passages, flat: keys become slots when the dictionary is made. */
export interface Samples {
  /** Keys (later slots, -1 for unknown) of all tokens, one after another. */
  keys: Int32Array
  /** Where each token's keys begin; one entry more at the end. */
  readonly offsets: number[]
  readonly labels: number[]
  readonly passages: { readonly from: number; readonly to: number; readonly doc: number; readonly weight: number }[]
}

/** No samples yet. */
export const noSamples = (): Samples => ({ keys: new Int32Array(1 << 20), offsets: [0], labels: [], passages: [] })

/** Adds a document's passages with their gold labels. */
export function addSamples(
  samples: Samples,
  doc: Document,
  labels: Uint8Array,
  features: (token: number, out: Int32Array) => number,
  of: { readonly doc: number; readonly weight: number },
): void {
  const out = new Int32Array(256)
  for (let p = 0; p + 1 < doc.passages.length; p++) {
    const from = samples.labels.length
    for (let i = doc.passages[p] ?? 0; i < (doc.passages[p + 1] ?? 0); i++) {
      const count = features(i, out)
      const at = samples.offsets.at(-1) ?? 0
      if (at + count > samples.keys.length) {
        const wider = new Int32Array(Math.ceil(samples.keys.length * 1.6) + 256)
        wider.set(samples.keys)
        samples.keys = wider
      }
      samples.keys.set(out.subarray(0, count), at)
      samples.offsets.push(at + count)
      samples.labels.push(labels[i] ?? 0)
    }
    if (samples.labels.length > from) samples.passages.push({ from, to: samples.labels.length, ...of })
  }
}

/** Token labels of gold spans: a token belongs to a span when most of it lies inside; a span never runs over a passage's end. */
export function labelsOf(doc: Document, gold: readonly Gold[], kinds: readonly Label[]): Uint8Array {
  const labels = new Uint8Array(doc.words.length)
  const sorted = [...gold].sort((a, b) => a.start - b.start || b.end - a.end)
  const ends = new Set(doc.passages)
  let at = 0
  for (const span of sorted) {
    const kind = kinds.indexOf(span.label)
    if (kind < 0) continue
    while (at > 0 && (doc.ends[at - 1] ?? 0) > span.start) at--
    while (at < labels.length && middle(doc, at) < span.start) at++
    let begun = false
    for (let i = at; i < labels.length && middle(doc, i) < span.end; i++) {
      if (labels[i] !== 0) continue
      labels[i] = begun && !ends.has(i) && goesOn(labels[i - 1] ?? 0, kind) ? insideOf(kind) : beginOf(kind)
      begun = true
    }
  }
  return labels
}

const goesOn = (before: number, kind: number): boolean => before === beginOf(kind) || before === insideOf(kind)

const middle = (doc: Document, i: number): number => ((doc.starts[i] ?? 0) + (doc.ends[i] ?? 0)) / 2
