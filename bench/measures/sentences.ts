import { type SentenceDoc, scoreSentences } from '../score/sentences.ts'
import { type Measure, readAll } from './measure.ts'

/** Kinds of text nearest to news. */
const NEAR = ['news', 'interview', 'bio', 'speech']

export const sentences: Measure = {
  name: 'sentences-gum',
  file: 'coref-gum/dev.jsonl.gz',
  shown: ['exact_f1', 'near_exact_f1'],
  measure: async (docs, reader) => {
    const gold = docs as readonly SentenceDoc[]
    const read = await readAll(gold, reader, ({ sentences }, { id }): SentenceDoc => ({ id, sentences }))
    const near = scoreSentences(
      gold.filter((doc) => NEAR.includes(doc.genre ?? '')),
      read,
    )
    return { ...scoreSentences(gold, read), near_exact_f1: near.exact_f1 ?? 0 }
  },
}
