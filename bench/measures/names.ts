import { isMeasured } from '../../training/split.ts'
import { calibrationOf } from '../score/calibration.ts'
import { type NameDoc, namesOf, scoreNames } from '../score/names.ts'
import { type Measure, readAll } from './measure.ts'

/** The types that all name corpora share. */
const TYPES = ['person', 'organization', 'location']
const SHOWN = ['all_f1', 'person_f1', 'organization_f1', 'location_f1', 'ece', 'right_at_0.9']

const names = (name: string, file: string, keep?: Measure['keep']): Measure => ({
  name,
  file: `${name}/${file}`,
  shown: SHOWN,
  ...(keep ? { keep } : {}),
  measure: async (docs, reader) => {
    const read = await readAll(docs, reader, ({ mentions }, { id }): NameDoc => ({ id, mentions }))
    const judged = (docs as readonly NameDoc[]).flatMap((doc, i) => {
      const right = namesOf(doc, doc.text ?? '', TYPES)
      return (read[i]?.mentions ?? [])
        .filter((m) => m.form === 'name' && TYPES.includes(m.type))
        .map((m) => ({ score: m.score ?? 0, right: right.has(`${m.start}-${m.end}-${m.type}`) }))
    })
    return { ...scoreNames(docs as readonly NameDoc[], read, TYPES), ...calibrationOf(judged) }
  },
})

/** Four fifths of this corpus were trained on; only the other fifth is measured. */
export const namesWorldwide = names('names-worldwide', 'dev.jsonl', ({ id }) => isMeasured(id))
export const namesConll = names('names-conll03', 'dev.jsonl')
export const namesGum = names('names-gum', 'dev.jsonl.gz')
