import type { StoryRow } from '../stories/rows.ts'
import type { Line, LineReport, Shape } from '../views/line.ts'
import { plainText } from '../views/lines.ts'
import type { Export, ExportOptions, Viewed } from './export.ts'

const STANDARD = {
  name: 'ninjs',
  version: '3.0',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#',
} as const

const uri = (kind: string, id: string): string => `urn:onrecord:${kind}:${encodeURIComponent(id.toWellFormed())}`

/** What is said of an article by the lines that cite it. Things are held by their ids, so that each is named once. */
interface Told {
  readonly report: LineReport
  readonly version: string
  readonly people: Map<string, object>
  readonly organisations: Map<string, object>
  readonly places: Map<string, object>
  readonly events: Map<string, object>
  readonly bodies: Map<string, { readonly start: number; readonly body: object }>
}

/** What an event line is called among the article's events; a line of another shape is none. */
const EVENTS: ReadonlySet<Shape> = new Set(['event', 'pin'])

// Names that stand in this article: a card cites where it is named, another line says in which words.
function namesOf(line: Line, article: string, told: Told): void {
  for (const { id, name, type, words } of line.who ?? []) {
    if (line.shape !== 'card' && words?.article !== article) continue
    const one = { name, uri: uri('entity', id) }
    if (type === 'person') told.people.set(id, one)
    if (type === 'organization') told.organisations.set(id, one)
    if (type === 'location') told.places.set(id, one)
  }
  const { where } = line
  if (where?.geonamesId === undefined || where.words?.article !== article) return
  const place = { name: where.name, uri: `https://sws.geonames.org/${where.geonamesId}/` }
  told.places.set(`geonames ${where.geonamesId}`, place)
}

function tell(line: Line, at: number, articles: Map<string, Told>): void {
  const citation = line.from[at]
  if (!citation) return
  const { article, version, start, end, exact } = citation
  const told = articles.get(article) ?? {
    report: line.reports[at] ?? { article },
    version,
    ...{ people: new Map(), organisations: new Map(), places: new Map(), events: new Map(), bodies: new Map() },
  }
  articles.set(article, told)
  namesOf(line, article, told)
  if (EVENTS.has(line.shape)) told.events.set(line.id, { id: line.id, name: plainText(line.text), uri: uri('line', line.id) }) // biome-ignore format: one thought
  const body = { role: line.shape, contentType: 'text/plain', value: exact }
  const place = `${start}-${end}`
  if (!told.bodies.has(place)) told.bodies.set(place, { start, body })
}

const listed = (name: string, things: ReadonlyMap<string, object>) =>
  things.size > 0 ? { [name]: [...things.values()] } : {}

const isWeb = (url: string | undefined): url is string =>
  url !== undefined && URL.canParse(url) && /^https?:/i.test(url)

// A day alone is no date-time of the standard: it is described, its hour is not made up.
function publishedOf({ published }: LineReport): object {
  if (published === undefined) return {}
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(published))
    return { contentCreated: published }
  return { descriptions: [{ role: 'published', value: published }] }
}

function itemOf({ report, version, people, organisations, places, events, bodies }: Told): object {
  const { article, headline, outlet, url } = report
  const cited = [...bodies.values()].toSorted((a, b) => a.start - b.start)
  return {
    name: headline ?? article,
    uri: uri('article', article),
    type: 'text',
    representationType: 'partial',
    version,
    ...publishedOf(report),
    ...(headline === undefined ? {} : { headlines: [{ value: headline }] }),
    ...(outlet === undefined ? {} : { infoSources: [{ name: outlet }] }),
    bodies: cited.map(({ body }) => body),
    ...listed('people', people),
    ...listed('organisations', organisations),
    ...listed('places', places),
    ...listed('events', events),
    ...(isWeb(url) ? { renditions: [{ name: 'page', href: url, contentType: 'text/html' }] } : {}),
  }
}

function headOf({ id, title, report }: StoryRow): object {
  const words = title?.exact ?? report.headline
  return {
    uri: uri('story', id),
    type: 'composite',
    standard: STANDARD,
    ...(words === undefined ? {} : { headlines: [{ value: words }] }),
  }
}

async function* write(views: readonly Viewed[], { all }: ExportOptions): AsyncIterable<string> {
  const articles = new Map<string, Told>()
  for (const { lines } of views)
    for await (const line of lines) if (all || line.sure) for (const at of line.from.keys()) tell(line, at, articles)
  const [first] = views
  const head = first ? headOf(first.story) : { uri: uri('story', ''), standard: STANDARD }
  yield `${JSON.stringify(head).slice(0, -1)},"associations":[`
  let open = true
  for (const told of articles.values()) {
    yield `${open ? '' : ','}\n${JSON.stringify(itemOf(told))}`
    open = false
  }
  yield ']}\n'
}

/** A story as one ninjs package: an item for each article that a line cites, with the cited words. */
export const ninjs: Export = {
  name: 'ninjs',
  extension: 'json',
  type: 'application/json',
  about: 'A ninjs 3.0 package: an item for each cited article.',
  write,
}
