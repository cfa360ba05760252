import { describe, expect, it } from 'vitest'
import { LONGEST } from './bytes.ts'
import { INPUTS } from './index.ts'
import type { Hint, Input } from './input.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

async function all<T>(found: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const one of found) list.push(one)
  return list
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

const named = (name: string): Input => INPUTS.find((input) => input.name === name) as Input
const readOne = async (name: string, text: string, hint: Partial<Hint> = {}) =>
  (await all(named(name).read(once(bytesOf(text)), { origin: 'f', ...hint })))[0]

describe('the list of inputs', () => {
  it.each([
    ['<!DOCTYPE html><html>', 'html'],
    ['\ufeff\n<!doctype HTML>', 'html'],
    ['<!-- saved from url=(0028)https://example.org/ -->\n<html>', 'html'],
    ['<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">', 'html'],
    ['<div class="story">', 'html'],
    ['{"id": "a", "text": "Rain fell."}', 'jsonl'],
    ['{ "text": "Rain fell."}', 'jsonl'],
    ['Rain fell in Galati on Tuesday.', 'text'],
    ['<3 is how she signs.', 'text'],
    ['{sic} he wrote', 'text'],
    ['{\n  "name": "onrecord"', 'text'],
  ])('the first that takes %j is %s', (head, name) => {
    expect(INPUTS.find((input) => input.sniff(bytesOf(head)))?.name).toBe(name)
  })

  it('knows HTML in UTF-16', () => {
    expect(named('html').sniff(wide('<html><head>'))).toBe(true)
    expect(named('html').sniff(wide('Rain fell.'))).toBe(false)
  })

  it('has each ending and each type once', () => {
    for (const key of ['extensions', 'types'] as const) {
      const all = INPUTS.flatMap((input) => input[key])
      expect(new Set(all).size).toBe(all.length)
    }
  })
})

describe.each([
  ['html', 'text/html'],
  ['text', 'text/plain'],
])('%s', (name, type) => {
  it('is one page, the bytes as they came', async () => {
    expect(
      await readOne(name, 'Rain <b>fell</b>.\r\n', { url: 'https://example.org/a', fetched: '2026-03-09T10:00:00Z' }),
    ).toEqual({
      bytes: bytesOf('Rain <b>fell</b>.\r\n'),
      type,
      url: 'https://example.org/a',
      fetched: '2026-03-09T10:00:00Z',
      origin: 'f',
    })
  })

  it.each([
    [`${type}; charset=iso-8859-2`, `${type}; charset=iso-8859-2`],
    ['application/octet-stream', type],
    ['application/octet-stream; charset=koi8-r', `${type}; charset=koi8-r`],
  ])('declared %s', async (declared, want) => {
    expect(await readOne(name, 'Rain', { type: declared })).toMatchObject({ type: want })
  })

  it.each(['', ' \r\n\t'])('says that %j is empty', async (text) => {
    expect(await readOne(name, text)).toEqual({
      failed: { rule: 'inputs/empty', reason: 'is empty', grade: 'error' },
      origin: 'f',
    })
  })

  it('stops at what is too long', async () => {
    let given = 0
    async function* endless(): AsyncIterable<Uint8Array> {
      for (const megabyte = new Uint8Array(1 << 20).fill(65); ; given += megabyte.length) yield megabyte
    }
    const [found] = await all(named(name).read(endless(), { origin: 'f' }))
    expect(found).toMatchObject({ failed: { rule: 'inputs/too-long' } })
    expect(given).toBeLessThanOrEqual(LONGEST)
  })
})
