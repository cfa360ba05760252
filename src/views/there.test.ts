import { describe, expect, it } from 'vitest'
import type { Citation } from '../text/citation.ts'
import { standingOf } from './there.ts'

/** The place of a sentence stands in brackets. */
function standing(marked: string, precision: 'country' | 'region' | 'city' | 'site' = 'city') {
  const start = marked.indexOf('[')
  const exact = marked.replace(/[[\]]/g, '')
  const of = (from: number, to: number): Citation => ({
    ...{ article: 'a', version: 'v', start: from + 100, end: to + 100 },
    exact: exact.slice(from, to),
  })
  return standingOf({ words: of(start, marked.indexOf(']') - 1), sentence: of(0, exact.length) }, precision)
}

const TABLE: readonly (readonly [string, ReturnType<typeof standing>])[] = [
  ['The ferry ran aground in [Oldmarsh].', 'there'],
  ['The ferry ran aground near the western town of [Oldmarsh].', 'there'],
  ['The ferry ran aground in northern [Oldmarsh].', 'there'],
  ['The ferry ran aground off [Oldmarsh] on Tuesday.', 'there'],
  ['Sirens were heard in Grenn, Tarvale and [Oldmarsh].', 'there'],
  ['The pilots met in Grenn, [Norland].', 'there'],
  ['Police waited at [Oldmarsh].', 'there'],
  ['Police waited outside [Oldmarsh].', 'there'],
  ['The minister flew to [Oldmarsh] on Tuesday.', 'going'],
  ['The minister visited [Oldmarsh].', 'going'],
  ['Thousands fled from [Oldmarsh].', 'going'],
  ['The mayor of [Oldmarsh] spoke.', undefined],
  ['The minister wrote to [Oldmarsh].', undefined],
  ['[Oldmarsh] denied it.', undefined],
  ['Interest in [Oldmarsh] grew.', undefined],
  ['A letter about [Oldmarsh] came.', undefined],
  ["An inquiry into [Oldmarsh]'s harbour began.", undefined],
  ['A witness in the [Oldmarsh] dredging case spoke.', undefined],
  ['A cut of pay in a [Oldmarsh] office followed.', undefined],
]

describe('standing of a place', () => {
  it.each(TABLE)('%s', (marked, want) => expect(standing(marked)).toBe(want))

  it('is not outside a country, nor at one', () => {
    expect(standing('The ship waited outside [Norland].', 'country')).toBeUndefined()
    expect(standing('She was angry at [Norland].', 'country')).toBeUndefined()
  })
})
