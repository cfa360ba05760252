import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLES, linesOf, type Ran, ran, ranAlone, withFolder } from '../../test/terminal.ts'
import { RECORD_FORMAT } from '../record/database.ts'

const GOOD = join(EXAMPLES, 'meridian-0305-toll.html')
const OTHER = join(EXAMPLES, 'post-0306-mayor.html')
const article = readFileSync(GOOD, 'utf8')

/** Bad inputs: the file's name and bytes, and what is said of it. */
const BAD: readonly (readonly [name: string, bytes: string | undefined, reason: string])[] = [
  ['missing.html', undefined, 'is not there'],
  ['empty.html', '', 'is empty'],
  ['blank.txt', ' \n\n\t ', 'is empty'],
  ['picture.html', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'is no text: it looks like a picture, an archive or a program'],
  ['program.txt', '\x7fELF\0\0\0\0\0\0', 'is no text: it looks like a picture, an archive or a program'],
  ['front.html', '<nav><a href="/">Home</a> <a href="/s">Sport</a></nav>', 'no running text of an article was found on the page'], // biome-ignore format: one line
  ['tags.html', '<'.repeat(100_000), 'the page is empty'],
  ['empty.jsonl', '', 'is empty'],
  ['a.jsonl', '{"id":"a","te', 'line 1  is cut: its JSON does not end'],
  ['b.jsonl', '{"id":"b","text":"Rain fell in Lyon."', 'line 1  is cut: its JSON does not end'],
  ['c.jsonl', 'Rain fell.\n', 'line 1  is not JSON'],
  ['d.jsonl', '{"id":"d"}\n', 'line 1  needs "text" or "html", one of the two'],
]

/** Writes a bad input, and gives its path. */
function put(folder: string, name: string, bytes: string | undefined): string {
  if (bytes !== undefined) writeFileSync(join(folder, name), bytes, 'latin1')
  return join(folder, name)
}

const countIn = async (path: string): Promise<string | undefined> =>
  /^articles +(\d+) in/m.exec((await ran(['about', '--record', path])).out)?.[1]

