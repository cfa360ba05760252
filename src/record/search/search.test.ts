import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, examples, given, nth, withRecord } from '../../../test/record.ts'
import { makeDecision, targetOf } from '../../decisions/index.ts'
import { openRecord } from '../open.ts'
import { isProblem } from '../query/query.ts'
import type { OnRecord } from '../record.ts'
import type { Found } from './found.ts'

const HOLT = { names: ['Zoë Holt', 'Ms Holt'], roles: ['the harbour master'] } as const
const first = given({
  id: 'one',
  outlet: 'The Northern Courier',
  published: '2026-04-02T09:00:00+02:00',
  headline: 'Barge sinks',
  body: [
    'A barge sank at Grenn on Wednesday. Zoë Holt, the harbour master, called it a disaster.',
    'Ms Holt said the pier of the bridge was cracked. Ferries were warned before midnight.',
  ],
  entities: [HOLT, { names: ['Grenn'], type: 'location' }],
  places: [{ words: 'Grenn', geonamesId: 77, country: 'DE' }],
  said: [{ words: 'the pier of the bridge was cracked', speaker: 'Zoë Holt', source: 'Ms Holt', kind: 'indirect' }],
})
const second = given({
  id: 'two',
  outlet: 'Lowick Post',
  published: '2026-05-13',
  headline: 'No warning was given, farmer says',
  body: ['Ivo Holt, a farmer, said no warning came. The barge lay at Lowick for years.', 'Zoe Holt was not there.'],
  entities: [{ names: ['Ivo Holt'] }, { names: ['Zoe Holt'] }, { names: ['Lowick'], type: 'location' }],
  said: [{ words: 'no warning came', speaker: 'Ivo Holt', kind: 'indirect', score: 0.6 }],
})
const third = given({
  id: 'three',
  outlet: 'Lowick Post',
  headline: 'Bells of Lowick',
  body: ['The bells of Lowick were rung. Nobody was warned.'],
  entities: [{ names: ['Lowick'], type: 'location' }],
})

const story = async <T>(use: (record: OnRecord) => Promise<T>) =>
  withRecord(async (record) => {
    await record.addAll([first, second, third])
    return use(record)
  })

async function found(record: OnRecord, query: string, options = {}): Promise<Found> {
  const answer = await record.search(query, options)
  if (isProblem(answer)) throw new Error(answer.reason)
  return answer
}

const wordsOf = ({ hits }: Found) => hits.map(({ sentence }) => sentence.exact)
const litOf = ({ hits }: Found) =>
  hits.map(({ sentence, lit }) => lit.map(({ start, end }) => sentence.exact.slice(start - sentence.start, end - sentence.start))) // biome-ignore format: one thought

