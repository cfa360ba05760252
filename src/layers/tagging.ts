import { type Article, runningBlocks } from '../articles/article.ts'
import type { Passage, Tagging } from '../tagger/tagger.ts'
import { bucketsOf } from '../text/buckets.ts'
import type { Span } from '../text/span.ts'
import { layer } from './layer.ts'
import { sentences } from './sentences.ts'

const passagesOf = (article: Article, sentences: readonly Span[]): readonly Passage[] => {
  const blocks = runningBlocks(article)
  const own = bucketsOf(blocks, sentences)
  return blocks.map(({ start, end }, at) => ({ start, end, sentences: own[at] ?? [] }))
}

/** One pass of the tagger over the running blocks: a single item, which holds all that it found. */
export const tagging = layer({
  key: 'tagging',
  needs: [sentences],
  hidden: true,
  notices: (article, found, { tagger }) => {
    const at = tagger.unread?.(article.text, passagesOf(article, found.sentences))
    const reason = 'the text is too long to be read to its end: nobody who is named only from here on is found'
    return at ? [{ rule: 'tags/too-long', reason, grade: 'warning', at }] : []
  },
  read: async (article, found, { tagger }): Promise<readonly Tagging[]> => {
    const passages = passagesOf(article, found.sentences)
    const read = await tagger.read?.(article.text, passages)
    return [read ?? { tags: await tagger.tag(article.text, passages), phrases: [] }]
  },
})
