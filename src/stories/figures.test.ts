import { describe, expect, it } from 'vitest'
import { type Making, made } from '../../test/made.ts'
import type { FigureRow } from './rows.ts'
import { storyOf } from './story.ts'

type Figure = NonNullable<Making['figures']>[number]

/** One article's telling: the sentence, and what is counted in it. */
interface Telling extends Omit<Figure, 'place'> {
  readonly sentence: string
  readonly outlet?: string
  /** Empty for none. */
  readonly published?: string
  readonly place?: string
  readonly time?: readonly [words: string, day: string]
  /** An entity that it names, who says it where "said" gives the words. */
  readonly entity?: string
  /** A figure that stands after it, in a sentence of its own. */
  readonly also?: Telling
}

const FRAME = 'The Alder broke its banks at Oldmarsh on Monday night, and the flood swept through the lower town.'

const OWN = [
  'Pigeons settled on the quay while a crane driver watched from his cabin, and the kiosk sold soup until midnight.',
  'Two tugs lay idle at the pontoon; their skippers played cards under a lamp and spoke of last winter.',
  'A choir rehearsed for its spring concert behind the closed shutters of the market hall, as it does each week.',
  'On the hill the orchards stood dry, and a farmer counted his sheep twice before he went in to supper.',
]

function figureOf({
  sentence,
  outlet,
  published,
  place,
  time,
  also,
  entity,
  state = 'killed',
  ...figure
}: Telling): Figure {
  return { ...(state ? { state } : {}), ...figure, ...(place ? { place } : {}), ...(time ? { asOf: time[0] } : {}) }
}

const telling = (told: Telling, at: number): ReturnType<typeof made> => {
  const all = [told, ...(told.also ? [told.also] : [])]
  return made({
    id: `page-${at}`,
    outlet: told.outlet ?? `Outlet ${at}`,
    ...(told.published === '' ? {} : { published: told.published ?? `2026-04-0${at + 1}` }),
    headline: 'Flood at Oldmarsh',
    body: [FRAME, ...all.map(({ sentence }) => sentence), OWN[at % OWN.length] ?? ''],
    places: all.flatMap(({ place }) => (place ? [{ words: place }] : [])),
    times: all.flatMap(({ time }) => (time ? [{ words: time[0], from: time[1], to: time[1] }] : [])),
    entities: all.flatMap(({ entity }) =>
      entity === undefined ? [] : [{ names: [entity], type: 'organization' as const }],
    ),
    said: all.flatMap(({ said, entity }) =>
      said === undefined || entity === undefined ? [] : [{ words: said, speaker: entity }],
    ),
    figures: all.map(figureOf),
  })
}

async function rowsOf(...told: readonly Telling[]): Promise<readonly FigureRow[]> {
  const rows: FigureRow[] = []
  for await (const row of (await (await storyOf(told.map(telling))).rows())?.figures() ?? []) rows.push(row)
  return rows
}

/** "first 12, supersedes 14→0 …": the points of a series. */
const courseOf = (row: FigureRow | undefined): string =>
  (row?.points ?? [])
    .map(
      ({ low, high, relation, to }) =>
        `${relation} ${low === high ? low : `${low}-${high}`}${to === undefined ? '' : `→${to}`}`,
    )
    .join(', ')

const AT_LEAST: Telling = {
  sentence: 'At least 12 people were killed in the flood.',
  words: '12',
  hedge: 'At least',
  of: 'people',
}
const LATER: Telling = { sentence: 'The flood killed 14 people, the county said.', words: '14', of: 'people' }

