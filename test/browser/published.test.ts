import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/browser.ts'
import { siteOf } from '../../src/desk/index.ts'
import { unsayableOn } from './labels.ts'
import { memoryRecord } from './memory.ts'
import { ferryStory } from './story.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-site-'))
const record = memoryRecord(ferryStory)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser

beforeAll(async () => {
  const site = await siteOf(record)
  if (!site) throw new Error('no site')
  for await (const { path, body } of site.files()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), body)
  }
  browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: ['--no-sandbox'] })
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

it('opens from disk and leads from the stories to a lit sentence, without a script or a request to anywhere', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const [asked, errors]: [string[], string[]] = [[], []]
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  await page.locator('h2 a').first().click()
  await page.locator('.views a', { hasText: 'Timeline' }).click()
  await page.locator('li.line', { hasText: 'inspector boarded' }).locator('a.cite').click()
  const lit = page.locator('.sent:has(> i:target)')
  expect(await lit.textContent()).toBe('An inspector boarded the ferry on Wednesday.')
  expect(await lit.locator('mark').textContent()).toBe('boarded the ferry')
  expect(await lit.evaluate((one) => one.ownerDocument.defaultView.getComputedStyle(one).backgroundColor)).not.toBe('rgba(0, 0, 0, 0)') // biome-ignore format: one line
  expect(errors).toEqual([])
  for (const url of asked) expect(url).toMatch(/^(?:file:|data:,)/)
})

it('says of an article nothing but its words, labels and values, and is readable by everybody', async () => {
  const page = await (await browser.newContext({ bypassCSP: true })).newPage()
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  await page.locator('.fresh a.cite, .stand a.cite').first().click()
  expect(await unsayableOn(page, record)).toEqual([])
  await page.evaluate(axe)
  const { violations } = await page.evaluate<{ violations: { id: string }[] }>('axe.run()')
  expect(violations.map(({ id }) => id)).toEqual([])
})
