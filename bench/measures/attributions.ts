import { type AttributionDoc, scoreAttributions } from '../score/attributions.ts'
import { type Measure, readAll } from './measure.ts'

export const attributions: Measure = {
  name: 'attributions-polnear',
  file: 'attributions-polnear/dev.jsonl',
  shown: [
    'source_segment_f1',
    'cue_segment_f1',
    'content_segment_f1',
    'triple_overlap_f1',
    'direct_speaker_accuracy',
    'direct_content_recall',
    'ece',
    'right_at_0.9',
  ],
  measure: async (docs, reader) =>
    scoreAttributions(
      docs as readonly AttributionDoc[],
      await readAll(docs, reader, ({ attributions }, { id }): AttributionDoc => ({ id, attributions })),
    ),
}

/** Direct quotations of German news, read by the language's data alone: nothing learnt from them. */
export const attributionsGerman: Measure = {
  name: 'attributions-german',
  file: 'attributions-german/dev.jsonl',
  shown: ['direct_content_recall', 'direct_speaker_accuracy', 'content_found_precision', 'ece'],
  measure: async (docs, reader) =>
    scoreAttributions(
      docs as readonly AttributionDoc[],
      await readAll(docs, reader, ({ attributions }, { id }): AttributionDoc => ({ id, attributions })),
    ),
}
