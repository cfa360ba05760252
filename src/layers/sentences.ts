import { runningBlocks } from '../articles/article.ts'
import { sentencesIn } from '../text/sentences.ts'
import { idOf, type Span } from '../text/span.ts'
import { layer } from './layer.ts'

/** A sentence of a running block; sentences never cross blocks. */
export interface Sentence extends Span {
  /** `s:START-END`. */
  readonly id: string
}

/** Sentences of the running text. */
export const sentences = layer({
  key: 'sentences',
  needs: [],
  read: (article): readonly Sentence[] =>
    runningBlocks(article)
      .flatMap((block) => sentencesIn(article.text, block, article.language))
      .map((span) => ({ id: idOf('s', span), ...span })),
})
