import type { Phrase } from '../tagger/tagger.ts'
import { layer } from './layer.ts'
import { tagging } from './tagging.ts'

/** Runs of words that stand for something, as the tagger found them; none where it finds none. */
export const phrases = layer({
  key: 'phrases',
  needs: [tagging],
  hidden: true,
  read: (_, found): readonly Phrase[] => found.tagging[0]?.phrases ?? [],
})
