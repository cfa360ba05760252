import { describe, expect, it } from 'vitest'
import { becameOf, singular, thingOf } from './counted.ts'

describe('what is counted', () => {
  it.each([
    ['fighters', 'fighter'],
    ['families', 'family'],
    ['houses', 'house'],
    ['buses', 'bus'],
    ['churches', 'church'],
    ['children', 'child'],
    ['police', 'police'],
    ['crisis', 'crisis'],
  ])('one of the %s is a %s', (many, want) => expect(singular(many)).toBe(want))

  it.each([
    ['killed', 'dead'],
    ['death toll', 'dead'],
    ['number of people killed', 'dead'],
    ['injuring', 'hurt'],
    ['drowned', 'drowned'],
    ['lost', undefined],
    [undefined, undefined],
  ])('%s is %s', (state, want) => expect(becameOf(state)).toBe(want))

  it('bodies that were recovered and lives that were lost are dead, other things are not', () => {
    expect(becameOf('recovered', 'charred bodies')).toBe('dead')
    expect(becameOf('recovered', 'paintings')).toBeUndefined()
    expect(becameOf('lost', 'lives')).toBe('dead')
    expect(becameOf('lost', 'homes')).toBeUndefined()
  })

  it.each([
    ['people', 'dead', 'person', ''],
    [undefined, 'dead', 'person', ''],
    ['deaths', 'dead', 'person', ''],
    ['other people', 'dead', 'person', ''],
    ['foreign tourists', 'dead', 'person', 'foreign tourist'],
    ['houses', 'destroyed', 'house', ''],
    ['wooden houses', 'destroyed', 'house', 'wooden'],
    ['federal workers', undefined, 'worker', 'federal'],
    [undefined, undefined, '', ''],
  ])('%s (%s) are %s, narrowed to "%s"', (words, became, thing, who) =>
    expect(thingOf(words, became)).toEqual({ thing, who }),
  )
})
