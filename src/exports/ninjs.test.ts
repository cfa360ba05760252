import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ferryStory } from '../../test/browser/story.ts'
import { lineOf, told, viewOf, writtenOf } from '../../test/exported.ts'
import { ninjs } from './ninjs.ts'

// What is used of the IPTC's ninjs 3.0: it takes no other property, wants `uri`, and of an association `name` too.
const text = z.string().min(1)
const uri = z.url()
const named = z.strictObject({ name: text, uri })
const fields = {
  uri,
  type: z.enum(['text', 'composite']),
  representationType: z.literal('partial').optional(),
  version: text.optional(),
  contentCreated: z.iso.datetime({ offset: true }).optional(),
  descriptions: z.array(z.strictObject({ role: text, value: text })).optional(),
  standard: z.strictObject({ name: z.literal('ninjs'), version: z.literal('3.0'), schema: uri }).optional(),
  headlines: z.array(z.strictObject({ value: text })).optional(),
  infoSources: z.array(z.strictObject({ name: text })).optional(),
  bodies: z.array(z.strictObject({ role: text, contentType: z.literal('text/plain'), value: text })).optional(),
  people: z.array(named).optional(),
  organisations: z.array(named).optional(),
  places: z.array(named).optional(),
  events: z.array(named.extend({ id: text })).optional(),
  renditions: z.array(z.strictObject({ name: text, href: uri, contentType: text })).optional(),
}
const item = z.strictObject({ ...fields, associations: z.array(z.strictObject({ ...fields, name: text })) })
const read = (words: string) => item.parse(JSON.parse(words))

describe('ninjs', () => {
  it('is a package of the standard, with an item for each cited article and every cited word', async () => {
    const { lines, written } = await told(ferryStory)
    const { associations, headlines } = read(await written(ninjs))
    expect(headlines).toHaveLength(1)
    const cited = new Map<string, Set<string>>()
    for (const { from } of lines)
      for (const { article, exact } of from) cited.set(article, (cited.get(article) ?? new Set()).add(exact))
    expect(associations.map((one) => one.uri)).toEqual([...cited.keys()].map((id) => `urn:onrecord:article:${id}`))
    for (const [at, words] of [...cited.values()].entries())
      expect(new Set(associations[at]?.bodies?.map(({ value }) => value))).toEqual(words)
  })

  it('names who and what an article tells of', async () => {
    const { written } = await told(ferryStory)
    const bugle = read(await written(ninjs)).associations.find(({ uri: id }) => id.endsWith(':bugle-1'))
    expect(bugle?.people?.map(({ name }) => name)).toEqual(['Hanna Keller'])
    expect(bugle?.organisations?.map(({ name }) => name)).toEqual(['Nordlinie'])
    expect(bugle?.places).toContainEqual({ name: 'Cuxhaven', uri: 'https://sws.geonames.org/2939658/' })
    expect(bugle?.events?.length).toBeGreaterThan(1)
    expect(bugle?.contentCreated).toBe('2026-04-07T08:00:00+02:00')
  })

  it.each([
    ['2026-04-07', undefined, '2026-04-07'],
    ['2026-04-07T08:00', undefined, '2026-04-07T08:00'],
    ['2026-04-07T08:00:00Z', '2026-04-07T08:00:00Z', undefined],
  ])('makes no hour up for %s', async (published, created, described) => {
    const line = lineOf({ reports: [{ article: 'a b/ü', published, url: 'not an address' }] })
    const [one] = read(await writtenOf(ninjs, [viewOf([line])], {})).associations
    expect([one?.contentCreated, one?.descriptions?.[0]?.value]).toEqual([created, described])
    expect([one?.uri, one?.renditions]).toEqual(['urn:onrecord:article:a%20b%2F%C3%BC', undefined])
  })
})
