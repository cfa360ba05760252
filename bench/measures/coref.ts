import type { Reading } from '../../src/readings/reading.ts'
import type { Span } from '../../src/text/span.ts'
import { type ChainDoc, scoreCoref } from '../score/coref.ts'
import { countOf } from '../score/figures.ts'
import { type Measure, readAll } from './measure.ts'

type GumDoc = ChainDoc & { readonly entities?: readonly (Span & { readonly type: string })[] }

const TYPES = ['person', 'organization', 'place']
const GENRES = ['news', 'interview', 'bio', 'speech']

/** The type that most mentions of each gold chain have, where it is more than half. */
function typed(doc: GumDoc): GumDoc {
  const at = new Map((doc.entities ?? []).map((e) => [`${e.start}-${e.end}`, e.type]))
  const types = (doc.chains ?? []).map((chain) => {
    const counts = countOf(chain.map((m) => at.get(`${m.start}-${m.end}`) ?? 'none'))
    const wanted = TYPES.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0)
    return wanted * 2 > chain.length ? (TYPES.find((type) => counts.has(type)) ?? 'none') : 'none'
  })
  return { ...doc, types }
}

function chainsOf({ entities, mentions }: Reading, { id }: GumDoc): ChainDoc {
  const spans = new Map(mentions.map((m) => [m.id, m]))
  const chains = entities.filter((e) => e.type !== 'misc').map((e) => e.mentions.flatMap((m) => spans.get(m) ?? []))
  return { id, chains }
}

/** Coreference of people, organizations and places in news, interviews, biographies and speeches. */
export const coref: Measure = {
  name: 'coref-gum',
  file: 'coref-gum/dev.jsonl.gz',
  shown: ['conll_f1', 'muc_f1', 'b3_f1', 'ceafe_f1', 'mention_f1'],
  keep: (doc) => GENRES.includes((doc as GumDoc).genre ?? ''),
  measure: async (docs, reader) =>
    scoreCoref(
      (docs as readonly GumDoc[]).map(typed),
      await readAll(docs as readonly GumDoc[], reader, chainsOf),
      TYPES,
    ),
}