describe('search', () => {
  it.each([
    ['barge lay', ['The barge lay at Lowick for years.'], ['barge', 'lay']],
    ['FERRIES midnight', ['Ferries were warned before midnight.'], ['Ferries', 'midnight']],
    ['"at lowick"', ['The barge lay at Lowick for years.'], ['at Lowick']],
    ['zoe -disaster -place:Lowick', ['Zoe Holt was not there.'], ['Zoe']],
    ['warn* -"no warning"', ['Ferries were warned before midnight.', 'Nobody was warned.'], ['warned']],
    ['bells AND rung', ['The bells of Lowick were rung.'], ['bells', 'rung']],
    ['person:"Zoë Holt" cracked', ['Ms Holt said the pier of the bridge was cracked.'], ['Ms Holt', 'cracked']],
    ['person:"zoe holt" -master -said', ['Zoe Holt was not there.'], ['Zoe Holt']],
    ['person:"Ivo Holt"', ['Ivo Holt, a farmer, said no warning came.'], ['Ivo Holt']],
    ['place:Grenn wednesday', ['A barge sank at Grenn on Wednesday.'], ['Grenn', 'Wednesday']],
    ['place:77 -sinks', ['A barge sank at Grenn on Wednesday.'], ['Grenn']],
    ['place:Lowick -bells', ['The barge lay at Lowick for years.'], ['Lowick']],
    ['said-by:"Zoe Holt"', ['Ms Holt said the pier of the bridge was cracked.'], ['Ms Holt']],
    ['warned from:2026', ['Ferries were warned before midnight.'], ['warned']],
    ['barge from:2026-05 to:2026-05', ['The barge lay at Lowick for years.'], ['barge']],
    ['barge to:2026-04-02 -sinks', ['A barge sank at Grenn on Wednesday.'], ['barge']],
    ['outlet:"northern courier" ferries', ['Ferries were warned before midnight.'], ['Ferries']],
    ['outlet:Post -outlet:courier years', ['The barge lay at Lowick for years.'], ['years']],
    ['(midnight OR person:"Ivo Holt") -came', ['Ferries were warned before midnight.'], ['midnight']],
    [
      '(midnight OR said-by:"Zoë Holt") pier',
      ['Ms Holt said the pier of the bridge was cracked.'],
      ['Ms Holt', 'pier'],
    ],
  ] as const)('%s', (query, want, lit) =>
    story(async (record) => {
      const answer = await found(record, query)
      expect([...wordsOf(answer)].sort()).toEqual([...want].sort())
      expect(litOf(answer)[0]).toEqual(lit)
      for (const { sentence, lit: spans, id } of answer.hits) {
        const reading = (await record.reading(sentence.article, sentence.version))?.reading
        expect(reading?.text.slice(sentence.start, sentence.end)).toBe(sentence.exact)
        expect(reading?.sentences.some((one) => id.endsWith(`#${one.id}`))).toBe(true)
        for (const { start, end } of spans) expect(sentence.start <= start && end <= sentence.end).toBe(true)
      }
    }),
  )

  it('keeps people of one surname apart, unless the surname is all that is asked', () =>
    story(async (record) => {
      expect(wordsOf(await found(record, 'person:Holt'))).toHaveLength(4)
      expect(wordsOf(await found(record, 'person:"Zoë Holt"'))).toHaveLength(3)
    }))

  it.each([
    'said-by:"Ivo Holt"',
    'person:Mayer',
    'place:Holt',
    'story:y0000000000',
    'outlet:Gazette',
    'person:e0000000000',
  ])('finds nothing, and says whom nobody knows: %s', (query) =>
    story(async (record) => {
      const { hits, total, unknown } = await found(record, query)
      expect([hits, total]).toEqual([[], 0])
      expect(unknown).toHaveLength(query.startsWith('said-by') ? 0 : 1)
    }),
  )

  it('says of each hit where it stands, and what all of them may be narrowed by', () =>
    story(async (record) => {
      const answer = await found(record, 'barge', { order: 'day' })
      const [stories] = [await record.stories()]
      expect(answer).toMatchObject({
        total: 3,
        more: false,
        articles: 2,
        outlets: [{ value: 'The Northern Courier', count: 2 }, { value: 'Lowick Post', count: 1 }],
        days: [{ value: '2026-05-13', count: 1 }, { value: '2026-04-02', count: 2 }],
        unknown: [],
      }) // biome-ignore format: a table to be read
      expect(answer.hits[0]).toMatchObject({
        sentence: { article: 'two', n: 1 },
        report: { outlet: 'Lowick Post', headline: 'No warning was given, farmer says', published: '2026-05-13' },
      })
      expect(answer.hits[1]?.sentence.n).toBeUndefined()
      expect(stories.map(({ id }) => id)).toContain(answer.hits[0]?.story)
      expect(answer.stories.length).toBeGreaterThan(0)
      const own = await found(record, `story:${answer.hits[0]?.story} barge`)
      expect(own.hits.every(({ story: id }) => id === answer.hits[0]?.story)).toBe(true)
      expect(own.total).toBeGreaterThan(0)
    }))

  it('gives pages that join without a gap', () =>
    story(async (record) => {
      const whole = await found(record, 'holt OR barge OR lowick OR warned')
      const ids: string[] = []
      let after: string | undefined
      do {
        const page = await found(record, 'holt OR barge OR lowick OR warned', { limit: 2, ...(after ? { after } : {}) })
        ids.push(...page.hits.map(({ id }) => id))
        after = page.next
      } while (after)
      expect(ids).toEqual(whole.hits.map(({ id }) => id))
      expect(ids.length).toBeGreaterThan(6)
    }))

  it('refuses a limit that is none, and a hit that is not among them', () =>
    story(async (record) => {
      await expect(record.search('barge', { limit: 0 })).rejects.toThrow(
        'limit takes a whole number from 1 to 1000, not 0',
      )
      await expect(record.search('barge', { after: 'x' })).rejects.toThrow('x is not among what was found')
      expect(await record.search('(barge')).toEqual({ reason: 'the bracket is not closed', at: { start: 0, end: 1 } })
    }))

  it('puts rare words before common ones, and short sentences before long ones', () =>
    story(async (record) => {
      const { hits } = await found(record, 'the OR midnight')
      expect(hits[0]?.sentence.exact).toContain('midnight')
      expect(hits[0]?.rank).toBeGreaterThan(hits[1]?.rank ?? 0)
    }))

  it('counts no further than a thousand', () =>
    withRecord(async (record) => {
      const body = Array.from({ length: 300 }, (_, n) => `The gate number ${n} was opened.`)
      const many = Array.from({ length: 4 }, (_, n) => given({ id: `a${n}`, published: `2026-01-0${n + 1}`, body }))
      await record.addAll(many)
      const { total, more, hits, articles } = await found(record, 'gate', { limit: 1000 })
      expect([total, more, hits.length, articles]).toEqual([1000, true, 1000, 4])
      expect(await found(record, 'from:2026-01-04')).toMatchObject({ total: 300, more: false })
      expect(await found(record, 'gate from:2026-01-02 to:2026-01-03')).toMatchObject({ total: 600, more: false })
    }))

  it('finds newest versions alone, and what a decision changed', () =>
    story(async (record) => {
      const { reading } = second
      const target = targetOf(reading, 'entities', reading.entities[0]?.id ?? '')
      await record.decide(
        makeDecision({ kind: 'rename', target, name: 'Ivan Holt', at: '2026-06-01T00:00:00Z', by: 'Ann' }),
      )
      expect((await found(record, 'person:"Ivan Holt"')).total).toBe(1)
      const again = given({ id: 'two', published: '2026-05-13', modified: '2026-05-14', body: ['All is well.'] })
      await record.addAll([again])
      expect((await found(record, 'farmer')).total).toBe(0)
      expect((await found(record, 'person:"Ivan Holt"')).unknown).toHaveLength(1)
      expect((await found(record, 'well')).hits[0]?.sentence.version).toBe(again.reading.version)
    }))

  it('answers the same after all is linked anew', () =>
    withRecord(async (record) => {
      await record.addAll(await examples())
      const [lead] = await all((await record.rows())?.entities({ type: 'person' }) ?? none())
      const queries = ['water', `person:${lead?.id}`, `said-by:"${lead?.name}"`, 'place:river OR bridge', 'from:2026']
      const before = await Promise.all(queries.map((query) => record.search(query)))
      expect(
        before.map((answer) => ('total' in answer ? answer.total : 0)).filter((total) => total > 0).length,
      ).toBeGreaterThan(3)
      await record.relink()
      expect(await Promise.all(queries.map((query) => record.search(query)))).toEqual(before)
    }))

  it('indexes a record of the earlier format when it is first asked', () =>
    withRecord(async (record, path) => {
      await record.addAll([nth(0), nth(1)])
      const want = await record.search('barge person:"Maria Holt"')
      await record.close()
      const database = new DatabaseSync(path)
      for (const table of ['held', 'name', 'source', 'sentence_fts']) database.exec(`delete from ${table}`)
      database.exec('insert into unsearched select newest from article')
      database.close()
      const again = await openRecord(path)
      expect(await again.search('barge person:"Maria Holt"')).toEqual(want)
      await again.close()
    }))

  it('answers any text with sentences or one problem', () =>
    story(async (record) => {
      const part = fc.constantFrom('barge', 'person:Holt', 'place:Grenn', 'said-by:Holt', 'from:2026', 'outlet:Post', 'story:y1', 'x*', 'bar*', '-', 'OR', 'AND', 'NOT', '(', ')', '"', '\u0000', 'é') // biome-ignore format: a list
      await fc.assert(
        fc.asyncProperty(fc.array(part, { maxLength: 9 }), async (parts) => {
          const answer = await record.search(parts.join(' '))
          expect(isProblem(answer) || answer.total === answer.hits.length).toBe(true)
        }),
        { numRuns: 300 },
      )
    }))
})

async function* none(): AsyncIterable<never> {}

describe('names', () => {
  it('are counted, with their first sentence and whom they mean', () =>
    story(async (record) => {
      const found = await all(record.called(['Zoe Holt', 'harbour master', 'Mayer', '"', '']))
      expect(found).toMatchObject([
        { name: 'Zoe Holt', sentences: 2, articles: 2, first: { sentence: { article: 'one' } }, entities: [{ name: 'Zoë Holt', type: 'person' }] },
        { name: 'harbour master', sentences: 1, articles: 1, entities: [] },
        { name: 'Mayer', sentences: 0, articles: 0, entities: [] },
        { name: '"', sentences: 0, articles: 0, entities: [] },
        { name: '', sentences: 0, articles: 0, entities: [] },
      ]) // biome-ignore format: a table to be read
      expect(found[2]?.first).toBeUndefined()
      expect(found[0]?.first?.sentence.exact).toContain('Zoë Holt, the harbour master')
    }))
})
