import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLES, linesOf, ran } from '../../test/terminal.ts'
import { EXPORTS } from '../exports/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-search-'))
const path = join(folder, 'story.db')
const search = (argv: readonly string[], around = {}) => ran(['search', ...argv, '--record', path], around)

beforeAll(async () => {
  expect(await ran(['add', EXAMPLES, '--record', path])).toMatchObject({ code: 0, err: '' })
})
afterAll(() => rmSync(folder, { recursive: true }))

interface Written {
  readonly sentence: { readonly exact: string; readonly start: number }
  readonly lit: readonly { readonly start: number; readonly end: number }[]
  readonly report: { readonly outlet?: string }
}

async function hits(argv: readonly string[]): Promise<readonly Written[]> {
  const { code, out, err } = await search([...argv, '--format', 'jsonl'])
  expect([code, err]).toEqual([0, ''])
  return linesOf(out).map((line) => JSON.parse(line) as Written)
}

describe('search', () => {
  it('is a table on a terminal: what was found, each sentence, where it stands', async () => {
    const { code, out } = await search(['said-by:Oprescu'], { terminal: true })
    expect(code).toBe(0)
    expect(out).toMatch(/^\d+ sentences · in \d+ articles?/)
    expect(out).toMatch(/^ {4}\S.*\n {4}The Carpathian Ledger, \d+ March 2026 ¶\d+$/m)
    expect(linesOf(out).filter((line) => line.length > 80)).toEqual([])
  })

  it('gives the sentences with the words that were sought', async () => {
    const found = await hits(['warn*'])
    expect(found.length).toBeGreaterThan(2)
    for (const { sentence, lit } of found)
      for (const { start, end } of lit)
        expect(sentence.exact.slice(start - sentence.start, end - sentence.start)).toMatch(/^warn/i)
  })

  it('knows people, whatever they are called in a sentence', async () => {
    const found = await hits(['person:"Lavinia Oprescu"', '--limit', '1000'])
    const words = found.map(({ sentence }) => sentence.exact)
    expect(words.some((exact) => exact.includes('Lavinia Oprescu'))).toBe(true)
    expect(words.some((exact) => exact.includes('Oprescu') && !exact.includes('Lavinia'))).toBe(true)
    const [lit] = found.map((hit) => hit.lit.length)
    expect(lit).toBeGreaterThan(0)
  })

  it.each(EXPORTS.map(({ name }) => name))('is written as %s', async (format) => {
    const { code, out } = await search(['explosion', '--format', format])
    expect(code).toBe(0)
    expect(out.length).toBeGreaterThan(0)
  })

  it('takes words as a shell leaves them', async () => {
    const [one, many] = [await hits(['"port authority" -letters']), await hits(['port authority', 'NOT', 'letters'])]
    expect(many.length).toBeGreaterThan(0)
    expect(many).toEqual(one)
  })

  it.each([
    [['(flood'], 'onrecord: the bracket is not closed, at 1 of: (flood'],
    [['flood', 'by:Ana'], 'onrecord: there is no such field, at 7 of: flood by:Ana'],
    [['flood', '--limit', '0'], 'onrecord: --limit takes a whole number from 1 to 1000, not 0'],
    [['flood', '--limit', '1e3'], 'onrecord: --limit takes a whole number from 1 to 1000, not 1e3'],
    [[], 'onrecord: name what to look for, or a file of names with --names'],
    [['flood', '--names', 'x.txt'], 'onrecord: name what to look for, or a file of names with --names'],
    [[' '], 'onrecord: there is nothing to look for, at 1 of:  '],
  ])('says what is wrong: %j', async (argv, want) => {
    const { code, out, err } = await search(argv)
    expect([code, out, linesOf(err)[0]]).toEqual([2, '', want])
  })

  it('says whom nobody knows', async () => {
    expect(await search(['person:Nobody', '--format', 'jsonl'])).toEqual({
      code: 0,
      out: '',
      err: 'nothing in the record answers to person:"Nobody"\n',
    })
  })

  it('wants a record', async () => {
    expect(await ran(['search', 'x', '--record', `${path}.none`])).toMatchObject({ code: 1, out: '' })
  })
})

describe('a file of names', () => {
  const LIST = 'Lavinia Oprescu\r\n\r\n  Nobody Here \nLavinia Oprescu\n=Tudor Arghir\n'
  const file = (name: string, bytes: string | Uint8Array): string => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }

  it.each([
    ['UTF-8', new TextEncoder().encode(LIST)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${LIST}`)],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${LIST}`, 'utf16le'))],
  ])('is read as %s: each name once, no empty line', async (_, bytes) => {
    const { code, out, err } = await search(['--names', file('names.txt', bytes), '--format', 'jsonl'])
    expect([code, err]).toEqual([0, ''])
    const found = linesOf(out).map((line) => JSON.parse(line))
    expect(found).toMatchObject([
      { name: 'Lavinia Oprescu', entities: [{ name: 'Lavinia Oprescu', type: 'person' }] },
      { name: 'Nobody Here', sentences: 0, articles: 0, entities: [] },
      { name: '=Tudor Arghir', entities: [{ name: 'Tudor Arghir' }] },
    ])
    expect(found).toHaveLength(3)
    expect(found[0].first.sentence.exact).toContain('Lavinia Oprescu')
    expect(found[0].sentences).toBeGreaterThanOrEqual(found[0].articles)
  })

  it.each([
    ['table', /^Lavinia Oprescu \d+ sentences? in \d+ articles?\n {4}Lavinia Oprescu person e[0-9a-f]{10}\n/],
    ['json', /^\{"names":\[\n\{"name":"Lavinia Oprescu"/],
    [
      'csv',
      /^name,sentences,articles,.*\r\nLavinia Oprescu,\d+,\d+,Lavinia Oprescu \(e[0-9a-f]{10}\),.*\r\n.*\r\n'=Tudor Arghir,/,
    ],
    ['markdown', /^\| name \| sentences .*\n\|---\|.*\n\| Lavinia Oprescu \| \d+ /],
  ])('is answered as %s', async (format, want) => {
    const { code, out } = await search(['--names', file('names.txt', LIST), '--format', format])
    expect(code).toBe(0)
    expect(out).toMatch(want)
  })

  it.each([
    ['none.txt', undefined, 'is not there'],
    ['empty.txt', '', 'holds no name'],
    ['lines.txt', '\n \r\n–\n', 'holds no name'],
    ['picture.txt', '\x89PNG\r\n\x1a\n\0\0\0\0\0', 'is no text'],
  ])('that is none is named: %s', async (name, text, reason) => {
    const given = text === undefined ? join(folder, name) : file(name, Buffer.from(text, 'latin1'))
    expect(await search(['--names', given])).toEqual({ code: 1, out: '', err: `onrecord: ${given} ${reason}\n` })
  })

  it('of ten thousand names is answered', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `Ana Holt ${n}`).join('\n')
    const { code, out } = await search(['--names', file('many.txt', many), '--format', 'csv'])
    expect([code, out.split('\r\n').length]).toEqual([0, 10_002])
  })
})
