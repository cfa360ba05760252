import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examplePages } from '../../bench/gold.ts'
import { openReader } from '../../bench/reader.ts'
import { openRecord } from '../../src/record/open.ts'
import type { OnRecord } from '../../src/record/record.ts'
import { unsayableOn } from './labels.ts'
import { memoryRecord } from './memory.ts'
import { type Faults, type Looked, lookAt } from './served.ts'
import { ferryStory } from './story.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Addresses of a record's pages: one of each kind, and further ones of the same kinds. */
interface Addresses {
  readonly kinds: readonly string[]
  readonly further: readonly string[]
}

async function addressesOf(record: OnRecord): Promise<Addresses> {
  const [story] = await record.stories()
  const rows = await record.rows(story?.id)
  const of = `/stories/${story?.id}`
  const people: string[] = []
  for await (const { id, type } of rows?.entities() ?? [])
    if (type === 'person' && people.length < 3) people.push(`${of}/cast/${id}`)
  const cited: string[] = []
  for await (const { id, tellings } of rows?.happenings() ?? []) {
    const { article, version, words } = tellings[0].item
    const block = (await record.reading(article, version))?.reading.blocks.find(({ n }) => n === 1)?.id ?? ''
    const query = `version=${version}&at=${words.start}-${words.end}&story=${story?.id}&of=${id}&form=${block}`
    if (!cited.some((path) => path.includes(article))) cited.push(`/articles/${article}?${query}`)
  }
  const views = ['timeline', 'statements', 'cast', 'figures', 'map', 'coverage', 'compare', 'check'].map(
    (view) => `${of}/${view}`,
  )
  const kinds = [
    '/',
    of,
    ...views,
    ...people.slice(0, 1),
    ...cited.slice(0, 1),
    '/add',
    '/corrections',
    '/search?q=person:"Hanna+Keller"+OR+warn*+OR+the',
    '/search?q=(flood',
    '/basket',
    '/keys',
    '/nowhere',
  ]
  return {
    kinds,
    further: [
      `${of}/timeline?words=nothing+at+all`,
      `${of}/statements?gap=one+origin`,
      ...people.slice(1),
      ...cited.slice(1),
    ],
  }
}

/** Everything that a page shows as a source's words: whose, where, and the words as they stand. */
const quotationsOn = (page: Page): Promise<readonly { of: string; at: string; words: string }[]> =>
  page
    .locator('[data-quote]')
    .evaluateAll((all) => all.map((one) => ({ of: one.dataset.quote, at: one.dataset.at, words: one.textContent })))

async function badQuotations(page: Page, record: OnRecord): Promise<readonly unknown[]> {
  const bad: unknown[] = []
  for (const quotation of await quotationsOn(page)) {
    const [article = '', version] = quotation.of.split('@')
    const [start, end] = quotation.at.split('-').map(Number)
    const text = (await record.reading(article, version))?.reading.text
    if (text?.slice(start, end) !== quotation.words) bad.push(quotation)
  }
  return bad
}

/** Words in serif that no citation covers. */
const looseOn = (page: Page): Promise<readonly string[]> =>
  page.locator('body, body :not([data-quote], [data-quote] *)').evaluateAll((all) =>
    all.flatMap((one) => {
      const family: string = one.ownerDocument.defaultView.getComputedStyle(one).fontFamily
      const words = [...one.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data.trim())
      return family.endsWith(', serif') ? words.filter(Boolean) : []
    }),
  )