describe('bad input among good', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-failing-'))
  const path = join(folder, 'r.db')
  const found: { read?: Ran; add?: Ran; cast?: Ran } = {}

  beforeAll(async () => {
    const inputs = BAD.flatMap(([name, bytes]) => [put(folder, name, bytes), GOOD])
    found.read = await ran(['read', ...inputs, OTHER])
    found.add = await ran(['add', ...inputs, OTHER, '--record', path])
    found.cast = await ran(['cast', ...inputs, OTHER])
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('goes on, and ends with 1', async () => {
    expect([found.read?.code, found.add?.code, found.cast?.code]).toEqual([1, 1, 1])
    expect(linesOf(found.read?.out ?? '').filter((line) => JSON.parse(line).body)).toHaveLength(BAD.length + 1)
    expect(found.add?.out).toMatch(new RegExp(`^added 2 · already kept ${BAD.length - 1} · not added ${BAD.length} · `))
    expect(await countIn(path)).toBe('2')
    expect(JSON.parse(found.cast?.out ?? '').views[0].lines.length).toBeGreaterThan(0)
  })

  it.each(BAD.map(([name, _, reason], at) => [name, reason, at] as const))('%s %s', (name, reason, at) => {
    const said = `${join(folder, name)}${reason.startsWith('line') ? ' ' : '  '}${reason}`
    const nth = (from: keyof typeof found) => linesOf(found[from]?.err ?? '')[at]
    expect([nth('read'), nth('add'), nth('cast')]).toEqual([`not read  ${said}`, `not added  ${said}`, `not read  ${said}`]) // biome-ignore format: one line
    expect(linesOf(found.read?.err ?? '')).toHaveLength(BAD.length)
  })

  it('names addresses that cannot be fetched', async () => {
    const { code, out, err } = await ran(['read', 'http://127.0.0.1:9/a', 'ftp://news.example/b', 'http://[::1', GOOD])
    expect([code, linesOf(out).length]).toEqual([1, 1])
    expect(linesOf(err)).toEqual([
      'not read  http://127.0.0.1:9/a  leads into a private network: 127.0.0.1',
      'not read  ftp://news.example/b  is no http or https address',
      'not read  http://[::1  leads to what is no http or https address',
    ])
    const allowed = await ran(['read', 'http://127.0.0.1:9/a', '--allow-private'])
    expect(allowed).toEqual({ code: 1, out: '', err: 'not read  http://127.0.0.1:9/a  refuses connections\n' })
  })

  it('reads the article of a page whose HTML is broken', async () => {
    const broken = [
      article.slice(0, article.lastIndexOf('</p>') - 20),
      article.replaceAll('</p>', '').replaceAll('</div>', ''),
      article.replace('<body', '<table><td></b></p><body'),
    ]
    const stdin = broken.map((html, at) => `${JSON.stringify({ id: `${at}`, html })}\n`).join('')
    const { code, out, err } = await ran(['read', '-'], { stdin })
    expect([code, err]).toEqual([0, ''])
    const headline = /^Toll in Romanian port explosion/
    for (const line of linesOf(out)) expect(JSON.parse(line)).toMatchObject({ headline: expect.stringMatching(headline) }) // biome-ignore format: one line
  })

  it('keeps the lines around a bad one, each named with its number', async () => {
    const good = (id: string) =>
      JSON.stringify({ id, text: 'Rain fell in Lyon on Tuesday.\n\nIt was cold, police said.' })
    const stdin = [good('a'), '{"id":"b","text":5}', 'words', good('c'), '{"id":"d","te'].join('\n')
    const { code, out, err } = await ran(['read', '-'], { stdin })
    expect([code, linesOf(out).map((line) => JSON.parse(line).id)]).toEqual([1, ['a', 'c']])
    expect(linesOf(err)).toEqual([
      'not read  standard input line 2  "text" is wrong: expected string, received number',
      'not read  standard input line 3  is not JSON',
      'not read  standard input line 5  is cut: its JSON does not end',
    ])
  })

  it('says that no story can be made of nothing', async () => {
    const { code, out, err } = await ran(['timeline', 'missing.html'])
    expect([code, out]).toEqual([1, ''])
    expect(linesOf(err)).toEqual(['not read  missing.html  is not there', 'onrecord: no article was read, so there is no story']) // biome-ignore format: one line
  })
})

/** Records that cannot be used: how the file is made, and what is said of it. */
const UNUSABLE: readonly (readonly [what: string, make: (path: string) => void, reason: string])[] = [
  [
    'made by a newer version',
    (path) => {
      const database = new DatabaseSync(path)
      const made = new DatabaseSync(join(path, '../made.db'))
      const id = Object.values(made.prepare('pragma application_id').get() ?? {})[0]
      made.close()
      database.exec(`create table later (x); pragma application_id = ${id}; pragma user_version = 99`)
      database.close()
    },
    `: was made by a newer version of Onrecord (record format 99; this version knows ${RECORD_FORMAT})`,
  ],
  [
    'of another program',
    (path) => {
      const database = new DatabaseSync(path)
      database.exec('create table other (x)')
      database.close()
    },
    ': is a database of another program, not a record',
  ],
  ['no database', (path) => copyFileSync(GOOD, path), ': the file is no record'],
  ['a folder', (path) => mkdirSync(path), ' is a folder; a record is a file'],
  [
    'damaged',
    (path) => {
      const bytes = readFileSync(join(path, '../made.db'))
      for (let at = 8192; at < bytes.length; at += 4096) bytes.fill(0x5a, at, at + 500)
      writeFileSync(path, bytes)
    },
    ': the file of the record is damaged',
  ],
]

describe('a record that cannot be used', () => {
  it.each(UNUSABLE)('%s', (_, make, reason) =>
    withFolder(async (folder) => {
      const path = join(folder, 'r.db')
      await ran(['add', OTHER, '--record', join(folder, 'made.db')])
      make(path)
      const before = readdirSync(folder).includes('r.db') && !reason.includes('folder') ? readFileSync(path) : undefined
      for (const line of ['timeline', 'verify', 'cast', 'rebuild']) {
        const { code, out, err } = await ran([line, '--record', path])
        expect([line, code, out, err]).toEqual([line, 1, '', `onrecord: ${path}${reason}\n`])
      }
      expect((await ran(['add', GOOD, '--record', path])).code).toBe(1)
      if (before) expect(readFileSync(path).equals(before)).toBe(true)
    }),
  )

  it('is not made of an empty file by looking at it, nor in a folder that is not there', () =>
    withFolder(async (folder) => {
      const path = put(folder, 'page.html', '')
      const looked = await ran(['timeline', '--record', path])
      expect(looked).toEqual({ code: 1, out: '', err: `onrecord: ${path} is an empty file, not a record\n` })
      expect(readFileSync(path)).toHaveLength(0)
      const [below, nowhere] = [join(folder, 'no/r.db'), join(folder, 'no')]
      const added = await ran(['add', GOOD, '--record', below])
      expect(added).toEqual({
        code: 1,
        out: '',
        err: `onrecord: ${below} cannot be made: there is no folder ${nowhere}\n`,
      })
      expect(existsSync(nowhere)).toBe(false)
    }))
})

/** Names of the inputs that lines on standard error name, each line one of them. */
const namedIn = ({ err }: Ran, rule: RegExp): readonly string[] =>
  linesOf(err).map((line) => rule.exec(line)?.[1] ?? `unexpected: ${line}`)

describe('a disk that fills up', () => {
  it('loses nothing that was added, and names each page that was not', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'r.db')
      const pages = readdirSync(EXAMPLES).sort().map((name) => join(EXAMPLES, name)) // biome-ignore format: one line
      // Files of this process may grow to 600 KiB and no further.
      const full = await ranAlone(['add', ...pages, '--record', path], 'ulimit -f 1200;')
      const [, added = ''] = /^added (\d+) · /.exec(full.out) ?? []
      const named = namedIn(full, /^not added {2}(\S+) {2}was read but not kept: .*(?:disk is full|cannot be written)/)
      expect(full.code).toBe(1)
      expect(Number(added)).toBeGreaterThan(0)
      expect(named.length).toBeGreaterThan(0)
      expect(pages.filter((page) => named.includes(page))).toEqual(named)
      expect(Number(added) + named.length).toBe(pages.length)
      expect(await countIn(path)).toBe(added)
      expect(await ran(['verify', '--record', path])).toMatchObject({ code: 0, err: '' })
      // There is room again.
      expect(await ran(['add', ...pages, '--record', path])).toMatchObject({ code: 0, err: '' })
      expect(await countIn(path)).toBe('24')
    }))

  it.runIf(existsSync('/dev/full'))('says so of what it writes to', async () => {
    const said = (name: string) => `onrecord: ${name} cannot be written: the disk is full\n`
    expect(await ranAlone(['read', GOOD], '', '> /dev/full')).toEqual({
      code: 1,
      out: '',
      err: said('standard output'),
    })
    await withFolder(async (folder) => {
      const path = join(folder, 'r.db')
      await ran(['add', GOOD, '--record', path])
      const exported = await ran(['export', '--output', '/dev/full', '--record', path])
      expect(exported).toEqual({ code: 1, out: '', err: said('/dev/full') })
    })
  })
})

describe('a second writer', () => {
  it('adds beside the first, and nothing of either is lost', () =>
    withFolder(async (folder) => {
      const record = ['--record', join(folder, 'r.db')]
      const pages = readdirSync(EXAMPLES).sort().map((name) => join(EXAMPLES, name)) // biome-ignore format: one line
      const both = await Promise.all([
        ranAlone(['add', ...pages.slice(0, 8), ...record]),
        ranAlone(['add', ...pages.slice(5), ...record]),
      ])
      for (const one of both) expect(one).toMatchObject({ code: 0, err: '' })
      expect(await countIn(join(folder, 'r.db'))).toBe('24')
      expect(await ran(['verify', ...record])).toMatchObject({ code: 0, err: '' })
    }))
})

describe('a reader that goes away', () => {
  it('ends the program quietly', async () => {
    const { code, err } = await ranAlone(['read', EXAMPLES], '', '| head -c 10')
    expect([code, err]).toEqual([0, ''])
  })
})
