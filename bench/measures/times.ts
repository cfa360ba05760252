import { calibrationOf } from '../score/calibration.ts'
import { scoreTimes, type TimeDoc } from '../score/times.ts'
import { type Measure, readAll } from './measure.ts'

const times = (name: string, file = 'dev.jsonl', skipCreation = false): Measure => ({
  name,
  file: `${name.replace('times-meantime', 'events-meantime')}/${file}`,
  shown: ['strict_f1', 'relaxed_f1', 'value_f1', 'ece', 'right_at_0.9'],
  measure: async (docs, reader) => {
    const gold = docs as readonly TimeDoc[]
    const read = await readAll(docs, reader, ({ times }, { id }): TimeDoc => ({ id, times }))
    const judged = gold.flatMap((doc, i) => {
      const right = new Set((doc.times ?? []).map((t) => `${t.start}-${t.end}-${t.value}`))
      return (read[i]?.times ?? []).map((t) => ({
        score: t.score ?? 0,
        right: right.has(`${t.start}-${t.end}-${t.value}`),
      }))
    })
    return { ...scoreTimes(gold, read, { skipCreation }), ...calibrationOf(judged) }
  },
})

export const timesTe3 = times('time-te3')
export const timesWikiwars = times('time-wikiwars')
export const timesMeantime = times('times-meantime', 'dev.jsonl', true)
