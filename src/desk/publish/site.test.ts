import { posix } from 'node:path'
import fc from 'fast-check'
import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { memoryRecord } from '../../../test/browser/memory.ts'
import { ferryStory } from '../../../test/browser/story.ts'
import { made } from '../../../test/made.ts'
import { EXPORTS } from '../../exports/index.ts'
import type { OnRecord } from '../../record/record.ts'
import { VIEWS } from '../../views/index.ts'
import type { SiteOptions } from './asking.ts'
import { embedOf } from './embed.ts'
import { fileName, pageFile, wayTo } from './names.ts'
import { siteOf } from './site.ts'
import { attribute, elementsIn } from './still.ts'

async function filesOf(record: OnRecord, options: SiteOptions = {}): Promise<ReadonlyMap<string, string>> {
  const site = await siteOf(record, options)
  const files = new Map<string, string>()
  if (site) for await (const { path, body } of site.files()) files.set(path, body)
  expect([...files.keys()].toSorted()).toEqual([...new Set(site?.paths)].toSorted())
  return files
}

const ids = (html: string): ReadonlySet<string> =>
  new Set(elementsIn(parse(html)).flatMap((one) => attribute(one, 'id') ?? []))

/** What is wrong of the links of a site: each leads to a file of it, and to a place on that. */
function faultsIn(files: ReadonlyMap<string, string>): readonly string[] {
  const known = new Map<string, ReadonlySet<string>>()
  const idsOf = (path: string) => known.get(path) ?? known.set(path, ids(files.get(path) ?? '')).get(path)
  return [...files]
    .filter(([path]) => path.endsWith('.html'))
    .flatMap(([path, html]) =>
      elementsIn(parse(html)).flatMap((one) => {
        const to = attribute(one, 'href') ?? attribute(one, 'src')
        if (to === undefined || to === 'data:,' || to.startsWith('https://news.example/')) return []
        const [file = '', place] = to.split('#')
        const target = file === '' ? path : posix.join(posix.dirname(path), file)
        const isThere = files.has(target) && (place === undefined || idsOf(target)?.has(decodeURIComponent(place)))
        return isThere && !file.startsWith('/') ? [] : [`${path}: ${to}`]
      }),
    )
}

