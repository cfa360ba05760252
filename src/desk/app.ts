import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type Collecting, openThreads, type Threads } from '../collect/index.ts'
import { EXPORTS } from '../exports/index.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { openGazetteer } from '../gazetteer/open.ts'
import { READER_VERSION } from '../readings/reading.ts'
import type { OnRecord } from '../record/record.ts'
import type { ArticleRow } from '../stories/rows.ts'
import type { Span } from '../text/span.ts'
import { withCuts } from '../views/cuts.ts'
import { VIEWS } from '../views/index.ts'
import type { Shape } from '../views/line.ts'
import { type Limits, limitsOf, type View } from '../views/view.ts'
import { addingRoutes } from './adding.ts'
import { storyPath, viewPath } from './addresses.ts'
import { apiOf } from './api/index.ts'
import { assets } from './assets.ts'
import { type Basket, newBasket } from './basket.ts'
import { pairOf } from './compared.ts'
import { settledFor } from './decisions.ts'
import { askedOf, LESS, narrowed, rowFilterOf } from './filters.ts'
import { newToken, onlyLoopback, ownForms, smallForms, strictHeaders } from './guard.ts'
import { type Jobs, jobsOver } from './jobs.ts'
import { LEAF, placeOf } from './leaves.ts'
import { USUAL } from './pages/article/marks.ts'
import { articlePage } from './pages/article.tsx'
import { castPage } from './pages/cast.tsx'
import { comparePage, usualPair } from './pages/compare.tsx'
import { coveragePage } from './pages/coverage.tsx'
import { figuresPage } from './pages/figures.tsx'
import { frontPage } from './pages/front.tsx'
import { keysPage } from './pages/keys.tsx'
import { mapPage } from './pages/map.tsx'
import { personPage } from './pages/person.tsx'
import { problemPage } from './pages/problem.tsx'
import { statementsPage } from './pages/statements.tsx'
import { storiesPage } from './pages/stories.tsx'
import { timelinePage } from './pages/timeline.tsx'
import type { page } from './parts/frame.tsx'
import { type Extent, holds, keptScenes, linesOf, type Scene, type Shown, seenAs } from './scene.ts'
import { searchRoutes } from './searching.ts'
import { freshOf, settlingRoutes } from './settling.ts'
import { tiesOf } from './ties.ts'

/** What a desk may be told. */
export interface DeskOptions {
  /** Who decides at this desk: stands in every decision. `desk` unless given. */
  readonly by?: string
  /** The clock that dates decisions. */
  readonly now?: () => Date
  /** Whether what is less sure is left out. */
  readonly sureOnly?: boolean
  /** Articles beyond which a story's pages leave out what is less sure, until it is asked for: 300 unless given. */
  readonly long?: number
  /** Whether a view's page holds all of its lines, however many. */
  readonly unpaged?: boolean
  /** Opens the place data, asked when a form names a place. Those of the package unless given. */
  readonly places?: () => Promise<Gazetteer>
  /** Told of a fault that a request met; the answer itself says nothing of it. Writes to standard error unless given. */
  readonly failed?: (fault: unknown) => void
  /** How addresses that are added are fetched. */
  readonly collecting?: Collecting
  /** Opens the readers of what is added, asked at the first addition: one thread with the best reader unless given. */
  readonly readers?: () => Promise<Threads>
}

/** What every route works with. */
interface Desk {
  readonly record: OnRecord
  readonly token: string
  readonly by: string
  readonly now: () => Date
  readonly places: () => Promise<Gazetteer>
  readonly jobs: Jobs
  readonly collecting: Collecting
  readonly basket: Basket
  /** Lines that a view's page holds at most. */
  readonly leaf: number
  lost(context: Context): Response | Promise<Response>
  readonly sureOnly: boolean
  /** A story's scene, with what the form that led to this address settled. */
  scene(context: Context, story?: string, extent?: Extent): Promise<Scene | undefined>
}

const lost = (context: Context) =>
  context.html(problemPage('Page not found', 'This address leads to nothing in the record.'), 404)

const FAULT = 'This did not work: the desk met a fault, and says more where it was started.'

const queryOf = (context: Context): URLSearchParams => new URL(context.req.url).searchParams

type Answer = ReturnType<typeof page>

/** Which page shows lines of a shape. */
const PAGES: Readonly<Record<Shape, (shown: Shown) => Answer | Promise<Answer>>> = {
  event: timelinePage,
  claim: statementsPage,
  card: castPage,
  series: figuresPage,
  pin: mapPage,
  report: coveragePage,
}

const readingIn =
  ({ record }: Desk) =>
  async (article: string, version?: string) =>
    (await record.reading(article, version))?.reading

const readerOf =
  ({ record }: Desk): Shown['read'] =>
  async (article, version) =>
    (await record.reading(article, version))?.reading

const viewNamed = (context: Context): View | undefined => VIEWS.find(({ name }) => name === context.req.param('view'))

