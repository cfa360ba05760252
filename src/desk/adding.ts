import type { Context, Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { Collecting } from '../collect/index.ts'
import type { OnRecord } from '../record/record.ts'
import type { ArticleRow } from '../stories/rows.ts'
import { cite } from '../text/citation.ts'
import { jobPath } from './addresses.ts'
import { addressSources, fileSource, pastedProblem, pastedSource } from './given.ts'
import type { Job, Jobs, Source } from './jobs.ts'
import type { Label } from './labels.ts'
import { linePath } from './leaves.ts'
import { addPage, jobPage } from './pages/add.tsx'
import { problemPage } from './pages/problem.tsx'
import { type Kept, MOST_ROWS } from './parts/done.tsx'
import { courseOf, type Scene } from './scene.ts'

/** What the routes that add pages work with. */
export interface Taking {
  readonly record: OnRecord
  readonly token: string
  readonly jobs: Jobs
  /** How addresses are fetched. */
  readonly collecting: Collecting
  readonly now: () => Date
  scene(context: Context, story?: string): Promise<Scene | undefined>
  lost(context: Context): Response | Promise<Response>
}

/** Milliseconds between two answers about one job at least, and without news at most. */
const PACE = 250
const QUIET = 15_000

/** What a form gives to be read, or why it gives nothing. */
async function sourcesIn(context: Context, { collecting, now }: Taking): Promise<readonly Source[] | Label> {
  const form = await context.req.parseBody({ all: true })
  const word = (name: string): string | undefined => {
    const value = [form[name]].flat().find((one) => typeof one === 'string')
    return value?.trim() ? value : undefined
  }
  const files = [form.files]
    .flat()
    .filter((one): one is File => one instanceof File && (one.name !== '' || one.size > 0))
  if (files.length > 0) return files.map((file) => fileSource(file, collecting))
  const addresses = addressSources(word('urls') ?? '', collecting)
  if (addresses.length > 0) return addresses
  const pasted = {
    text: word('text'),
    headline: word('headline')?.trim(),
    outlet: word('outlet')?.trim(),
    published: word('published')?.trim(),
    url: word('url')?.trim(),
  }
  return pastedProblem(pasted) ?? [pastedSource(pasted, now())]
}

async function take(desk: Taking, context: Context) {
  const refuse = (reason: Label, status: 422 | 503) => context.html(problemPage('Not done', reason, '/add'), status)
  const sources = await sourcesIn(context, desk)
  if (typeof sources === 'string') return refuse(sources, 422)
  const job = desk.jobs.begin(sources)
  if (!job) return refuse('Much is being read already: wait until some of it is done.', 503)
  return context.redirect(jobPath(job.id), 303)
}

/** Tells how far a job has come, as it goes on: an event `progress` each time, and `done` at the end. */
function events(desk: Taking, context: Context, id: string) {
  return streamSSE(context, async (stream) => {
    for (let job = desk.jobs.find(id); job && !stream.aborted; job = desk.jobs.find(id)) {
      const { outcomes: _, ...told } = job
      await stream.writeSSE({
        event: job.ended ? 'done' : 'progress',
        id: String(job.step),
        data: JSON.stringify(told),
      })
      if (job.ended) return
      await Promise.race([desk.jobs.changed(id, job.step), stream.sleep(QUIET)])
      await stream.sleep(PACE)
    }
  })
}

/** The lines of its story that an article's words bear out; none before its story is put together. */
function linesOf(scene: Scene | undefined, article: string): Kept['lines'] {
  const course = scene && courseOf(scene)
  const found = course?.lines.filter(({ from }) => from.some((cited) => cited.article === article)) ?? []
  const [first] = [...found.filter(({ sure }) => sure), ...found]
  if (!scene || !course || !first) return undefined
  return { count: found.length, href: linePath(scene.story.id, course.view.name, course.lines.length, first.id) }
}

async function keptOf(
  desk: Taking,
  context: Context,
  id: string,
  row: ArticleRow | undefined,
): Promise<Kept | undefined> {
  const reading = (await desk.record.reading(id))?.reading
  if (!reading) return undefined
  const headline = reading.blocks.find(({ part }) => part === 'headline')
  const lines = row && linesOf(await desk.scene(context, row.story), id)
  const { outlet, published } = reading
  return {
    ...(headline ? { head: cite(reading, headline) } : {}),
    ...(outlet ? { outlet } : {}),
    ...(published ? { published } : {}),
    paragraphs: reading.blocks.filter(({ part }) => part === 'paragraph').length,
    versions: row?.versions.length ?? 1,
    ...(lines ? { lines } : {}),
  }
}

/** What is shown of the articles that a job added: their lines only once it has ended, since each addition changes its story. */
async function doneOf(desk: Taking, context: Context, job: Job): Promise<ReadonlyMap<string, Kept>> {
  const ids = new Set(job.outcomes.flatMap(({ article }) => article ?? []).slice(job.ended ? -MOST_ROWS : -20))
  const rows = new Map<string, ArticleRow>()
  if (job.ended && ids.size > 0)
    for await (const row of desk.record.articles()) {
      if (ids.has(row.id)) rows.set(row.id, row)
      if (rows.size === ids.size) break
    }
  const done = new Map<string, Kept>()
  for (const id of ids) {
    const kept = await keptOf(desk, context, id, rows.get(id))
    if (kept) done.set(id, kept)
  }
  return done
}

/** The page on which pages are added, how far each addition has come, and its stop. */
export function addingRoutes(app: Hono, desk: Taking): void {
  app.get('/add', (context) => context.html(addPage({ token: desk.token, jobs: desk.jobs.all() })))
  app.post('/add', (context) => take(desk, context))
  app.get('/add/:job', async (context) => {
    const job = desk.jobs.find(context.req.param('job'))
    if (!job) return desk.lost(context)
    return context.html(jobPage({ token: desk.token, job, done: await doneOf(desk, context, job) }))
  })
  app.get('/add/:job/events', (context) => {
    const id = context.req.param('job')
    return desk.jobs.find(id) ? events(desk, context, id) : desk.lost(context)
  })
  app.post('/add/:job/stop', (context) => {
    const id = context.req.param('job')
    return desk.jobs.stop(id) ? context.redirect(jobPath(id), 303) : desk.lost(context)
  })
}
