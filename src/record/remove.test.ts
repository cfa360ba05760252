import { describe, expect, it } from 'vitest'
import { all, bytesOf, given, nth, withRecord } from '../../test/record.ts'
import { makeDecision, targetOf } from '../decisions/index.ts'

const WORDS = 'Quibblewick'
const secret = given({
  id: 'secret',
  outlet: 'The Post',
  published: '2026-04-01',
  headline: `${WORDS} sinks a barge at the bridge`,
  body: [`A cargo barge of ${WORDS} struck the old road bridge and sank, said Maria Holt.`],
  entities: [{ names: ['Maria Holt'] }, { names: [WORDS], type: 'organization' }],
  events: [{ words: 'struck', day: '2026-04-02' }],
})

describe('removing', () => {
  it('leaves no word of an article in the file', () =>
    withRecord(async (record, path) => {
      for (const { page, reading } of [nth(0), secret, nth(1)]) await record.add(page, reading)
      const target = targetOf(secret.reading, 'events', secret.reading.events[0]?.id ?? '')
      await record.decide(makeDecision({ kind: 'confirm', target, at: '2026-05-01T00:00:00Z', by: 'Ann' }))
      await record.stories()
      expect(bytesOf(path)).toContain(WORDS)
      expect(await record.remove('secret')).toBe(true)
      for (const words of [WORDS, WORDS.toLowerCase(), 'quibblew']) expect(bytesOf(path)).not.toContain(words)
    }))

  it('takes it from every answer, and keeps the others', () =>
    withRecord(async (record) => {
      for (const { page, reading } of [nth(0), secret]) await record.add(page, reading)
      await record.remove('secret')
      expect(await record.reading('secret')).toBeUndefined()
      expect(await record.page('secret')).toBeUndefined()
      expect(await record.search(WORDS)).toMatchObject({ hits: [], total: 0 })
      expect(await record.search(`person:${WORDS}`)).toMatchObject({ hits: [], unknown: [{ value: WORDS }] })
      expect((await all(record.articles())).map(({ id }) => id)).toEqual(['article-0'])
      expect(await all(record.verify())).toEqual([])
      expect(await record.about()).toMatchObject({ articles: 1, versions: 1 })
      expect(await record.remove('secret')).toBe(false)
    }))

  it('leads the ids of what others tell too to them', () =>
    withRecord(async (record) => {
      for (const { page, reading } of [nth(0), nth(1), nth(2)]) await record.add(page, reading)
      const idOf = async () => (await all((await record.rows())?.entities() ?? none())).find(({ name }) => name === 'Maria Holt')?.id // biome-ignore format: one line
      const before = await idOf()
      await record.remove('article-0')
      const after = await idOf()
      expect(after).not.toBe(before)
      expect(await record.resolve(before ?? '')).toBe(after)
    }))

  it('keeps a text that another article has too', () =>
    withRecord(async (record) => {
      const twin = { ...secret, reading: { ...secret.reading, id: 'twin' } }
      for (const { page, reading } of [secret, twin]) await record.add(page, reading)
      await record.remove('secret')
      expect((await record.reading('twin'))?.reading.text).toBe(secret.reading.text)
    }))

  it('lets it be added again', () =>
    withRecord(async (record) => {
      await record.add(secret.page, secret.reading)
      await record.remove('secret')
      expect(await record.add(secret.page, secret.reading)).toMatchObject({ state: 'added' })
    }))
})

async function* none(): AsyncIterable<never> {}
