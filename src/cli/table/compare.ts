import { type Row, type Table, tableOf } from '../../exports/csv.ts'
import type { OnRecord } from '../../record/record.ts'
import type { RowFilter, StoryRows } from '../../stories/rows.ts'
import { withCuts } from '../../views/cuts.ts'
import { VIEWS } from '../../views/index.ts'
import type { View } from '../../views/view.ts'
import type { Unsettled } from '../corrections/correction.ts'
import { readFrom } from '../corrections/places.ts'
import { messages } from '../messages.ts'
import { Failure } from '../world.ts'
import { addedBy } from './added.ts'
import { wordsOf } from './cells.ts'
import { changedColumns, type Edit, editsOf, SETTLED_COLUMNS } from './edits.ts'
import { type Lookup, lookupIn } from './lookup.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** What a table that came back says, before any of it is done. */
export interface Compared {
  /** One line a change: where it is, and what. */
  readonly changes: readonly string[]
  readonly settled: readonly Unsettled[]
  readonly counts: { readonly changed: number; readonly gone: number; readonly added: number; readonly same: number }
  /** What was changed and is not settled by a table. */
  readonly remarks: readonly string[]
}

/** One view of the file, with the same view exported now. */
interface Part {
  readonly view: View
  readonly rows: StoryRows
  readonly mark: string
  readonly now: Table
  readonly look: Lookup
}

const NEEDED = ['view', 'id', 'was', 'export'] as const
const MOST_PROBLEMS = 10
const BY = 'by-'

function checkColumns(path: string, { columns }: Sheet): void {
  const missing = NEEDED.find((name) => !columns.includes(name))
  if (missing !== undefined) throw new Failure(messages.noColumn(path, missing))
}

const cellIn = ({ cells }: SheetRow, column: string): string => wordsOf(cells.get(column) ?? '')
const keyOf = (row: SheetRow): string => `${cellIn(row, 'view')} ${cellIn(row, 'id')}`

// The rows that came out of the record: all of one view carry the same mark.
function marksIn(rows: readonly SheetRow[]): ReadonlyMap<string, string> {
  const marks = new Map<string, string>()
  for (const row of rows) {
    const [view, mark] = [cellIn(row, 'view'), cellIn(row, 'export')]
    if (cellIn(row, 'id') === '') continue
    const known = marks.get(view) ?? mark
    if (mark !== known) throw new Failure(messages.inRow(row.row, messages.otherExport))
    marks.set(view, mark)
  }
  return marks
}

async function partOf(record: OnRecord, name: string, mark: string): Promise<Part> {
  const asked = new URLSearchParams(mark)
  const view = VIEWS.find((one) => one.name === name && one.name === asked.get('view'))
  const rows = view && (await record.rows(asked.get('story') ?? ''))
  if (!view || !rows || !asked.has('ids')) throw new Failure(messages.unknownExport(name, mark))
  const filter: RowFilter = Object.fromEntries(
    [...asked].filter(([key]) => key.startsWith(BY)).map(([key, value]) => [key.slice(BY.length), value]),
  )
  const viewed = { view, story: await rows.story(), lines: withCuts(view.lines(rows, filter), readFrom(record)) }
  const now = await tableOf(viewed, { all: asked.has('all'), filter })
  return { view, rows, mark, now, look: await lookupIn(record, rows) }
}

/** Collects problems, so that a person meets all of them at once. */
function problems() {
  const found: string[] = []
  return {
    /** Does something for a row; a Failure is kept, and undefined given. */
    async within<T>(work: () => Promise<T>): Promise<T | undefined> {
      try {
        return await work()
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        found.push(error.message)
        return undefined
      }
    },
    raise(): void {
      if (found.length === 0) return
      const more = found.length - MOST_PROBLEMS
      throw new Failure(messages.notDone(found.slice(0, MOST_PROBLEMS), Math.max(0, more)))
    },
  }
}

interface Found {
  readonly where: string
  readonly edit: Edit
}

/** What became of the rows of one view. */
interface PartFound {
  readonly changed: readonly Found[]
  readonly gone: readonly Found[]
  readonly same: number
  readonly remarks: readonly string[]
}

async function rowFound(
  row: SheetRow,
  part: Part,
  sheet: Sheet,
  now: Row,
): Promise<{ readonly edits: readonly Edit[]; readonly remarks: readonly string[] }> {
  const { look } = part
  const columns = changedColumns({ row, now, lossy: sheet.lossy })
  if (columns.length === 0) return { edits: [], remarks: [] }
  if (cellIn(row, 'was') !== now.was) throw new Failure(messages.inRow(row.row, messages.stale(now.line.id)))
  const edits = await editsOf({ row, now, look, lossy: sheet.lossy, targets: await look.targets(now.line.id) })
  const others = columns.filter((column) => !SETTLED_COLUMNS.has(column) || edits.length === 0)
  return { edits, remarks: others.length > 0 ? [messages.notSettled(row.row, others)] : [] }
}

