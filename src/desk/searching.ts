import type { Context, Hono } from 'hono'
import { gathered } from '../exports/gathered.ts'
import { EXPORTS } from '../exports/index.ts'
import { isProblem } from '../record/query/query.ts'
import type { OnRecord } from '../record/record.ts'
import type { Hit, Order } from '../record/search/found.ts'
import { sentenceLine } from '../views/sentence.ts'
import { backOf } from './addresses.ts'
import { type Basket, type Kept, MOST_KEPT, standingIn } from './basket.ts'
import { say } from './labels.ts'
import { basketPage } from './pages/basket.tsx'
import { problemPage } from './pages/problem.tsx'
import { searchPage } from './pages/search.tsx'
import { type Extent, lineCalled, type Scene } from './scene.ts'

/** What search and basket work with. */
export interface Searching {
  readonly record: OnRecord
  readonly token: string
  readonly basket: Basket
  scene(context: Context, story?: string, extent?: Extent): Promise<Scene | undefined>
}

const LIMIT = 20
const MOST_FOUND = 1000
/** Lines of the basket that are shown beside a search, and on its own page. */
const BESIDE = 8
const ON_PAGE = 200

const keptHit = ({ id, sentence, report, story = '' }: Hit): Kept => ({
  id,
  line: sentenceLine(id, sentence, report),
  story,
})

async function searched(context: Context, desk: Searching) {
  const query = (context.req.query('q') ?? '').trim()
  const after = context.req.query('after')
  const order: Order = context.req.query('by') === 'day' ? 'day' : 'match'
  const all = desk.basket.all()
  const shown = {
    ...{ query, order, token: desk.token, kept: desk.basket.ids(), count: all.length },
    basket: await standingIn(desk.record, all.slice(-BESIDE)),
  }
  if (query === '') return context.html(searchPage(shown))
  const options = { limit: LIMIT, order }
  // What was found may have changed since: then from the start.
  const found = await desk.record
    .search(query, { ...options, ...(after === undefined ? {} : { after }) })
    .catch(() => desk.record.search(query, options))
  const more = after === undefined ? {} : { after }
  return isProblem(found)
    ? context.html(searchPage({ ...shown, problem: found }), 400)
    : context.html(searchPage({ ...shown, ...more, found }))
}

/** The lines that names in a form stand for: sentences of the record, or lines of stories. */
async function named(context: Context, desk: Searching, ids: readonly string[]): Promise<readonly Kept[]> {
  const sentences = (await desk.record.sentences(ids.filter((id) => id.includes('#')))).map(keptHit)
  const lines: Kept[] = []
  for (const id of ids.filter((one) => !one.includes('#'))) {
    const [story = '', name = ''] = id.split('/')
    const scene = await desk.scene(context, story, 'whole')
    const line = scene && lineCalled(scene, name)
    if (line && scene) lines.push({ id, line, story: scene.story.id })
  }
  return [...sentences, ...lines]
}

async function allFound(desk: Searching, query: string): Promise<readonly Kept[]> {
  const found = await desk.record.search(query, { limit: MOST_FOUND })
  return isProblem(found) ? [] : found.hits.map(keptHit)
}

async function changed(context: Context, desk: Searching) {
  const form = await context.req.parseBody({ all: true })
  const list = (name: string) => [form[name] ?? []].flat().filter((one): one is string => typeof one === 'string')
  const [back] = list('back')
  if (list('empty').length > 0) desk.basket.empty()
  const [query] = list('all')
  const [shown, keep] = [list('shown').slice(0, MOST_KEPT), new Set(list('keep').slice(0, MOST_KEPT + 1))]
  const known = desk.basket.ids()
  const out = shown.filter((id) => !keep.has(id))
  const put = await named(context, desk, [...keep].filter((id) => !known.has(id))) // biome-ignore format: one line
  const all = query === undefined ? [] : await allFound(desk, query)
  const refused = keep.size > MOST_KEPT || !desk.basket.change(out, [...put, ...all])
  return refused
    ? context.html(problemPage('Not done', 'The basket holds no more: export it, or empty it.', backOf(back)), 422)
    : context.redirect(backOf(back), 303)
}

async function exported(context: Context, desk: Searching) {
  const wanted = EXPORTS.find(({ name }) => name === context.req.query('format'))
  if (!wanted) return context.html(problemPage('Page not found', 'This address leads to nothing in the record.'), 404)
  const stories = new Map((await desk.record.stories()).map((story) => [story.id, story]))
  const lines = (await standingIn(desk.record, desk.basket.all())).flatMap(({ line, story }) => {
    const row = stories.get(story)
    return row ? [{ line, story: row }] : []
  })
  const view = { name: 'basket', title: say('Basket'), groups: 'none' } as const
  const texts = async (article: string, version: string) => (await desk.record.reading(article, version))?.reading.text
  const parts: string[] = []
  for await (const part of wanted.write(gathered(view, lines), { all: true, texts })) parts.push(part)
  return context.body(parts.join(''), 200, {
    'Content-Type': wanted.type,
    'Content-Disposition': `attachment; filename="basket.${wanted.extension}"`,
  })
}

/** Search of the whole record, and the basket into which lines are put. */
export function searchRoutes(app: Hono, desk: Searching): void {
  app.get('/search', (context) => searched(context, desk))
  app.get('/basket', async (context) => {
    const all = desk.basket.all()
    const shown = await standingIn(desk.record, all.slice(-ON_PAGE))
    return context.html(
      basketPage({ shown, count: all.length, gone: Math.min(all.length, ON_PAGE) - shown.length, token: desk.token }),
    )
  })
  app.get('/basket/export', (context) => exported(context, desk))
  app.post('/basket', (context) => changed(context, desk))
}
