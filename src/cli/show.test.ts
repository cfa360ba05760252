import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLES, linesOf, ran } from '../../test/terminal.ts'
import { EXPORTS } from '../exports/index.ts'
import { VIEWS as EVERY } from '../views/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-show-'))
const path = join(folder, 'story.db')
const VIEWS = ['timeline', 'statements', 'cast', 'map'] as const

beforeAll(async () => {
  expect(await ran(['add', EXAMPLES, '--record', path])).toMatchObject({ code: 0, err: '' })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

interface Written {
  readonly views: readonly {
    readonly view: string
    readonly lines: readonly {
      readonly id: string
      readonly who?: readonly { readonly name: string; readonly type?: string }[]
      readonly when?: { readonly from: string; readonly to: string }
      readonly from: readonly { readonly exact: string }[]
      readonly reports: readonly { readonly outlet?: string }[]
    }[]
  }[]
}

async function linesFrom(argv: readonly string[]) {
  const { code, out, err } = await ran([...argv, '--record', path])
  expect([code, err]).toEqual([0, ''])
  return (JSON.parse(out) as Written).views.flatMap(({ lines }) => lines)
}

describe.each(VIEWS)('%s', (view) => {
  it('is a table on a terminal, JSON elsewhere, and what --format says', async () => {
    const onTerminal = await ran([view, '--record', path], { terminal: true })
    expect(onTerminal.out).toMatch(/^\S.* lines?\b/m)
    expect((await ran([view, '--record', path, '--format', 'table'])).out).toBe(onTerminal.out)
    const piped = await ran([view, '--record', path])
    expect(piped.out).toBe((await ran([view, '--record', path, '--format', 'json'], { terminal: true })).out)
    expect(JSON.parse(piped.out)).toMatchObject({ format: 'onrecord-views/1', views: [{ view }] })
  })

  it('is CSV and markdown by --format', async () => {
    const csv = await ran([view, '--record', path, '--format', 'csv', '--all'])
    expect(csv.out).toMatch(/^view,id,shape,/)
    expect(csv.out).toMatch(new RegExp(`^${view},`, 'm'))
    const markdown = await ran([view, '--record', path, '--format', 'markdown', '--all'])
    expect(markdown.out).toMatch(/^# /)
    expect(markdown.out).not.toBe(csv.out)
  })

  it('shows what is less sure only with --all', async () => {
    const [some, all] = [await linesFrom([view]), await linesFrom([view, '--all'])]
    expect(all.length).toBeGreaterThan(some.length)
    const ids = new Set(all.map(({ id }) => id))
    expect(some.filter(({ id }) => !ids.has(id))).toEqual([])
  })

  it('of a folder, without a record, has the lines of the record', async () => {
    const { code, out, err } = await ran([view, EXAMPLES, '--all'])
    expect([code, err]).toEqual([0, ''])
    const found = (JSON.parse(out) as Written).views.flatMap(({ lines }) => lines)
    expect(found.map(({ id }) => id)).toEqual((await linesFrom([view, '--all'])).map(({ id }) => id))
  })
})

describe('limits', () => {
  it('leave the days that matter most, and so many lines of each', async () => {
    const found = await linesFrom(['timeline', '--dates', '3', '--sentences', '1'])
    expect(found).toHaveLength(3)
    expect(new Set(found.map(({ when }) => when?.from)).size).toBe(3)
    const ids = new Set((await linesFrom(['timeline'])).map(({ id }) => id))
    for (const { id } of found) expect(ids).toContain(id)
  })

  it.each(['0', '1.5', 'ten', '-1', '1001'])('are whole numbers, not %s', async (word) => {
    const { code, err } = await ran(['timeline', `--dates=${word}`, '--record', path])
    expect([code, linesOf(err)[0]]).toEqual([2, 'onrecord: --dates and --sentences take a whole number from 1 to 1000'])
  })
})

describe('filters', () => {
  it('by outlet, whatever its case', async () => {
    const found = await linesFrom(['statements', '--all', '--outlet', 'meridian wire'])
    expect(found.length).toBeGreaterThan(0)
    for (const { reports } of found) expect(reports.map(({ outlet }) => outlet)).toContain('Meridian Wire')
  })

  it('by type, whatever its case', async () => {
    const [people, all] = [await linesFrom(['cast', '--all', '--type', 'Person']), await linesFrom(['cast', '--all'])]
    expect(people.length).toBeGreaterThan(0)
    expect(people.length).toBeLessThan(all.length)
    for (const { who } of people) expect(who?.[0]?.type).toBe('person')
  })

  it('by days, a month, a year', async () => {
    for (const [since, until] of [
      ['2026-03-05', '2026-03-06'],
      ['2026-03', '2026-03'],
      ['2026', '2026'],
    ] as const) {
      // biome-ignore format: one line
      const found = await linesFrom(['statements', '--all', '--since', since, '--until', until])
      expect(found.length).toBeGreaterThan(0)
      for (const { when } of found)
        if (when) expect([when.to.slice(0, since.length) >= since, when.from.slice(0, until.length) <= until]).toEqual([true, true]) // biome-ignore format: one line
    }
  })

  it('by words', async () => {
    const found = await linesFrom(['statements', '--all', '--words', 'HOSPITAL'])
    expect(found.length).toBeGreaterThan(0)
    for (const { from } of found) expect(from.map(({ exact }) => exact).join(' ')).toMatch(/hospital/i)
  })

  it('by a person, of a name, a part of it, or an id', async () => {
    const people = await linesFrom(['cast', '--all', '--type', 'person'])
    const surnames = people.map(({ who }) => who?.[0]?.name.split(' ').at(-1) ?? '')
    // Two people of the examples share a surname: one whose surname is his own.
    const own = people.find((_, at) => surnames.filter((name) => name === surnames[at]).length === 1)
    const name = own?.who?.[0]?.name ?? ''
    const byName = await linesFrom(['cast', '--all', '--person', name])
    expect(byName.map(({ id }) => id)).toEqual([own?.id])
    expect(await linesFrom(['cast', '--all', '--person', own?.id ?? ''])).toEqual(byName)
    expect(await linesFrom(['cast', '--all', '--person', name.toUpperCase()])).toEqual(byName)
  })

  it.each([
    [['--since', 'yesterday'], 2, '--since is not a day: yesterday (a day: 2026-05-13, 2026-05, 2026)'],
    [['--until', '2026-02-30'], 2, '--until is not a day: 2026-02-30 (a day: 2026-05-13, 2026-05, 2026)'],
    [['--type', 'party'], 2, '--type party is not known; there are: AGREE, CONSULT,'],
    [['--outlet', 'The Moon'], 1, 'no article is of The Moon; there are: '],
    [['--person', 'Nobody Atall'], 1, 'nobody in the story is called Nobody Atall'],
    [['--story', 'y000'], 1, 'there is no story y000'],
  ] as const)('%s is named', async (options, code, reason) => {
    const found = await ran(['timeline', ...options, '--record', path])
    expect([found.code, found.out]).toEqual([code, ''])
    expect(linesOf(found.err)[0]).toContain(`onrecord: ${reason}`)
    expect(linesOf(found.err)).toHaveLength(code)
  })

  it('names those whom a surname may mean', async () => {
    const { code, out, err } = await ran(['cast', '--person', 'Velciu', '--record', path])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(
      /^onrecord: Velciu may be Sorin Velciu \(e[0-9a-f]+\) or Marian Velciu \(e[0-9a-f]+\): give the whole name or the id\n$/,
    )
  })
})

describe('export', () => {
  it('writes every view, or those named', async () => {
    const all = JSON.parse((await ran(['export', '--record', path])).out) as Written
    expect(all.views.map(({ view }) => view)).toEqual(EVERY.map(({ name }) => name))
    const some = JSON.parse((await ran(['export', 'cast', '--record', path])).out) as Written
    expect(some.views).toEqual(all.views.filter(({ view }) => view === 'cast'))
  })

  it('writes what the view writes', async () => {
    for (const { name: format } of EXPORTS)
      expect((await ran(['export', 'cast', '--format', format, '--all', '--record', path])).out).toBe(
        (await ran(['cast', '--format', format, '--all', '--record', path])).out,
      )
  })

  it('writes to a file', async () => {
    const file = join(folder, 'cast.csv')
    const { code, out, err } = await ran(['export', 'cast', '--format', 'csv', '--output', file, '--record', path])
    expect([code, out, err]).toEqual([0, '', `written to ${file}\n`])
    expect(readFileSync(file, 'utf8')).toBe((await ran(['cast', '--format', 'csv', '--record', path])).out)
  })

  it.each([
    ['no/such/folder.json', 'its folder is not there'],
    ['.', 'it is a folder'],
  ])('says that %s cannot be written', async (name, reason) => {
    const file = join(folder, name)
    const { code, out, err } = await ran(['export', '--output', file, '--record', path])
    expect([code, out, err]).toEqual([1, '', `onrecord: ${file} cannot be written: ${reason}\n`])
  })
})

describe('stories', () => {
  it('names the others on a terminal, and shows one that is asked for', async () => {
    const two = join(folder, 'two.db')
    const page = join(folder, 'goats.txt')
    writeFileSync(page, 'Goats win prize at Lowick fair\n\nThree goats won the first prize at the fair of Lowick on Sunday, said Ada Brandt, the judge.\n\nThe fair ended at noon.') // biome-ignore format: one line
    await ran(['add', EXAMPLES, page, '--record', two])
    const { err } = await ran(['timeline', '--record', two], { terminal: true })
    const [, id = ''] =
      /^other stories: .*?(y[0-9a-f]{10}) Goats win prize at Lowick fair \(1 article\)/.exec(err) ?? []
    const { out } = await ran(['cast', '--all', '--story', id, '--record', two])
    expect(out).toContain('Ada Brandt')
    expect(out).not.toContain('Meridian')
  })
})
