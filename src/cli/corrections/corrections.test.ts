import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { all, allRows, type Given, given } from '../../../test/record.ts'
import { linesOf, ran, withFolder } from '../../../test/terminal.ts'
import { type OnRecord, openRecord } from '../../record/index.ts'

const tell = (n: number, names: readonly [string, ...string[]], more: string, role?: string): Given =>
  given({
    id: `a${n}`,
    outlet: `Outlet ${n}`,
    published: `2026-04-0${n + 1}`,
    headline: 'Barge strikes the old bridge at Oldmarsh',
    body: [`The barge struck the old bridge at Oldmarsh on Wednesday, and crews pumped water for hours.`, more],
    entities: [
      { names, ...(role ? { roles: [role] } : {}) },
      { names: ['Oldmarsh'], type: 'location' },
    ],
    places: [{ words: 'Oldmarsh', geonamesId: 11, country: 'GB' }],
    figures: [{ words: 'the old bridge', low: 1, high: 1, of: 'bridge' }],
    events: [{ words: 'struck', day: '2026-04-01', place: 'Oldmarsh' }],
    said: [{ words: 'the pier would hold', source: names[0], cue: 'said', speaker: names[0], kind: 'indirect' }],
  })

const PAGES = [
  tell(
    1,
    ['Maria Holt'],
    'Maria Holt, the harbour master, said the pier would hold. Jonas Reed looked on.',
    'the harbour master',
  ),
  tell(
    2,
    ['Maria Holt'],
    'The pier would hold, Maria Holt said, and the pier would hold a train. Jonas Reed, a diver, agreed.',
  ),
  tell(3, ['Ms Holt-Berg'], 'Ms Holt-Berg said the pier would hold.'),
]

const made = mkdtempSync(join(tmpdir(), 'onrecord-corrections-'))
beforeAll(async () => {
  const record = await openRecord(join(made, 'three.db'))
  await record.addAll(PAGES)
  await record.close()
})
afterAll(() => rmSync(made, { recursive: true }))

/** A record of three pages, in a folder of its own. */
const withThree = (use: (record: OnRecord, options: readonly string[], folder: string) => Promise<void>) =>
  withFolder(async (folder) => {
    const path = join(folder, 'record.db')
    copyFileSync(join(made, 'three.db'), path)
    const record = await openRecord(path)
    await use(record, ['--record', path], folder).finally(() => record.close())
  })
const rowsOf = async (record: OnRecord) => {
  const rows = await record.rows()
  if (!rows) throw new Error('no story')
  const [entities, happenings, statements] = [rows.entities(), rows.happenings(), rows.statements()]
  return { entities: await all(entities), happenings: await all(happenings), statements: await all(statements) }
}
const partsOf = async (record: OnRecord) => {
  const rows = await record.rows()
  if (!rows) throw new Error('no story')
  return { places: await all(rows.places()), figures: await all(rows.figures()), articles: await all(rows.articles()) }
}
const correct = (options: readonly string[], ...words: readonly string[]) => ran(['correct', ...words, ...options])
const people = async (record: OnRecord) =>
  (await rowsOf(record)).entities.filter(({ type }) => type === 'person').map(({ name }) => name)

