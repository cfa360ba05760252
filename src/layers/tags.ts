import type { Tag } from '../tagger/tagger.ts'
import { layer } from './layer.ts'
import { tagging } from './tagging.ts'

/** What the tagger marked: names, roles of attributions, times, event words. */
export const tags = layer({
  key: 'tags',
  needs: [tagging],
  hidden: true,
  read: (_, found): readonly Tag[] => found.tagging[0]?.tags ?? [],
})
