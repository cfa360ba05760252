import type { Item, Ref } from '../items.ts'
import type { Cluster } from '../links.ts'
import { byPlace, type EntryOf, entryOf, LATER, type Listed, outlined } from './entry.ts'
import type { Due, Listing, Start, StoryParts } from './parts.ts'
import { areFew, daysBefore } from './plans.ts'

interface List<K extends Listed> {
  readonly sorted: readonly Listing<K>[]
  readonly clusters: ReadonlyMap<string, Cluster<K>>
  readonly byRef: ReadonlyMap<Ref, Listing<K>>
}

function listOf<K extends Listed>(kind: K, clusters: readonly Cluster<K>[]): List<K> {
  const byRef = new Map<Ref, Listing<K>>()
  const all = clusters.map(({ id, items: [first, ...rest] }) => {
    const made: EntryOf<K> = entryOf(kind, [outlined<K>(first), ...rest.map((item) => outlined<K>(item))])
    const listing = { ...made, id } as Listing<K>
    for (const { ref } of [first, ...rest] as readonly Item[]) byRef.set(ref, listing)
    return listing
  })
  return { sorted: all.sort(byPlace), clusters: new Map(clusters.map((one) => [one.id, one])), byRef }
}

// "~" stands after every digit and hyphen.
const within = ({ a, b }: Listing, { from, to }: { readonly [key in 'from' | 'to']?: string | undefined }): boolean =>
  (from === undefined || (b >= from && a !== LATER)) && (to === undefined || a <= `${to}~`)

const byTelling = (a: Listing<'happening'>, b: Listing<'happening'>): number =>
  a.told === b.told ? (a.id < b.id ? -1 : 1) : a.told < b.told ? -1 : 1

// What was done, by its word and, where it was done on few days, by its first day; each by first telling.
function doneIn(entries: readonly Listing<'happening'>[]) {
  const done = entries.filter((entry) => entry.done !== undefined).toSorted(byTelling)
  const few = done.filter(({ a, b }) => a !== LATER && areFew(`${a}`, b))
  const [words, days] = [Map.groupBy(done, (entry) => entry.done ?? ''), Map.groupBy(few, ({ a }) => `${a}`)]
  return ({ told, word, from, to }: Due): readonly Listing<'happening'>[] => {
    const held = word === undefined ? daysBefore(from, to).flatMap((day) => days.get(day) ?? []) : words.get(word)
    const found = (held ?? []).filter((entry) => entry.told >= told && within(entry, { from, to }))
    return word === undefined ? found.sort(byTelling) : found
  }
}

type Loaders = { readonly [K in Listed]: () => readonly Cluster<K>[] }

/** The parts of a story whose clusters are all in memory, given when first asked for. */
export function heldParts(load: Loaders): Pick<StoryParts, 'entries' | 'entriesOf' | 'clusters' | 'done' | 'located'> {
  let done: ReturnType<typeof doneIn> | undefined
  const lists = new Map<Listed, List<Listed>>()
  const listed = <K extends Listed>(kind: K): List<K> => {
    const known = lists.get(kind) as List<K> | undefined
    const list = known ?? listOf<K>(kind, (load[kind] as () => readonly Cluster<K>[])())
    lists.set(kind, list as unknown as List<Listed>)
    return list
  }
  return {
    async *entries<K extends Listed>(kind: K, start: Start = {}) {
      const { sorted } = listed<K>(kind)
      const since = start.since === undefined ? undefined : sorted.find(({ id }) => id === start.since)
      if (start.since !== undefined && !since) return
      for (const entry of sorted) if ((!since || entry.a >= since.a) && within(entry, start)) yield entry
    },
    entriesOf: async <K extends Listed>(kind: K, refs: readonly Ref[]) => {
      const { byRef } = listed<K>(kind)
      return new Map(refs.flatMap((ref) => [byRef.get(ref)].flatMap((entry) => (entry ? [[ref, entry] as const] : []))))
    },
    located: async () => {
      const found = new Map<number, string>()
      for (const { id, geonames } of listed('entity').sorted)
        for (const place of geonames) if (!found.has(place)) found.set(place, id)
      return found
    },
    clusters: async <K extends Listed>(kind: K, ids: readonly string[]) => {
      const { clusters } = listed<K>(kind)
      return ids.flatMap((id) => clusters.get(id) ?? [])
    },
    done: async (due, limit) => {
      done ??= doneIn(listed('happening').sorted)
      return done(due)
        .slice(0, limit)
        .map(({ id }) => id)
    },
  }
}