describe('a site', () => {
  it.each<[string, SiteOptions]>([
    ['of all stories', {}],
    ['with what is less sure', { all: true }],
    ['with whole articles', { whole: true }],
  ])('%s has a page for each view and person, and every link leads somewhere', async (_, options) => {
    const record = memoryRecord(ferryStory)
    const files = await filesOf(record, options)
    const [story] = await record.stories()
    for (const { name } of VIEWS) expect(files.has(`stories/${story?.id}/${name}.html`)).toBe(true)
    for (const { name } of EXPORTS)
      expect([...files.keys()].some((path) => path.startsWith(`stories/${story?.id}/timeline-${name}.`))).toBe(true)
    expect([...files.keys()].filter((path) => path.includes('/cast/')).length).toBeGreaterThan(1)
    expect(files.has('index.html')).toBe(true)
    expect(faultsIn(files)).toEqual([])
  })

  it('has nothing that needs a desk, and says nothing of one', async () => {
    for (const [path, body] of await filesOf(memoryRecord(ferryStory))) {
      expect(body).not.toMatch(/127\.0\.0\.1|localhost/)
      if (!path.endsWith('.html')) continue
      const tags = new Set(elementsIn(parse(body)).map(({ tagName }) => tagName))
      for (const tag of ['form', 'script', 'input', 'button', 'select', 'iframe']) expect(tags.has(tag)).toBe(false)
      expect(body).not.toMatch(/name="token"|(?:href|src|action)="\//)
      expect(body).toContain("script-src 'none'")
    }
  })

  it('leads from a line to its sentence', async () => {
    const record = memoryRecord(ferryStory)
    const files = await filesOf(record)
    const [story] = await record.stories()
    const page = files.get(`stories/${story?.id}/timeline.html`) ?? ''
    const [, file = '', place = ''] =
      /class="cite" href="\.\.\/\.\.\/(articles\/post-1\/[^"#]+)#([^"]+)"/.exec(page) ?? []
    const article = files.get(file) ?? ''
    expect(article).toMatch(new RegExp(`class="sent">(?:<i id="[^"]*"></i>)*<i id="${place}"></i>`))
    expect(article).toContain('href="https://news.example/post-1"')
  })

  it('leaves out what is less sure, unless it is asked for', async () => {
    const [some, all] = [
      await filesOf(memoryRecord(ferryStory)),
      await filesOf(memoryRecord(ferryStory), { all: true }),
    ]
    const timeline = (files: ReadonlyMap<string, string>) =>
      [...files].find(([path]) => path.endsWith('timeline.html'))?.[1]
    expect(timeline(some)).not.toContain('found a crack')
    expect(timeline(all)).toContain('found a crack')
  })

  it('shows of an article what is cited and no more than half beside that, unless it is asked for whole', async () => {
    const body = Array.from({ length: 12 }, (_, n) => `Sentence number ${n} is about the weather in the hills.`)
    const long = made({ id: 'long', outlet: 'Hill News', published: '2026-04-08', headline: 'Mast falls', body: [...body.slice(0, 6), 'The mast fell on Tuesday.', ...body.slice(6)], events: [{ words: 'fell', day: '2026-04-07', score: 0.95 }] }) // biome-ignore format: one line
    const article = async (options: SiteOptions) =>
      [...(await filesOf(memoryRecord([long]), options))].find(([path]) => path.startsWith('articles/'))?.[1] ?? ''
    const [cut, whole] = [await article({}), await article({ whole: true })]
    expect(cut).toContain('>fell</mark>')
    for (const n of [5, 6]) expect(cut).toContain(`number ${n} `)
    for (const n of [0, 1, 4, 7, 11]) expect(cut).not.toContain(`number ${n} `)
    expect(cut.match(/class="cut"/g)?.length).toBe(2)
    for (let n = 0; n < 12; n++) expect(whole).toContain(`number ${n} `)
    expect(whole).not.toContain('class="cut"')
  })

  it('has no page that shows whole articles', async () => {
    const files = await filesOf(memoryRecord(ferryStory), { all: true })
    const pages = [...files].filter(([path]) => path.endsWith('.html'))
    expect(pages.filter(([path, body]) => path.includes('compare') || body.includes('data-unpublished'))).toEqual([])
  })

  it('of one story has its front first, and nothing of the others', async () => {
    const other = made({ id: 'goats', outlet: 'Lowick News', published: '2026-01-03', headline: 'Goats win prize', body: ['Three goats won at the fair of Lowick on Sunday.'], events: [{ words: 'won', day: '2026-01-02', score: 0.95 }] }) // biome-ignore format: one line
    const record = memoryRecord([...ferryStory, other])
    const [story] = await record.stories()
    const files = await filesOf(record, { story: story?.id ?? '' })
    expect(files.get('index.html')).toContain('aground')
    expect([...files.values()].join('')).not.toContain('Goats')
    expect(faultsIn(files)).toEqual([])
    expect(await siteOf(record, { story: 'y000' })).toBeUndefined()
  })

  it('stays in its folder, whatever articles are called', async () => {
    const ids = [
      '../../etc/passwd',
      'CON',
      'a/b\\c:d',
      '.hidden',
      '%2e%2e',
      'Ünïcode',
      'x'.repeat(300),
      '"><script>alert(1)</script>',
    ]
    const readings = ids.map((id, n) => made({ id, outlet: 'Bugle', published: '2026-04-07', headline: `Ferry runs aground ${n}`, body: ['A ferry ran aground off Cuxhaven on Tuesday.'], events: [{ words: 'ran aground', day: '2026-04-07', score: 0.95 }] })) // biome-ignore format: one line
    const files = await filesOf(memoryRecord(readings))
    for (const path of files.keys()) expect(path).toMatch(/^[a-z0-9-]+(?:\/[a-z0-9-]+)*\.[a-z0-9.]+$/)
    expect([...files.keys()].filter((path) => path.startsWith('articles/'))).toHaveLength(ids.length)
    expect(faultsIn(files)).toEqual([])
  })
})

describe('one view for a frame', () => {
  it.each(VIEWS.map(({ name }) => name))('%s stands alone', async (name) => {
    const page = (await embedOf(memoryRecord(ferryStory), name)) ?? ''
    expect(faultsIn(new Map([['view.html', page]]))).toEqual([])
    expect(page).toContain('<style>')
    expect(page).not.toMatch(/<link rel="stylesheet"|<script|<form|class="bar"|class="views"/)
    expect(page).toContain('class="sect sources"')
  })

  it('is none of a story or a view that is not there', async () => {
    expect(await embedOf(memoryRecord(ferryStory), 'weather')).toBeUndefined()
    expect(await embedOf(memoryRecord(ferryStory), 'timeline', { story: 'y000' })).toBeUndefined()
  })
})

describe('names of files', () => {
  it('are plain, stay in their folder, and are different for different ids', () => {
    const id = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('..', '.', '/', 'con', 'CON', 'index', 'a-0123456789ab')) // biome-ignore format: one line
    fc.assert(
      fc.property(id, id, (a, b) => {
        expect(fileName(a)).toMatch(/^[a-z0-9][a-z0-9-]*$/)
        expect(fileName(a).length).toBeLessThan(64)
        expect(fileName(a) === fileName(b)).toBe(a === b)
      }),
    )
  })

  it.each([
    ['/stories/y1', 'stories/y1/index.html'],
    ['/stories/y1/timeline', 'stories/y1/timeline.html'],
    ['/stories/y1/cast/e1', 'stories/y1/cast/e1.html'],
  ])('%s is %s', (path, file) => {
    expect(pageFile(path)).toBe(file)
  })

  it.each([
    ['index.html', 'assets/desk.css', 'assets/desk.css'],
    ['stories/y1/timeline.html', 'assets/desk.css', '../../assets/desk.css'],
    ['stories/y1/timeline.html', 'stories/y1/index.html', 'index.html'],
    ['stories/y1/cast/e1.html', 'stories/y1/cast.html', '../cast.html'],
  ])('the way from %s to %s is %s', (from, to, way) => {
    expect(wayTo(from, to)).toBe(way)
  })
})