/** What axe finds that is serious or worse, with where. */
async function seriousOn(page: Page, rules = ''): Promise<readonly string[]> {
  const { violations } = (await page.evaluate(`axe.run(${rules})`)) as AxeResults
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`)
}

const widthOf = (page: Page): Promise<number> => page.locator('html').evaluate((html) => html.scrollWidth)

const unfold = (page: Page): Promise<void> =>
  page.locator('details').evaluateAll((all) => {
    for (const fold of all) fold.open = true
  })

interface Opened {
  readonly record: OnRecord
  close(): Promise<void>
}

const madeStory = async (): Promise<Opened> => ({ record: memoryRecord(ferryStory), close: async () => {} })

/** The example pages as they are kept: a record in a folder of its own. */
async function examples(): Promise<Opened> {
  const [reader, folder] = [await openReader('linear'), mkdtempSync(join(tmpdir(), 'onrecord-pages-'))]
  const record = await openRecord(join(folder, 'record.db'))
  for (const page of examplePages()) await record.add(page, await reader.reading(page))
  return {
    record,
    close: async () => {
      await record.close()
      rmSync(folder, { recursive: true })
    },
  }
}

// Pages of many lines of the same kinds: axe takes seconds for each, and has seen those of the short story.
const LONG = /\/(?:timeline|statements|cast|keys|nowhere)$/

describe.each<[string, () => Promise<Opened>, boolean]>([
  ['the made story', madeStory, true],
  ['the examples', examples, false],
])('every page of %s', (_, open, short) => {
  let opened: Opened
  let record: OnRecord
  let desk: Looked
  let addresses: Addresses
  beforeAll(async () => {
    opened = await open()
    record = opened.record
    desk = await lookAt(record)
    addresses = await addressesOf(record)
  })
  afterAll(async () => {
    await desk.close()
    await opened.close()
  })

  /** Looks at pages with all that is folded open. */
  async function onEach(paths: readonly string[], look: (page: Page) => Promise<unknown>): Promise<Faults> {
    const { page, faults } = await desk.open({ reducedMotion: 'reduce' })
    for (const path of paths) {
      await page.goto(path)
      await unfold(page)
      expect([path, await look(page)]).toEqual([path, []])
    }
    await page.context().close()
    return faults
  }

  it('would not pass with a word of a quotation changed, or words of its own in serif', async () => {
    const { page } = await desk.open()
    await page.goto(addresses.kinds[1] ?? '')
    expect([...(await badQuotations(page, record)), ...(await looseOn(page))]).toEqual([])
    await page
      .locator('.says [data-quote]')
      .first()
      .evaluate((quote) => quote.append(' indeed'))
    expect(await badQuotations(page, record)).toHaveLength(1)
    await page
      .locator('.meta')
      .first()
      .evaluate((label) => label.classList.add('changed'))
    await page
      .locator('.meta')
      .first()
      .evaluate((label) => label.style.setProperty('font-family', 'Georgia, serif'))
    expect(await looseOn(page)).not.toEqual([])
    expect(await unsayableOn(page, record)).toEqual([])
    await page
      .locator('.meta')
      .first()
      .evaluate((label) => label.append(' Things look bad.'))
    expect(await unsayableOn(page, record)).not.toEqual([])
    await page.context().close()
  })

  it('quotes to the letter, shows nothing else in serif, says nothing but labels and values, asks no other host', async () => {
    let count = 0
    const faults = await onEach([...addresses.kinds, ...addresses.further], async (page) => {
      count += (await quotationsOn(page)).length
      return [...(await badQuotations(page, record)), ...(await looseOn(page)), ...(await unsayableOn(page, record))]
    })
    expect(count).toBeGreaterThan(80)
    expect(faults.elsewhere).toEqual([])
    expect(faults.errors.filter((error) => !/40[04]/.test(error))).toEqual([])
  })

  it('fits any window', async () => {
    await onEach([...addresses.kinds, ...addresses.further], async (page) => {
      const wide: number[] = []
      for (const width of [320, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        if ((await widthOf(page)) > width) wide.push(width)
      }
      return wide
    })
  })

  it('has nothing serious against it, in light and dark', async () => {
    await onEach(short ? addresses.kinds : addresses.kinds.filter((path) => !LONG.test(path)), async (page) => {
      await page.evaluate(AXE)
      const light = await seriousOn(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      const dark = await seriousOn(page, '{ runOnly: ["color-contrast"] }')
      await page.emulateMedia({ colorScheme: 'light' })
      return [...light, ...dark]
    })
  })
})

describe('states that no address alone leads to', () => {
  /** What axe finds on a page as it stands, in light and dark. */
  async function seriousHere(page: Page): Promise<readonly string[]> {
    await page.evaluate(AXE)
    const light = await seriousOn(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    return [...light, ...(await seriousOn(page, '{ runOnly: ["color-contrast"] }'))]
  }

  it('an empty record says what to do, with nothing serious against it', async () => {
    const desk = await lookAt(memoryRecord([]))
    const { page } = await desk.open()
    await page.goto('/')
    await page.getByRole('heading', { name: 'Nothing kept yet' }).waitFor()
    expect(await seriousHere(page)).toEqual([])
    await desk.close()
  })

  it('what was settled, the list of it and what was refused have nothing serious against them', async () => {
    const record = memoryRecord(ferryStory)
    const desk = await lookAt(record)
    const { page } = await desk.open()
    await page.goto(`/stories/${(await record.stories())[0]?.id}/timeline`)
    await page.getByText('Correct', { exact: true }).first().click()
    await page.getByRole('button', { name: 'Confirm' }).first().click()
    await page.getByRole('status').waitFor()
    expect(await seriousHere(page)).toEqual([])
    await page.goto('/corrections')
    expect([await seriousHere(page), await badQuotations(page, record), await looseOn(page)]).toEqual([[], [], []])
    await page.goto((await page.locator('.brief a').first().getAttribute('href')) ?? '')
    await page.getByRole('link', { name: '¶1 add to this paragraph' }).click()
    await page.getByLabel('Words, exactly as they stand above').fill('words that are not there')
    await page.getByRole('button', { name: 'a name' }).click()
    await page.getByText('These words are not in the paragraph').waitFor()
    expect(await seriousHere(page)).toEqual([])
    await desk.close()
  })
})
