import { readFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { findBrowser } from '../../scripts/browser.ts'
import { timelinejs } from '../../src/exports/timelinejs.ts'
import { told } from '../exported.ts'
import { ferryStory } from './story.ts'

const DIST = new URL('./dist/', import.meta.resolve('@knight-lab/timelinejs/package.json'))
const SITE = 'http://timeline.test/'
const PAGE = `<!doctype html><link rel="stylesheet" href="css/timeline.css"><div id="timeline" style="height:600px"></div>
<script src="js/timeline.js"></script>
<script>
  fetch('story.json').then((answer) => answer.json()).then((story) => {
    window.shown = new TL.Timeline('timeline', story, { font: null, hash_bookmark: false })
  })
</script>`

/** Serves TimelineJS from the package and a page with a story; anything else that is asked for is listed. */
async function served(story: string) {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: ['--no-sandbox'] })
  const page = await browser.newPage()
  const [elsewhere, errors]: [string[], string[]] = [[], []]
  page.on('pageerror', (error) => errors.push(error.message))
  await page.route('**/*', async (route) => {
    const url = route.request().url()
    const path = url.slice(SITE.length)
    if (path === '') return route.fulfill({ contentType: 'text/html', body: PAGE })
    if (path === 'story.json') return route.fulfill({ contentType: 'application/json', body: story })
    const body = url.startsWith(SITE) && /^(?:css|js)\/[\w./-]+/.exec(path)
    if (body)
      return route.fulfill({ path: new URL(body[0], DIST).pathname, body: await readFile(new URL(body[0], DIST)) })
    elsewhere.push(url)
    return route.abort()
  })
  return { page, elsewhere, errors, close: () => browser.close() }
}

it('is shown by TimelineJS itself: a slide a line, its words unchanged, its days as exact as they are', async () => {
  const text = await (await told(ferryStory)).written(timelinejs)
  const story = JSON.parse(text) as {
    events: { unique_id: string; display_date: string; text: { headline: string } }[]
  }
  const { page, elsewhere, errors, close } = await served(text)
  try {
    await page.goto(SITE)
    await page.locator('.tl-slide').nth(story.events.length).waitFor({ state: 'attached' })
    const [first] = story.events
    const slide = page.locator(`[id="${first?.unique_id}"].tl-slide`)
    expect(await slide.locator('.tl-headline').textContent()).toContain('aground')
    expect(await page.locator('.tl-slide').count()).toBe(story.events.length + 1)
    expect(await page.locator('.tl-timemarker').count()).toBe(story.events.length)
    const days = await page.locator('.tl-headline-date').allTextContents()
    expect(days.filter(Boolean).toSorted()).toEqual(story.events.map((one) => one.display_date).toSorted())
    expect(await page.locator('.tl-slide b').count()).toBe(0)
    expect(await page.locator('.tl-slide').allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('<b>anything</b> & we waited')])) // biome-ignore format: one line
    expect([elsewhere, errors]).toEqual([[], []])
  } finally {
    await close()
  }
})
