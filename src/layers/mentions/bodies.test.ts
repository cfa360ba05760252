import { describe, expect, it } from 'vitest'
import type { EntityType } from '../mentions.ts'
import { bodied } from './bodies.ts'
import { wordsIn } from './words.ts'

const TEXT = 'Korvat admits that Korvat Marine stored more. Korvat paid.'

const nameAt = (start: number, words: string, type: EntityType, score: number) => ({
  start,
  end: start + words.length,
  type,
  score,
  by: 'made',
})

describe('bodies', () => {
  it.each<[name: string, score: number, want: readonly EntityType[]]>([
    ['the first word of one, where it is doubted', 0.4, ['organization', 'organization']],
    ['no surer name', 0.8, ['person', 'organization']],
  ])('takes for a body %s', (_, score, want) => {
    const names = [nameAt(0, 'Korvat', 'person', score), nameAt(19, 'Korvat Marine', 'organization', 0.6)]
    const found = bodied(TEXT, wordsIn(TEXT, { start: 0, end: TEXT.length }), names)
    expect(found.map(({ type }) => type)).toEqual(want)
  })

  it.each<[text: string, score: number, want: EntityType]>([
    ['Velmora Agrochem', 0.75, 'organization'],
    ['Velmora Agrochem', 0.85, 'location'],
    ['Velmora Heights', 0.75, 'location'],
    ['Utrechem', 0.75, 'location'],
  ])('takes %s, a place at %s, for: %s', (text, score, want) => {
    const [found] = bodied(text, wordsIn(text, { start: 0, end: text.length }), [nameAt(0, text, 'location', score)])
    expect(found?.type).toBe(want)
  })
})
