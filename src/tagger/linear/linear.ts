import { best } from '../chain.ts'
import { inOrder, tagsOf } from '../decode.ts'
import type { Label, Passage, Tag, Tagger } from '../tagger.ts'
import { type Document, documentOf } from './document.ts'
import { addUp, type Field } from './field.ts'
import { factsOf } from './lexicon.ts'
import { type Base, nameMemory } from './memory.ts'
import { jointFeatures, MOST_NAMES } from './names.ts'
import { guessFeatures, MOST_ROLES, roleFeatures, type Scene, sceneOf } from './roles.ts'
import { type Model, modelOf } from './weights.ts'

/** Writes the features of a token to `out` and gives back how many. */
type Features = (token: number, out: Int32Array) => number

// A passage longer than this is read in pieces, so that memory stays bounded on hostile text.
const LONGEST = 1000

/** A field's answer over a document: a label for each token, and the spans with their scores. */
export interface Answer {
  readonly labels: Uint8Array
  readonly tags: readonly Tag[]
}

/** How a document is read with one field. */
export interface Way {
  /** Off leaves the tags out, for a reading that only serves the next. */
  readonly scored?: boolean
  /** Passages to leave unread, all their labels 0: those in which these labels are all 0. */
  readonly empty?: Uint8Array
  /** What stands in the scores before the features are added. */
  readonly base?: Base
}

/** Reads a document with one field. */
export function answerOf(field: Field, doc: Document, features: Features, most: number, way: Way = {}): Answer {
  const { scored = true, empty, base } = way
  const labels = new Uint8Array(doc.words.length)
  const tags: Tag[] = []
  const keys = new Int32Array(most)
  for (let p = 0; p + 1 < doc.passages.length; p++) {
    const end = doc.passages[p + 1] ?? 0
    if (empty && !empty.subarray(doc.passages[p] ?? 0, end).some(Boolean)) continue
    for (let from = doc.passages[p] ?? 0; from < end; from += LONGEST) {
      const count = Math.min(LONGEST, end - from)
      const scores = scoresOf(field, features, keys, from, count, base)
      const path = best(scores, count, field.moves)
      labels.set(path, from)
      if (scored) tags.push(...tagsOf(field, scores, path, { starts: doc.starts, ends: doc.ends, from }))
    }
  }
  return { labels, tags }
}

function scoresOf(
  field: Field,
  features: Features,
  keys: Int32Array,
  from: number,
  count: number,
  base: Base | undefined,
): Float64Array {
  const { size } = field.moves
  const scores = new Float64Array(count * size)
  for (let t = 0; t < count; t++) {
    base?.(from + t, scores, t * size)
    addUp(field, keys, features(from + t, keys), scores, t * size)
  }
  return scores
}

/** Names, then roles twice: the second field sees the first one's answers, which carries a cue's word over a long content. */
export function readAll(
  model: Model,
  doc: Document,
  memory = nameMemory(model.names),
): { readonly names: Answer; readonly guess: Answer; readonly roles: Answer } {
  const names = answerOf(model.names, doc, (i, out) => jointFeatures(doc, i, out), MOST_NAMES, { base: memory(doc) })
  const first = sceneOf(doc, names.labels)
  const kept = doc.words.length <= KEPT ? keptFeatures(first, doc.words.length) : undefined
  const guess = answerOf(model.guess, doc, kept?.write ?? ((i, out) => roleFeatures(first, i, out)), MOST_ROLES, {
    scored: false,
  })
  const second = sceneOf(doc, names.labels, guess.labels)
  const again: Features = kept
    ? (i, out) => guessFeatures(second, i, out, kept.read(i, out))
    : (i, out) => roleFeatures(second, i, out)
  return { names, guess, roles: answerOf(model.roles, doc, again, MOST_ROLES, { empty: guess.labels }) }
}

/** Tokens of a document up to which the first role field's features are kept for the second: some megabytes. */
const KEPT = 10_000

// The features that both role fields share are worked out once.
function keptFeatures(scene: Scene, tokens: number): { readonly write: Features; readonly read: Features } {
  const kept = new Int32Array(tokens * MOST_ROLES)
  const counts = new Uint8Array(tokens)
  return {
    write: (i, out) => {
      const count = roleFeatures(scene, i, out)
      const from = i * MOST_ROLES
      for (let k = 0; k < count; k++) kept[from + k] = out[k] as number
      counts[i] = count
      return count
    },
    read: (i, out) => {
      const count = counts[i] as number
      const from = i * MOST_ROLES
      for (let k = 0; k < count; k++) out[k] = kept[from + k] as number
      return count
    },
  }
}

/** The document of a text under a model's lexicon. */
export const documentFor = (model: Pick<Model, 'lexicon'>, text: string, passages: readonly Passage[]): Document =>
  documentOf(text, passages, (hash) => factsOf(model.lexicon, hash))

/** A tagger from the bytes of a weights file (not compressed). Throws a RangeError for other bytes. */
export function linearTagger(weights: Uint8Array): Tagger {
  const model = modelOf(weights)
  const memory = nameMemory(model.names)
  const labels = new Set<Label>([...model.names.kinds, ...model.roles.kinds])
  return {
    name: `linear/${model.version}`,
    labels,
    tag: async (text, passages) => {
      const { names, roles } = readAll(model, documentFor(model, text, passages), memory)
      return [...names.tags, ...roles.tags].sort(inOrder)
    },
  }
}
