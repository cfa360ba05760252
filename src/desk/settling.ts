import type { Context, Hono } from 'hono'
import { conflictsOf, type Decided, type Decision, makeDecision, standing } from '../decisions/index.ts'
import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import type { OnRecord } from '../record/record.ts'
import { backOf, citedPath, viewPath } from './addresses.ts'
import { CHECK, nextOf, queueOfScene } from './checking.ts'
import { decisionsOf } from './decisions.ts'
import type { Label } from './labels.ts'
import { checkPage } from './pages/check.tsx'
import { correctionsPage } from './pages/corrections.tsx'
import { problemPage } from './pages/problem.tsx'
import type { Fresh } from './parts/decided.tsx'
import { type Extent, refsFor, type Scene } from './scene.ts'

/** What the routes that settle something work with. */
export interface Settling {
  readonly record: OnRecord
  readonly token: string
  readonly by: string
  readonly now: () => Date
  readonly places: () => Promise<Gazetteer>
  scene(context: Context, story?: string, extent?: Extent): Promise<Scene | undefined>
  lost(context: Context): Response | Promise<Response>
}

/** What the form that led to an address settled, and still stands: the address names it. */
export async function freshOf(
  { record, token }: Pick<Settling, 'record' | 'token'>,
  context: Context,
): Promise<Fresh | undefined> {
  const asked = new URL(context.req.url)
  const ids = new Set(asked.searchParams.getAll('settled'))
  if (ids.size === 0) return undefined
  const [first, ...rest] = standing(await record.decisions()).filter(({ id }) => ids.has(id))
  asked.searchParams.delete('settled')
  return first && { done: [first, ...rest], token, back: `${asked.pathname}${asked.search}` }
}

/** The address to land on, naming what was settled on the way. */
function landing(back: string, settled: readonly string[]): string {
  const to = new URL(back, 'http://desk')
  to.searchParams.delete('settled')
  for (const id of settled.slice(0, 50)) to.searchParams.append('settled', id)
  return `${to.pathname}${to.search}${to.hash}`
}

type Fields = Readonly<Record<string, readonly string[]>>

async function fieldsOf(context: Context): Promise<Fields> {
  const body = await context.req.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, [value].flat().filter((one) => typeof one === 'string')]),
  )
}

const settlerOf = ({ by, now }: Settling) => ({ by, at: now().toISOString() })

async function decide(context: Context, desk: Settling) {
  const form = await fieldsOf(context)
  const back = backOf(form.back?.[0])
  const refuse = (reason: Label) => context.html(problemPage('Not done', reason, back), 422)
  const decided = await decisionsOf(desk, form, settlerOf(desk))
  if ('refused' in decided) return refuse(decided.refused)
  const states = await desk.record.decideAll(decided)
  if (states.every((state) => state === 'lost'))
    return refuse('not applied: the words are gone or stand more than once')
  const undoable = decided.filter(({ kind }) => kind !== 'undo').map(({ id }) => id)
  return context.redirect(landing(back, undoable), 303)
}

/** The last version of its article in which a decision's words still stand: what they were, where the newest has them no more. */
async function olderOf(record: OnRecord, decision: Decision): Promise<Decided | undefined> {
  if (decision.kind === 'undo') return undefined
  const { article, prefix, exact, suffix } = decision.target
  for await (const { id, versions } of record.articles()) {
    if (id !== article) continue
    for (const version of versions.toReversed()) {
      const decided = await record.reading(article, version)
      if (decided?.reading.text.includes(prefix + exact + suffix)) return decided
    }
  }
  return undefined
}

async function corrections(context: Context, { record, token }: Settling) {
  const settled = (await record.settled()).toReversed()
  const conflicts = conflictsOf(settled.map(({ decision }) => decision))
  const done = await Promise.all(
    settled.map(async ({ decision, state }) => {
      const decided = decision.kind === 'undo' ? undefined : await record.reading(decision.target.article)
      const older = decided && state === 'lost' ? await olderOf(record, decision) : undefined
      return { decision, state, ...(decided ? { decided } : {}), ...(older ? { older } : {}) }
    }),
  )
  return context.html(correctionsPage({ done, conflicts, token }))
}

// What this desk settled last: all that one form did.
function lastOf(decisions: readonly Decision[], by: string): readonly Decision[] {
  const own = standing(decisions).filter((one) => one.by === by)
  const at = own.at(-1)?.at
  return own.filter((one) => one.at === at)
}

const SAYS: Readonly<Record<string, 'confirm' | 'dispute'>> = { y: 'confirm', n: 'dispute' }

async function check(context: Context, desk: Settling) {
  const scene = await desk.scene(context, context.req.param('story'), 'whole')
  if (!scene) return desk.lost(context)
  const form = await fieldsOf(context)
  const [say = '', id = ''] = [form.say?.[0], form.line?.[0]]
  const [queue, page] = [queueOfScene(scene), (at?: string) => viewPath(scene.story.id, CHECK, { at })]
  const one = queue.all.get(id)
  if (say === 'u') {
    const undone = lastOf(await desk.record.decisions(), desk.by)
    const making = undone.map((decision) => makeDecision({ kind: 'undo', decision: decision.id, ...settlerOf(desk) }))
    await desk.record.decideAll(making)
    return context.redirect(page(id || undefined), 303)
  }
  if (!one) return context.redirect(page(), 303)
  const next = nextOf(queue, id)
  const kind = SAYS[say]
  if (say === 'e') return context.redirect(citedPath(one.from[0], { story: scene.story.id, of: id }), 303)
  if (!kind) return context.redirect(page(next), 303)
  const note = form.note?.[0]?.trim().slice(0, 2000)
  const refs = refsFor(scene, one)
  const said = await decisionsOf(desk, { kind: [kind], ref: refs }, settlerOf(desk))
  const noted = note ? await decisionsOf(desk, { kind: ['note'], ref: refs.slice(0, 1), note: [note] }, settlerOf(desk)) : [] // biome-ignore format: one line
  if ('refused' in said || 'refused' in noted)
    return context.html(problemPage('Not done', 'Something is missing in the form.', page(id)), 422)
  await desk.record.decideAll([...said, ...noted])
  return context.redirect(
    landing(
      page(next),
      [...said, ...noted].map((decision) => decision.id),
    ),
    303,
  )
}

/** Pages and forms that settle something, and what was settled. */
export function settlingRoutes(app: Hono, desk: Settling): void {
  app.get('/corrections', (context) => corrections(context, desk))
  app.post('/decisions', (context) => decide(context, desk))
  app.post(`/stories/:story/${CHECK}`, (context) => check(context, desk))
  app.get(`/stories/:story/${CHECK}`, async (context) => {
    const scene = await desk.scene(context, context.req.param('story'), 'whole')
    if (!scene) return desk.lost(context)
    const queue = queueOfScene(scene)
    const id = context.req.query('at')
    const line = (id === undefined ? undefined : queue.all.get(id)) ?? queue.open[0]?.line
    const reading = line && (await desk.record.reading(line.from[0].article, line.from[0].version))?.reading
    const settled = (await desk.record.settled()).filter(
      ({ decision }) => decision.kind !== 'undo' && scene.articles.has(decision.target.article),
    )
    const done = await Promise.all(
      settled
        .slice(-6)
        .toReversed()
        .map(async ({ decision }) => {
          const decided = decision.kind === 'undo' ? undefined : await desk.record.reading(decision.target.article)
          return decided ? { decision, decided } : { decision }
        }),
    )
    return context.html(checkPage({ scene, queue, done, ...(line ? { line } : {}), ...(reading ? { reading } : {}) }))
  })
}
