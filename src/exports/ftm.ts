import type { Who } from '../stories/rows.ts'
import { hashOf } from '../text/hash.ts'
import type { Line, LineReport, Shape } from '../views/line.ts'
import { labelsOf, plainText } from '../views/lines.ts'
import { isoOf, partialOf } from './days.ts'
import type { Export, ExportOptions, Viewed } from './export.ts'

/** One entity of FollowTheMoney. */
interface Entity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** Units of a name; longer words stand whole in the summary. */
const NAME = 200

const SCHEMAS: Readonly<Partial<Record<Who['type'], string>>> = {
  person: 'Person',
  organization: 'Organization',
  location: 'Address',
}

const idOf = (...parts: readonly (string | number)[]): string =>
  `onrecord-${hashOf(JSON.stringify(parts)).slice(0, 20)}`
const rowId = (id: string): string => `onrecord-${id}`
const articleId = (article: string): string => idOf('article', article)

// Each value once, on one line; properties without any are left out.
function entity(
  id: string,
  schema: string,
  properties: Readonly<Record<string, readonly (string | undefined)[]>>,
): Entity {
  const kept = Object.entries(properties).flatMap(([name, values]) => {
    const found = values.flatMap((value) => value?.toWellFormed().replace(/\s+/g, ' ').trim() || [])
    return found.length > 0 ? [[name, [...new Set(found)]] as const] : []
  })
  return { id, schema, properties: Object.fromEntries(kept) }
}

const shortened = (words: string): string => (words.length <= NAME ? words : `${words.slice(0, NAME).toWellFormed()} …`)
const webOf = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\//i.test(url) ? url : undefined

function articleOf({ article, headline, outlet, published, url }: LineReport): Entity {
  return entity(articleId(article), 'Article', {
    fileName: [article],
    title: [headline],
    publisher: [outlet],
    publishedAt: [published?.slice(0, 10)],
    sourceUrl: [webOf(url)],
  })
}

const named = ({ id, name, type }: Who, more: Readonly<Record<string, readonly (string | undefined)[]>>): Entity =>
  entity(rowId(id), SCHEMAS[type] ?? 'LegalEntity', { name: [name], ...(type === 'location' ? { full: [name] } : {}), ...more }) // biome-ignore format: one thought

/** Where a line is told, and by whom. */
const told = (line: Line) => ({
  proof: line.from.map(({ article }) => articleId(article)),
  sourceUrl: line.reports.map(({ url }) => webOf(url)),
  publisher: line.reports.map(({ outlet }) => outlet),
})

const parties = (line: Line): readonly Who[] =>
  line.who?.filter(({ type }) => type === 'person' || type === 'organization') ?? []

function datesOf({ when }: Line): Readonly<Record<string, readonly string[]>> {
  const days = when && partialOf(when)
  if (!days) return {}
  const [from, to] = days
  return to ? { startDate: [isoOf(from)], endDate: [isoOf(to)] } : { date: [isoOf(from)] }
}

function eventOf(line: Line): readonly Entity[] {
  const words = plainText(line.text)
  const event = entity(rowId(line.id), 'Event', {
    name: [shortened(words)],
    summary: [words],
    ...datesOf(line),
    location: [line.where?.name],
    country: [line.where?.country?.toLowerCase()],
    involved: parties(line).map(({ id }) => rowId(id)),
    keywords: labelsOf(line),
    ...told(line),
  })
  return [event]
}

function noteOf(line: Line): readonly Entity[] {
  const words = plainText(line.text)
  const note = entity(rowId(line.id), 'Note', {
    name: [shortened(words)],
    description: [words],
    entity: parties(line).map(({ id }) => rowId(id)),
    keywords: labelsOf(line),
    ...told(line),
  })
  return [note]
}

// Who it is, and in each article where it is named the words that name it there.
function cardOf(line: Line): readonly Entity[] {
  const [who] = line.who ?? []
  const schema = who && SCHEMAS[who.type]
  if (!who || !schema) return []
  const roles = line.roles?.map(({ exact }) => exact) ?? []
  const own = named(who, {
    ...(who.type === 'person' ? { position: roles } : { notes: roles }),
    proof: told(line).proof,
  })
  const links = line.from.map((citation, at) => {
    const { article, version, start } = citation
    const document = [articleId(article)]
    if (who.type === 'location') return entity(idOf('named', who.id, article), 'Documentation', { document, entity: [own.id] }) // biome-ignore format: one thought
    const name = at === 0 ? (who.words?.exact ?? who.name) : citation.exact
    return entity(idOf('mention', who.id, article, version, start), 'Mention', {
      document,
      name: [name],
      resolved: [own.id],
      detectedSchema: [schema],
    })
  })
  return [own, ...links]
}

const MAKERS: Readonly<Record<Shape, (line: Line) => readonly Entity[]>> = {
  event: eventOf,
  claim: noteOf,
  card: cardOf,
  series: noteOf,
  pin: eventOf,
  report: () => [],
}

/** Entities of lines, each id once; those whom lines name and no card shows come last. */
async function* entitiesOf(views: readonly Viewed[], { all }: ExportOptions): AsyncIterable<Entity> {
  const done = new Set<string>()
  const fresh = ({ id }: Entity) => !done.has(id) && Boolean(done.add(id))
  const waiting = new Map<string, Who>()
  for (const { lines } of views)
    for await (const line of lines) {
      if (!all && !line.sure) continue
      for (const who of parties(line)) waiting.set(who.id, who)
      const reports = line.from.map(({ article }, at) => articleOf(line.reports[at] ?? { article }))
      yield* [...reports, ...MAKERS[line.shape](line)].filter(fresh)
    }
  for (const who of waiting.values()) yield* [named(who, {})].filter(fresh)
}

async function* write(views: readonly Viewed[], options: ExportOptions): AsyncIterable<string> {
  for await (const one of entitiesOf(views, options)) yield `${JSON.stringify(one)}\n`
}

/** FollowTheMoney entities as JSON lines, for Aleph and its relatives. */
export const ftm: Export = {
  name: 'ftm',
  extension: 'ftm.json',
  type: 'application/x-ndjson',
  about: 'FollowTheMoney entities, one a line.',
  write,
}
