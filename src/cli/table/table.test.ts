import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { all, type Given, given } from '../../../test/record.ts'
import { type Around, linesOf, ran, withFolder } from '../../../test/terminal.ts'
import { type OnRecord, openRecord } from '../../record/index.ts'

const tell = (n: number): Given =>
  given({
    id: `a${n}`,
    outlet: `Outlet ${n}`,
    published: `2026-04-0${n + 1}`,
    headline: 'Barge strikes the old bridge at Oldmarsh',
    body: [
      'The barge struck the old bridge at Oldmarsh on Wednesday, and crews pumped water for hours.',
      'Marija Kovač, the harbour master, said the pier would hold. Jonas Reed, a diver, looked on.',
      `=1 of ${n} boats was towed to Lowick on Friday. The council meets in May.`,
    ],
    entities: [
      { names: ['Marija Kovač'], roles: ['the harbour master'] },
      { names: ['Jonas Reed'] },
      { names: ['Oldmarsh'], type: 'location' },
    ],
    places: [
      { words: 'Oldmarsh', geonamesId: 11, country: 'GB' },
      { words: 'Lowick', geonamesId: 12, country: 'GB' },
    ],
    events: [
      { words: 'struck', day: '2026-04-01', place: 'Oldmarsh', actor: 'Marija Kovač' },
      { words: 'towed', day: '2026-04-03', place: 'Lowick', score: 0.95 },
    ],
    said: [
      { words: 'the pier would hold', source: 'Marija Kovač', cue: 'said', speaker: 'Marija Kovač', kind: 'indirect' },
    ],
  })

const made = mkdtempSync(join(tmpdir(), 'onrecord-table-'))
beforeAll(async () => {
  const record = await openRecord(join(made, 'base.db'))
  await record.addAll([tell(1), tell(2)])
  await record.close()
})
afterAll(() => rmSync(made, { recursive: true }))

type Cells = Record<string, string>
interface Desk {
  readonly record: OnRecord
  readonly options: readonly string[]
  readonly file: string
  /** The rows of the export. */
  readonly rows: Cells[]
  /** Writes rows as a spreadsheet would, and gives the file back to `correct`. */
  back(rows: readonly Cells[], write?: (rows: readonly Cells[]) => Uint8Array | string, around?: Around, yes?: boolean): ReturnType<typeof ran> // biome-ignore format: one line
}

const quoted = (cell: string, delimiter: string) =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
const written =
  (delimiter = ',', end = '\r\n') =>
  (rows: readonly Cells[]): string =>
    [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
      .map((cells) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter))
      .join(end) + end

const withTable = (views: readonly string[], use: (desk: Desk) => Promise<void>) =>
  withFolder(async (folder) => {
    const [path, file] = [join(folder, 'record.db'), join(folder, 'table.csv')]
    copyFileSync(join(made, 'base.db'), path)
    const record = await openRecord(path)
    const options = ['--record', path]
    const { out } = await ran(['export', ...views, '--format', 'csv', '--all', ...options])
    const rows = parse(out, { columns: true }) as Cells[]
    const back: Desk['back'] = (now, write = written(), around = {}, yes = true) => {
      writeFileSync(file, write(now))
      return ran(['correct', '--from', file, ...(yes ? ['--yes'] : []), ...options], around)
    }
    await use({ record, options, file, rows, back }).finally(() => record.close())
  })

const find = (rows: readonly Cells[], words: string): Cells => {
  const row = rows.find(({ text }) => text?.includes(words))
  if (!row) throw new Error(`no row holds ${words}`)
  return row
}
const kinds = async (record: OnRecord) =>
  (await record.settled()).map(({ decision, state }) => `${decision.kind} ${state}`).toSorted()
const edited = (rows: readonly Cells[], words: string, change: Cells): Cells[] =>
  rows.map((row) => (row === find(rows, words) ? { ...row, ...change } : row))

