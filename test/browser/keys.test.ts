import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { memoryRecord } from './memory.ts'
import { type Faults, type Looked, lookAt } from './served.ts'
import { ferryStory } from './story.ts'

const MOST = 150

/** Presses Tab until an element of these words and this selector has the focus, which must show. */
async function tabTo(page: Page, selector: string, words = ''): Promise<void> {
  for (let n = 0; n < MOST; n++) {
    await page.keyboard.press('Tab')
    const at = page.locator(':focus')
    if ((await at.count()) === 0) continue
    const found = await at.evaluate(
      (one, [wanted, said]) => {
        if (!one.matches(wanted) || !(one.getAttribute('aria-label') ?? one.textContent).includes(said))
          return undefined
        const { outlineStyle } = one.ownerDocument.defaultView.getComputedStyle(one)
        return { isSeen: outlineStyle !== 'none' || one.matches('.axis a') }
      },
      [selector, words] as const,
    )
    if (found) return expect(found.isSeen).toBe(true)
  }
  throw new Error(`no ${selector} with "${words}" after ${MOST} tabs`)
}

let desk: Looked
let page: Page
let faults: Faults
beforeAll(async () => {
  desk = await lookAt(memoryRecord(ferryStory))
})
afterAll(() => desk.close())

describe.each([
  ['with script', true],
  ['without script', false],
])('by keyboard only, %s', (_, javaScriptEnabled) => {
  beforeEach(async () => {
    ;({ page, faults } = await desk.open({ javaScriptEnabled }))
    await page.goto('/')
  })
  afterEach(async () => {
    await page.context().close()
    expect(faults).toEqual({ errors: [], elsewhere: [] })
  })

  it('the first stop skips to the record', async () => {
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Skip to the record')
    await page.keyboard.press('Enter')
    await tabTo(page, 'h2 a', 'Ferry runs aground')
  })

  it('the way leads from the stories to a lit sentence, and a line is hidden and comes back', async () => {
    await tabTo(page, 'h2 a', 'Ferry runs aground')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/stories\/y\w+$/)
    await tabTo(page, '.views a', 'Timeline')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/timeline$/)
    await tabTo(page, 'li.line a.cite', 'Elbe Bugle')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/articles\/bugle-1/)
    expect(await page.locator('#lit').textContent()).toBe('ran aground')
    await page.goBack()
    await tabTo(page, 'li.line summary', 'Correct')
    await page.keyboard.press('Enter')
    await tabTo(page, 'li.line button', 'Hide')
    await page.keyboard.press('Enter')
    await page.waitForURL(/settled=/)
    expect(await page.locator('li.line:visible').count()).toBe(4)
    await tabTo(page, '.toast button', 'Undo')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/timeline$/)
    expect(await page.locator('li.line:visible').count()).toBe(5)
  })
})

describe('keys', () => {
  beforeEach(async () => {
    ;({ page, faults } = await desk.open())
    await page.goto('/')
    await page.getByRole('heading', { name: 'Ferry runs aground' }).getByRole('link').click()
    await page.waitForURL(/\/stories\/y\w+$/)
  })
  afterEach(async () => {
    await page.context().close()
    expect(faults).toEqual({ errors: [], elsewhere: [] })
  })

  it('g and a letter open a view; j and k go from line to line; o lays the source beside', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.waitForURL(/\/timeline$/)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await page.locator('.here').textContent()).toContain('An inspector')
    await page.keyboard.press('k')
    expect(await page.locator('.here').textContent()).toContain('ran aground')
    await page.keyboard.press('o')
    const beside = page.getByRole('complementary', { name: 'Source' })
    await beside.waitFor()
    expect(await beside.locator('mark').textContent()).toBe('ran aground')
    await page.keyboard.press('Escape')
    expect(await beside.count()).toBe(0)
    expect(await page.locator('.here:focus').count()).toBe(1)
  })

  it('y confirms the line that is stood on, and u takes it back', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.waitForURL(/\/timeline$/)
    await page.keyboard.press('j')
    await page.keyboard.press('y')
    await page.waitForURL(/settled=/)
    expect(await page.locator('li.line .state').count()).toBe(1)
    await page.keyboard.press('u')
    await page.waitForURL(/\/timeline$/)
    expect(await page.locator('li.line .state').count()).toBe(0)
  })

  it('[ and ] step through reports', async () => {
    await page.locator('li.line a.cite').first().click()
    await page.getByText('report 1 of 2').waitFor()
    await page.keyboard.press(']')
    await page.getByText('report 2 of 2').waitFor()
    await page.keyboard.press('[')
    await page.getByText('report 1 of 2').waitFor()
  })

  it('a figure adds the words that are selected, as a button beside them does', async () => {
    await page.locator('li.line a.cite').first().click()
    const select = () =>
      page.locator('#p2 p').evaluate((paragraph) => {
        const words = paragraph.ownerDocument.createTreeWalker(paragraph, 4)
        while (words.nextNode() && !words.currentNode.data.includes('within the hour'));
        const start = words.currentNode.data.indexOf('within the hour')
        paragraph.ownerDocument.getSelection().setBaseAndExtent(words.currentNode, start, words.currentNode, start + 15)
      })
    await select()
    await page.keyboard.press('5')
    const words = page.getByLabel('Words, exactly as they stand above')
    await words.waitFor()
    expect(await words.inputValue()).toBe('within the hour')
    expect(await page.locator(':focus').getAttribute('name')).toBe('value')
    await page.goBack()
    await select()
    await page.locator('#p2').dispatchEvent('pointerup')
    await page.locator('.pick').click()
    expect(await words.inputValue()).toBe('within the hour')
  })

  it('do nothing where one types', async () => {
    await page.keyboard.press('/')
    await page.keyboard.type('gt?jou')
    expect(await page.getByRole('searchbox', { name: 'Search the record' }).inputValue()).toBe('gt?jou')
    expect(page.url()).toMatch(/\/stories\/y\w+$/)
  })

  it('are listed by ?', async () => {
    await page.keyboard.press('?')
    await page.waitForURL(/\/keys$/)
    await page.getByRole('heading', { name: 'Keys' }).waitFor()
  })
})
