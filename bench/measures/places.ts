import { type PlaceDoc, scorePlaces } from '../score/places.ts'
import { type Measure, readAll } from './measure.ts'

const places = (name: string): Measure => ({
  name,
  file: `${name}/dev.jsonl`,
  shown: ['recognition_exact_f1', 'resolution_a161', 'resolution_id_or_a161', 'endtoend_a161_f1'],
  measure: async (docs, reader) =>
    scorePlaces(
      docs as readonly PlaceDoc[],
      await readAll(docs, reader, ({ places }, { id }): PlaceDoc => ({ id, places })),
    ),
})

export const placesTrnews = places('places-trnews')
export const placesGwn = places('places-gwn')
export const placesLgl = places('places-lgl')
export const placesGeovirus = places('places-geovirus')