// What makes no sense limits nothing.
const limitsIn = (context: Context, view: View): Limits => limitsOf(view, (name) => context.req.query(name)) ?? {}

/** The scene of what is shown by default, or of all where that does not hold what an id names. */
async function sceneWith(desk: Desk, context: Context, story: string | undefined, id: string | null) {
  const scene = await desk.scene(context, story)
  return !scene?.isLong || id === null || holds(scene, id) ? scene : desk.scene(context, story, 'whole')
}

async function viewPageOf(desk: Desk, scene: Scene, view: View, context: Context) {
  const asked = askedOf(queryOf(context))
  const lines = await linesOf(scene, view, rowFilterOf(asked), limitsIn(context, view))
  const place = placeOf(queryOf(context), desk.leaf)
  return PAGES[view.shape]({
    scene,
    view,
    asked,
    place,
    lines,
    read: readerOf(desk),
    settled: () => desk.record.settled(),
  })
}

async function compared(desk: Desk, context: Context) {
  const scene = await desk.scene(context, context.req.param('story'))
  const [usual = ['', '']] = [scene && usualPair(scene)]
  const [a, b] = [context.req.query('a') || usual[0], context.req.query('b') || usual[1]]
  const pair = scene && (await pairOf({ scene, read: readerOf(desk) }, a, b))
  return scene && pair ? context.html(comparePage(scene, pair, { a, b })) : lost(context)
}

function storyRoutes(app: Hono, desk: Desk): void {
  app.get('/', async (context) => {
    const [stories, lead, about] = [await desk.record.stories(), await desk.scene(context), await desk.record.about()]
    const { articles, lastRead } = about
    return context.html(
      storiesPage({
        stories,
        articles,
        token: desk.token,
        ...(lead ? { lead } : {}),
        ...(lastRead ? { lastRead } : {}),
      }),
    )
  })
  app.get('/stories', (context) => context.redirect('/'))
  app.get('/keys', (context) => context.html(keysPage()))
  app.get('/stories/:story', async (context) => {
    const scene = await desk.scene(context, context.req.param('story'))
    return scene ? context.html(frontPage(scene)) : moved(desk, context)
  })
  app.get('/stories/:story/compare', (context) => compared(desk, context))
  // Where the articles of a story were listed before.
  app.get('/stories/:story/articles', async (context) => {
    const story = await (await desk.record.rows(context.req.param('story')))?.story()
    const view = VIEWS.find(({ shape }) => shape === 'report')
    return story && view ? context.redirect(viewPath(story.id, view.name), 301) : lost(context)
  })
  // Before the cast: its own export is no entity.
  app.get('/stories/:story/:view/export', (context) => exported(desk, context))
  app.get('/stories/:story/cast/:entity', async (context) => {
    const id = context.req.param('entity')
    const now = (await desk.record.resolve(id)) ?? id
    const scene = await sceneWith(desk, context, context.req.param('story'), now)
    const row = scene?.entities.get(id) ?? scene?.entities.get(now)
    const cast = scene && seenAs(scene, 'card')?.view.name
    if (!scene || !row) return lost(context)
    const bonds = { links: await scene.rows.reasons(row.id), ties: await tiesOf(desk.record, row) }
    return context.html(personPage(scene, row, cast ?? '', bonds))
  })
  app.get('/stories/:story/:view', async (context) => {
    const scene = await sceneWith(desk, context, context.req.param('story'), context.req.query('line') ?? null)
    const view = viewNamed(context)
    return scene && view ? context.html(await viewPageOf(desk, scene, view, context)) : lost(context)
  })
}

/** An id that a merge gave up leads on to the one that answers now. */
async function moved(desk: Desk, context: Context) {
  const id = context.req.param('story') ?? ''
  const now = await desk.record.resolve(id)
  return now && now !== id ? context.redirect(storyPath(now), 301) : lost(context)
}

async function exported(desk: Desk, context: Context) {
  const rows = await desk.record.rows(context.req.param('story'))
  const view = viewNamed(context)
  const wanted = EXPORTS.find(({ name }) => name === context.req.query('format'))
  if (!rows || !view || !wanted) return lost(context)
  const asked = askedOf(queryOf(context))
  const every = context.req.query('all') !== undefined
  const from = { rows, seen: [], ...(desk.sureOnly || !every ? { sureOnly: true as const } : {}) }
  const lines = narrowed(await linesOf(from, view, rowFilterOf(asked), limitsIn(context, view)), asked)
  const one = { view, story: await rows.story(), lines: withCuts(given(lines), readingIn(desk)) }
  const parts: string[] = []
  const options = {
    all: every,
    filter: rowFilterOf(asked),
    texts: async (article: string, version: string) => (await desk.record.reading(article, version))?.reading.text,
  }
  for await (const part of wanted.write([one], options)) parts.push(part)
  return context.body(parts.join(''), 200, {
    'Content-Type': wanted.type,
    'Content-Disposition': `attachment; filename="${view.name}.${wanted.extension}"`,
  })
}