describe('a table that came back', () => {
  it('unchanged settles nothing', () =>
    withTable([], async ({ record, rows, file, back }) => {
      expect(await back(rows)).toEqual({
        code: 0,
        out: `${file}: 0 changed · 0 taken out · 0 new · ${rows.length} as they were\n`,
        err: '',
      })
      expect(await record.decisions()).toEqual([])
    }))

  it.each<[string, string, string, Cells, readonly string[]]>([
    ['a day', 'timeline', 'struck', { from: '2026-03-31' }, ['date applied', 'date applied']],
    ['days', 'timeline', 'struck', { from: '2026-03-30', to: '2026-03-31' }, ['date applied', 'date applied']],
    ['no day', 'timeline', 'struck', { from: '', to: '' }, ['date applied', 'date applied']],
    ['a place by its number', 'timeline', 'struck', { geonames: '12' }, ['place applied', 'place applied']],
    ['no place', 'timeline', 'struck', { where: '' }, ['place applied', 'place applied']],
    ['who did it', 'timeline', 'struck', { who: 'Jonas Reed (actor)' }, ['speaker applied', 'speaker applied']],
    [
      'one more who takes part',
      'timeline',
      'struck',
      { who: 'Marija Kovač (actor); Jonas Reed (victim)' },
      ['speaker applied', 'speaker applied'],
    ],
    ['nobody who takes part', 'timeline', 'struck', { who: '' }, ['hide applied', 'hide applied']],
    [
      'the part that somebody takes',
      'timeline',
      'struck',
      { who: 'Marija Kovač (victim)' },
      ['hide applied', 'hide applied', 'speaker applied', 'speaker applied'],
    ],
    ['who said it', 'statements', 'the pier', { who: 'Jonas Reed' }, ['speaker applied', 'speaker applied']],
    ['a name', 'cast', 'Jonas', { who: 'Jonas T. Reed' }, ['rename applied', 'rename applied']],
    ['a role', 'cast', 'Jonas', { roles: 'a diver' }, ['role applied', 'role applied']],
    ['confirmed', 'timeline', 'struck', { status: 'confirmed' }, ['confirm applied', 'confirm applied']],
    ['disputed', 'statements', 'the pier', { status: 'Disputed' }, ['dispute applied', 'dispute applied']],
    ['a place that is right', 'map', 'towed', { status: 'confirmed' }, ['confirm applied', 'confirm applied']],
    ['an article that is not', 'coverage', 'Barge', { status: 'disputed' }, ['dispute applied']],
    ['a note', 'timeline', 'struck', { note: 'ask the port' }, ['note applied', 'note applied']],
  ])('settles %s', (_, view, words, change, want) =>
    withTable([view], async ({ record, rows, back }) => {
      const bare = 'note' in change ? rows.map((row) => ({ ...row, note: '' })) : rows
      const { code, out, err } = await back(edited(bare, words, change))
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(/: 1 changed · 0 taken out · 0 new · .*\n {2}row \d+ {2}\w+ {2}\w+: .* → .*\n/)
      expect(await kinds(record)).toEqual(want)
      expect(await all(record.verify())).toEqual([])
    }),
  )

  it('takes out what was taken out, and adds what was added', () =>
    withTable(['timeline'], async ({ record, rows, options, back }) => {
      const left = rows.filter((row) => row !== find(rows, 'towed'))
      const empty = Object.fromEntries(Object.keys(rows[0] ?? {}).map((name) => [name, '']))
      const added = { ...empty, article: 'a1', text: 'meets in May', from: '2026-05', status: 'planned' }
      const { code, out } = await back([...left, added])
      expect([code, linesOf(out).length]).toEqual([0, 4])
      expect(out).toMatch(/0 changed · 1 taken out · 1 new/)
      const lines = JSON.parse((await ran(['timeline', '--all', '--format', 'json', ...options])).out).views[0].lines
      const told = lines.map(({ when, status }: { when: { from: string }; status: { modality: string } }) => [when.from, status.modality]) // biome-ignore format: one line
      expect(told).toEqual([['2026-04-01', 'happened'], ['2026-05-01', 'planned']]) // biome-ignore format: one line
      expect(new Set(await kinds(record))).toEqual(new Set(['hide applied', 'assert applied']))
    }))

  it('adds a claim by the words for who says it', () =>
    withTable(['statements'], async ({ record, rows, back }) => {
      const empty = Object.fromEntries(Object.keys(rows[0] ?? {}).map((name) => [name, '']))
      const added = { ...empty, article: 'a1', text: 'The council meets in May.', who: 'Jonas Reed' }
      expect(await back([...rows, added])).toMatchObject({ code: 0, err: '' })
      expect(await record.decisions()).toMatchObject([{ kind: 'assert', item: { speaker: { exact: 'Jonas Reed' } } }])
    }))
})

