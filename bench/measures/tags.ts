import type { Span } from '../../src/text/span.ts'
import type { Gold } from '../../training/linear/corpora.ts'
import { passagesOf } from '../../training/linear/corpora.ts'
import { annotated, eventsIn, type Timed, timesIn } from '../../training/reader/corpora.ts'
import { isMeasured } from '../../training/split.ts'
import type { Figures } from '../score/figures.ts'
import type { Measure } from './measure.ts'

interface Counts {
  right: number
  found: number
  gold: number
}

const f1Of = ({ right, found, gold }: Counts): number => (2 * right) / Math.max(1, found + gold)

const keyOf = ({ start, end }: Span): string => `${start}-${end}`

function count(counts: Counts, gold: readonly Span[], found: readonly Span[]): void {
  const wanted = new Set(gold.map(keyOf))
  counts.gold += wanted.size
  counts.found += found.length
  counts.right += found.filter((one) => wanted.has(keyOf(one))).length
}

/** What the tagger alone marks of times and event words, before any rule: exact spans, of whatever type, in the sentences that somebody looked at. */
const tags = (name: string, file: string, shown: readonly string[]): Measure => ({
  name,
  file,
  shown,
  keep: ({ id }) => isMeasured(id),
  measure: async (docs, { tools }): Promise<Figures> => {
    const times: Counts = { right: 0, found: 0, gold: 0 }
    const events: Counts = { right: 0, found: 0, gold: 0 }
    for (const doc of docs as unknown as readonly Timed[]) {
      const looked = annotated(doc)
      const isLooked = ({ start, end }: Span): boolean =>
        looked.length === 0 || looked.some((one) => one.start <= start && end <= one.end)
      const found = (await tools.tagger.tag(doc.text, passagesOf(doc.text))).filter(isLooked)
      const goldTimes: readonly Gold[] = timesIn(doc)
      count(
        times,
        goldTimes,
        found.filter(({ label }) => TIMES.has(label)),
      )
      count(
        events,
        eventsIn(doc),
        found.filter(({ label }) => label === 'event'),
      )
    }
    return { times_strict_f1: f1Of(times), event_words_f1: f1Of(events) }
  },
})

const TIMES: ReadonlySet<string> = new Set(['DATE', 'TIME', 'DURATION', 'SET'])

export const tagsTe3 = tags('tags-te3', 'time-te3/dev.jsonl', ['times_strict_f1', 'event_words_f1'])
export const tagsMeantime = tags('tags-meantime', 'events-meantime/dev.jsonl', ['event_words_f1'])
