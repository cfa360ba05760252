import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Collecting, pagesOf } from './pages.ts'
import { problemOf } from './problem.ts'

let folder = ''

const files: Record<string, string | Buffer> = {
  'b.html': '<p>b',
  'a.txt': 'a',
  'B.HTM': '<p>B',
  'c/2.txt': 'c2',
  'c/1.txt': 'c1',
  'c/notes.css': 'p {}',
  'c/picture.png': Buffer.from('\x89PNG', 'latin1'),
  'd.jsonl': '{"id":"1","text":"one"}\n{"id":"2","te\n{"id":"3","text":"three"}\n',
  '.hidden.txt': 'hidden',
  '.git/x.txt': 'hidden',
  'saved.html': '<p>saved',
  'saved_files/frame.html': '<p>advertisement',
  'alone_files/1.html': '<p>alone',
}

const odd: Record<string, string | Buffer> = {
  'empty.html': '',
  'blank.txt': ' \n\n',
  'picture.html': Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  'program.txt': Buffer.from([1, 0, 0, 0, 0, 0, 2]),
  'page.php': '<!doctype html><p>x',
  noending: 'Rain fell.',
}

function write(under: string, contents: typeof files): void {
  for (const [name, content] of Object.entries(contents)) {
    const path = join(folder, under, name)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, content)
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
  write('pile', files)
  write('odd', odd)
  mkdirSync(join(folder, 'nothing'))
  symlinkSync('loop', join(folder, 'loop'))
  symlinkSync('..', join(folder, 'pile', 'c', 'up'))
  symlinkSync('../a.txt', join(folder, 'pile', 'c', '3.txt'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Where each came from, below the folder, and its words or what is wrong. */
async function found(sources: readonly string[], collecting?: Collecting): Promise<string[]> {
  const list: string[] = []
  for await (const one of pagesOf(sources, collecting)) {
    const where = 'problem' in one ? one.source : (one.origin ?? '')
    const what = 'problem' in one ? one.problem.reason : new TextDecoder().decode(one.bytes)
    list.push(`${where.replace(`${folder}/`, '')}: ${what}`)
  }
  return list
}

const at = (name: string): string => join(folder, name)

describe('pagesOf', () => {
  it('reads a folder through, by name, without what is hidden or belongs to a saved page', async () => {
    expect(await found([at('pile')])).toEqual([
      'pile/B.HTM: <p>B',
      'pile/a.txt: a',
      'pile/alone_files/1.html: <p>alone',
      'pile/b.html: <p>b',
      'pile/c/1.txt: c1',
      'pile/c/2.txt: c2',
      'pile/c/3.txt: a',
      'pile/d.jsonl line 1: one',
      'pile/d.jsonl line 2: is not JSON',
      'pile/d.jsonl line 3: three',
      'pile/saved.html: <p>saved',
    ])
  })

  it('keeps the order of what is given, failures among them', async () => {
    expect(
      await found([at('pile/b.html'), at('missing.html'), at('pile/a.txt/x'), at('pile/a.txt'), at('nothing')]),
    ).toEqual([
      'pile/b.html: <p>b',
      'missing.html: is not there',
      'pile/a.txt/x: is not there',
      'pile/a.txt: a',
      'nothing: has no pages in it',
    ])
  })

  it.each([
    ['odd/empty.html', 'is empty'],
    ['odd/blank.txt', 'is empty'],
    ['odd/picture.html', 'is no text: it looks like a picture, an archive or a program'],
    ['odd/program.txt', 'is no text: it looks like a picture, an archive or a program'],
    ['odd/page.php', '<!doctype html><p>x'],
    ['odd/noending', 'Rain fell.'],
    ['loop', 'is a link that leads to itself'],
    ['http:/one.slash', 'is not there'],
  ])('%s: %s', async (name, want) => {
    expect(await found([at(name)])).toEqual([`${name}: ${want}`])
  })

  it('reads JSON Lines from standard input', async () => {
    async function* stdin(): AsyncIterable<Uint8Array> {
      yield Buffer.from('{"text":"one"}\nnonsense\n{"te')
      yield Buffer.from('xt":"three"}')
    }
    expect(await found(['-', at('pile/a.txt')], { stdin: stdin() })).toEqual([
      'standard input line 1: one',
      'standard input line 2: is not JSON',
      'standard input line 3: three',
      'pile/a.txt: a',
    ])
  })

  it('names a standard input that breaks', async () => {
    async function* stdin(): AsyncIterable<Uint8Array> {
      yield Buffer.from('{"text":"one"}\n')
      throw Object.assign(new Error('no more'), { code: 'EIO' })
    }
    expect(await found(['-'], { stdin: stdin() })).toEqual(['standard input: cannot be read: no more'])
  })

  it('refuses addresses of this machine', async () => {
    expect(await found(['http://127.0.0.1:9/x'])).toEqual([
      'http://127.0.0.1:9/x: leads into a private network: 127.0.0.1',
    ])
  })

  it('reads no further than its caller does', async () => {
    let read = 0
    let closed = false
    async function* stdin(): AsyncIterable<Uint8Array> {
      try {
        for (; ; read++) yield Buffer.from(`{"text":"${'x'.repeat(2000)}"}\n`)
      } finally {
        closed = true
      }
    }
    for await (const _ of pagesOf(['-'], { stdin: stdin() })) break
    expect(read).toBeLessThan(3)
    expect(closed).toBe(true)
  })
})

describe('problemOf', () => {
  it.each([
    ['EACCES', 'may not be read'],
    ['EIO', 'cannot be read: EIO: i/o error'],
  ])('words %s', (code, reason) => {
    const error = Object.assign(new Error(`${code}: i/o error`), { code })
    expect(problemOf('a.txt', error)).toEqual({
      source: 'a.txt',
      problem: { rule: 'collect/unreadable', reason, grade: 'error' },
    })
  })

  it('throws a fault of the program again', () => {
    expect(() => problemOf('a.txt', new TypeError('x is undefined'))).toThrow('x is undefined')
  })
})
