import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleOver, readByRules } from '../../test/reading.ts'
import type { Time } from './times.ts'

// A Thursday.
const PUBLISHED = '2026-03-05'

const read = async (text: string, published: string | undefined = PUBLISHED): Promise<readonly Time[]> =>
  (await readByRules(text, published === undefined ? {} : { published })).times

const brief = (text: string, times: readonly Time[]): readonly string[] =>
  times.map(({ start, end, type, value, mod }) =>
    [text.slice(start, end), type, value, ...(mod ? [mod] : [])].join(' · '),
  )

describe('times: what the words name', () => {
  it.each<[text: string, want: readonly string[]]>([
    ['He was elected on 25 October 2016.', ['25 October 2016 · DATE · 2016-10-25']],
    ['He was elected on Tuesday, October 25, 2016.', ['Tuesday, October 25, 2016 · DATE · 2016-10-25']],
    ['It opened on the 3rd of March 2024.', ['the 3rd of March 2024 · DATE · 2024-03-03']],
    ['The form is dated 2026-02-11.', ['2026-02-11 · DATE · 2026-02-11']],
    ['The permit ran out in November 2025.', ['November 2025 · DATE · 2025-11']],
    ['The port was built in 1968.', ['1968 · DATE · 1968']],
    ['Sales fell in the third quarter of 2025.', ['the third quarter of 2025 · DATE · 2025-Q3']],
    ['It was a fashion of the 1990s.', ['the 1990s · DATE · 199']],
    ['It was a fashion of the late 1990s.', ['the late 1990s · DATE · 199 · END']],
    ['Nobody lived there in the 19th century.', ['the 19th century · DATE · 18']],
    ['The temple fell in 480 BC.', ['480 BC · DATE · BC0480']],
    ['Nobody has worked there for three weeks.', ['three weeks · DURATION · P3W']],
    ['It burned for more than two hours.', ['more than two hours · DURATION · PT2H · MORE_THAN']],
    ['A two-year contract was signed.', ['two-year · DURATION · P2Y']],
    ['It lasted two and a half years.', ['two and a half years · DURATION · P2Y6M']],
    ['Ships call there every Monday.', ['every Monday · SET · XXXX-WXX-1']],
    ['The depot earns $3 million a year.', ['a year · SET · P1Y']],
    ['Lorries leave every two hours.', ['every two hours · SET · PT2H']],
    ['The gate is now closed.', ['now · DATE · PRESENT_REF']],
    ['Nobody said so in the past.', ['the past · DATE · PAST_REF']],
    ['The third-quarter loss grew.', ['third-quarter · DATE · 2025-Q3']],
    ['The 14-day search ended.', ['14-day · DURATION · P14D']],
    ['He spoke on Tuesday, the third to do so.', ['Tuesday · DATE · 2026-03-03']],
  ])('%s', async (text, want) => {
    expect(brief(text, await read(text))).toEqual(want)
  })
})

