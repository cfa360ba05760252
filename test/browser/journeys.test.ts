import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { memoryRecord } from './memory.ts'
import { type Faults, type Looked, lookAt } from './served.ts'
import { ferryStory } from './story.ts'

const STORY = 'Ferry runs aground off Cuxhaven, 84 taken off'

describe.each([
  ['with script', true],
  ['without script', false],
])('%s', (_, javaScriptEnabled) => {
  let desk: Looked
  let story: string | undefined
  let page: Page
  let faults: Faults
  beforeAll(async () => {
    const record = memoryRecord(ferryStory)
    story = (await record.stories())[0]?.id
    desk = await lookAt(record)
    ;({ page, faults } = await desk.open({ javaScriptEnabled, reducedMotion: 'reduce' }))
  })
  afterAll(() => desk.close())
  beforeEach(async () => {
    await page.goto(`/stories/${story}`)
  })
  afterEach(() => {
    expect(faults).toEqual({ errors: [], elsewhere: [] })
  })

  const view = (name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name })
  const lines = () => page.locator('li.line:visible')
  const line = (words: string) => page.locator('li.line, li.said').filter({ hasText: words })

  it('the stories lead to a front', async () => {
    await page.goto('/')
    await page.getByRole('heading', { name: STORY }).getByRole('link').click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(STORY)
  })

  it('a line of the front leads to its lit sentence', async () => {
    await line('pulled the ferry').getByRole('link', { name: 'Coastal Wire' }).click()
    const lit = page.locator('#lit')
    expect(await lit.textContent()).toBe('pulled the ferry Wangerland free')
    expect(await page.locator('.sent').filter({ has: lit }).textContent()).toBe(
      'Two tugs pulled the ferry Wangerland free off Cuxhaven on Thursday, two days after it ran aground.',
    )
    const box = await lit.boundingBox()
    expect(box && box.y > 0 && box.y < 720).toBe(true)
    await page.getByRole('complementary', { name: 'Why' }).getByText('found by').first().waitFor()
  })

  it('a square of the drawing leads to its line', async () => {
    await page.getByRole('navigation', { name: 'Lines by day' }).getByRole('link', { name: '8 April' }).click()
    expect(await page.locator('li:target').textContent()).toContain('An inspector boarded the ferry')
    expect(await page.locator('li:target').isVisible()).toBe(true)
  })

  it('a dot of the map leads to its line, and that to its lit sentence', async () => {
    await view('Map').click()
    await page.getByRole('navigation', { name: 'Map' }).getByRole('link', { name: 'Cuxhaven' }).click()
    const row = page.locator('tr:target')
    expect(await row.textContent()).toContain('The ferry Wangerland ran aground off Cuxhaven on Tuesday')
    await row.getByRole('link', { name: 'Weser Post' }).click()
    expect(await page.locator('#lit').textContent()).toBe('Cuxhaven')
  })

  it('a square of a line that is less sure opens its fold', async () => {
    await page.getByRole('navigation', { name: 'Lines by day' }).getByRole('link', { name: 'less sure' }).click()
    expect(await page.locator('li:target').isVisible()).toBe(true)
    expect(await page.locator('li:target').textContent()).toContain('Divers may have found a crack')
  })

  it('filters narrow the lines, and stand in the address', async () => {
    await view('Timeline').click()
    expect(await lines().count()).toBe(5)
    const filter = page.locator('form.filters')
    await filter.getByRole('checkbox', { name: 'Weser Post' }).check()
    await filter.getByLabel('From').fill('2026-04-08')
    await filter.getByRole('button', { name: 'Show' }).click()
    expect(await lines().count()).toBe(1)
    expect(page.url()).toMatch(/outlet=Weser\+Post.*from=2026-04-08/)
    await page.reload()
    expect(await lines().count()).toBe(1)
    expect(await filter.getByRole('checkbox', { name: 'Weser Post' }).isChecked()).toBe(true)
    await filter.getByRole('link', { name: 'clear' }).click()
    expect(await lines().count()).toBe(5)
  })

  it('statements stand by speaker, by day or by stance', async () => {
    await view('Statements').click()
    const heads = () => page.locator('.speaker > h2:visible').allTextContents()
    const speakers = await heads()
    await page.getByRole('link', { name: 'by day' }).click()
    const days = await heads()
    await page.getByRole('link', { name: 'by stance' }).click()
    expect(new URL(page.url()).searchParams.get('by')).toBe('stance')
    expect([days.every((head) => /\d{1,2} April/.test(head)), speakers.some((head) => /April/.test(head))]).toEqual([
      true,
      false,
    ])
    await page.getByRole('link', { name: 'by speaker' }).click()
    expect(await heads()).toEqual(speakers)
  })

  it('statements are those of one person when that is asked', async () => {
    await view('Statements').click()
    expect(await page.locator('li.said').count()).toBe(5)
    const filter = page.locator('form.filters')
    await filter.getByRole('checkbox', { name: 'Hanna Keller' }).check()
    await filter.getByRole('button', { name: 'Show' }).click()
    expect(await page.locator('li.said').count()).toBe(2)
  })

  it('a statement shows how each outlet printed it, with what differs lit', async () => {
    await view('Statements').click()
    await line('within the hour').getByText('2 reports').click()
    const marks = line('within the hour').locator('mark.alt')
    expect(await marks.allTextContents()).toEqual(['one'])
  })

  it('the cast leads to a person, and the person to every mention', async () => {
    await view('Cast').click()
    await page.getByRole('link', { name: 'Hanna Keller' }).first().click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Hanna Keller')
    await page.locator('.places a').first().click()
    expect(await page.locator('#lit').textContent()).toBe('Hanna Keller')
    for (const n of [1, 2, 3]) {
      await page.getByText(`mention ${n} of 3`).waitFor()
      if (n < 3) await page.getByRole('link', { name: 'next', exact: true }).click()
    }
    await page.getByRole('link', { name: 'previous', exact: true }).click()
    await page.getByText('mention 2 of 3').waitFor()
  })

  it('the words of a filter find lines of a story', async () => {
    await view('Timeline').click()
    const filter = page.locator('form.filters')
    await filter.getByLabel('Words').fill('inspector')
    await filter.getByRole('button', { name: 'Show' }).click()
    expect(await lines().allTextContents()).toEqual([expect.stringContaining('An inspector boarded the ferry')])
  })

  it('what is searched for is found in all articles, put into the basket, and taken along', async () => {
    await page.getByRole('searchbox', { name: 'Search the record' }).fill('person:"Hanna Keller" hour OR stay')
    await page.getByRole('button', { name: 'Search', exact: true }).click()
    expect(await page.locator('.hit mark').allTextContents()).toEqual(
      expect.arrayContaining(['hour', 'stay', 'Hanna Keller']),
    )
    await page.getByRole('link', { name: 'Weser Post' }).last().click()
    const narrowed = page.locator('.hit')
    expect(await narrowed.count()).toBe(1)
    await narrowed.getByRole('checkbox').check()
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Into the basket' }).click()
    const beside = page.getByRole('region', { name: 'Basket' })
    await beside.getByText('within one hour').waitFor()
    await narrowed.getByRole('link', { name: 'Weser Post' }).click()
    expect(await page.locator('#lit').textContent()).toBe('hour')
    await page.getByRole('link', { name: 'to the story' }).first().click()
    await view('Timeline').click()
    await line('An inspector').getByRole('button', { name: 'into the basket' }).click()
    await line('An inspector').getByRole('button', { name: 'out of the basket' }).waitFor()
    await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Basket' }).click()
    expect(await lines().count()).toBe(2)
    const [taken] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'markdown' }).click(),
    ])
    const text = readFileSync(await taken.path(), 'utf8')
    expect(text).toContain('took everybody off within one hour')
    expect(text).toContain('An inspector boarded the ferry on Wednesday.')
    expect(text).toContain(']: Weser Post, 8 April 2026 ¶2 <https://news.example/post-1>')
    await page.getByRole('button', { name: 'empty it' }).click()
    await page.getByText('The basket is empty.').waitFor()
  })

  it('a line is hidden, and comes back', async () => {
    await view('Timeline').click()
    await line('An inspector').getByText('Correct').click()
    await line('An inspector').getByRole('button', { name: 'Hide' }).click()
    await page.getByRole('status').getByText('hidden').waitFor()
    expect(await line('An inspector').count()).toBe(0)
    expect(await page.locator('li:target').count()).toBe(1)
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
    await line('An inspector').first().waitFor()
    expect(await page.getByRole('status').count()).toBe(0)
  })

  it('a place of the map is confirmed where it stands, and put into the basket', async () => {
    await view('Map').click()
    const row = page.locator('tr', { hasText: 'Cuxhaven' }).first()
    await row.getByText('Correct').click()
    await row.getByRole('button', { name: 'Confirm' }).click()
    await row.getByText('confirmed').first().waitFor()
    await row.getByRole('button', { name: 'into the basket' }).click()
    await row.getByRole('button', { name: 'out of the basket' }).click()
    await row.getByRole('button', { name: 'into the basket' }).waitFor()
    await page.getByRole('link', { name: 'Corrections' }).click()
    for (let left = await page.getByRole('button', { name: 'Undo' }).count(); left > 0; left--)
      await page.getByRole('button', { name: 'Undo' }).first().click()
    await page.getByText('Nothing is corrected yet').waitFor()
  })

  it('somebody else takes part in what happened, and takes none again', async () => {
    await line('boarded the ferry').getByRole('link', { name: 'Weser Post' }).click()
    const slot = page.locator('.slot[open]').filter({ hasText: 'boarded the ferry' })
    await slot.getByText('who else · edit').click()
    const more = slot.locator('.edit[open]')
    await more.getByLabel('takes part as').selectOption('victim')
    await more.getByRole('radio', { name: 'Hanna Keller' }).check()
    await more.getByRole('button', { name: 'Keep' }).click()
    await slot.getByText('victim · edit').click()
    await slot.locator('.edit[open]').getByRole('radio', { name: 'takes no part' }).check()
    await slot.locator('.edit[open]').getByRole('button', { name: 'Keep' }).click()
    await slot.getByText('who else · edit').waitFor()
    expect(await slot.getByText('victim · edit').count()).toBe(0)
    await page.getByRole('link', { name: 'Corrections' }).click()
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await page.getByText('Nothing is corrected yet').waitFor()
  })

  it('a person is renamed, and the old name comes back', async () => {
    await view('Cast').click()
    await page.getByRole('link', { name: 'Nordlinie' }).first().click()
    await page.getByLabel('New name').fill('Nordlinie AG')
    await page.getByRole('button', { name: 'Rename' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Nordlinie AG')
    await page.getByRole('status').getByText('renamed').waitFor()
    await page.getByRole('link', { name: 'Corrections' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Nothing is corrected yet').waitFor()
  })

  it('what the machine missed is added to a paragraph, and is taken back', async () => {
    await line('pulled the ferry').getByRole('link', { name: 'Coastal Wire' }).click()
    await page.getByRole('link', { name: '¶2 add to this paragraph' }).click()
    const form = page.locator('form.pop')
    await form.getByLabel('Words, exactly as they stand above').fill('would stay in Cuxhaven')
    await form.getByLabel('Day, as 2026-05-13').fill('2026-04-10')
    await form.getByLabel('Certainty').selectOption('planned')
    await form.getByRole('button', { name: 'an event' }).click()
    const done = page.locator('#done')
    expect(await done.textContent()).toContain('would stay in Cuxhaven')
    await page.getByRole('link', { name: 'to the story' }).first().click()
    await view('Timeline').click()
    await line('said the ferry would stay in Cuxhaven').first().waitFor()
    await page.getByRole('link', { name: 'Corrections' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Nothing is corrected yet').waitFor()
  })

  it('the sentences of lines are gone through without going back', async () => {
    await line('pulled the ferry').getByRole('link', { name: 'Coastal Wire' }).click()
    await page.getByText('line 3 of 5').waitFor()
    await page.getByRole('link', { name: 'previous line' }).click()
    await page.getByText('line 2 of 5').waitFor()
    expect(await page.locator('#lit').textContent()).toBe('boarded the ferry')
  })

  it('every article can be reached, the ones without a line too', async () => {
    await page.getByRole('link', { name: 'all 3 articles' }).click()
    expect(await page.locator('li.rep h3').allTextContents()).toEqual([
      STORY,
      'Stranded ferry: harbour master defends rescue',
      'Tugs free ferry off Cuxhaven',
    ])
    await page.getByRole('link', { name: 'Tugs free' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Tugs free ferry off Cuxhaven')
  })

  it('a gap leads to the lines that have it', async () => {
    await page.goto('/')
    await page.getByRole('link', { name: 'words differ' }).click()
    expect(await page.locator('li.said').count()).toBe(1)
    expect(await page.locator('li.said').textContent()).toContain('within the hour')
  })

  it('a filter that finds nothing keeps its words and leads back', async () => {
    await view('Timeline').click()
    const field = page.locator('form.filters').getByLabel('Words')
    await field.fill('zeppelin')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await field.inputValue()).toBe('zeppelin')
    await page.getByRole('link', { name: 'all lines' }).click()
    expect(await lines().count()).toBe(5)
  })

  it('both versions of an article open', async () => {
    await view('Timeline').click()
    await line('84 people').getByRole('link', { name: 'Elbe Bugle' }).first().click()
    await page.getByRole('link', { name: 'version 1 of 2' }).click()
    expect(await page.locator('.para').count()).toBe(1)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Ferry runs aground off Cuxhaven')
  })
})