describe('a toll through time', () => {
  it('rises over four articles of two outlets', async () => {
    const [row, ...others] = await rowsOf(
      { ...AT_LEAST, outlet: 'Marsh Times', published: '2026-04-01' },
      { ...LATER, outlet: 'Alder Post', published: '2026-04-02' },
      {
        sentence: 'The death toll rose to 17.',
        words: '17',
        state: 'death toll',
        outlet: 'Marsh Times',
        published: '2026-04-04',
      },
      {
        sentence: 'Seventeen bodies were found; 17 died in the flood.',
        words: '17',
        state: 'died',
        outlet: 'Alder Post',
        published: '2026-04-06',
      },
    )
    expect(others).toEqual([])
    expect(courseOf(row)).toBe('first 12, supersedes 14→0, supersedes 17→1, agrees 17→2')
    expect(row).toMatchObject({
      thing: 'person',
      became: 'dead',
      origins: 2,
      id: expect.stringMatching(/^f[0-9a-f]{10}$/),
    })
  })

  const day = { published: '2026-04-02' }
  it.each<readonly [string, readonly Telling[], string]>([
    ['two sources of one day that cannot both be right', [{ ...AT_LEAST, hedge: '', ...day }, { ...LATER, ...day }], 'first 12, conflicts 14→0'],
    ['a bound and a number within it', [{ ...AT_LEAST, ...day }, { ...LATER, ...day }], 'first 12, agrees 14→0'],
    ['a range, then a number outside it', [
      { sentence: 'Between 25 and 30 people were killed in the flood.', words: '25 and 30', low: 25, high: 30, of: 'people' },
      { sentence: 'The flood killed 38 people.', words: '38', of: 'people' },
    ], 'first 25-30, supersedes 38→0'],
    ['a word for many, then a number', [
      { sentence: 'Dozens of people were killed in the flood.', words: 'Dozens', low: 24, high: 99, by: 'quantities/vague', of: 'people' },
      { sentence: 'The flood killed 38 people.', words: '38', of: 'people' },
    ], 'first 24-99, supersedes 38→0'],
    ['a vaguer number later', [LATER, { ...AT_LEAST }], 'first 14, agrees 12→0'],
    ['a lower number alone between two that are the same', [LATER, { ...AT_LEAST, hedge: '' }, LATER], 'first 14, conflicts 12→0, agrees 14→0'],
    ['a lower number that stays', [LATER, { ...AT_LEAST, hedge: '' }, { ...AT_LEAST, hedge: '' }], 'first 14, supersedes 12→0, agrees 12→1'],
    ['the day for which it holds, not that of printing', [
      LATER,
      { sentence: 'As of Wednesday the flood had killed 12 people.', words: '12', of: 'people', time: ['Wednesday', '2026-03-30'] },
    ], 'first 12, supersedes 14→0'],
    ['no day on one side, and another number', [LATER, { ...AT_LEAST, hedge: '', published: '' }], 'first 14, apart 12'],
  ])('%s', async (_, told, want) => {
    const rows = await rowsOf(...told)
    expect(rows.map(courseOf)).toEqual([want])
  }) // biome-ignore format: a table to be read

  it('knows hours apart from one another', async () => {
    const at = (hour: string) => ({ published: `2026-04-02T${hour}:00:00Z` })
    const morning = { ...AT_LEAST, hedge: '', ...at('06') }
    expect((await rowsOf(morning, { ...LATER, ...at('08') })).map(courseOf)).toEqual(['first 12, conflicts 14→0'])
    expect((await rowsOf(morning, { ...LATER, ...at('19') })).map(courseOf)).toEqual(['first 12, supersedes 14→0'])
  })
})

