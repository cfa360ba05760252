import type { Span } from '../../src/text/span.ts'
import { passagesOf } from '../../training/linear/corpora.ts'
import { annotated, eventsIn, type Timed, timesIn } from '../../training/reader/corpora.ts'
import { isMeasured } from '../../training/split.ts'
import { type Figures, rates, Tally } from '../score/figures.ts'
import type { Measure } from './measure.ts'

const TIMES: ReadonlySet<string> = new Set(['DATE', 'TIME', 'DURATION', 'SET'])

const keysOf = (spans: readonly Span[]): readonly string[] => spans.map(({ start, end }) => `${start}-${end}`)

function count(tally: Tally, gold: readonly Span[], found: readonly Span[]): void {
  const wanted = new Set(keysOf(gold))
  tally.add(keysOf(found).filter((key) => wanted.has(key)).length, found.length, wanted.size)
}

/** What the tagger alone marks of times and event words, before any rule: exact spans, of whatever type, in the sentences that somebody looked at. */
const tags = (name: string, file: string, shown: readonly string[]): Measure => ({
  name,
  file,
  shown,
  keep: ({ id }) => isMeasured(id),
  measure: async (docs, { tools }): Promise<Figures> => {
    const [times, events] = [new Tally(), new Tally()]
    for (const doc of docs as unknown as readonly Timed[]) {
      const looked = annotated(doc)
      const isLooked = ({ start, end }: Span): boolean =>
        looked.length === 0 || looked.some((one) => one.start <= start && end <= one.end)
      const found = (await tools.tagger.tag(doc.text, passagesOf(doc.text))).filter(isLooked)
      const [marked, acted] = [
        found.filter(({ label }) => TIMES.has(label)),
        found.filter(({ label }) => label === 'event'),
      ]
      count(times, timesIn(doc), marked)
      count(events, eventsIn(doc), acted)
    }
    return { ...rates('times_strict', times), ...rates('event_words', events) }
  },
})

export const tagsTe3 = tags('tags-te3', 'time-te3/dev.jsonl', ['times_strict_f1', 'event_words_f1'])
export const tagsMeantime = tags('tags-meantime', 'events-meantime/dev.jsonl', ['event_words_f1'])
