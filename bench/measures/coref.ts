import type { Reading } from '../../src/readings/reading.ts'
import { clustersOf, type EntityItem, refOf, storyOf } from '../../src/stories/index.ts'
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
  // Corpora mark whole phrases.
  const spans = new Map(mentions.map(({ id, start, end, extent }) => [id, extent ?? { start, end }]))
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

type MeantimeDoc = ChainDoc & {
  /** What each gold chain is of; `chain` is one across articles. */
  readonly chainInfo?: readonly { readonly chain: string; readonly type: string }[]
}

const MEANTIME: ReadonlyMap<string, string> = new Map([
  ['PER', 'person'],
  ['ORG', 'organization'],
  ['LOC', 'place'],
])

/** Places of all articles on one line: an article begins so far behind the one before. */
const APART = 10_000_000

const shiftedBy =
  (by: number) =>
  ({ start, end }: Span): Span => ({ start: start + by, end: end + by })

/** All articles as one, whose chains are those that are told to be one thing. */
function asOne(docs: readonly ChainDoc[], thingOf: (doc: number, chain: number) => string): ChainDoc {
  const chains = new Map<string, Span[]>()
  const types = new Map<string, string | undefined>()
  docs.forEach(({ chains: own = [], types: kinds }, i) => {
    own.forEach((chain, n) => {
      const thing = thingOf(i, n)
      chains.set(thing, [...(chains.get(thing) ?? []), ...chain.map(shiftedBy(i * APART))])
      types.set(thing, types.get(thing) ?? kinds?.[n])
    })
  })
  const scored = docs.flatMap((doc, i) => (doc.scored ?? []).map(shiftedBy(i * APART)))
  return { id: 'all', chains: [...chains.values()], types: [...types.values()], scored }
}

/** By ref of an entity's item, its cluster across articles. */
async function clustersAcross(readings: readonly Reading[]): Promise<ReadonlyMap<string, string>> {
  const { items, links } = await storyOf(readings)
  const entities = items.filter((item): item is EntityItem => item.kind === 'entity')
  return new Map(
    clustersOf<'entity'>('entity', entities, links).flatMap(({ id, items: own }) => own.map(({ ref }) => [ref, id])),
  )
}

/** Coreference of people, organizations and places in the annotated sentences of Wikinews, within articles and (`across_`) over all of them. */
export const corefMeantime: Measure = {
  name: 'coref-meantime',
  file: 'coref-meantime/dev.jsonl',
  shown: ['conll_f1', 'mention_f1', 'across_conll_f1', 'across_b3_f1'],
  measure: async (docs, reader) => {
    const gold = (docs as readonly MeantimeDoc[]).map((doc) => ({
      ...doc,
      types: (doc.chainInfo ?? []).map(({ type }) => MEANTIME.get(type)),
    }))
    const readings = await readAll(gold, reader, (reading) => reading)
    const found = readings.map((reading, i) => chainsOf(reading, gold[i] as GumDoc))
    const across = await clustersAcross(readings)
    const entityAt = readings.map(({ entities }) => entities.filter(({ type }) => type !== 'misc').map(({ id }) => id))
    const thingOf = (doc: number, chain: number): string => {
      const ref = refOf(readings[doc] as Reading, entityAt[doc]?.[chain] ?? '')
      return across.get(ref) ?? ref
    }
    const whole = scoreCoref(
      [asOne(gold, (doc, chain) => gold[doc]?.chainInfo?.[chain]?.chain ?? `${doc} ${chain}`)],
      [asOne(found, thingOf)],
      TYPES,
    )
    return {
      ...scoreCoref(gold, found, TYPES),
      ...Object.fromEntries(Object.entries(whole).map(([name, figure]) => [`across_${name}`, figure])),
    }
  },
}
