import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { conflictsOf, type Decision, decisionFromJson, join } from '../../decisions/index.ts'
import type { Settled } from '../../record/record.ts'
import { word } from '../command.ts'
import { writeReason } from '../failures.ts'
import { messages } from '../messages.ts'
import { Failure, Misuse } from '../world.ts'
import { type Correction, needed, type Scene, settle } from './correction.ts'

const undo: Correction = {
  name: 'undo',
  takes: 'ID…',
  about: 'take corrections back; an undo can be undone too',
  run: async (ids, _, scene) => {
    needed(ids[0], 'the id of a decision: see correct list')
    const known = new Set((await scene.record.decisions()).map(({ id }) => id))
    const missing = ids.find((id) => !known.has(id))
    if (missing !== undefined) throw new Failure(messages.noDecision(missing))
    return settle(
      scene,
      'undo',
      ids.map((decision) => ({ kind: 'undo', decision })),
    )
  },
}

// What a decision says beside its kind and words.
function saidBy(decision: Decision): string {
  switch (decision.kind) {
    case 'rename':
      return decision.name
    case 'note':
      return decision.note
    case 'role':
      return decision.role
    case 'date':
      return decision.value
    case 'place':
      return decision.as?.name ?? String(decision.geonamesId ?? 'none')
    case 'speaker':
      return decision.speaker.exact
    case 'merge':
    case 'split':
      return `${decision.other.article}  ${JSON.stringify(decision.other.exact)}`
    default:
      return ''
  }
}

const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words).replace(/\s+/g, ' ')

/** A decision in one line: id, time, who, kind, and the words it is about. */
function lineOf(decision: Decision): string {
  const what =
    'target' in decision
      ? `${decision.target.article}  ${JSON.stringify(short(decision.target.exact))}`
      : decision.decision
  const said = short(saidBy(decision))
  return `${decision.id}  ${decision.at.slice(0, 16)}  ${decision.by}  ${decision.kind}  ${what}${said ? `  → ${said}` : ''}`
}

const tally = (settled: readonly Settled[], state: Settled['state']): number =>
  settled.filter((one) => one.state === state).length

async function tellConflicts({ world }: Scene, decisions: readonly Decision[]): Promise<void> {
  const conflicts = conflictsOf(decisions)
  for (const { decisions: [a, b] } of conflicts) await world.out(`${messages.conflict(lineOf(a), lineOf(b))}\n`) // biome-ignore format: one thought
  if (conflicts.length > 0) world.err(`${messages.conflicts(conflicts.length)}\n`)
}

const list: Correction = {
  name: 'list',
  takes: '',
  about: 'what was settled and stands, with ids; what is lost or waits says so',
  run: async (_, options, scene) => {
    const settled = await scene.record.settled()
    const format = word(options, 'format')
    for (const { decision, state } of settled)
      await scene.world.out(
        format === 'jsonl'
          ? `${JSON.stringify({ ...decision, state })}\n`
          : `${lineOf(decision)}${state === 'applied' ? '' : `  [${state}]`}\n`,
      )
    const some = messages.someLost(tally(settled, 'lost'), tally(settled, 'waiting'))
    if (some) scene.world.err(`${some}\n`)
    if (format !== 'jsonl')
      await tellConflicts(
        scene,
        settled.map(({ decision }) => decision),
      )
    return 0
  },
}

const exporting: Correction = {
  name: 'export',
  takes: '[FILE]',
  about: 'write every decision as JSON Lines, for somebody else to import',
  run: async ([path], _, { record, world }) => {
    const lines = (await record.decisions()).map((decision) => `${JSON.stringify(decision)}\n`)
    if (path === undefined) for (const line of lines) await world.out(line)
    else {
      await writeFile(path, lines.join('')).catch((error: unknown) => {
        throw new Failure(messages.cannotWrite(path, writeReason(error)), { cause: error })
      })
      world.err(`${messages.written(path)}\n`)
    }
    return 0
  },
}

async function decisionsIn(path: string, { world }: Scene): Promise<readonly Decision[]> {
  const input = path === '-' ? world.stdin : createReadStream(path)
  const found: Decision[] = []
  let line = 0
  try {
    for await (const text of linesOf(input)) {
      line++
      if (text.trim()) found.push(decisionFromJson(JSON.parse(text.replace(/^\uFEFF/, ''))))
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Failure(messages.noFile(path, writeReason(error)))
    throw new Failure(messages.notDecisions(path, line, reasonOf(error)), { cause: error })
  }
  return found
}

async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest = ''
  for await (const bytes of input) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  yield rest + decoder.decode()
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 2).join(' ').replace(/\s+/g, ' ')

const importing: Correction = {
  name: 'import',
  takes: 'FILE…',
  about: 'join what somebody else settled; what opposes yours is shown as a conflict',
  run: async (paths, _, scene) => {
    if (paths.length === 0) throw new Misuse(messages.needs('a file that correct export wrote'))
    const lists: (readonly Decision[])[] = []
    for (const path of paths) lists.push(await decisionsIn(path, scene))
    const own = await scene.record.decisions()
    const known = new Set(own.map(({ id }) => id))
    const { decisions } = join(own, ...lists)
    const fresh = decisions.filter(({ id }) => !known.has(id))
    await scene.record.decideAll(fresh)
    await scene.world.out(`${messages.joined(fresh.length, lists.flat().length - fresh.length)}\n`)
    const added = new Set(fresh.map(({ id }) => id))
    const came = (await scene.record.settled()).filter(({ decision }) => added.has(decision.id))
    const some = messages.someLost(tally(came, 'lost'), tally(came, 'waiting'))
    if (some) scene.world.err(`${some}\n`)
    await tellConflicts(scene, decisions)
    return 0
  },
}

/** Corrections of what is kept of corrections. */
export const KEPT: readonly Correction[] = [undo, list, exporting, importing]
