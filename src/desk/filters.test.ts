import { beforeAll, describe, expect, it } from 'vitest'
import { askedDesk, type Asked as Desk } from '../../test/browser/asked.ts'
import { askedOf, kept, queryOf } from './filters.ts'

let desk: Desk
beforeAll(async () => {
  desk = await askedDesk()
})

const NONE = { certainty: [], who: [], where: [], outlet: [], stance: [], gap: [] }

describe('what an address asks', () => {
  it.each([
    ['', NONE],
    ['outlet=Elbe+Bugle&outlet=Weser+Post', { ...NONE, outlet: ['Elbe Bugle', 'Weser Post'] }],
    ['outlet=&words=+', NONE],
    ['from=2026-04-07&to=soon', { ...NONE, from: '2026-04-07' }],
    ['words=%20ferry%20', { ...NONE, words: 'ferry' }],
    ['format=csv&settled=d1', NONE],
  ])('%j', (query, want) => {
    const asked = askedOf(new URLSearchParams(query))
    expect(asked).toEqual(want)
    expect(kept(asked)).toBe(JSON.stringify(want) !== JSON.stringify(NONE))
    expect(askedOf(asSearch(queryOf(asked)))).toEqual(asked)
  })

  it('is bounded', () => {
    const asked = askedOf(new URLSearchParams(`words=${'x'.repeat(5000)}${'&who=e1'.repeat(500)}`))
    expect([asked.words?.length, asked.who.length]).toEqual([200, 50])
  })
})

describe('the lines that an address leaves', () => {
  it.each([
    ['timeline', '', ['h', 'h', 'h', 'h', 'h', 'h']],
    ['timeline', 'words=inspector', ['h']],
    ['timeline', 'certainty=planned', ['h']],
    ['timeline', 'certainty=met', ['h']],
    ['timeline', 'from=2026-04-09&to=2026-04-10', ['h', 'h', 'h']],
    ['timeline', 'where=Cuxhaven', ['h', 'h']],
    ['timeline', 'outlet=Weser+Post', ['h', 'h']],
    ['timeline', 'outlet=Weser+Post&words=inspector', ['h']],
    ['timeline', 'words=nobody+said+this', []],
    ['timeline', 'certainty=less+sure', ['h']],
    ['timeline', 'certainty=possible', ['h']],
    ['timeline', 'gap=one+origin&outlet=Weser+Post', ['h']],
    ['timeline', 'gap=overdue', []],
    ['statements', 'gap=unnamed+source', ['s']],
    ['statements', 'gap=words+differ', ['s']],
    ['statements', 'stance=denied', ['s']],
    ['statements', 'outlet=Coastal+Wire', ['s']],
  ])('%s?%s', async (view, query, want) => {
    const page = await desk.text(`/stories/${desk.story}/${view}?${query}`)
    const shown = [...page.matchAll(/<li class="(?:line|said)[^"]*" id="([hs])/g)].map(([, kind]) => kind)
    expect(shown).toEqual(want)
    expect(page.includes('Nothing matches')).toBe(want.length === 0)
    expect(page.includes('>clear<')).toBe(query !== '')
  })
})

function asSearch(query: ReturnType<typeof queryOf>): URLSearchParams {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) for (const one of [value ?? []].flat()) search.append(name, one)
  return search
}
