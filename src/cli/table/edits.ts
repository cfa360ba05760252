import { hasPart, PARTS, partIn, slotOf, type Target, targetOf } from '../../decisions/index.ts'
import type { Row } from '../../exports/csv.ts'
import type { Unsettled } from '../corrections/correction.ts'
import { meantPlace } from '../corrections/lines.ts'
import { nearestTo } from '../corrections/places.ts'
import { messages } from '../messages.ts'
import { Failure } from '../world.ts'
import { type Named, namedIn, readDay, sameNumber, sameWords, wordsOf } from './cells.ts'
import type { Lookup } from './lookup.ts'
import type { SheetRow } from './sheet.ts'

/** What an edited row comes to. */
export interface Edit {
  /** What was changed, in a few words. */
  readonly what: string
  readonly settled: readonly Unsettled[]
}

/** One row of a file, beside the line as it is now. */
export interface Edited {
  readonly row: SheetRow
  readonly now: Row
  readonly targets: readonly Target[]
  readonly look: Lookup
  readonly lossy: boolean
}

const cellIn = ({ row }: Edited, column: string): string => row.cells.get(column) ?? ''
const wasIn = ({ now }: Edited, column: string): string => now.cells.get(column) ?? ''
const isThere = ({ row }: Edited, column: string): boolean => row.cells.has(column)
const isSame = (edited: Edited, column: string): boolean =>
  !isThere(edited, column) || sameWords(cellIn(edited, column), wasIn(edited, column), edited.lossy)
const change = (column: string, was: string, now: string): string =>
  messages.changed(column, wordsOf(was) || '–', wordsOf(now) || '–')

function dayOf(edited: Edited, column: 'from' | 'to'): string {
  const was = wasIn(edited, column)
  if (!isThere(edited, column)) return was
  const read = readDay(cellIn(edited, column), was)
  if ('problem' in read)
    throw new Failure(messages.badCell(edited.row.row, column, wordsOf(cellIn(edited, column)), read.problem))
  return 'same' in read ? was : read.day
}

// A day that was one day stays one day, whichever end is written anew.
function days(edited: Edited): Edit | undefined {
  const [from, to] = [dayOf(edited, 'from'), dayOf(edited, 'to')]
  const [first, last] = [wasIn(edited, 'from'), wasIn(edited, 'to')]
  if (from === first && to === last) return undefined
  const one = first === last || first === ''
  const [start, end] = [from || to, one && to === last ? from : to || from]
  const value = from === '' && (to === '' || one) ? 'undated' : start === end ? start : `${start}/${end}`
  const was = first === last ? first : `${first}/${last}`
  return {
    what: change('day', was, value),
    settled: edited.targets.map((target) => ({ kind: 'date', target, value })),
  }
}

async function place(edited: Edited): Promise<Edit | undefined> {
  const [where, number] = [wordsOf(cellIn(edited, 'where')), wordsOf(cellIn(edited, 'geonames'))]
  const renamed = !isSame(edited, 'where')
  const renumbered = isThere(edited, 'geonames') && !sameNumber(number, wasIn(edited, 'geonames'))
  if (!renamed && !renumbered) return undefined
  const value = renumbered ? number : where
  const printed = edited.now.line.where?.words?.exact
  const meant = await meantPlace(value || 'none', [where, printed ?? ''].filter(Boolean)).catch((error: unknown) => {
    throw error instanceof Failure ? new Failure(messages.inRow(edited.row.row, error.message)) : error
  })
  return {
    what: change(renumbered ? 'geonames' : 'where', wasIn(edited, renumbered ? 'geonames' : 'where'), value),
    settled: edited.targets.map((target) => ({ kind: 'place', target, ...meant })),
  }
}

// Somebody's own words in an article, else the words as they are written in the cell.
async function voiceIn(edited: Edited, target: Target, name: string): Promise<Target | undefined> {
  const reading = await edited.look.reading(target.article)
  const there = edited.look.called(name)?.occurrences.find(({ article }) => article === target.article)?.places[0]
  if (!reading) return undefined
  if (there && there.version === reading.version)
    return targetOf(reading, 'mentions', { start: there.start, end: there.end })
  return nearestTo(reading, name, target)
}

async function spoken(edited: Edited, name: string, slot?: string): Promise<readonly Unsettled[]> {
  const settled: Unsettled[] = []
  for (const whole of edited.targets) {
    const [reading, target] = [
      await edited.look.reading(whole.article),
      slot === undefined ? whole : { ...whole, slot },
    ]
    if (partIn(slot)?.words !== undefined && !(reading && hasPart(reading, target))) continue
    const speaker = await voiceIn(edited, target, name)
    if (speaker) settled.push({ kind: 'speaker', target, speaker })
  }
  if (settled.length === 0) throw new Failure(messages.inRow(edited.row.row, messages.notInArticles(name)))
  return settled
}

async function leaving(edited: Edited, slot: string): Promise<readonly Unsettled[]> {
  const settled: Unsettled[] = []
  for (const whole of edited.targets) {
    const [reading, target] = [await edited.look.reading(whole.article), { ...whole, slot }]
    if (reading && hasPart(reading, target)) settled.push({ kind: 'hide', target })
  }
  if (settled.length === 0) throw new Failure(messages.inRow(edited.row.row, messages.nobodyThere))
  return settled
}

const roleOf = ({ role }: Named) => PARTS.find((one) => one === role) ?? 'actor'

