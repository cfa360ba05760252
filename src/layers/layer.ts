import type { Article } from '../articles/article.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { Tagger } from '../tagger/tagger.ts'
import type { Notice } from '../text/notice.ts'

/** What comes from the world, opened outside and handed in. */
export interface Tools {
  readonly tagger: Tagger
  readonly gazetteer: Gazetteer
}

/** A layer of whatever key, needs and items. */
export type AnyLayer = Layer<string, readonly AnyLayer[], unknown>

/** The items of the layers that a layer named in `needs`, by key. */
export type Found<Needs extends readonly AnyLayer[]> = {
  readonly [L in Needs[number] as L['key']]: L extends Layer<string, readonly AnyLayer[], infer Item>
    ? readonly Item[]
    : never
}

/** One kind of annotation over an article. It sees the article, the layers it names, and the tools; nothing else. */
export interface Layer<Key extends string, Needs extends readonly AnyLayer[], Item> {
  /** Its key in the reading. */
  readonly key: Key
  readonly needs: Needs
  /** Work of other layers, not part of the JSON. */
  readonly hidden?: boolean
  /** Remarks on what it could not read. */
  notices?(article: Article, found: Found<Needs>, tools: Tools): readonly Notice[]
  // A method, so that a list of layers of many item types is still a list of AnyLayer.
  read(article: Article, found: Found<Needs>, tools: Tools): Promise<readonly Item[]> | readonly Item[]
}

/** Declares a layer; only here so that the compiler works out its types. */
export const layer = <const Key extends string, const Needs extends readonly AnyLayer[], Item>(
  made: Layer<Key, Needs, Item>,
): Layer<Key, Needs, Item> => made

/** Every item says which rule or model found it and how sure that is (calibrated: of those given 0.9, nine in ten are right). */
export interface Sourced {
  readonly by: string
  readonly score: number
}
