import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLES, linesOf, ran, withFolder } from '../../test/terminal.ts'
import { openRecord } from '../record/index.ts'

const PAGES = ['meridian-0303-blast.html', 'meridian-0305-toll.html', 'post-0306-mayor.html'].map((name) => join(EXAMPLES, name)) // biome-ignore format: one line

const made = mkdtempSync(join(tmpdir(), 'onrecord-keeping-'))

beforeAll(async () => {
  expect(await ran(['add', ...PAGES, '--record', join(made, 'three.db')])).toMatchObject({ code: 0, err: '' })
})
afterAll(() => rmSync(made, { recursive: true }))

/** A record of three pages, in a folder of its own. */
const withThree = <T>(use: (record: readonly string[], folder: string) => Promise<T>): Promise<T> =>
  withFolder((folder) => {
    copyFileSync(join(made, 'three.db'), join(folder, 'three.db'))
    return use(['--record', join(folder, 'three.db')], folder)
  })

const articlesIn = async (record: readonly string[]): Promise<string | undefined> =>
  /^articles +(.+)$/m.exec((await ran(['about', ...record])).out)?.[1]

/** The taggers that read what a record holds, without their versions. */
async function taggersIn(path: string): Promise<readonly string[]> {
  const record = await openRecord(path)
  const found = new Set<string>()
  for await (const { article, version } of record.pages()) {
    const kept = await record.reading(article, version)
    found.add(kept?.reading.reader.tagger.replace(/\/.*/, '') ?? 'none')
  }
  await record.close()
  return [...found]
}

async function linesOn(record: readonly string[], view: string) {
  const { out } = await ran([view, '--all', ...record])
  return JSON.parse(out).views[0].lines as { id: string; from: { exact: string; article: string }[]; who?: { name: string }[] }[] // biome-ignore format: one line
}

describe('add', () => {
  it('makes the record, and says what was kept', () =>
    withFolder(async (folder) => {
      const record = ['--record', join(folder, 'r.db')]
      const first = await ran(['add', ...PAGES, ...record])
      expect(first).toEqual({ code: 0, out: expect.stringMatching(/^added 3 · \d+\.\d s\n$/), err: '' })
      const again = await ran(['add', ...PAGES, ...record])
      expect(again).toEqual({ code: 0, out: expect.stringMatching(/^added 0 · already kept 3 · /), err: '' })
      expect(await articlesIn(record)).toBe('3 in 3 versions')
    }))

  it('keeps a changed page as a version', () =>
    withFolder(async (folder) => {
      const record = ['--record', join(folder, 'r.db')]
      const versions = ['v1', 'v2'].map((v) => join(EXAMPLES, `post-0303-explosion-${v}.html`))
      expect((await ran(['add', ...versions, ...record])).out).toMatch(/^added 1 · new version 1 · /)
      expect(await articlesIn(record)).toBe('1 in 2 versions')
    }))

  it('keeps the same with several threads, and names each failure', () =>
    withFolder(async (folder) => {
      const shown: string[] = []
      const empty = join(folder, 'empty.txt')
      writeFileSync(empty, '')
      for (const jobs of ['1', '2']) {
        const record = ['--record', join(folder, `${jobs}.db`)]
        const { code, out, err } = await ran(['add', ...PAGES, empty, ...record, '--jobs', jobs])
        expect([code, out.split(' · ').slice(0, 2), err]).toEqual([1, ['added 3', 'not added 1'], expect.any(String)])
        shown.push(err.split('\n')[0] ?? '', (await ran(['timeline', '--all', ...record])).out)
      }
      expect(shown.slice(2)).toEqual(shown.slice(0, 2))
      expect(shown[0]).toContain('empty.txt')
    }))

  it.each(['0', 'two', '1.5', '9999'])('does not take %s threads', async (jobs) => {
    const { code, err } = await ran(['add', 'x.html', '--jobs', jobs])
    expect([code, err.split('\n')[0]]).toEqual([2, `onrecord: --jobs takes a whole number from 1 to 256, not ${jobs}`])
  })

  it('takes JSON Lines on standard input', () =>
    withFolder(async (folder) => {
      const record = ['--record', join(folder, 'r.db')]
      const stdin = JSON.stringify({ id: 'one', text: 'Rain fell in Lyon on Tuesday.\n\nIt was cold, police said.' })
      expect(await ran(['add', '-', ...record], { stdin })).toMatchObject({ code: 0, err: '' })
      expect(await ran(['remove', 'one', ...record])).toMatchObject({ code: 0, err: '' })
    }))

  it('shows a progress line where a person watches', () =>
    withFolder(async (folder) => {
      const { err } = await ran(['add', ...PAGES, '--record', join(folder, 'r.db')], { terminal: true })
      expect(err).toMatch(/\rreading {2}3 of 3 {2}█{30}/)
      expect(err.endsWith('\r\u001b[K')).toBe(true)
    }))
})