/** Who is no longer named in a cell, and who is now; undefined where more than one of either is. */
function otherIn(edited: Edited): { readonly was?: Named | undefined; readonly now?: Named | undefined } | undefined {
  const [names, were] = [namedIn(cellIn(edited, 'who')), namedIn(wasIn(edited, 'who'))]
  const same = (a: Named, b: Named) => sameWords(a.name, b.name, edited.lossy) && a.role === b.role
  const [was, ...gone] = were.filter((one) => !names.some((name) => same(name, one)))
  const [now, ...more] = names.filter((one) => !were.some((name) => same(name, one)))
  return gone.length + more.length > 0 || !(was ?? now) ? undefined : { was, now }
}

// Whom an event is of: another in the place of one, one more, or one fewer.
async function parts(
  edited: Edited,
  { was, now }: NonNullable<ReturnType<typeof otherIn>>,
): Promise<readonly Unsettled[]> {
  const alone = namedIn(wasIn(edited, 'who')).filter((one) => roleOf(one) === 'actor').length <= 1
  const role = now && now.role === undefined && was ? roleOf(was) : now && roleOf(now)
  if (!now) return was ? leaving(edited, slotOf({ role: roleOf(was), words: was.name })) : []
  if (!was) return spoken(edited, now.name, slotOf({ role: role ?? 'actor', more: true }))
  if (role !== roleOf(was))
    return [
      ...(await leaving(edited, slotOf({ role: roleOf(was), words: was.name }))),
      ...(await spoken(edited, now.name, slotOf({ role: role ?? 'actor', more: true }))),
    ]
  return spoken(edited, now.name, role === 'actor' && alone ? undefined : slotOf({ role, words: was.name }))
}

// Whom a line is of: the one who speaks, those who take part, the one who is named.
async function who(edited: Edited): Promise<Edit | undefined> {
  if (isSame(edited, 'who')) return undefined
  const other = otherIn(edited)
  const what = change('who', wasIn(edited, 'who'), cellIn(edited, 'who'))
  const { shape } = edited.now.line
  if (other && shape === 'event') return { what, settled: await parts(edited, other) }
  const { was, now } = other ?? {}
  const one =
    now && (was || namedIn(wasIn(edited, 'who')).length === 0) && (now.role === undefined || now.role === 'actor')
  if (!one) throw new Failure(messages.inRow(edited.row.row, messages.oneName))
  return shape === 'card'
    ? { what, settled: edited.targets.map((target) => ({ kind: 'rename', target, name: now.name })) }
    : { what, settled: await spoken(edited, now.name) }
}

async function role(edited: Edited): Promise<Edit | undefined> {
  if (isSame(edited, 'roles')) return undefined
  const were = new Set(namedIn(wasIn(edited, 'roles')).map(({ name }) => name))
  const [chosen] = namedIn(cellIn(edited, 'roles')).filter(({ name }) => !were.has(name))
  if (!chosen) throw new Failure(messages.inRow(edited.row.row, messages.oneRole))
  const settled: Unsettled[] = []
  for (const target of edited.targets) {
    const reading = await edited.look.reading(target.article)
    if (reading && nearestTo(reading, chosen.name, target)) settled.push({ kind: 'role', target, role: chosen.name })
  }
  if (settled.length === 0) throw new Failure(messages.inRow(edited.row.row, messages.notInArticles(chosen.name)))
  return { what: change('roles', wasIn(edited, 'roles'), chosen.name), settled }
}

const SAID = { confirmed: 'confirm', disputed: 'dispute' } as const

// "confirmed" or "disputed" written into the status; other words of it say how the machine reads the line.
function status(edited: Edited): Edit | undefined {
  if (isSame(edited, 'status')) return undefined
  const were = namedIn(wasIn(edited, 'status')).map(({ name }) => name)
  const added = namedIn(cellIn(edited, 'status')).map(({ name }) => name.toLowerCase())
  const label = (['disputed', 'confirmed'] as const).find((one) => added.includes(one) && !were.includes(one))
  return label
    ? {
        what: change('status', wasIn(edited, 'status'), label),
        settled: edited.targets.map((target) => ({ kind: SAID[label], target })),
      }
    : undefined
}

function note(edited: Edited): Edit | undefined {
  const words = wordsOf(cellIn(edited, 'note'))
  if (words === '') return undefined
  return { what: change('note', '', words), settled: edited.targets.map((target) => ({ kind: 'note', target, note: words })) } // biome-ignore format: one line
}

type Reads = (edited: Edited) => Promise<Edit | undefined> | Edit | undefined

/** What of a line of each shape may be written anew. */
const READS: Readonly<Record<Row['line']['shape'], readonly Reads[]>> = {
  event: [days, place, who, status, note],
  claim: [days, who, status, note],
  card: [who, role, status, note],
  series: [status, note],
  pin: [status, note],
  report: [status, note],
}

/** Columns that a person may write into, beside `note`. */
export const SETTLED_COLUMNS: ReadonlySet<string> = new Set([
  'from', 'to', 'who', 'where', 'geonames', 'roles', 'status', 'note',
]) // biome-ignore format: a list to be read

/** What a person wrote anew in a row. Throws a Failure for what cannot be settled so. */
export async function editsOf(edited: Edited): Promise<readonly Edit[]> {
  const found: Edit[] = []
  for (const read of READS[edited.now.line.shape]) {
    const edit = await read(edited)
    if (edit) found.push(edit)
  }
  return found
}

/** Columns of a row that were changed. */
export function changedColumns({ row, now, lossy }: Pick<Edited, 'row' | 'now' | 'lossy'>): readonly string[] {
  const changed = [...now.cells].filter(([column, was]) => {
    const cell = row.cells.get(column)
    if (cell === undefined || sameWords(cell, was, lossy) || sameNumber(cell, was)) return false
    return !(/^\d{4}-\d{2}/.test(was) && 'same' in readDay(cell, was))
  })
  const noted = wordsOf(row.cells.get('note') ?? '') === '' ? [] : ['note']
  return [...changed.map(([column]) => column), ...noted]
}
