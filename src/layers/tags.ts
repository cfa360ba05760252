import { type Article, runningBlocks } from '../articles/article.ts'
import type { Passage, Tag } from '../tagger/tagger.ts'
import { bucketsOf } from '../text/buckets.ts'
import type { Span } from '../text/span.ts'
import { layer } from './layer.ts'
import { sentences } from './sentences.ts'

const passagesOf = (article: Article, sentences: readonly Span[]): readonly Passage[] => {
  const blocks = runningBlocks(article)
  const own = bucketsOf(blocks, sentences)
  return blocks.map(({ start, end }, at) => ({ start, end, sentences: own[at] ?? [] }))
}

/** One pass of the tagger over the running blocks. */
export const tags = layer({
  key: 'tags',
  needs: [sentences],
  hidden: true,
  notices: (article, found, { tagger }) => {
    const at = tagger.unread?.(article.text, passagesOf(article, found.sentences))
    const reason = 'the text is too long to be read to its end: nobody who is named only from here on is found'
    return at ? [{ rule: 'tags/too-long', reason, grade: 'warning', at }] : []
  },
  read: (article, found, { tagger }): Promise<readonly Tag[]> =>
    tagger.tag(article.text, passagesOf(article, found.sentences)),
})
