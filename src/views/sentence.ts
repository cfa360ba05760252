import type { Report } from '../stories/items.ts'
import type { Citation } from '../text/citation.ts'
import type { Line } from './line.ts'
import { quote, reportOf } from './lines.ts'

/** One sentence of an article as a line: for what was found or gathered, not for what a story tells. `id` names the sentence in the record. */
export const sentenceLine = (id: string, sentence: Citation, report: Report): Line => ({
  id,
  shape: 'report',
  text: [quote(sentence, false, false)],
  from: [sentence],
  sure: true,
  score: 1,
  origins: 1,
  reports: [reportOf(sentence.article, report)],
})
