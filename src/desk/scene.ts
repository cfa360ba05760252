import type { Reading } from '../readings/reading.ts'
import type { OnRecord, Settled } from '../record/record.ts'
import { refOf } from '../stories/index.ts'
import type { FigureItem, StatementItem } from '../stories/items.ts'
import { isEmpty } from '../stories/rows/filter.ts'
import { type Told, toldBy } from '../stories/rows/told.ts'
import type {
  ArticleRow,
  EntityRow,
  FigureRow,
  HappeningRow,
  PlaceRow,
  RowFilter,
  StatementRow,
  StoryRow,
  StoryRows,
  Telling,
} from '../stories/rows.ts'
import { type Neighbour, neighboursIn } from '../views/beside.ts'
import { VIEWS } from '../views/index.ts'
import type { Line, Shape } from '../views/line.ts'
import type { Limits, View } from '../views/view.ts'
import { ALIKE, ITSELF, refAt } from './about.ts'
import { viewPath } from './addresses.ts'
import type { Asked } from './filters.ts'
import { all, keeping, lent } from './held.ts'
import type { Place } from './leaves.ts'
import type { Fresh } from './parts/decided.tsx'

/** One view of a story with all its lines. */
export interface Seen {
  readonly view: View
  readonly lines: readonly Line[]
}

/** What every page of a story shows and links by. */
export interface Scene {
  /** What was settled by the form that led here. */
  readonly fresh?: Fresh
  /** Nothing that is less sure is shown. */
  readonly sureOnly?: true
  /** It is left out because the story is long: it can be asked for. */
  readonly isLong?: true
  /** What is in the desk's basket, by name; see basket.ts. */
  readonly kept?: ReadonlySet<string>
  /** Goes into every form; see guard.ts. */
  readonly token: string
  readonly story: StoryRow
  readonly rows: StoryRows
  readonly articles: ReadonlyMap<string, ArticleRow>
  /** Most mentioned first. */
  readonly entities: ReadonlyMap<string, EntityRow>
  readonly happenings: ReadonlyMap<string, HappeningRow>
  readonly statements: ReadonlyMap<string, StatementRow>
  readonly figures: ReadonlyMap<string, FigureRow>
  readonly places: ReadonlyMap<string, PlaceRow>
  /** References of all events that a sentence tells of a day: a line may stand for several. */
  readonly told: Told
  /** Every view with all its lines, in the views' order. */
  readonly seen: readonly Seen[]
}

/** A view as its page is asked for it. */
export interface Shown {
  readonly scene: Scene
  readonly view: View
  /** All lines that the days and words asked for leave. */
  readonly lines: readonly Line[]
  readonly asked: Asked
  /** A version of an article as it was read. */
  read(article: string, version: string): Promise<Reading | undefined>
  /** What people settled, and what it came to. */
  settled(): Promise<readonly Settled[]>
  /** Which part of the lines is asked for, where there are many. */
  readonly place: Place
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]))

// A story's views stay the same for as long as nothing changed in the record.
const byName = new WeakMap<readonly Seen[], ReadonlyMap<string, Line>>()

/** The line of an id, whichever view shows it. */
export function lineCalled({ seen }: Pick<Scene, 'seen'>, id: string): Line | undefined {
  const lines = byName.get(seen) ?? byId(seen.flatMap((one) => one.lines))
  byName.set(seen, lines)
  return lines.get(id)
}

/** References of a place, each with all its mentions in an article, and of an article itself: see `about.ts`. */
function othersOf(scene: Scene, { id }: Pick<Line, 'id'>): readonly string[] {
  const [place, article] = [scene.places.get(id), scene.articles.get(id)]
  const named = new Set(place?.tellings.map(({ item }) => item.ref))
  return [...[...named].map((ref) => ref.replace('#', `#${ALIKE}`)), ...(article ? [refOf(article, ITSELF)] : [])]
}

/** References of what a line shows: its tellings, and for a line that is to go all that its sentences tell of its day, or one of them would take its place. */
export function refsOf(scene: Scene, line: Line, toGo: boolean): readonly string[] {
  const own = [...tellingsOf(scene, line).map(({ item }) => item.ref), ...othersOf(scene, line)]
  if (!toGo) return own
  const others = line.from.flatMap((sentence) => scene.told(line.when?.from, sentence))
  return [...new Set([...own, ...others])]
}

/** References of whatever a line shows: its tellings, or every article's naming of somebody. */
export function refsFor(scene: Scene, line: Line): readonly string[] {
  const own = refsOf(scene, line, false)
  const named = scene.entities.get(line.id)?.occurrences.flatMap(({ places: [place] }) => (place ? [place] : [])) ?? []
  return own.length > 0 ? own : named.map(refAt)
}

// Who is quoted without a name is on no card; those who speak are in the cast.
async function speakingSources(rows: StoryRows, seen: readonly Seen[]): Promise<readonly EntityRow[]> {
  const speakers = new Set(seen.flatMap(({ lines }) => lines.flatMap(({ shape, who: [first] = [] }) => (shape === 'claim' && first ? [first.id] : [])))) // biome-ignore format: one thought
  return all(rows.entities({}, {}, ({ type, id }) => type === 'source' && speakers.has(id)))
}

