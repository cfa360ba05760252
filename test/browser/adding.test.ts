import { expect, it } from 'vitest'
import { openThreads } from '../../src/collect/index.ts'
import { withRecord } from '../record.ts'
import { lookAt } from './served.ts'

const TEXT =
  'The ferry Wangerland ran aground off Cuxhaven on Tuesday with 84 people on board, the harbour office said.\n\n“We took everybody off within the hour,” said Hanna Keller, the harbour master of Cuxhaven.'

it.each([
  ['with script', true],
  ['without script', false],
])('a pasted text is added, its progress is seen, and it leads to its line: %s', (_, javaScriptEnabled) =>
  withRecord(async (record) => {
    const desk = await lookAt(record, { readers: () => openThreads(1, { reader: 'linear' }) })
    const { page, faults } = await desk.open({ javaScriptEnabled })
    page.setDefaultTimeout(50_000)
    await page.goto('/')
    await page.getByLabel('Paste a text').fill(TEXT)
    await page.getByLabel('Headline').fill('Ferry runs aground off Cuxhaven')
    await page.getByLabel('Outlet').fill('Elbe Bugle')
    await page.getByLabel('Published').fill('2026-04-07')
    await page.getByRole('button', { name: 'Read it' }).click()
    await page.getByText('of 1 pages').first().waitFor()
    // Without script the page is asked again by its link; with it, it changes by itself.
    if (!javaScriptEnabled)
      while (await page.getByRole('link', { name: 'Refresh' }).count()) {
        await page.waitForTimeout(300)
        await page.getByRole('link', { name: 'Refresh' }).click()
      }
    await page.getByRole('link', { name: 'one line' }).click()
    expect(await page.locator('li:target').textContent()).toContain('“We took everybody off within the hour,”')
    await page.locator('li:target').getByRole('link', { name: 'Elbe Bugle' }).first().click()
    expect(await page.locator('#lit').textContent()).toContain('took')
    expect(faults).toEqual({ errors: [], elsewhere: [] })
    await desk.close()
  }),
)
