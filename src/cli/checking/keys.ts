import { type Decision, standing } from '../../decisions/index.ts'
import type { OnRecord } from '../../record/record.ts'
import type { StoryRows } from '../../stories/rows.ts'
import type { Queue, Queued } from '../../views/queue.ts'
import { madeOf, type Scene, type Unsettled } from '../corrections/correction.ts'
import { KINDS } from '../corrections/kinds.ts'
import { messages } from '../messages.ts'
import { type Lookup, lookupIn } from '../table/lookup.ts'
import { Failure, Misuse, type World } from '../world.ts'
import { showLine } from './show.ts'

/** What checking at a terminal works with. */
export interface Checking {
  readonly record: OnRecord
  readonly rows: StoryRows
  readonly world: World
  /** Keys as they are pressed. */
  readonly keys: AsyncIterable<string>
}

/** What `e` can write anew of a line, by the key that follows. */
const SLOTS: Readonly<Record<string, string>> = { d: 'date', p: 'place', w: 'speaker', n: 'note', r: 'rename' }

/** Where a person is in the queue, and what they did, the last last. */
interface Place {
  at: number
  readonly done: { readonly at: number; readonly decisions: readonly Decision[] }[]
}

const sceneOf = ({ record, world }: Checking): Scene => ({
  record,
  world,
  settler: { by: world.user, at: new Date(world.now()).toISOString() },
})

async function say(checking: Checking, look: Lookup, { line }: Queued, kind: 'confirm' | 'dispute') {
  const settled = (await look.targets(line.id)).map((target): Unsettled => ({ kind, target }))
  const decisions = madeOf(sceneOf(checking), settled)
  await checking.record.decideAll(decisions)
  await checking.world.out(`${messages.decided(kind, decisions.length)}\n`)
  return decisions
}

// A line of text, as far as a person types it; undefined when they leave.
async function typed(keys: AsyncIterator<string>, world: World): Promise<string | undefined> {
  let text = ''
  for (let next = await keys.next(); !next.done; next = await keys.next()) {
    const key = next.value
    if (key === '\r' || key === '\n') {
      world.err('\n')
      return text.trim() || undefined
    }
    if (key === '\u001b') return undefined
    text = key === '\u007f' || key === '\b' ? text.slice(0, -1) : text + key
    world.err(key === '\u007f' || key === '\b' ? '\b \b' : key)
  }
  return undefined
}

async function edit(checking: Checking, keys: AsyncIterator<string>, { line }: Queued): Promise<readonly Decision[]> {
  const { world, record } = checking
  world.err(messages.editKeys)
  const slot = SLOTS[(await keys.next()).value ?? '']
  const kind = KINDS.find(({ name }) => name === slot)
  if (!kind) {
    world.err('\n')
    return []
  }
  world.err(messages.editSlot(kind.takes.split(' ').slice(1).join(' ').toLowerCase()))
  const value = await typed(keys, world)
  if (value === undefined) return []
  const before = new Set((await record.decisions()).map(({ id }) => id))
  try {
    await kind.run([line.id, value], {}, sceneOf(checking))
  } catch (error) {
    if (!(error instanceof Failure) && !(error instanceof Misuse)) throw error
    world.err(`${messages.misuse(error.message)}\n`)
  }
  return standing(await record.decisions()).filter(({ id }) => !before.has(id))
}

async function undo(checking: Checking, place: Place): Promise<void> {
  const last = place.done.pop()
  if (!last) return void checking.world.err(`${messages.nothingToUndo}\n`)
  const settled = last.decisions.map(({ id }): Unsettled => ({ kind: 'undo', decision: id }))
  await checking.record.decideAll(madeOf(sceneOf(checking), settled))
  place.at = last.at
}

/** Does what a key asks; false when it asks to leave. */
async function press(
  key: string,
  open: readonly Queued[],
  place: Place,
  checking: Checking,
  tools: { readonly look: Lookup; readonly keys: AsyncIterator<string> },
): Promise<boolean> {
  const now = open[place.at]
  if (key === 'q' || !now) return false
  const keep = (decisions: readonly Decision[]) => {
    if (decisions.length > 0) place.done.push({ at: place.at, decisions })
  }
  if (key === 'y' || key === 'n') keep(await say(checking, tools.look, now, key === 'y' ? 'confirm' : 'dispute'))
  if (key === 'e') keep(await edit(checking, tools.keys, now))
  if (key === 'u') await undo(checking, place)
  if (key === 'k') place.at = Math.max(0, place.at - 1)
  if ('yns j'.includes(key)) place.at++
  return true
}

/** Goes through what is open, one line at a time, until all is gone through or the person leaves. */
export async function checkAt(queue: Queue, checking: Checking): Promise<void> {
  const { open, confirmed, disputed } = queue
  const look = await lookupIn(checking.record, checking.rows)
  const keys = checking.keys[Symbol.asyncIterator]()
  const place: Place = { at: 0, done: [] }
  const checked = confirmed.length + disputed.length
  let shown = -1
  for (;;) {
    const now = open[place.at]
    if (!now) break
    if (place.at !== shown) {
      await showLine(checking, now, messages.checking(place.at + 1, open.length, checked))
      checking.world.err(`${messages.checkKeys}\n`)
      shown = place.at
    }
    const next = await keys.next()
    if (next.done || !(await press(next.value.toLowerCase(), open, place, checking, { look, keys }))) break
  }
  await keys.return?.()
  await checking.world.out(`${messages.checkDone(place.done.length, open.length - place.at)}\n`)
}