describe('times: reckoned from the publication', () => {
  it.each<[text: string, value: string]>([
    ['The ferry sank on Tuesday.', '2026-03-03'],
    ['The ferry sank on Thursday.', '2026-03-05'],
    ['The court will hear her on Monday.', '2026-03-09'],
    ['A court is to decide on Friday.', '2026-03-06'],
    ['Talks are to be held on Friday.', '2026-03-06'],
    ['Results would be published on Friday.', '2026-03-06'],
    ['He was questioned by prosecutors on Friday.', '2026-02-27'],
    ['It must be paid by Friday.', '2026-03-06'],
    ['The government would send help by nightfall.', '2026-03-05TEV'],
    ['The ferry sank last Friday.', '2026-02-27'],
    ['The council meets next Friday.', '2026-03-06'],
    ['The ferry sank yesterday.', '2026-03-04'],
    ['The ferry sank on Tuesday night.', '2026-03-03TNI'],
    ['The ferry sank last night.', '2026-03-04TNI'],
    ['The ferry sank on 27 February.', '2026-02-27'],
    ['The permit ran out in December.', '2025-12'],
    ['The inquiry will end in June.', '2026-06'],
    ['The ferry sank last month.', '2026-02'],
    ['The ferry sank last week.', '2026-W09'],
    ['The ferry was built three years ago.', '2023'],
    ['The ferry sank two weeks ago.', '2026-W08'],
    ['The ferry sank four days ago.', '2026-03-01'],
    ['The ferry sank at 10:35 a.m. on Tuesday.', '2026-03-03T10:35'],
    ['The ferry was sold last spring.', '2025-SP'],
    ['The ferry was sold on Christmas Eve.', '2025-12-24'],
    ['The ferry will sail on Easter Monday.', '2026-04-06'],
    ['The ferry was sold on Election Day.', '2025-11-04'],
    ['The ferry was sold on Black Friday.', '2025-11-28'],
    ['The ferry will sail on Orthodox Easter.', '2026-04-12'],
    ['The ferry will sail on Victoria Day.', '2026-05-18'],
    ['The line lost money in the fourth quarter.', '2025-Q4'],
    ['The ferry was sold at the end of last year.', '2025'],
    ['Over the weekend, the ferry sank.', '2026-W09-WE'],
    ['Harbours close ahead of the weekend.', '2026-W10-WE'],
    ['The talks follow Tuesday’s vote.', '2026-03-03'],
    ['Parties campaign ahead of Sunday’s vote.', '2026-03-08'],
    ['Until Monday the owners had not answered.', '2026-03-02'],
    ['A court in the United States is to hear her in the United States on Monday.', '2026-03-09'],
    ['It stood next to the ferry on Monday.', '2026-03-02'],
    ['The crew set the nets aside on Monday.', '2026-03-02'],
    ['He has been missing since last 23 October.', '2025-10-23'],
    ['In June, the ferry had sunk.', '2025-06'],
  ])('%s', async (text, value) => {
    const times = await read(text)
    expect(times.map((time) => [time.value, time.stated, time.anchor])).toEqual([[value, false, { kind: 'published' }]])
  })

  it.each<[text: string, from: string | undefined, to: string | undefined]>([
    ['The ferry sank last week.', '2026-02-23', '2026-03-01'],
    ['The ferry sank in February 2026.', '2026-02-01', '2026-02-28'],
    ['The ferry sank at 10:35 a.m. on Tuesday.', '2026-03-03T10:35', '2026-03-03T10:35'],
    ['Ferries sank in the past two years.', '2024-03-05', '2026-03-05'],
    ['Ferries sank in the past decade.', '2016-03-05', '2026-03-05'],
    ['Profit fell in the year ended 31 January.', '2025-02-01', '2026-01-31'],
    ['Sales rose in the nine months ending 30 November 2024.', '2024-03-01', '2024-11-30'],
    ['Nine days into the search, nobody has been found.', '2026-02-25', undefined],
    ['Nobody has worked there for three weeks.', undefined, undefined],
    ['The gate is now closed.', undefined, undefined],
  ])('gives the days of: %s', async (text, from, to) => {
    const [time] = await read(text)
    expect([time?.from, time?.to]).toEqual([from, to])
  })

  it.each<[text: string, value: string]>([
    ['The ferry sank on Tuesday.', 'XXXX-WXX-2'],
    ['The ferry sank on 27 February.', 'XXXX-02-27'],
    ['The ferry sank yesterday.', 'XXXX-XX-XX'],
    ['The ferry sank in December.', 'XXXX-12'],
  ])('leaves open without a publication date: %s', async (text, value) => {
    const [time] = (await readByRules(text)).times
    expect([time?.value, time?.from, time?.to]).toEqual([value, undefined, undefined])
  })
})

describe('times: reckoned from what was told before', () => {
  it('takes the day told before', async () => {
    const text =
      'The ferry sank on 14 January. The owner was arrested a day later. The crew was freed the following day.'
    const times = await read(text)
    expect(times.map(({ value }) => value)).toEqual(['2026-01-14', '2026-01-15', '2026-01-16'])
    expect(times[1]?.anchor).toEqual({ kind: 'time', ref: times[0]?.id })
  })

  it.each<[text: string, values: readonly string[]]>([
    ['In the third quarter sales rose to 41 from 38 a year earlier.', ['2025-Q3', '2024-Q3']],
    ['For the nine months sales rose to 41 from 38 a year earlier.', ['P9M', '2025']],
    ['In the quarter ended 31 December it lost money.', ['2025-Q4', '2025-12-31']],
    ['The third quarter was good. The 2023 period was not.', ['2025-Q3', '2023-Q3']],
    ['The second quarter was good. Costs fell in the latest quarter.', ['2025-Q2', '2025-Q2']],
    ['It was sold in May 1996. In the third quarter sales rose.', ['1996-05', '2025-Q3']],
  ])('compares figures with the time they were told of: %s', async (text, values) => {
    expect((await read(text)).map(({ value }) => value)).toEqual(values)
  })

  it('takes the year said after the second of two months', async () => {
    const times = await read('She sailed in August and October 2017.')
    expect(times.map(({ value }) => value)).toEqual(['2017-08', '2017-10'])
  })

  it('goes on with the year of a history', async () => {
    const text = `The war began on 3 May 1911. ${Array.from({ length: 9 }, () => 'A truce was signed in 1911.').join(' ')} The town fell on 7 June. The town was freed in January.`
    expect((await read(text)).slice(-2).map(({ value }) => value)).toEqual(['1911-06-07', '1912-01'])
  })
})