describe('correct', () => {
  it.each<[string, readonly string[], (record: OnRecord) => Promise<unknown>, unknown]>([
    [
      'date',
      ['date', 'struck the old bridge', '2026-03-31'],
      async (record) => (await rowsOf(record)).happenings.map(({ day }) => day?.from),
      ['2026-03-31'],
    ],
    [
      'place',
      ['place', 'struck the old bridge', 'none'],
      async (record) => (await rowsOf(record)).happenings.map(({ place }) => place),
      [undefined],
    ],
    [
      'place, by the number of one that nothing is known of',
      ['place', 'struck the old bridge', '11'],
      async (record) => (await rowsOf(record)).happenings.map(({ place }) => place?.geonamesId),
      [11],
    ],
    [
      'speaker',
      ['speaker', 'Maria Holt, the harbour master', 'Jonas Reed'],
      async (record) => (await rowsOf(record)).statements[0]?.speaker?.name,
      'Jonas Reed',
    ],
    [
      'speaker, of one more who takes part',
      ['speaker', 'struck the old bridge', 'crews', '--part', 'victim', '--beside'],
      async (record) =>
        (await rowsOf(record)).happenings.flatMap(({ who }) => who.map(({ role, words }) => `${role} ${words?.exact}`)),
      ['victim crews', 'victim crews', 'victim crews'],
    ],
    [
      'role',
      ['role', 'Maria Holt', 'the harbour master'],
      async (record) => (await rowsOf(record)).entities.flatMap(({ roles }) => roles.map(({ from }) => from.exact)),
      ['the harbour master'],
    ],
    ['merge', ['merge', 'Maria Holt', 'Ms Holt-Berg'], people, ['Ms Holt-Berg']],
    ['split', ['split', 'Maria Holt', '--article', 'a2'], people, ['Maria Holt', 'Maria Holt', 'Ms Holt-Berg']],
    [
      'dispute',
      ['dispute', 'struck the old bridge'],
      async (record) => (await rowsOf(record)).happenings.map(({ disputed }) => disputed),
      [true],
    ],
    ['hide, of a place by its id', ['hide', 'PLACE'], async (record) => (await partsOf(record)).places, []],
    [
      'confirm, of a place by its id',
      ['confirm', 'PLACE'],
      async (record) => (await partsOf(record)).places.map(({ confirmed }) => confirmed),
      [true],
    ],
    [
      'dispute, of a figure by its id',
      ['dispute', 'FIGURE'],
      async (record) => (await partsOf(record)).figures.map(({ disputed }) => disputed),
      [true],
    ],
    [
      'hide, of an article by its id',
      ['hide', 'a2'],
      async (record) => (await partsOf(record)).articles.map(({ id, hidden }) => `${id} ${hidden ?? ''}`),
      ['a1 ', 'a2 true', 'a3 '],
    ],
    ['note', ['note', 'struck the old bridge', 'ask the port'], async (record) => (await record.settled()).length, 3],
  ])('%s, and its undo', (_, words, see, want) =>
    withThree(async (record, options) => {
      const before = await allRows(record)
      const { places, figures } = await partsOf(record)
      const ids: Readonly<Record<string, string | undefined>> = { PLACE: places[0]?.id, FIGURE: figures[0]?.id }
      expect(await correct(options, ...words.map((word) => ids[word] ?? word))).toEqual({
        code: 0,
        out: expect.stringMatching(/^\w+: \d decisions? kept\n$/),
        err: '',
      })
      const found = await see(record)
      expect(Array.isArray(found) ? found.toSorted() : found).toEqual(want)
      const kept = linesOf((await correct(options, 'list')).out).map((line) => line.slice(0, 11))
      expect(await correct(options, 'undo', ...kept)).toMatchObject({ code: 0 })
      expect((await allRows(record)).split('\n')).toEqual(before.split('\n'))
      expect(await all(record.verify())).toEqual([])
    }),
  )

  it.each<[readonly string[], number, string]>([
    [['date', 'struck the old bridge', 'yesterday'], 2, 'not a year, month or day, two of them with a slash between, nor undated: 2026-05-13, 2026-05-13/2026-05-15'],
    [['date', 'struck the old bridge'], 2, 'this needs a line, and a day: correct date LINE DAY'],
    [['speaker', 'struck the old bridge', 'Nobody Atall'], 1, 'no article that tells it has the words "Nobody Atall"'],
    [['speaker', 'struck the old bridge', 'none', '--part', 'victim'], 1, 'no article that tells it has anybody who takes part so'],
    [['speaker', 'struck the old bridge', 'none'], 2, 'none needs --part, or --instead: who takes no part'],
    [['speaker', 'struck the old bridge', 'crews', '--instead', 'x', '--beside'], 2, '--instead names who is replaced, --beside adds one more: give one of them'],
    [['role', 'Maria Holt', 'the mayor'], 1, 'no article that tells it has the words "the mayor"'],
    [['merge', 'Maria Holt'], 2, 'this needs another one too'],
    [['merge', 'Maria Holt', 'Maria Holt'], 1, 'Maria Holt and Maria Holt are one already'],
    [['merge', 'Maria Holt', 'struck the old bridge'], 1, 'what is merged must be of one kind: two people, two statements, two things that happened'],
    [['split', 'Ms Holt-Berg', '--article', 'a3'], 1, '"Ms Holt-Berg" is one article alone: there is nothing to split'],
    [['split', 'Maria Holt', 'Ms Holt-Berg'], 1, 'Maria Holt and Ms Holt-Berg are not one: there is nothing to split'],
    [['undo', 'd0000000000', 'd0000000001'], 1, 'there is no decision d0000000000'],
    [['import', '/nowhere/x.jsonl'], 1, '/nowhere/x.jsonl cannot be read: its folder is not there'],
    [['place', 'struck the old bridge', 'Nowhere Atall'], 1, 'the place data know no Nowhere Atall: give another name, or a number of GeoNames'],
  ])('%j is refused', (words, code, reason) =>
    withThree(async (record, options) => {
      const found = await correct(options, ...words)
      expect([found.code, found.out, linesOf(found.err)[0]]).toEqual([code, '', `onrecord: ${reason}`])
      expect(await record.decisions()).toEqual([])
    }),
  ) // biome-ignore format: a table to be read

  it('lists what is lost and what waits, in words and for programs', () =>
    withThree(async (record, options) => {
      await correct(options, 'date', 'struck the old bridge', '2026-03-31')
      const [first] = await record.decisions()
      if (!first || !('target' in first)) throw new Error('nothing was settled')
      const theirs = [
        { ...first, id: 'd0000000001', target: { ...first.target, article: 'elsewhere' } },
        { ...first, id: 'd0000000002', target: { ...first.target, exact: 'strick' } },
      ]
      await record.decideAll(theirs)
      const { out, err } = await correct(options, 'list')
      const marks = linesOf(out).flatMap((line) => /\[\w+\]$/.exec(line)?.[0] ?? [])
      expect(marks.toSorted()).toEqual(['[lost]', '[waiting]'])
      expect(err).toMatch(/^lost 1: .* · waiting 1: /)
      const json = await correct(options, 'list', '--format', 'jsonl')
      const states = linesOf(json.out).map((line) => JSON.parse(line).state)
      expect(states.toSorted()).toEqual(['applied', 'applied', 'applied', 'lost', 'waiting'])
    }))
})