/** Loads a story for its pages, each row once, whatever shows it: all of it, or what is shown by default. */
async function sceneOf(from: StoryRows, token: string, extent: Extent): Promise<Scene> {
  const isWhole = extent === 'whole'
  const [{ rows, held }, seen]: [ReturnType<typeof keeping>, Seen[]] = [keeping(from), []]
  for (const view of VIEWS) seen.push({ view, lines: await all(view.lines(rows, {}, {}, !isWhole)) })
  const sources = isWhole ? [] : await speakingSources(from, seen)
  return {
    ...(isWhole ? {} : { sureOnly: true, isLong: true }),
    token,
    story: await rows.story(),
    rows: isWhole ? lent(from, held) : from,
    articles: byId(held.articles),
    entities: byId([...held.entities, ...sources]),
    happenings: byId(held.happenings),
    told: toldBy(held.happenings),
    statements: byId(held.statements),
    figures: byId(held.figures),
    places: byId(held.places),
    seen,
  }
}

/** A scene without what is less sure: no line of it, and nobody whose card is. */
function surely(scene: Scene): Scene {
  const cards = scene.seen.flatMap(({ view, lines }) => (view.shape === 'card' ? lines : []))
  const doubtful = new Set(cards.flatMap(({ id, sure }) => (sure ? [] : [id])))
  return {
    ...scene,
    sureOnly: true,
    entities: new Map([...scene.entities].filter(([id]) => !doubtful.has(id))),
    seen: scene.seen.map(({ view, lines }) => ({ view, lines: lines.filter(({ sure }) => sure) })),
  }
}

/** How much of a story a page needs: what is shown by default, or all that is known. */
export type Extent = 'shown' | 'whole'

/** Articles beyond which a story's pages hold only what is shown by default, until all is asked for: most of what is read is less sure. */
export const LONG = 300

/** Which scenes are given. */
export interface Scening {
  /** Nothing that is less sure is ever shown. */
  readonly sureOnly?: boolean
  /** Articles beyond which a story is long. */
  readonly long?: number
}

/**
 * Gives a story's scene, the largest one's when none is named; undefined when there is none, or it is known by another id: see `resolve`.
 * A scene is kept for as long as the record gives the same rows: it gives new ones when anything changed.
 */
export function keptScenes(
  record: OnRecord,
  token: string,
  { sureOnly = false, long = LONG }: Scening = {},
): (story?: string, extent?: Extent) => Promise<Scene | undefined> {
  const kept = { shown: new WeakMap<StoryRows, Promise<Scene>>(), whole: new WeakMap<StoryRows, Promise<Scene>>() }
  return async (story, asked = 'shown') => {
    const rows = await record.rows(story)
    if (!rows) return undefined
    const extent = sureOnly || (await rows.story()).articles <= long ? 'whole' : asked
    const known = kept[extent].get(rows)
    if (known) return known
    const scene = sureOnly ? sceneOf(rows, token, extent).then(surely) : sceneOf(rows, token, extent)
    kept[extent].set(rows, scene)
    scene.catch(() => kept[extent].delete(rows))
    return scene
  }
}

/** Whether a scene holds what an id names. */
export const holds = (scene: Scene, id: string): boolean =>
  lineCalled(scene, id) !== undefined || [scene.entities, scene.places, scene.articles].some((rows) => rows.has(id))

/** The first view of lines of a shape. */
export const seenAs = (scene: Scene, shape: Shape): Seen | undefined =>
  scene.seen.find(({ view }) => view.shape === shape)

/** What happened: the story's own course. */
export const courseOf = (scene: Scene): Seen | undefined => seenAs(scene, 'event')

/** Who said what. */
export const voicesOf = (scene: Scene): Seen | undefined => seenAs(scene, 'claim')

/** Where a story's articles are listed: the first view of lines that are articles. */
export const coveragePath = (scene: Scene): string =>
  viewPath(scene.story.id, seenAs(scene, 'report')?.view.name ?? 'articles')

const besides = new WeakMap<readonly Line[], ReturnType<typeof neighboursIn>>()

/** The statements beside one, whatever of them a page shows; beside one that is sure no less sure one. */
export function neighboursOf(scene: Pick<Scene, 'seen'>, line: Line): readonly Neighbour[] {
  const lines = scene.seen.find(({ view }) => view.shape === line.shape)?.lines ?? []
  const known = besides.get(lines) ?? neighboursIn(lines)
  besides.set(lines, known)
  return known(line).filter(({ line: other }) => other.sure || !line.sure)
}

/** The lines of a view that a filter leaves; the story need not be loaded. */
export async function linesOf(
  scene: Pick<Scene, 'rows' | 'seen' | 'sureOnly'>,
  view: View,
  filter: RowFilter,
  limits: Limits = {},
): Promise<readonly Line[]> {
  const known = scene.seen.find((one) => one.view === view)
  if (known && isEmpty(filter) && Object.keys(limits).length === 0) return known.lines
  return all(view.lines(scene.rows, filter, limits, scene.sureOnly))
}

/** The tellings behind a line: what a decision about the line is about, article by article. */
export function tellingsOf(
  scene: Scene,
  line: Pick<Line, 'id'>,
): readonly Telling<StatementItem | FigureItem | HappeningRow['tellings'][0]['item']>[] {
  const known = scene.happenings.get(line.id) ?? scene.statements.get(line.id)
  return known?.tellings ?? scene.figures.get(line.id)?.points.flatMap(({ tellings }) => tellings) ?? []
}
