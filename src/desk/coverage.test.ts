import { beforeAll, describe, expect, it } from 'vitest'
import { type Asked, askedDesk } from '../../test/browser/asked.ts'
import { ferryStory } from '../../test/browser/story.ts'

let desk: Asked
beforeAll(async () => {
  desk = await askedDesk()
})

const HOST = 'http://127.0.0.1:8080'
const VERSIONS = ferryStory.filter(({ id }) => id === 'bugle-1').map(({ version }) => `bugle-1@${version}`)
const get = (path: string) => desk.app.request(`${HOST}/stories/${desk.story}${path}`)
const side = (a: string, b: string) => `/compare?a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`
/** What is marked on a page, in order. */
const marked = (page: string, how: string): readonly string[] =>
  [...page.matchAll(new RegExp(`<mark class="${how}">(.*?)</mark>`, 'g'))].map(([, words = '']) => words)

describe('the coverage of a story', () => {
  it('is every article, by its headline, and a square each', async () => {
    const page = await (await get('/coverage')).text()
    for (const id of new Set(ferryStory.map((one) => one.id))) {
      expect(page).toContain(`<li class="rep" id="${id}"`)
      expect(page).toContain(`href="#${id}"`)
    }
    expect(page).toContain('3 articles from 3 outlets · 3 origins')
  })

  it('answers where the articles were listed before', async () => {
    const answer = await get('/articles')
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `/stories/${desk.story}/coverage`])
  })

  it('is narrowed by its address', async () => {
    const page = await (await get('/coverage?outlet=Weser+Post')).text()
    expect(page).toContain('id="post-1"')
    expect(page).not.toContain('id="wire-1"')
  })
})

describe('two texts side by side', () => {
  it('have what only one of them has marked', async () => {
    const page = await (await get(side('bugle-1', 'post-1'))).text()
    expect(marked(page, 'gone')).toContain('the')
    expect(marked(page, 'alt')).toContain('one')
    expect(page).toContain('Elbe Bugle, 7 April')
  })

  it('are two versions of one article, too', async () => {
    const [first = '', second = ''] = VERSIONS
    const page = await (await get(side(first, second))).text()
    expect(marked(page, 'alt')).toContain('84 taken off')
    expect(page).toContain('Elbe Bugle, 7 April · version 1 of 2</h2>')
  })

  it('are chosen by a form, which shows what is chosen', async () => {
    const page = await (await get(side('wire-1', 'post-1'))).text()
    expect(page).toMatch(/<form class="pick-two" method="get"/)
    expect(page.match(/<option value="[^"]+" selected=""/g)).toEqual([
      '<option value="wire-1" selected=""',
      '<option value="post-1" selected=""',
    ])
  })

  it('are some where none are named', async () => {
    expect((await get('/compare')).status).toBe(200)
    expect((await get(side('', ''))).status).toBe(200)
  })

  it.each([
    ['nobody', 'post-1'],
    ['bugle-1@nothing', 'post-1'],
    ['@', 'post-1'],
    ['post-1', '<script>'],
  ])('%s and %s are not there', async (a, b) => {
    expect((await get(side(a, b))).status).toBe(404)
  })
})
