import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ran } from '../../test/terminal.ts'

const home = mkdtempSync(join(tmpdir(), 'onrecord-publish-'))
const record = join(home, 'story.db')
const page = join(home, 'goats.txt')
let site = ''
let n = 0

beforeAll(async () => {
  writeFileSync(page, 'Goats win prize at Lowick fair\n\nThree goats won the first prize at the fair of Lowick on 3 May 2026, said Ada Brandt, the judge.\n\nThe fair ended at noon.') // biome-ignore format: one line
  expect(await ran(['add', page, '--record', record])).toMatchObject({ code: 0 })
})
beforeEach(() => {
  site = join(home, `site-${n++}`)
})
afterAll(() => rmSync(home, { recursive: true }))

const published = (...more: readonly string[]) => ran(['publish', site, '--record', record, ...more])
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []))

describe('publish', () => {
  it('writes a site, lists it, and says how much', async () => {
    const { code, out, err } = await published()
    const files = filesIn(site)
    expect([code, out, err]).toEqual([0, `published ${files.length - 1} files: ${site}\n`, ''])
    const list = JSON.parse(readFileSync(join(site, 'onrecord-site.json'), 'utf8')) as { files: string[] }
    expect(list.files).toHaveLength(files.length - 1)
    for (const path of list.files) expect(existsSync(join(site, path))).toBe(true)
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('Goats win prize')
  })

  it('writes over what it wrote before, and takes away what is no longer of it', async () => {
    expect((await published('--all')).code).toBe(0)
    const all = filesIn(site)
    expect(await published('--embed', 'timeline')).toEqual({ code: 0, out: `published 1 file: ${site}\n`, err: '' })
    expect(filesIn(site).toSorted()).toEqual([...all, 'timeline.html'].toSorted())
    const [story] = readdirSync(join(site, 'stories'))
    expect((await published('--story', story ?? '')).code).toBe(0)
    expect(existsSync(join(site, 'timeline.html'))).toBe(false)
    expect(existsSync(join(site, `stories/${story}/index.html`))).toBe(false)
    expect(readFileSync(join(site, 'index.html'), 'utf8')).toContain('Goats win prize')
  })

  it.each<[string, () => void, string]>([
    ['a file', () => writeFileSync(join(site, 'thesis.txt'), 'mine'), 'thesis.txt'],
    ['a folder', () => mkdirSync(join(site, 'photos')), 'photos'],
    ['a link to elsewhere', () => symlinkSync(home, join(site, 'articles')), 'articles'],
    [
      'a list that is none',
      () => writeFileSync(join(site, 'onrecord-site.json'), '{"files":["thesis.txt"]}'),
      'onrecord-site.json',
    ],
  ])('refuses a folder that holds %s of somebody else, and leaves it as it is', async (_, put, name) => {
    mkdirSync(site)
    put()
    const { code, out, err } = await published()
    expect([code, out]).toEqual([1, ''])
    expect(err).toBe(`onrecord: ${site} holds other things (${name}): publish into a new folder, or into one that was published before\n`) // biome-ignore format: one line
    expect(readdirSync(site)).toEqual([name])
  })

  it('refuses one that was published before and holds something else now', async () => {
    await published()
    mkdirSync(join(site, 'assets/mine'))
    expect((await published()).err).toContain('holds other things (assets/mine)')
  })

  it('deletes nothing that a list names outside the folder', async () => {
    mkdirSync(site)
    const list = { format: 'onrecord-site/1', files: ['../goats.txt', page, 'a/../../goats.txt'] }
    writeFileSync(join(site, 'onrecord-site.json'), JSON.stringify(list))
    expect((await published()).code).toBe(0)
    expect(existsSync(page)).toBe(true)
  })

  it.each([
    [['--story', 'y000'], 'there is no story y000'],
    [['--record', 'none.db'], 'none.db is not there yet'],
  ])('says what is missing of %j, and makes no folder', async (more, reason) => {
    const { code, err } = await published(...more)
    expect([code, existsSync(site)]).toEqual([1, false])
    expect(err).toContain(reason)
  })

  it('refuses a file in place of a folder', async () => {
    writeFileSync(site, '')
    expect(await published()).toMatchObject({ code: 1, err: `onrecord: ${site} is not a folder\n` })
  })
})