describe('times: ranges of which one end is only a figure', () => {
  it.each<[text: string, want: readonly string[]]>([
    ['It ran on 6-7 February.', ['6 = 2026-02-06', '7 February = 2026-02-07']],
    ['It ran from 15 to 22 May 2024.', ['15 = 2024-05-15', '22 May 2024 = 2024-05-22']],
    ['It ran on April 6-7, 2024.', ['April 6 = 2024-04-06', '7, 2024 = 2024-04-07']],
    ['It ran on January 6-7.', ['January 6 = 2026-01-06', '7 = 2026-01-07']],
    ['They met on January 4 and 5, and left.', ['January 4 = 2026-01-04', '5 = 2026-01-05']],
    ['They met on January 4 and 5 2024.', ['January 4 = 2024-01-04', '5 2024 = 2024-01-05']],
    ['On January 4 and 5 people died.', ['January 4 = 2026-01-04']],
    ['They won 3-2 on 3 May 2024.', ['3 May 2024 = 2024-05-03']],
    ['It was closed in 1990-94.', ['1990 = 1990', '94 = 1994']],
    ['The scare of 1995-7 is over.', []],
    ['The war of 480-479 BC ended in June 479 BC.', ['480 = BC0480', '479 BC = BC0479', 'June 479 BC = BC0479-06']],
    ['It began in the spring of 480 BC.', ['the spring of 480 BC = BC0480-SP']],
    ['At month’s end it closed.', ['month’s end = 2026-03']],
    ['It was sold in 1982 summer sales.', ['1982 summer = 1982-SU']],
  ])('%s', async (text, want) => {
    expect((await read(text)).map(({ start, end, value }) => `${text.slice(start, end)} = ${value}`)).toEqual(want)
  })
})

describe('times: in a quotation', () => {
  it.each<[text: string, value: string]>([
    ['“We leave tomorrow,” she said on 3 February 2014.', '2014-02-04'],
    ['She told reporters on Monday: “Today is a good day.”', '2026-03-02'],
    ['“We leave tomorrow,” she said.', '2026-03-06'],
    ['“We leave tomorrow,” she said, after a storm on 3 February 2014.', '2026-03-06'],
    ['She said on 3 February 2014 that they leave tomorrow.', '2026-03-06'],
  ])('reckons from the day on which it was said: %s', async (text, value) => {
    const times = await read(text)
    const quoted = times.find(({ start }) => /^(?:tomorrow|Today)/.test(text.slice(start)))
    expect(quoted?.value).toBe(value)
    expect(quoted?.anchor?.ref).toBe(value === '2026-03-06' ? undefined : times.find(({ id }) => id !== quoted?.id)?.id)
  })
})

describe('times: history and news', () => {
  const past = Array.from({ length: 9 }, (_, at) => `A truce was signed in ${1920 + at}.`).join(' ')

  it('leaves open what a history tells of no year for', async () => {
    expect((await read(`${past} They met on Friday.`)).at(-1)?.value).toBe('XXXX-WXX-5')
  })

  it('reads news that looks back as news', async () => {
    const text = `They met on Friday. ${past} On Monday they met again. Today they rest.`
    expect((await read(text)).map(({ value }) => value).filter((value) => value.startsWith('20'))).toEqual([
      ...['2026-02-27', '2026-03-02', '2026-03-05'],
    ])
  })

  it('counts years before the first downwards', async () => {
    const text =
      'Athens was burned in 480 BC. In the autumn of that year the fleet won. It rested in the third quarter of that year.'
    const values = (await readByRules(text)).times.map(({ value }) => value)
    expect(values).toEqual(['BC0480', 'BC0480-FA', 'BC0480-Q3'])
  })
})

describe('times: what is none', () => {
  it.each([
    'She may appeal.',
    'They will march to the square.',
    'About 2000 people fled.',
    'It costs $1990 a piece.',
    'The fall of the town was quick.',
    'He finished second.',
    'A 43-year-old man was held.',
    'They beat them 3-2.',
    'A quarter of the houses burned.',
    'They said that Sun was sold.',
    'She was on “This Week” with him.',
  ])('%s', async (text) => {
    expect(brief(text, await read(text))).toEqual([])
  })
})

const PIECES = [
  ...[
    'on Tuesday',
    'Friday the 13th',
    '31 February',
    '25 October',
    '1999',
    '2016-99-99',
    '10/25/16',
    '25:99',
    '10:35 a.m.',
    'the',
    'of',
  ],
  ...[
    'last',
    'next',
    'three',
    'a couple of',
    'years',
    'quarter',
    'ago',
    'earlier',
    'the third quarter of',
    "'96",
    'the 1990s',
    'Easter',
    '480 BC',
  ],
  ...[
    'nine days into',
    'every',
    'a week',
    '99999999 centuries ago',
    'fiscal',
    '-',
    ',',
    'and a half',
    '1/2',
    'at',
    'midnight',
    'early',
    '0',
  ],
] as const

describe('times: on any words', () => {
  it('gives ISO days in order, and knows what it was reckoned from', async () => {
    const words = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => `It was ${parts.join(' ')}.`)
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const times = await read(text)
        const ids = new Set(times.map(({ id }) => id))
        for (const { value, from, to, anchor } of times) {
          expect(value).not.toMatch(/NaN|undefined/)
          if (from && to && !from.startsWith('BC')) expect(from <= to).toBe(true)
          if (anchor?.ref) expect(ids.has(anchor.ref)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('takes linear time', async () => {
    const seconds = async (count: number): Promise<number> => {
      const article = articleOver('the last three or four days of the early '.repeat(count), { published: PUBLISHED })
      const start = performance.now()
      await readByRules(article.text, { published: PUBLISHED })
      return performance.now() - start
    }
    await seconds(500)
    expect(await seconds(4000)).toBeLessThan(12 * (await seconds(1000)) + 50)
  })
})
