import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXAMPLES, linesOf, ran, withFolder } from '../../test/terminal.ts'

const PAGE = join(EXAMPLES, 'meridian-0305-toll.html')
const TEXT = join(EXAMPLES, 'ledger-0319-hearing.txt')

interface Read {
  readonly id: string
  readonly format: string
  readonly offsets: string
  readonly headline: string
  readonly text: string
  readonly mentions: readonly { readonly start: number; readonly end: number }[]
  readonly places: readonly { readonly start: number; readonly end: number; readonly by: string }[]
}
const readingsIn = (out: string): readonly Read[] => linesOf(out).map((line) => JSON.parse(line) as Read)
const lines = (...entries: readonly object[]): string => entries.map((one) => `${JSON.stringify(one)}\n`).join('')

describe('read', () => {
  it('writes one reading a line where nobody watches, in the order given', async () => {
    const { code, out, err } = await ran(['read', TEXT, PAGE, TEXT])
    const ids = readingsIn(out).map(({ id }) => id)
    expect([code, err, ids.length]).toEqual([0, '', 3])
    expect(ids[0]).toBe(ids[2])
    expect(ids[0]).not.toBe(ids[1])
    expect(readingsIn(out)[0]).toMatchObject({ format: 'onrecord/1', offsets: 'utf-16' })
  })

  it('reads a folder in the order of its names', async () => {
    const { out } = await ran(['read', EXAMPLES])
    const alone = await ran(['read', join(EXAMPLES, 'ledger-0303-blast.html')])
    expect(linesOf(out)).toHaveLength(26)
    expect(`${linesOf(out)[0]}\n`).toBe(alone.out)
  })

  it('writes one object for one page, a list for several', async () => {
    const one = JSON.parse((await ran(['read', PAGE, '--format', 'json'])).out)
    const several = JSON.parse((await ran(['read', PAGE, TEXT, '--format', 'json'])).out)
    expect(one).toEqual(several[0])
    expect(several).toHaveLength(2)
  })

  it('shows an outline on a terminal, and the reasons with --why', async () => {
    const plain = await ran(['read', PAGE], { terminal: true })
    expect(plain.out).toContain('Meridian Wire')
    expect(plain.out).toMatch(/^names {7}\S/m)
    expect(plain.out).not.toMatch(/^left out/m)
    const why = await ran(['read', PAGE, '--why'], { terminal: true })
    expect(why.out).toMatch(/^found {7}headline/m)
    expect(why.out).toMatch(/^left out/m)
    expect(why.out).toMatch(/^ {12}\S+\/\S+ [01]\.\d\d$/m)
    expect((await ran(['read', PAGE, '--why', '--format', 'outline'])).out).toBe(why.out)
  })

  it('gives --why to programs, whatever the format: all of it stands in the JSON', async () => {
    expect((await ran(['read', PAGE, '--why', '--format', 'jsonl'])).out).toBe((await ran(['read', PAGE])).out)
  })

  it('reads JSON Lines on standard input, in their order', async () => {
    const body = 'Rain fell in Lyon on Tuesday.\n\nRoads were closed until noon, police said.'
    const stdin = lines(
      { id: 'b', text: body },
      { id: 7, text: body, published: '2026-03-05' },
      { id: 'a', text: body },
    )
    const { code, out, err } = await ran(['read', '-'], { stdin })
    expect([code, err]).toEqual([0, ''])
    expect(readingsIn(out).map(({ id }) => id)).toEqual(['b', '7', 'a'])
    for (const { text } of readingsIn(out)) expect(text).toBe(body)
  })

  it('takes given places as they are', async () => {
    const text = 'Rain fell in Lyon and Nowhereton on Tuesday.'
    const places = [{ start: 13, end: 17 }]
    const { out } = await ran(['read', '-'], { stdin: lines({ id: 'a', text, given: { places } }) })
    expect(readingsIn(out)[0]?.places.map(({ start, end }) => ({ start, end }))).toEqual(places)
  })

  it('counts code points with --offsets codepoint', async () => {
    const text = '😀 Rain fell in Lyon on Tuesday, the mayor said.'
    const stdin = lines({ id: 'a', text, given: { mentions: [{ start: 16, end: 20 }] } })
    const units = readingsIn((await ran(['read', '-'], { stdin })).out)[0]
    const points = readingsIn((await ran(['read', '-', '--offsets', 'codepoint'], { stdin })).out)[0]
    expect([units?.offsets, points?.offsets]).toEqual(['utf-16', 'codepoint'])
    const [mention, same] = [units?.mentions[0], points?.mentions[0]]
    expect(text.slice(mention?.start, mention?.end)).toBe('Lyon')
    expect([...text].slice(same?.start, same?.end).join('')).toBe('Lyon')
    expect(same?.start).toBe((mention?.start ?? 0) - 1)
  })

  it('shows a progress line on a terminal alone, with what is done', () =>
    withFolder(async (folder) => {
      for (const name of ['a.txt', 'b.txt'])
        writeFileSync(join(folder, name), 'Rain fell in Lyon on Tuesday.\n\nIt was cold.')
      const { err } = await ran(['read', folder, '--format', 'jsonl'], { terminal: true })
      expect(err).toMatch(/\rreading {2}2 of 2 {2}█+/)
      expect((await ran(['read', folder])).err).toBe('')
    }))
})
