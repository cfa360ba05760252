import type { HappeningRow, PlaceRow, RowFilter } from '../rows.ts'
import { type Build, building, inOrder, type Making, once, type Shared, type Site } from './build.ts'
import { originCount } from './context.ts'
import { placePasses } from './filter.ts'
import type { Listing, StoryParts } from './parts.ts'
import { type PlaceContext, placeRow } from './place.ts'

/** Happenings that are built together to see who takes part in them. */
const TOGETHER = 64

type Standing = Pick<PlaceRow, 'id' | 'origins' | 'articles' | 'mentions'>

const byReports = (a: Standing, b: Standing): number =>
  b.origins - a.origins || b.articles - a.articles || b.mentions - a.mentions || (a.id < b.id ? -1 : 1)

const standingOf = ({ id, told }: Listing<'place'>, { origins }: Shared): Standing => ({
  id,
  origins: originCount(told, origins),
  articles: told.length,
  mentions: told.reduce((sum, { mentions }) => sum + mentions, 0),
})

// What takes tellings out of a row, and so may change its place among the others.
const narrows = ({ article, outlet, from, to, words }: RowFilter): boolean =>
  [article, outlet, from, to, words].some((asked) => asked !== undefined)

async function listed(parts: StoryParts): Promise<readonly Listing<'place'>[]> {
  const found: Listing<'place'>[] = []
  for await (const entry of parts.entries('place')) found.push(entry)
  return found
}

/** Before it is known which entity each is. */
const PLACE: Making<'place', PlaceRow> = {
  kind: 'place',
  refsIn: () => [],
  make: (cluster, context) => placeRow(cluster, { ...context, entity: () => undefined }),
}

function knownAs(row: PlaceRow, entity: PlaceContext['entity']): PlaceRow {
  const known = row.geonamesId === undefined ? undefined : entity(row.geonamesId)
  return known === undefined ? row : { ...row, entity: known }
}

/** What of a story gives its places: its own rows, its articles, and what happens, before it is known how plans ended. */
export interface Located {
  readonly site: Site
  readonly shared: () => Promise<Shared>
  readonly bare: Build<HappeningRow>
}

// Whether somebody takes part in what happens at a place.
async function takesPart({ site: { parts }, bare }: Located, { tellings }: PlaceRow, entity: string): Promise<boolean> {
  const refs = tellings.flatMap(({ spot }) => spot.events.map(({ ref }) => ref))
  const entries = await parts.entriesOf('happening', [...new Set(refs)])
  const ids = [...new Set([...entries.values()].map(({ id }) => id))]
  for (let at = 0; at < ids.length; at += TOGETHER) {
    const rows = await bare(ids.slice(at, at + TOGETHER))
    if (rows.some(({ who }) => who.some(({ id }) => id === entity))) return true
  }
  return false
}

/** The places of a story, those of most origins first: all of them in their order by their entries, or those that a filter leaves, by what it leaves of them. */
export function placesFrom(of: Located): (filter: RowFilter) => AsyncIterable<PlaceRow> {
  const { site, shared } = of
  const { parts } = site
  const context = once(async (): Promise<PlaceContext> => {
    const entities = await parts.located()
    return { ...(await shared()), entity: (geonamesId) => entities.get(geonamesId) }
  })
  const build = building(site, PLACE)
  async function* whole(): AsyncIterable<PlaceRow> {
    const told = await shared()
    const standing = (await listed(parts)).map((entry) => standingOf(entry, told)).sort(byReports)
    const { entity } = await context()
    for await (const row of inOrder(standing, build)) yield knownAs(row, entity)
  }
  async function* narrowed(filter: RowFilter): AsyncIterable<PlaceRow> {
    const [told, entries] = [await context(), await listed(parts)]
    const clusters = await parts.clusters('place', entries.map(({ id }) => id)) // biome-ignore format: one line
    yield* clusters.flatMap((cluster) => placeRow(cluster, told, filter) ?? []).sort(byReports)
  }
  return async function* (filter) {
    const { entity } = filter
    for await (const row of narrows(filter) ? narrowed(filter) : whole())
      if (
        placePasses(filter, row) &&
        (entity === undefined || row.entity === entity || (await takesPart(of, row, entity)))
      )
        yield row
  }
}