describe('remove', () => {
  it('takes out what is there, names what is not', () =>
    withThree(async (record) => {
      const [line] = await linesOn(record, 'cast')
      const id = line?.from[0]?.article ?? ''
      const { code, out, err } = await ran(['remove', 'nobody', id, ...record])
      expect([code, err]).toEqual([1, 'there is no article nobody\n'])
      expect(out).toBe(`removed ${id}: its bytes, words and index are gone; a mark without words stays\n`)
      expect(await articlesIn(record)).toBe('2 in 2 versions')
      expect(await ran(['verify', ...record])).toMatchObject({ code: 0, err: '' })
    }))
})

describe('verify and rebuild', () => {
  it('find a record as it should be, and leave it so', () =>
    withThree(async (record) => {
      const before = await ran(['export', '--all', ...record])
      const well = 'all is well: every citation of 3 articles equals its words\n'
      expect(await ran(['verify', ...record])).toEqual({ code: 0, out: well, err: '' })
      expect(await ran(['rebuild', ...record])).toEqual({
        code: 0,
        out: expect.stringMatching(/^read 3 articles again and linked them anew · /),
        err: '',
      })
      expect(await ran(['export', '--all', ...record])).toEqual(before)
      expect(await ran(['verify', ...record])).toEqual({ code: 0, out: well, err: '' })
    }))

  it.each([
    ['small', '1'],
    ['neural', '2'],
  ])('reads again with the %s reader, in %s threads', (reader, jobs) =>
    withThree(async ([, path = '']) => {
      const record = ['--record', path]
      expect(await ran(['rebuild', '--reader', reader, '--jobs', jobs, ...record])).toMatchObject({ code: 0, err: '' })
      expect(await taggersIn(path)).toEqual([reader])
      expect(await ran(['verify', ...record])).toMatchObject({ code: 0, err: '' })
      expect(await ran(['rebuild', '--reader', 'linear', ...record])).toMatchObject({ code: 0, err: '' })
      expect(await taggersIn(path)).toEqual(['linear'])
    }),
  )
})

describe('about', () => {
  it('says what reads, under which licences, and what is kept', () =>
    withThree(async (record, folder) => {
      const { code, out } = await ran(['about', ...record])
      expect(code).toBe(0)
      for (const words of ['format      onrecord/1', 'licence     Apache-2.0', 'GeoNames (geonames.org), CC BY 4.0', 'articles    3 in 3 versions']) // biome-ignore format: one line
        expect(out).toContain(words)
      const none = await ran(['about', '--record', join(folder, 'none.db')])
      expect(none.code).toBe(0)
      expect(none.out).not.toContain('articles')
      expect(existsSync(join(folder, 'none.db'))).toBe(false)
    }))
})

