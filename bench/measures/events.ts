import { isMeasured } from '../../training/split.ts'
import { type EventDoc, scoreEventDays, scoreEvents } from '../score/events.ts'
import { type Measure, plainPage, readAll } from './measure.ts'

/** Event words as found, in the fifth that no tagger was trained on, and the days given to the gold's own events, in all of it. */
export const events: Measure = {
  name: 'events-meantime',
  file: 'events-meantime/dev.jsonl',
  shown: ['relaxed_f1', 'days_right', 'days_wrong_of_given', 'days_high_mean', 'days_high_right'],
  measure: async (docs, reader) => {
    const gold = docs as readonly EventDoc[]
    const unseen = gold.filter(({ id }) => isMeasured(id))
    const read = await readAll(unseen, reader, ({ events }, { id }): EventDoc => ({ id, events }))
    const given: EventDoc[] = []
    for (const doc of gold) {
      const spans = (doc.events ?? []).map(({ start, end }) => ({ start, end }))
      const { events } = await reader.reading({ ...plainPage(doc), given: { events: spans } })
      given.push({ id: doc.id, events })
    }
    return { ...scoreEvents(unseen, read, { annotated: true }), ...scoreEventDays(gold, given) }
  },
}