async function* given<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items
}

/** The spans that an address asks to light, inside the text, in order. */
function spansOf(query: URLSearchParams, length: number): readonly Span[] {
  return query
    .getAll('at')
    .slice(0, 50)
    .flatMap((at) => {
      const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at) ?? []
      const span = { start: Number(start), end: Number(end) }
      return span.start < span.end && span.end <= length ? [span] : []
    })
    .toSorted((a, b) => a.start - b.start)
}

async function rowOf(desk: Desk, scene: Scene | undefined, id: string): Promise<ArticleRow | undefined> {
  const known = scene?.articles.get(id)
  if (known) return known
  for await (const row of desk.record.articles()) if (row.id === id) return row
  return undefined
}

function articleRoutes(app: Hono, desk: Desk): void {
  app.get('/articles/:article', async (context) => {
    const id = context.req.param('article')
    const query = queryOf(context)
    const decided = await desk.record.reading(id, query.get('version') ?? undefined)
    if (!decided) return lost(context)
    const asked = query.get('story')
    const row = await rowOf(desk, undefined, id)
    const isOld = row !== undefined && row.version !== decided.reading.version
    const newest = isOld ? (await desk.record.reading(id))?.reading : undefined
    const [form, of] = [query.get('form'), query.get('of')]
    const scene = await sceneWith(desk, context, asked ?? row?.story, of)
    const layers = query.getAll('layers')
    const [words, as] = [query.get('words')?.slice(0, 1000), query.get('as')]
    return context.html(
      articlePage({
        decided,
        token: desk.token,
        at: spansOf(query, decided.reading.text.length),
        layers: layers.length > 0 ? new Set(layers.filter(Boolean)) : USUAL,
        chosen: layers.length > 0,
        done: settledFor(await desk.record.decisions(), id),
        ...(form ? { form } : {}),
        ...(words ? { selected: { words, ...(as ? { as } : {}) } } : {}),
        ...(of ? { of } : {}),
        ...(scene ? { scene } : {}),
        ...(row ? { row } : {}),
        ...(newest ? { newest } : {}),
      }),
    )
  })
}

/** The desk as an app that is asked, and its end. */
export interface Desked {
  readonly app: Hono
  /** Stops what is being added, and waits until what is in hand is kept. The record stays open: it is its opener's. */
  close(): Promise<void>
}

/** The desk over a record, with what is to be closed after use: see `deskApp`. */
export function openDesk(record: OnRecord, options: DeskOptions = {}): Desked {
  const token = newToken()
  const {
    by = 'desk',
    now = () => new Date(),
    failed = console.error,
    collecting = {},
    places = openGazetteer,
  } = options
  const scenes = keptScenes(record, token, options)
  const jobs = jobsOver(record, { open: options.readers ?? (() => openThreads(1, {})), now })
  const basket = newBasket()
  const desk: Desk = {
    ...{ record, token, by, now, places, jobs, collecting, lost, basket },
    sureOnly: options.sureOnly ?? false,
    leaf: options.unpaged ? Number.POSITIVE_INFINITY : LEAF,
    scene: async (context, story, extent) => {
      const asked = extent ?? (context.req.query(LESS) === undefined ? 'shown' : 'whole')
      const [scene, fresh] = [await scenes(story, asked), await freshOf({ record, token }, context)]
      return scene && { ...scene, kept: basket.ids(), ...(fresh ? { fresh } : {}) }
    },
  }
  return { app: appOf(desk, failed), close: jobs.close }
}

/**
 * The desk over a record: pages, forms and API, as a Hono app: `deskApp(record, { by }).request('http://127.0.0.1/')` asks it without
 * a server; `serveDesk` lets it answer. It answers only requests that name this machine, and closes nothing: the record stays its opener's.
 */
export const deskApp = (record: OnRecord, options: DeskOptions = {}): Hono => openDesk(record, options).app

function appOf(desk: Desk, failed: (fault: unknown) => void): Hono {
  const app = new Hono()
  app.use(strictHeaders, onlyLoopback, smallForms, ownForms(desk.token))
  app.route('/assets', assets())
  app.route('/api/v1', apiOf(desk, READER_VERSION))
  // Before the views: check is none.
  settlingRoutes(app, desk)
  storyRoutes(app, desk)
  articleRoutes(app, desk)
  addingRoutes(app, desk)
  searchRoutes(app, desk)
  app.notFound((context) =>
    context.req.path.startsWith('/api/') ? context.json({ problem: 'no such address' }, 404) : lost(context),
  )
  app.onError((fault, context) => {
    if (fault instanceof HTTPException && fault.status < 500 && context.req.path.startsWith('/api/'))
      return context.json({ problem: fault.message }, fault.status)
    failed(fault)
    return context.req.path.startsWith('/api/')
      ? context.json({ problem: 'the desk met a fault' }, 500)
      : context.html(problemPage('Not done', FAULT), 500)
  })
  return app
}
