import { isMeasured } from '../../training/split.ts'
import { calibrationOf } from '../score/calibration.ts'
import { annotatedPart, scoreTimes, type TimeDoc, type TimeSpan } from '../score/times.ts'
import { type Measure, readAll } from './measure.ts'

interface Kept extends Pick<Measure, 'keep'> {
  /** Whether only some sentences of a document were annotated. */
  readonly annotated?: boolean
}

const times = (name: string, file: string, { keep, annotated = false }: Kept): Measure => ({
  name,
  file,
  ...(keep ? { keep } : {}),
  shown: ['strict_f1', 'relaxed_f1', 'value_f1', 'ece', 'high_mean', 'high_right'],
  measure: async (docs, reader) => {
    const whole = docs as readonly TimeDoc[]
    const counted = (doc: TimeDoc, times: readonly TimeSpan[]) => (annotated ? annotatedPart(doc, times) : times)
    const gold = whole.map((doc): TimeDoc => ({ id: doc.id, times: counted(doc, doc.times ?? []) }))
    const read = await readAll(whole, reader, ({ times }, doc): TimeDoc => ({ id: doc.id, times: counted(doc, times) }))
    const judged = gold.flatMap((doc, i) => {
      const right = new Set((doc.times ?? []).map((t) => `${t.start}-${t.end}-${t.value}`))
      return (read[i]?.times ?? []).map((t) => ({
        score: t.score ?? 0,
        right: right.has(`${t.start}-${t.end}-${t.value}`),
      }))
    })
    return { ...scoreTimes(gold, read), ...calibrationOf(judged) }
  },
})

const unseen: Measure['keep'] = ({ id }) => isMeasured(id)

/** A tagger was trained on four fifths of these corpora; only the other fifth is measured. */
export const timesTe3 = times('time-te3', 'time-te3/dev.jsonl', { keep: unseen })
export const timesWikiwars = times('time-wikiwars', 'time-wikiwars/dev.jsonl', { keep: unseen })
/** All of them: the rules, which take nothing from a tagger's times, were written with these in sight. */
export const timesTe3All = times('time-te3-all', 'time-te3/dev.jsonl', {})
export const timesWikiwarsAll = times('time-wikiwars-all', 'time-wikiwars/dev.jsonl', {})
/** Headline and first sentences are annotated whole, later ones for chosen events only. */
export const timesMeantime = times('times-meantime', 'events-meantime/dev.jsonl', { annotated: true })
