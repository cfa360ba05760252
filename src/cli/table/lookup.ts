import { type Target, targetOf } from '../../decisions/index.ts'
import type { Reading } from '../../readings/reading.ts'
import type { OnRecord } from '../../record/record.ts'
import { toldBy } from '../../stories/rows/told.ts'
import type { EntityRow, HappeningRow, StatementRow, StoryRows } from '../../stories/rows.ts'
import { headOf, mentionsOf, targetsOf } from '../corrections/places.ts'

/** What stands behind the lines of a story, looked up once. */
export interface Lookup {
  /** The items of a line that is told, or the places of somebody: one target an article. */
  targets(id: string): Promise<readonly Target[]>
  /** As `targets`, with what would take a line's place: whatever its sentences tell of its day. */
  leaving(id: string): Promise<readonly Target[]>
  /** Somebody of the story by a name or another name, letter for letter. */
  called(name: string): EntityRow | undefined
  reading(article: string, version?: string): Promise<Reading | undefined>
}

async function mapOf<T extends { readonly id: string }>(rows: AsyncIterable<T>): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>()
  for await (const row of rows) found.set(row.id, row)
  return found
}

function readings(record: OnRecord): Lookup['reading'] {
  const read = new Map<string, Promise<Reading | undefined>>()
  return (article, version) => {
    const key = `${article}@${version ?? ''}`
    const known = read.get(key) ?? record.reading(article, version).then((decided) => decided?.reading)
    read.set(key, known)
    return known
  }
}

/** Looks up what a story's lines are made of. */
export async function lookupIn(record: OnRecord, rows: StoryRows): Promise<Lookup> {
  const [entities, happenings, statements] = [
    await mapOf(rows.entities()),
    await mapOf(rows.happenings()),
    await mapOf(rows.statements()),
  ]
  const [figures, places, articles] = [
    await mapOf(rows.figures()),
    await mapOf(rows.places()),
    await mapOf(rows.articles()),
  ]
  const told = toldBy(happenings.values())
  const reading = readings(record)
  const refsOf = (row: HappeningRow | StatementRow): readonly string[] => row.tellings.map(({ item }) => item.ref)
  const placesOf = async ({ occurrences }: EntityRow): Promise<readonly Target[]> => {
    const targets: Target[] = []
    for (const { places: [place] } of occurrences) {
      const found = place && (await reading(place.article, place.version))
      if (found) targets.push(targetOf(found, 'entities', { start: place.start, end: place.end }))
    }
    return targets
  } // biome-ignore format: one thought
  const targets = async (id: string) => {
    const row = happenings.get(id) ?? statements.get(id)
    const entity = entities.get(id)
    if (row) return targetsOf(reading, refsOf(row))
    if (entity) return placesOf(entity)
    const [figure, place, article] = [figures.get(id), places.get(id), articles.get(id)]
    if (figure)
      return targetsOf(
        reading,
        figure.points.flatMap(({ tellings }) => tellings.map(({ item }) => item.ref)),
      )
    if (place) return targetsOf(reading, await mentionsOf(place, reading))
    return article ? targetsOf(reading, await headOf(article, reading)) : []
  }
  return {
    reading,
    targets,
    leaving: async (id) => {
      const row = happenings.get(id)
      if (!row) return targets(id)
      const others = row.tellings.flatMap(({ item }) => told(row.day?.from, item.sentence))
      return targetsOf(reading, [...new Set([...refsOf(row), ...others])])
    },
    called: (name) =>
      [...entities.values()].find((row) => row.name === name) ??
      [...entities.values()].find(({ aliases }) => aliases.includes(name)),
  }
}
