import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Page } from '../articles/page.ts'
import { LONGEST } from './bytes.ts'
import type { Address, Failed } from './input.ts'
import { jsonl } from './jsonl.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function all<T>(found: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const one of found) list.push(one)
  return list
}

async function* pieces(bytes: Uint8Array, size = 5): AsyncIterable<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size)
}

async function read(input: string | Uint8Array, size?: number): Promise<(Page | Address | Failed)[]> {
  const bytes = typeof input === 'string' ? bytesOf(input) : input
  return all(jsonl.read(pieces(bytes, size), { origin: 'f.jsonl' }))
}

const said = (found: Page | Address | Failed | undefined): string =>
  found && 'failed' in found ? `${found.origin} ${found.failed.reason}` : 'a page'

const wordsOf = (found: Page | Address | Failed | undefined): string =>
  found && 'bytes' in found ? new TextDecoder().decode(found.bytes) : 'no page'

describe('jsonl', () => {
  it('makes a page of each line, with what its giver knows', async () => {
    const [text, html] = await read(
      '{"id":"a","text":"Rain fell.","url":"https://example.org/1","published":"2026-03-09","given":{"places":[{"start":0,"end":4}]}}\n' +
        '{"id":7,"html":"<p>Rain","published":"2026-03-09T14:05:00+01:00","url":null}',
    )
    expect(text).toEqual({
      bytes: bytesOf('Rain fell.'),
      type: 'text/plain; charset=utf-8',
      id: 'a',
      url: 'https://example.org/1',
      published: '2026-03-09',
      given: { places: [{ start: 0, end: 4 }] },
      origin: 'f.jsonl line 1',
    })
    expect(html).toEqual({
      bytes: bytesOf('<p>Rain'),
      type: 'text/html; charset=utf-8',
      id: '7',
      published: '2026-03-09T14:05:00+01:00',
      origin: 'f.jsonl line 2',
    })
  })

  it.each([
    ['{"x":1}', 'needs "text" or "html", one of the two'],
    ['{"text":"a","html":"b"}', 'needs "text" or "html", one of the two'],
    ['{"text":"  "}', '"text" has no words'],
    ['{"id":{},"text":"a"}', '"id" is neither words nor a number'],
    ['[]', 'is wrong: expected object, received array'],
    ['{"text":"a"', 'is not JSON'],
    ['{"text":"abc","given":{"places":[{"start":0,"end":4}]}}', '"given" has a span outside of the text'],
    ['{"text":"abc","given":{"places":[{"start":2,"end":2}]}}', '"given" has a span outside of the text'],
    ['{"html":"abc","given":{}}', 'has "given" without the "text" that it counts in'],
  ])('names the line %s, and goes on', async (line, reason) => {
    const found = await read(`{"text":"one"}\n${line}\n{"text":"three"}\n`)
    expect(found.map(said)).toEqual(['a page', `f.jsonl line 2 ${reason}`, 'a page'])
  })

  it('reads a page without a date that is none, and says so', async () => {
    const found = await read('{"text":"a","published":"last Tuesday"}')
    expect(found.map(said)).toEqual([
      'f.jsonl line 1 "published" is no ISO date and is left out: last Tuesday',
      'a page',
    ])
    expect(found[1]).not.toHaveProperty('published')
  })

  it('takes a space for the T of a date-time', async () => {
    expect(await read('{"text":"a","published":"2026-03-09 14:05:10"}')).toMatchObject([
      { published: '2026-03-09T14:05:10' },
    ])
  })

  it('says that a last line is cut', async () => {
    expect((await read('{"text":"a"}\n{"text":"b')).map(said)).toEqual([
      'a page',
      'f.jsonl line 2 is cut: its JSON does not end',
    ])
  })

  it('passes over blank lines, line ends of Windows and a byte order mark', async () => {
    const found = await read('\ufeff{"text":"a"}\r\n\r\n \n{"text":"b"}\r\n')
    expect(found.map(wordsOf)).toEqual(['a', 'b'])
    expect(found.map((page) => 'origin' in page && page.origin)).toEqual(['f.jsonl line 1', 'f.jsonl line 4'])
    expect(await read('\ufeff')).toEqual([])
    expect(await read('')).toEqual([])
  })

  it('names a line that is not UTF-8', async () => {
    const found = await read(new Uint8Array([...bytesOf('{"text":"'), 0xe9, ...bytesOf('"}\n{"text":"b"}')]))
    expect(found.map(said)).toEqual(['f.jsonl line 1 is not valid UTF-8', 'a page'])
  })

  it('passes over a line that is too long without holding it', async () => {
    const long = bytesOf(`{"text":"${'x'.repeat(LONGEST)}"}\n{"text":"b"}`)
    expect((await read(long, 1 << 20)).map(said)).toEqual([`f.jsonl line 1 is longer than ${LONGEST} bytes`, 'a page'])
  })

  it('keeps the byte order mark that a text begins with, since spans count it', async () => {
    expect((await read('{"text":"\\ufeffab"}')).map(wordsOf)).toEqual(['\ufeffab'])
  })

  it('gives back any text, however its bytes are cut into pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.string({ unit: 'grapheme' }).filter((text) => /\S/.test(text)),
          { maxLength: 4 },
        ),
        fc.integer({ min: 1, max: 20 }),
        async (texts, size) => {
          const lines = texts.map((text) => `${JSON.stringify({ text })}\n`).join('')
          expect((await read(lines, size)).map(wordsOf)).toEqual(texts)
        },
      ),
    )
  })

  it('makes nothing but pages and named failures of any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        for (const found of await read(bytes)) expect(said(found)).toMatch(/^a page$|^f\.jsonl line \d+ \S/)
      }),
    )
  })
})