describe('correct', () => {
  it('hides a line, lists it, and takes it back', () =>
    withThree(async (record) => {
      const before = await linesOn(record, 'statements')
      const id = before[0]?.id ?? ''
      expect(await ran(['correct', 'hide', id, ...record])).toMatchObject({ code: 0, err: '' })
      expect((await linesOn(record, 'statements')).map((line) => line.id)).not.toContain(id)
      const { out } = await ran(['correct', 'list', ...record])
      expect(out).toMatch(/^d[0-9a-f]{10} {2}2026-05-01T09:\d\d {2}ana {2}hide {2}/)
      for (const line of linesOf(out))
        expect(await ran(['correct', 'undo', line.slice(0, 11), ...record])).toMatchObject({ code: 0, err: '' })
      expect((await linesOn(record, 'statements')).map((line) => line.id)).toContain(id)
    }))

  it('finds a line by words that no other line holds', () =>
    withThree(async (record) => {
      const lines = await linesOn(record, 'statements')
      const told = [...lines, ...(await linesOn(record, 'timeline'))].flatMap(({ from }) =>
        from.map(({ exact }) => exact),
      )
      const alone = lines.find(({ from: [{ exact } = { exact: '' }, ...more] }) => more.length === 0 && told.filter((words) => words.includes(exact)).length === 1) // biome-ignore format: one line
      const words = alone?.from[0]?.exact ?? ''
      expect(await ran(['correct', 'confirm', words, ...record])).toMatchObject({ code: 0, err: '' })
      const { code, err } = await ran(['correct', 'hide', 'the', ...record])
      expect(code).toBe(1)
      expect(linesOf(err)[0]).toBe('onrecord: "the" is in more than one line; give more words, or the id:')
    }))

  it('renames somebody', () =>
    withThree(async (record) => {
      const [line] = (await linesOn(record, 'cast')).filter(({ who }) => who?.[0]?.name.includes(' '))
      const name = line?.who?.[0]?.name ?? ''
      expect(await ran(['correct', 'rename', name, 'Ada Brandt', ...record])).toMatchObject({ code: 0, err: '' })
      const names = (await linesOn(record, 'cast')).map(({ who }) => who?.[0]?.name)
      expect(names).toContain('Ada Brandt')
      expect(names).not.toContain(name)
    }))

  it.each([
    [['assert', 'PLACE', '--as', 'event', '--type', 'OTHER', '--day', '2026-03-04'], 'timeline'],
    [['assert', 'PLACE', '--as', 'name', '--type', 'organization'], 'cast'],
  ])('adds what was missed: %s', (argv) =>
    withFolder(async (folder) => {
      const record = ['--record', join(folder, 'r.db')]
      const words = 'a heap of grey planks'
      const stdin = JSON.stringify({ id: 'one', published: '2026-03-05', text: `Rain fell in Lyon on Tuesday.\n\nBehind the hall lay ${words}, wet and still.` }) // biome-ignore format: one line
      await ran(['add', '-', ...record], { stdin })
      const given = argv.map((word) => (word === 'PLACE' ? words : word))
      expect(await ran(['correct', ...given, ...record])).toEqual({
        code: 0,
        out: 'assert: 1 decision kept\n',
        err: '',
      })
      const { out } = await ran(['export', '--all', ...record])
      expect(out).toContain(words)
      // What a person settled stays when all is read again.
      await ran(['rebuild', ...record])
      expect(await ran(['export', '--all', ...record])).toMatchObject({ out })
    }),
  )

  it.each([
    [['hide'], 2, 'this needs the words or the id of a line'],
    [['hide', 'no such words'], 1, 'no line holds the words "no such words"'],
    [['rename', 'Nobody Atall', 'X'], 1, 'nobody in the story is called Nobody Atall'],
    [['rename', 'Nobody Atall'], 2, 'this needs a name or id, and the name to use: correct rename OLD NEW'],
    [['assert', 'the'], 2, 'this needs --as event|statement|name|date|figure'],
    [['assert', 'the', '--as', 'event'], 1, 'these words stand in no article, or in more than one place: "the"'],
    [['assert', 'the', '--as', 'person'], 2, "option '--as <what>' argument 'person' is invalid. Allowed choices are event, statement, name, date, figure."], // biome-ignore format: one line
    [['undo', 'd0000000000'], 1, 'there is no decision d0000000000'],
  ] as const)('%s is refused', (argv, code, reason) =>
    withThree(async (record) => {
      const found = await ran(['correct', ...argv, ...record])
      expect([found.code, found.out, linesOf(found.err)[0]]).toEqual([code, '', `onrecord: ${reason}`])
      expect((await ran(['correct', 'list', ...record])).out).toBe('')
    }),
  )
})

