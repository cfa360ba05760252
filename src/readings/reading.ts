import type { Article } from '../articles/article.ts'
import type { LAYERS } from '../layers/index.ts'
import type { AnyLayer, Layer } from '../layers/layer.ts'

/** Version of the reading's JSON: it changes when a key goes or means another thing. */
export const FORMAT = 'onrecord/1'

/** Version of the reader: changes whenever the same article may be read otherwise. */
export const READER_VERSION = '0.1.0'

type ItemOf<L> = L extends Layer<string, readonly AnyLayer[], infer Item> ? Item : never
type Shown = Exclude<(typeof LAYERS)[number], { readonly key: 'tagging' | 'tags' | 'phrases' | 'quotes' }>

/** The layers of a reading by key: `{ sentences, mentions, entities, … }`. */
export type LayersOf = { readonly [L in Shown as L['key']]: readonly ItemOf<L>[] }

/** An article with its layers: plain JSON, format `onrecord/1`. It depends on its article and the reader alone. */
export interface Reading extends Article, LayersOf {
  readonly format: typeof FORMAT
  readonly offsets: 'utf-16' | 'codepoint'
  readonly reader: { readonly version: string; readonly tagger: string; readonly gazetteer: string }
}

/** Key of a layer that stands in the reading. */
export type LayerKey = keyof LayersOf
