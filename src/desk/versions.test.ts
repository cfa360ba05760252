import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AddingDesk, addingDesk } from '../../test/desk.ts'
import { all } from '../../test/record.ts'
import { makeDecision, targetOf } from '../decisions/index.ts'

const URL = 'https://oldmarsh.example/bridge'
const FIRST =
  'The old bridge fell into the river on Tuesday, the mayor said.\n\nTwelve people are missing, the fire brigade said.'
const SECOND =
  'The old bridge fell into the river on Tuesday, the mayor said.\n\nNobody is missing, the fire brigade said later.'
const KNOWN = {
  url: URL,
  outlet: 'Oldmarsh Times',
  published: '2026-04-07',
  headline: 'Old bridge falls into the river',
}
const GONE = 'Twelve people are missing'

let desk: AddingDesk
let minute = 0
beforeAll(async () => {
  desk = await addingDesk([], { now: () => new Date(Date.UTC(2026, 3, 7, 10, minute++)) })
})
afterAll(() => desk.close())

const added = async (text: string) => (await desk.ended(await desk.add({ ...KNOWN, text }))).page
const row = async () => {
  const [only, ...others] = await all(desk.record.articles())
  if (!only || others.length > 0) throw new Error('not one article')
  return only
}
const page = async (path: string) => (await desk.ask(path)).text()

describe('a page that is added again and has changed', () => {
  it('keeps both versions, and views show the newest alone', async () => {
    expect(await added(FIRST)).toContain('1 added')
    expect(await added(SECOND)).toContain('one new version')
    expect(await added(SECOND)).toContain('1 already kept')
    const { id, version, versions, story } = await row()
    expect(versions).toHaveLength(2)
    expect(version).toBe(versions[1])
    expect((await desk.record.reading(id))?.reading.text).toContain('Nobody is missing')
    for (const view of ['', '/timeline', '/statements', '/cast'])
      expect(await page(`/stories/${story}${view}`)).not.toContain(GONE)
    expect(await all(desk.record.verify())).toEqual([])
  })

  it('is newer than what was pasted before, whichever way round the texts came', async () => {
    const other = await addingDesk([], { now: () => new Date(Date.UTC(2026, 3, 7, 10, minute++)) })
    for (const text of [SECOND, FIRST]) await other.ended(await other.add({ ...KNOWN, text }))
    const [only] = await all(other.record.articles())
    expect((await other.record.reading(only?.id ?? ''))?.reading.text).toContain(GONE)
    await other.close()
  })

  it('opens its older version with a plain notice, and says that the sentence is gone', async () => {
    const { id, versions, version } = await row()
    const [old = ''] = versions
    const text = (await desk.record.reading(id, old))?.reading.text ?? ''
    const start = text.indexOf(GONE)
    const shown = await page(`/articles/${id}?version=${old}&at=${start}-${start + GONE.length}`)
    expect(shown).toMatch(new RegExp(`<mark id="lit">(?:<[^>]+>)*${GONE.slice(0, 6)}`))
    expect(shown).toContain('This is an older version; views show the newest.')
    expect(shown).toContain('This sentence stands no longer in the newest version.')
    expect(shown).toContain(`version=${version}`)
  })

  it('leads to the same sentence where the newest still has it', async () => {
    const { id, versions } = await row()
    const [old = ''] = versions
    const text = (await desk.record.reading(id, old))?.reading.text ?? ''
    const start = text.indexOf('fell into')
    const shown = await page(`/articles/${id}?version=${old}&at=${start}-${start + 9}`)
    const [, path = ''] = /href="([^"]+)">the same sentence in the newest version/.exec(shown) ?? []
    expect(await page(path.replaceAll('&amp;', '&').replace(/#.*/, ''))).toMatch(
      /<mark id="lit">(?:<[^>]+>)*The old bridge/,
    )
    expect(shown).not.toContain('stands no longer')
  })

  it('says nothing of versions on its newest', async () => {
    const { id, version } = await row()
    for (const path of [`/articles/${id}`, `/articles/${id}?version=${version}`])
      expect(await page(path)).not.toContain('older version')
  })

  it('marks what was settled of a sentence that is gone with its old wording', async () => {
    const { id, versions } = await row()
    const [old = ''] = versions
    const reading = (await desk.record.reading(id, old))?.reading
    if (!reading) throw new Error('the old version is gone')
    const start = reading.text.indexOf('Twelve')
    const target = targetOf(reading, 'mentions', { start, end: start + 6 })
    const decision = makeDecision({ kind: 'assert', target, item: { layer: 'mentions', type: 'misc' }, at: '2026-04-07T11:00:00Z', by: 'ana' }) // biome-ignore format: one line
    expect((await desk.record.decide(decision)).state).toBe('lost')
    const shown = await page('/corrections')
    expect(shown).toContain('not applied: the words are gone or stand more than once')
    expect(shown).toContain(`data-quote="${id}@${old}" data-at="${start}-${start + 6}">Twelve</a>`)
    expect(shown).toContain('in an older version')
  })
})
