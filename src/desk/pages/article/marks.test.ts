import { expect, it } from 'vitest'
import { articleOver, rulesOnly } from '../../../../test/reading.ts'
import { readArticle } from '../../../readings/read.ts'
import { notedIn } from './marks.ts'

const TEXT =
  'The bridge at Oldmarsh closed on 3 March 2026. It opened the following day. Divers will come on Tuesday. It is old.'

it.each<[string, Readonly<Record<string, string>>]>([
  ['3 March 2026', { value: '2026-03-03', day: '3 March 2026', certainty: 'stated' }],
  [
    'the following day',
    { value: '2026-03-04', day: '4 March 2026', certainty: 'implied', 'counted from': '3 March 2026' },
  ],
  [
    'Tuesday',
    { value: '2026-03-10', day: '10 March 2026', certainty: 'implied', 'counted from publication': '5 March 2026' },
  ],
])('the side of an article says what a time was counted from: %s', async (words, want) => {
  const reading = await readArticle(articleOver(TEXT, { published: '2026-03-05' }), await rulesOnly())
  const start = TEXT.indexOf(words)
  const decided = { reading, applied: [], lost: [], waiting: [], confirmed: new Set<string>() }
  const [time] = notedIn(decided, { start, end: start + words.length }).filter(({ layer }) => layer === 'times')
  const facts = time?.facts.map(({ is, value }) => [is, value]) ?? []
  const quoted = time?.words.map(({ is, span }) => [is, TEXT.slice(span.start, span.end)]) ?? []
  expect(Object.fromEntries([...facts, ...quoted])).toEqual(want)
})

it.each<[string, Readonly<Record<string, string>>]>([
  ['3 miles', { value: '3 mi', 'in units of the SI': '4828.03 m' }],
  ['40 km', { value: '40 km', 'in units of the SI': '40000 m' }],
  ['12 people', { value: '12', who: 'people' }],
])('the side of an article says what a figure is in units of the SI: %s', async (words, want) => {
  const text = `The wall is ${words} long.`.replace('12 people long', 'no shelter for 12 people')
  const reading = await readArticle(articleOver(text), await rulesOnly())
  const start = text.indexOf(words)
  const decided = { reading, applied: [], lost: [], waiting: [], confirmed: new Set<string>() }
  const [figure] = notedIn(decided, { start, end: start + words.length }).filter(({ layer }) => layer === 'quantities')
  const facts = figure?.facts.map(({ is, value }) => [is, value]) ?? []
  const quoted = figure?.words.map(({ is, span }) => [is, text.slice(span.start, span.end)]) ?? []
  expect(Object.fromEntries([...facts, ...quoted])).toEqual(want)
})