describe('what one series covers', () => {
  it.each<readonly [string, Telling, Telling, number]>([
    ['another state', LATER, { sentence: 'The flood injured 14 people.', words: '14', of: 'people', state: 'injured' }, 2],
    ['another word for the state', LATER, { sentence: 'The flood left 14 dead.', words: '14', state: 'dead' }, 1],
    ['another thing', { ...LATER, state: 'destroyed', sentence: 'The flood destroyed 14 houses.', of: 'houses' }, { ...LATER, state: 'destroyed', sentence: 'The flood destroyed 14 bridges.', of: 'bridges' }, 2],
    ['the children among them', LATER, { sentence: 'The flood killed three children, 3 in all.', words: '3', of: 'children' }, 2],
    ['another place', { ...LATER, place: 'Oldmarsh', sentence: 'The flood killed 14 people in Oldmarsh.' }, { ...AT_LEAST, place: 'Grenn', sentence: 'At least 12 people were killed in the flood in Grenn.' }, 2],
    ['no place on one side', { ...LATER, place: 'Oldmarsh', sentence: 'The flood killed 14 people in Oldmarsh.' }, AT_LEAST, 1],
    ['its province and the whole country', { ...LATER, sentence: 'The flood killed 14 people in the province.' }, { ...AT_LEAST, sentence: 'At least 12 people were killed in the flood nationwide.' }, 2],
    ['the same scope', { ...LATER, sentence: 'The flood killed 14 people nationwide.' }, { ...AT_LEAST, sentence: 'At least 12 people were killed in the flood across the country.' }, 1],
    ['another unit', { ...LATER, state: '', kind: 'money', unit: 'EUR', sentence: 'The county gave 14 euros of aid to each flooded home.', of: 'aid' }, { ...LATER, state: '', kind: 'money', unit: 'USD', sentence: 'The county gave 14 dollars of aid to each flooded home.', of: 'aid' }, 2],
    ['a sum, told in the same words', { state: '', kind: 'money', unit: 'EUR', sentence: 'The county gave 900 euros to each flooded home.', words: '900' }, { state: '', kind: 'money', unit: 'EUR', sentence: 'Each flooded home was given 900 euros by the county.', words: '900' }, 1],
    ['a far number', LATER, { sentence: 'The flood killed 260 people.', words: '260', of: 'people' }, 2],
  ])('%s', async (_, one, other, want) => {
    expect(await rowsOf(one, other)).toHaveLength(want)
    expect(await rowsOf(other, one)).toHaveLength(want)
  }) // biome-ignore format: a table to be read

  it('names the neighbours of another scope, place and group', async () => {
    const rows = await rowsOf(
      LATER,
      { sentence: 'The flood killed 40 people nationwide.', words: '40', of: 'people' },
      { sentence: 'The flood killed three children, 3 in all.', words: '3', of: 'children' },
    )
    const main = rows.find(({ points }) => points[0].low === 14)
    expect(main?.beside.map(({ by }) => by).sort()).toEqual(['scope', 'who'])
  })

  it('keeps a part of a number, and an earlier one, apart from it', async () => {
    const [row] = await rowsOf(
      { ...LATER, also: { sentence: 'That is up from 12 people killed by noon.', words: '12', of: 'people killed' } },
      LATER,
    )
    expect(courseOf(row)).toBe('first 14, agrees 14→0')
  })

  const UNION: Telling = { sentence: 'The union put the number at 19.', words: '19', of: 'people', again: '14' }
  const PREFECT = {
    sentence: 'The flood killed 14 people, said Ada Brandt.',
    entity: 'Ada Brandt',
    said: 'The flood killed 14 people',
  }
  it.each<readonly [string, readonly Telling[], readonly string[]]>([
    ['a number that takes up another', [{ ...LATER, also: UNION }], ['first 14, conflicts 19→0']],
    ['what it was on another day', [{ ...LATER, published: '2026-04-09', also: { ...UNION, sentence: 'It was 12 on Tuesday.', words: '12', time: ['Tuesday', '2026-04-07'] } }, { ...AT_LEAST, hedge: '', published: '2026-04-07' }], ['first 12, supersedes 14→0']],
    ['another source beside it', [{ ...LATER, ...PREFECT, also: { sentence: 'St Ann Hospital counts 16 dead.', words: '16', state: 'dead', entity: 'St Ann Hospital' } }], ['first 14, conflicts 16→0']],
    ['another number that nobody gives', [{ ...LATER, ...PREFECT, also: { sentence: 'There were 16 dead by then.', words: '16', state: 'dead' } }], ['first 14', 'first 16']],
    ['a bound, and a number within it, of one article', [{ ...AT_LEAST, also: { sentence: 'It killed 14 people, the county said.', words: '14', of: 'people' } }], ['first 12, agrees 14→0']],
    ['a bound, and others beside it', [{ ...AT_LEAST, also: { sentence: 'It may have killed 30 others.', words: '30' } }], ['first 12', 'first 30']],
    ['some of the same, of which the same is said', [
      { sentence: 'Some 28 of the flooded families have not gone back to the lower town.', words: '28', of: 'families', state: '' },
      { sentence: 'Only 20 of the flooded families have not gone back to the lower town.', words: '20', of: 'families', state: '' },
    ], ['first 28, supersedes 20→0']],
    ['those among them', [LATER, { sentence: 'The flood displaced dozens. Of those, 12 people were killed.', words: '12', of: 'people' }], ['first 12', 'first 14']],
    ['some of the same, of which something else is said', [
      { sentence: 'Some 28 of the flooded families have not gone back to the lower town.', words: '28', of: 'families', state: '' },
      { sentence: 'Only 20 of the flooded families are insured with Harrow Mutual.', words: '20', of: 'families', state: '' },
    ], ['first 20', 'first 28']],
    ['bodies that were recovered, and a toll', [LATER, { sentence: 'By noon 15 bodies had been recovered.', words: '15', of: 'bodies', state: 'recovered' }], ['first 14, supersedes 15→0']],
    ['more bodies', [LATER, { sentence: 'On Friday 15 more bodies were recovered.', words: '15', of: 'more bodies', state: 'recovered' }], ['first 14', 'first 15']],
    ['what it was on a day of its own', [{ sentence: 'The toll rose to 33 from 28 on Monday.', words: '33', state: 'toll', published: '2026-04-09', also: { sentence: 'It was up from 28 on Monday.', words: 'from 28', low: 28, later: '33', state: 'toll', time: ['Monday', '2026-04-06'] } }, LATER], ['first 14, supersedes 28→0, supersedes 33→1']],
    ['what it was on no day of its own', [{ sentence: 'The toll rose to 33.', words: '33', state: 'toll', also: { sentence: 'It was up from 28.', words: 'from 28', low: 28, later: '33', state: 'toll' } }], ['apart 28, first 33']],
    ['people missing, and workers missing', [
      { sentence: 'The flood left nine workers missing, 9 in all.', words: '9', of: 'workers', state: 'missing' },
      { sentence: 'Still 5 people are missing.', words: '5', of: 'people', state: 'missing' },
    ], ['first 9, supersedes 5→0']],
    ['people killed, and workers killed', [
      { sentence: 'The flood killed 9 workers.', words: '9', of: 'workers' },
      { sentence: 'The flood killed 12 people.', words: '12', of: 'people' },
    ], ['first 12', 'first 9']],
    ['the same measure of the same, in other words', [
      { sentence: 'The dam held 900 tonnes of river mud, the county said.', words: '900', of: 'river mud', kind: 'measure', unit: 't', state: '' },
      { sentence: 'Divers found another leak under 900 tonnes of river mud.', words: '900', of: 'river mud', kind: 'measure', unit: 't', state: '' },
    ], ['first 900, agrees 900→0']],
    ['a measure that changes', [
      { sentence: 'The dam held 900 tonnes of river mud, the county said.', words: '900', of: 'river mud', kind: 'measure', unit: 't', state: '' },
      { sentence: 'The dam held 700 tonnes of river mud, the county said.', words: '700', of: 'river mud', kind: 'measure', unit: 't', state: '' },
    ], ['first 900, supersedes 700→0']],
    ['a measure for each litre, and one of all', [
      { sentence: 'The dam held 90 grams of river mud a litre, the county said.', words: '90', of: 'river mud', kind: 'measure', unit: 'g', state: '' },
      { sentence: 'The dam held 70 grams of river mud, the county said.', words: '70', of: 'river mud', kind: 'measure', unit: 'g', state: '' },
    ], ['first 70', 'first 90']],
  ])('%s', async (_, told, want) => {
    const rows = await rowsOf(...told)
    expect(rows.map(courseOf).sort()).toEqual(want)
  }) // biome-ignore format: a table to be read

  it('does not join what has no state and other words', async () => {
    const of = (sentence: string): Telling => ({ sentence, words: '300', of: 'people', state: '' })
    expect(
      await rowsOf(
        of('About 300 people marched to the town hall.'),
        of('The camp on the hill has room for 300 people.'),
      ),
    ).toHaveLength(2)
  })
})

it('says who gives a number', async () => {
  const sentence = 'Fourteen people were killed, 14 in all, said Ada Brandt.'
  const reading = made({
    id: 'a',
    body: [sentence],
    entities: [{ names: ['Ada Brandt'] }],
    said: [{ words: 'Fourteen people were killed, 14 in all', speaker: 'Ada Brandt' }],
    figures: [{ words: '14', state: 'killed', said: 'Fourteen people were killed, 14 in all' }],
  })
  const rows: FigureRow[] = []
  for await (const row of (await (await storyOf([reading])).rows())?.figures() ?? []) rows.push(row)
  expect(rows[0]?.points[0].who?.name).toBe('Ada Brandt')
})
