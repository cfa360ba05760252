import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from '../src/articles/page.ts'

const STORY = new URL('../examples/story/', import.meta.url)

/** One article's telling of a statement: the words said. */
export interface SaidThere {
  readonly page: string
  readonly content: string
  /** What the speaker is called there, where the page does not name them. */
  readonly speaker?: string
}

/** One article's telling of a happening: the first words of its sentence, and the word that names it. */
export interface ToldThere {
  readonly page: string
  readonly sentence: string
  readonly word: string
}

/** What a careful reader finds in the example pages: see examples/README.md. */
export interface Gold {
  readonly articles: Readonly<
    Record<string, { readonly headline: string; readonly published: string; readonly authors: readonly string[] }>
  >
  /** By page, the page that its text is a copy of. */
  readonly copies: Readonly<Record<string, string>>
  /** Pages of one article, oldest first. */
  readonly versions: readonly (readonly string[])[]
  readonly entities: readonly {
    readonly name: string
    readonly type: string
    readonly aliases: readonly string[]
    readonly pages: readonly string[]
  }[]
  readonly times: readonly { readonly page: string; readonly text: string; readonly value: string }[]
  readonly statements: readonly {
    readonly speaker: string
    readonly kind: string
    readonly tellings: readonly SaidThere[]
    /** Independent origins, where more than one article tells it. */
    readonly origins?: number
  }[]
  readonly happenings: readonly {
    readonly what: string
    readonly day: string
    readonly modality: string
    readonly tellings: readonly ToldThere[]
    readonly origins?: number
  }[]
  readonly tolls: readonly { readonly page: string; readonly words: string; readonly low: number }[]
  /** Planned happenings that ended, by what they are called there. */
  readonly plans: readonly { readonly what: string; readonly end: string }[]
  /** Numbers of one thing in the order told; each after the first with how it stands to those before. */
  readonly series: readonly {
    readonly what: string
    readonly state?: string
    readonly points: readonly {
      readonly page: string
      readonly words: string
      readonly low: number
      readonly high: number
      readonly relation?: string
    }[]
  }[]
  readonly stories: readonly { readonly what: string; readonly pages: readonly string[] }[]
}

/** The gold beside the example pages. */
export const exampleGold = (): Gold => JSON.parse(readFileSync(new URL('gold.json', STORY), 'utf8')) as Gold

/** Names of the example pages, sorted. */
export const exampleNames = (): string[] => readdirSync(new URL('pages/', STORY)).sort()

/** The example pages, as if from disk. */
export const examplePages = (): Page[] =>
  exampleNames().map((name) => ({
    bytes: readFileSync(new URL(`pages/${name}`, STORY)),
    type: name.endsWith('.txt') ? 'text/plain' : 'text/html',
    origin: name,
  }))

/** Words as they may be compared across pages: lower case, marks as spaces. */
export const squeeze = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * What the words of a telling match best, with at least half of the words, counted once, in common: all of its stretches of words together, or one
 * alone, since a quotation that goes on after its speaker may be read as one statement.
 */
export function closest<T>(all: readonly T[], wordsOf: (one: T) => readonly string[], content: string): T | undefined {
  const wanted = new Set(squeeze(content).split(' '))
  const share = (words: string): number => {
    const got = new Set(squeeze(words).split(' '))
    const both = [...wanted].filter((word) => got.has(word)).length
    return both / (wanted.size + got.size - both)
  }
  const overlap = (one: T): number => Math.max(share(wordsOf(one).join(' ')), ...wordsOf(one).map(share))
  const [best] = all.map((one) => ({ one, score: overlap(one) })).sort((x, y) => y.score - x.score)
  return best && best.score >= 0.5 ? best.one : undefined
}