describe('desk', () => {
  it('serves the record until it is asked to stop', () =>
    withThree(async (record) => {
      let stop = (): void => {}
      const stopped = new Promise<void>((done) => {
        stop = done
      })
      let answered: Promise<Response> | undefined
      const { code, out } = await ran(['desk', '--port', '0', ...record], {
        stopped,
        onOut: (text) => {
          answered = fetch(/http:\S+/.exec(text)?.[0] ?? '').finally(stop)
        },
      })
      expect(code).toBe(0)
      expect(out).toMatch(/^the desk is at http:\/\/127\.0\.0\.1:\d+\/ \(Ctrl-C ends it\)\n$/)
      const answer = await answered
      expect([answer?.status, await answer?.text()]).toEqual([200, expect.stringContaining('Meridian Wire')])
    }))

  it('makes an empty record where there is none, says so, and takes pages', () =>
    withFolder(async (folder) => {
      const path = join(folder, 'new.db')
      let stop = (): void => {}
      const stopped = new Promise<void>((done) => {
        stop = done
      })
      let page: Promise<string> | undefined
      const { code, err } = await ran(['desk', '--port', '0', '--record', path], {
        stopped,
        onOut: (text) => {
          const url = /http:\S+/.exec(text)?.[0] ?? ''
          page = added(url).finally(stop)
        },
      })
      expect([code, err]).toEqual([0, `onrecord: ${path} is new and holds nothing yet: add pages at the desk, or with: onrecord add PATH…\n`]) // biome-ignore format: one line
      expect(await page).toContain('1 added')
      expect((await ran(['about', '--record', path])).out).toMatch(/^articles +1 /m)
    }))

  it('says that a port is taken', () =>
    withThree(async (record) => {
      let stop = (): void => {}
      const stopped = new Promise<void>((done) => {
        stop = done
      })
      let second: ReturnType<typeof ran> | undefined
      const { out } = await ran(['desk', '--port', '0', ...record], {
        stopped,
        onOut: (text) => {
          second = ran(['desk', '--port', portIn(text), ...record]).finally(stop)
        },
      })
      const reason = `port ${portIn(out)} is taken: give another with --port`
      expect(await second).toEqual({ code: 1, out: '', err: `onrecord: ${reason}\n` })
    }))
})

/** Adds a text at a desk, as its form does; gives the page of that addition once it has ended. */
async function added(url: string): Promise<string> {
  const [, token = ''] = /name="token" value="([^"]+)"/.exec(await (await fetch(`${url}add`)).text()) ?? []
  const body = new URLSearchParams({
    token,
    text: 'The ferry ran aground off Grenn on Tuesday, the harbour office said.',
  })
  const answer = await fetch(`${url}add`, { method: 'POST', body })
  await (await fetch(`${answer.url}/events`)).text()
  return (await fetch(answer.url)).text()
}

const portIn = (text: string): string => /:(\d+)\//.exec(text)?.[1] ?? ''

describe('without a record', () => {
  it.each(['timeline', 'statements', 'cast', 'export', 'verify', 'rebuild', 'remove x', 'correct list'])(
    '%s says how to make one, and makes none',
    (line) =>
      withFolder(async (folder) => {
        const path = join(folder, 'none.db')
        const { code, out, err } = await ran([...line.split(' '), '--record', path])
        expect([code, out]).toEqual([1, ''])
        expect(err).toBe(`onrecord: ${path} is not there yet; make it with: onrecord add PATH…\n`)
        expect(existsSync(path)).toBe(false)
      }),
  )

  it.each(['timeline', 'export'])('%s of an empty record says so', (command) =>
    withFolder(async (folder) => {
      const [path, page] = [join(folder, 'r.db'), join(folder, 'a.txt')]
      writeFileSync(page, '')
      await ran(['add', page, '--record', path])
      rmSync(page)
      const { code, err } = await ran([command, '--record', path])
      expect([code, err]).toEqual([1, `onrecord: ${path} holds no article; add some with: onrecord add PATH…\n`])
    }),
  )
})
