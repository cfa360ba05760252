import { runningBlocks } from '../articles/article.ts'
import type { Tag } from '../tagger/tagger.ts'
import { covers } from '../text/span.ts'
import { layer } from './layer.ts'
import { sentences } from './sentences.ts'

/** One pass of the tagger over the running blocks. */
export const tags = layer({
  key: 'tags',
  needs: [sentences],
  hidden: true,
  read: (article, found, { tagger }): Promise<readonly Tag[]> =>
    tagger.tag(
      article.text,
      runningBlocks(article).map((block) => ({
        start: block.start,
        end: block.end,
        sentences: found.sentences.filter((sentence) => covers(block, sentence)),
      })),
    ),
})