describe('two people', () => {
  it('join what they settled; what opposes is shown, once, and is disputed', () =>
    withThree(async (ana, own, folder) => {
      const file = join(folder, 'theirs.jsonl')
      await withThree(async (ben, theirs) => {
        await ran(['correct', 'date', 'struck the old bridge', '2026-03-30', ...theirs])
        await ran(['correct', 'merge', 'Maria Holt', 'Ms Holt-Berg', ...theirs])
        expect(await ran(['correct', 'export', file, ...theirs])).toEqual({
          code: 0,
          out: '',
          err: `written to ${file}\n`,
        })
        expect(linesOf(readFileSync(file, 'utf8'))).toHaveLength((await ben.decisions()).length)
      })
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"by":"ana"', '"by":"ben"'))
      await correct(own, 'date', 'struck the old bridge', '2026-03-31')
      const { code, out, err } = await correct(own, 'import', file)
      expect([code, linesOf(out)[0]]).toEqual([0, 'joined 4 decisions'])
      expect(out.match(/^conflict: /gm)).toHaveLength(3)
      expect(err).toBe('3 conflicts: the later decision holds; undo one of them\n')
      expect(await people(ana)).toEqual(['Ms Holt-Berg'])
      const { happenings } = await rowsOf(ana)
      expect(happenings.map(({ disputed }) => disputed)).toEqual([true])
      expect((await correct(own, 'import', file)).out).toMatch(/^joined 0 decisions · already here 4\n/)
      expect((await correct(own, 'export')).out.trim().split('\n')).toHaveLength(7)
    }))

  it.each([
    ['no JSON', '{"kind": "hide"', /line 2: .*; nothing is joined$/],
    ['no decision', '{"kind": "hide"}', /line 2: not a decision: .*; nothing is joined$/],
    ['a list', '[]', /line 2: not a decision/],
  ])('join nothing where a line is %s', (_, line, reason) =>
    withThree(async (record, own, folder) => {
      const file = join(folder, 'theirs.jsonl')
      await correct(own, 'hide', 'struck the old bridge')
      const good = (await correct(own, 'export')).out.split('\n')[0]
      const before = await record.decisions()
      writeFileSync(file, `${good?.replace(/"by":"ana"/, '"by":"ben"')}\n${line}\n`)
      const found = await correct(own, 'import', file)
      expect([found.code, found.out]).toEqual([1, ''])
      expect(linesOf(found.err)[0]).toMatch(reason)
      expect(await record.decisions()).toEqual(before)
    }),
  )
})

it('help has one line for each kind', async () => {
  const { code, out } = await ran(['correct', '--help'])
  expect(code).toBe(0)
  for (const kind of ['hide', 'confirm', 'dispute', 'rename', 'merge', 'split', 'role', 'speaker', 'date', 'place', 'note', 'assert', 'undo', 'list', 'export', 'import']) expect(out).toMatch(new RegExp(`^ {2}${kind}\\b.*\\S$`, 'm')) // biome-ignore format: one line
})
