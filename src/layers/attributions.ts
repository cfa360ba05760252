import { byPlace, type Span } from '../text/span.ts'
import { attributionOf, type Cast, castOf } from './attributions/assemble.ts'
import { bareQuotes, withSecondPieces } from './attributions/leftover.ts'
import { type Paragraph, paragraphOf } from './attributions/paragraph.ts'
import { type Link, linksByRule } from './attributions/rules.ts'
import { byBlock, sceneOf } from './entities/scene.ts'
import { entities } from './entities.ts'
import { layer, type Sourced } from './layer.ts'
import { mentions } from './mentions.ts'
import { places } from './places.ts'
import { quotes } from './quotes.ts'
import { sentences } from './sentences.ts'
import { tags } from './tags.ts'
import { times } from './times.ts'

/** Who said what: source, cue and content as they stand in the text. */
export interface Attribution extends Sourced {
  /** `a:START-END` of its first content span. */
  readonly id: string
  /** The words that name the source; empty where none stand near. */
  readonly source: readonly Span[]
  /** The words that signal it: "said", "according to"; empty for a quotation that goes on without one. */
  readonly cue: readonly Span[]
  /** What is said; at least one span. */
  readonly content: readonly Span[]
  /** `direct`: all of the content stands in quotation marks; `mixed`: some; `indirect`: none. */
  readonly kind: 'direct' | 'mixed' | 'indirect'
  /** Id of the entity that says it. */
  readonly speaker?: string
  /** Kind of the cue, from the cue table: said, claimed, denied, warned, promised, demanded, confirmed … */
  readonly stance?: string
  /** Entity spoken to; time and place of saying. */
  readonly to?: string
  readonly when?: string
  readonly where?: string
  /** Id of the attribution whose content holds this one. */
  readonly parent?: string
  /** Id of the attribution that this one goes on from. */
  readonly continues?: string
}


function linksOf(p: Paragraph): readonly Link[] {
  const links = withSecondPieces(p, linksByRule(p))
  return [...links, ...bareQuotes(p, links)]
}

const itemsOf = (p: Paragraph, cast: Cast): readonly Attribution[] =>
  linksOf(p)
    .flatMap((link) => attributionOf(p, link, cast) ?? [])
    .sort((a, b) => byPlace(a.content[0] ?? p.block, b.content[0] ?? p.block))

export const attributions = layer({
  key: 'attributions',
  needs: [sentences, quotes, tags, mentions, entities, times, places],
  read: (article, found): readonly Attribution[] => {
    const scene = sceneOf(article, found.sentences, found.quotes)
    const cast = castOf(found.entities)
    const own = {
      lines: byBlock(scene.blocks, scene.lines),
      quotes: byBlock(scene.blocks, found.quotes),
      mentions: byBlock(scene.blocks, found.mentions),
      tags: byBlock(scene.blocks, found.tags),
    }
    return scene.blocks.flatMap((block, at) => {
      const first = own.lines[at]?.[0]?.at
      if (first === undefined) return []
      const p = paragraphOf(scene, block, first, { quotes: own.quotes[at] ?? [], mentions: own.mentions[at] ?? [], tags: own.tags[at] ?? [] })
      return itemsOf(p, cast)
    })
  },
})