async function goneFrom(part: Part, there: ReadonlySet<string>): Promise<readonly Found[]> {
  const missing = part.now.rows.filter(({ line }) => !there.has(line.id))
  if (missing.length === 0) return []
  // With other lines than then nobody can tell what was taken out and what is new.
  if (part.now.export !== part.mark) throw new Failure(messages.otherLines(part.view.name, missing.length))
  const found: Found[] = []
  for (const { line } of missing) {
    const targets = await part.look.leaving(line.id)
    const settled = targets.map((target): Unsettled => ({ kind: 'hide', target }))
    found.push({ where: line.id, edit: { what: messages.gone(line.from[0].exact), settled } })
  }
  return found
}

async function comparedPart(
  part: Part,
  own: readonly SheetRow[],
  sheet: Sheet,
  { within }: ReturnType<typeof problems>,
): Promise<PartFound> {
  const now = new Map(part.now.rows.map((row) => [row.line.id, row]))
  const [changed, remarks]: [Found[], string[]] = [[], []]
  let same = 0
  for (const row of own) {
    const id = cellIn(row, 'id')
    const found = await within(async () => {
      const held = now.get(id)
      if (!held) throw new Failure(messages.inRow(row.row, messages.noLine(id)))
      return rowFound(row, part, sheet, held)
    })
    if (!found) continue
    if (found.edits.length === 0 && found.remarks.length === 0) same++
    changed.push(...found.edits.map((edit) => ({ where: messages.rowOf(row.row, id), edit })))
    remarks.push(...found.remarks)
  }
  const gone = (await within(() => goneFrom(part, new Set(own.map((row) => cellIn(row, 'id')))))) ?? []
  return { changed, gone, same, remarks }
}

function checkIds(rows: readonly SheetRow[]): void {
  const seen = new Map<string, number>()
  for (const row of rows) {
    if (cellIn(row, 'id') === '') {
      if (cellIn(row, 'was') !== '') throw new Failure(messages.inRow(row.row, messages.idGone))
      continue
    }
    const before = seen.get(keyOf(row))
    if (before !== undefined) throw new Failure(messages.inRow(row.row, messages.doubled(cellIn(row, 'id'), before)))
    seen.set(keyOf(row), row.row)
  }
}

/** What a new row is to be: as it says itself, else as the view that it names or the file's first one. */
const shapeOf = (row: SheetRow, parts: readonly Part[]): string =>
  cellIn(row, 'shape') ||
  (parts.find(({ view }) => view.name === cellIn(row, 'view')) ?? parts[0])?.view.shape ||
  'event'

/**
 * Compares a table that came back with the same export made now. Throws a Failure that lists what is wrong where it cannot be told, row by row, what is
 * meant: then nothing of it is to be done.
 */
export async function compare(path: string, sheet: Sheet, record: OnRecord): Promise<Compared> {
  checkColumns(path, sheet)
  checkIds(sheet.rows)
  const marks = marksIn(sheet.rows)
  if (marks.size === 0) throw new Failure(messages.noRows(path))
  const parts: Part[] = []
  for (const [name, mark] of marks) parts.push(await partOf(record, name, mark))
  const held = problems()
  const found: PartFound[] = []
  for (const part of parts) {
    const own = sheet.rows.filter((row) => cellIn(row, 'id') !== '' && cellIn(row, 'view') === part.view.name)
    found.push(await comparedPart(part, own, sheet, held))
  }
  const added: Found[] = []
  for (const row of sheet.rows.filter((one) => cellIn(one, 'id') === '')) {
    const edit = await held.within(() => addedBy(row, shapeOf(row, parts), parts[0]?.look as Lookup))
    if (edit) added.push({ where: messages.rowOf(row.row, ''), edit })
  }
  held.raise()
  return result(found, added)
}

function result(found: readonly PartFound[], added: readonly Found[]): Compared {
  const changed = found.flatMap((one) => one.changed)
  const gone = found.flatMap((one) => one.gone)
  const all = [...changed, ...gone, ...added]
  return {
    changes: all.map(({ where, edit }) => `${where}  ${edit.what}`),
    settled: all.flatMap(({ edit }) => edit.settled),
    counts: {
      changed: new Set(changed.map(({ where }) => where)).size,
      gone: gone.length,
      added: added.length,
      same: found.reduce((sum, { same }) => sum + same, 0),
    },
    remarks: found.flatMap(({ remarks }) => remarks),
  }
}
