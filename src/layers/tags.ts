import { runningBlocks } from '../articles/article.ts'
import type { Tag } from '../tagger/tagger.ts'
import { bucketsOf } from '../text/buckets.ts'
import { layer } from './layer.ts'
import { sentences } from './sentences.ts'

/** One pass of the tagger over the running blocks. */
export const tags = layer({
  key: 'tags',
  needs: [sentences],
  hidden: true,
  read: (article, found, { tagger }): Promise<readonly Tag[]> => {
    const blocks = runningBlocks(article)
    const own = bucketsOf(blocks, found.sentences)
    return tagger.tag(
      article.text,
      blocks.map(({ start, end }, at) => ({ start, end, sentences: own[at] ?? [] })),
    )
  },
})