const utf16 = (mark: boolean, little: boolean) => (rows: readonly Cells[]) => {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${written('\t')(rows)}`, 'utf16le')
  return little ? bytes : bytes.swap16()
}
// Windows-1252 has no č: a spreadsheet writes c, or a question mark.
const latin = (instead: string) => (rows: readonly Cells[]) =>
  Buffer.from(written(';')(rows).replaceAll('č', instead).replaceAll('…', '\x85'), 'latin1')

describe('as spreadsheets write it', () => {
  it.each<[string, (rows: readonly Cells[]) => Uint8Array | string]>([
    ['semicolons', written(';')],
    ['tabs', written('\t', '\n')],
    ['old line ends', written(',', '\r')],
    ['a line that names the separator', (rows) => `sep=;\r\n${written(';')(rows)}`],
    ['a mark of UTF-8', (rows) => `\uFEFF${written(';')(rows)}`],
    ['UTF-16', utf16(true, true)],
    ['UTF-16 the other way', utf16(true, false)],
    ['UTF-16 without its mark', utf16(false, true)],
    ['Windows-1252, letters bare', latin('c')],
    ['Windows-1252, letters lost', latin('?')],
    ['empty rows and columns', (rows) => written(';')(rows.map((row) => ({ ...row, '': '' }))).replaceAll('\r\n', '\r\n;;;\r\n')], // biome-ignore format: one line
    ['days of its own', (rows) => written(';')(rows.map((row) => ({ ...row, from: local(row.from), to: local(row.to) })))], // biome-ignore format: one line
    ['numbers of its own', (rows) => written(';')(rows.map((row) => ({ ...row, score: row.score?.replace('.', ',') ?? '' })))], // biome-ignore format: one line
    ['apostrophes taken for its own', (rows) => written(';')(rows).replaceAll("'=", '=')],
    ['columns in another order', (rows) => written()(rows.map((row) => Object.fromEntries(Object.entries(row).toReversed())))], // biome-ignore format: one line
  ])('%s', (_, write) =>
    withTable([], async ({ record, rows, back }) => {
      expect(await back(rows, write)).toMatchObject({ code: 0, out: expect.stringMatching(/: 0 changed · 0 taken out · 0 new/), err: '' }) // biome-ignore format: one line
      expect(await record.decisions()).toEqual([])
      const changed = await back(edited(rows, 'struck', { from: '2026-03-31', to: '2026-03-31' }), write)
      expect([changed.code, await kinds(record)]).toEqual([0, ['date applied', 'date applied']])
    }),
  )
})

const local = (day = ''): string => day.split('-').toReversed().join('.')

describe('what cannot be told is refused, and nothing is done', () => {
  const without = (rows: readonly Cells[], name: string): Cells[] => rows.map(({ [name]: _, ...rest }) => rest as Cells)
  it.each<[string, (rows: Cells[]) => Cells[], RegExp]>([
    ['a missing column', (rows) => without(rows, 'was'), /has no column was: export/],
    ['no rows', (rows) => [blank(rows, { text: 'x' })], /has no row that was exported/],
    ['a doubled id', (rows) => [...rows, ...rows.slice(0, 1)], /row \d+: h\w+ is in row 2 too/],
    ['an id that is gone', (rows) => edited(rows, 'struck', { id: '' }), /row \d+: its id is gone/],
    ['an id that never was', (rows) => edited(rows, 'struck', { id: 'h0000000000' }), /row \d+: the export has no line h0000000000/],
    ['another export', (rows) => edited(rows, 'struck', { export: 'x' }), /the column export is another one|cannot make the export/],
    ['a day that is none', (rows) => edited(rows, 'struck', { from: 'soon' }), /row \d+: from is no day: soon/],
    ['a day that may be two', (rows) => edited(rows, 'struck', { from: '5/6/2026' }), /row \d+: from may be two days: 5\/6\/2026/],
    ['somebody whom no article names', (rows) => edited(rows, 'struck', { who: 'Nobody Atall (actor)' }), /has the words "Nobody Atall"/],
    ['two names at once', (rows) => edited(rows, 'struck', { who: 'A (actor); B (target)' }), /who can be changed by one name: another, one more, or one fewer/],
    ['a place that is not known', (rows) => edited(rows, 'struck', { where: 'Nowhere Atall' }), /the place data know no Nowhere Atall/],
    ['an article that is not there', (rows) => [...rows, blank(rows, { article: 'a9', text: 'x' })], /row \d+: there is no article a9/],
    ['a new row without an article', (rows) => [...rows, blank(rows, { text: 'meets in May' })], /a new row needs an article/],
    ['words that are not there', (rows) => [...rows, blank(rows, { article: 'a1', text: 'no such words' })], /does not stand in a1 exactly once/],
    ['words that stand twice', (rows) => [...rows, blank(rows, { article: 'a1', text: 'on' })], /does not stand in a1 exactly once/],
  ])('%s', (_, change, reason) =>
    withTable(['timeline'], async ({ record, rows, back }) => {
      const { code, out, err } = await back(change(rows))
      expect([code, out]).toEqual([1, ''])
      expect(err).toMatch(reason)
      expect(await record.decisions()).toEqual([])
    }),
  ) // biome-ignore format: a table to be read

  const blank = (rows: readonly Cells[], cells: Cells): Cells => ({
    ...Object.fromEntries(Object.keys(rows[0] ?? {}).map((name) => [name, ''])),
    ...cells,
  })

  it.each<[string, string | Uint8Array, RegExp]>([
    ['an empty file', '', /is empty/],
    ['a column twice', 'view,id,id\r\na,b,c\r\n', /has the column id twice/],
    ['a quotation that never ends', 'view,id,was,export\r\na,"b', /is no table that can be read/],
    ['more cells than columns', 'view,id,was,export\r\na,b,c,d,e\r\n', /row 2 has more than 4 cells/],
    ['bytes of no text', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), /has no column view/],
  ])('%s', (_, bytes, reason) =>
    withTable(['timeline'], async ({ rows, back }) => {
      const { code, err } = await back(rows, () => bytes)
      expect([code, linesOf(err).length]).toEqual([1, 1])
      expect(err).toMatch(reason)
    }),
  )

  it('rows that were changed in the record since, when they were changed in the file too', () =>
    withTable(['timeline'], async ({ record, rows, options, back }) => {
      await ran(['correct', 'date', find(rows, 'struck').id ?? '', '2026-03-30', ...options])
      const before = await record.decisions()
      const { code, err } = await back(edited(rows, 'struck', { from: '2026-03-29' }))
      expect([code, err]).toEqual([1, expect.stringMatching(/was changed in the record since the export/)])
      expect(await record.decisions()).toEqual(before)
    }))

  it('rows taken out when the record has other lines by now', () =>
    withTable(['timeline'], async ({ record, rows, options, back }) => {
      await ran(['correct', 'assert', 'meets in May', '--as', 'event', '--article', 'a2', ...options])
      const before = await record.decisions()
      const { code, err } = await back(rows.slice(1))
      expect([code, err]).toEqual([
        1,
        expect.stringMatching(/other lines than at the export, so 2 that the file lacks/),
      ])
      expect(await record.decisions()).toEqual(before)
    }))

  it('says what a table does not settle', () =>
    withTable(['timeline'], async ({ record, rows, back }) => {
      const { code, err } = await back(edited(rows, 'struck', { text: 'The barge sank' }).map((row) => row))
      expect([code, err]).toMatchObject([0, expect.stringMatching(/^row \d: not settled by a table: text\n/)])
      expect(await record.decisions()).toEqual([])
    }))
})

describe('is agreed to', () => {
  it.each<[string, Around, number, RegExp, number]>([
    ['nobody to ask', {}, 2, /nothing is done yet: give --yes to do it/, 0],
    ['yes', { keys: 'y' }, 0, /keep 2 decisions\? \[y\/n\]/, 2],
    ['no', { keys: 'n' }, 0, /nothing is done\n$/, 0],
    ['away', { keys: '' }, 0, /nothing is done\n$/, 0],
  ])('%s', (_, around, code, said, kept) =>
    withTable(['timeline'], async ({ record, rows, back }) => {
      const found = await back(edited(rows, 'struck', { from: '2026-03-31' }), written(), around, false)
      expect([found.code, found.err]).toEqual([code, expect.stringMatching(said)])
      expect(found.out).toMatch(/day: 2026-04-01 → 2026-03-31/)
      expect(await record.decisions()).toHaveLength(kept)
    }),
  )
})

it('reads a large table', { timeout: 30_000 }, () =>
  withTable(['timeline'], async ({ rows, back }) => {
    const [first = {}] = rows
    const many = Array.from({ length: 3000 }, (_, at) => ({ ...first, id: `h${String(at).padStart(10, '0')}`, sentence: 'x'.repeat(1500) })) // biome-ignore format: one line
    const { code, err } = await back(many)
    expect([code, linesOf(err).length, linesOf(err).at(-1)]).toEqual([1, 12, '  and 2990 more'])
  }),
)
