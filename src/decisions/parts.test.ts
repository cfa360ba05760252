import { describe, expect, it } from 'vitest'
import { made } from '../../test/made.ts'
import { apply } from './apply.ts'
import { type Making, makeDecision } from './make.ts'
import { partIn, slotOf } from './parts.ts'
import { targetOf } from './target.ts'

const READING = made({
  id: 'quay',
  published: '2026-05-14',
  body: [
    'Jonas Reed struck the old bridge on Wednesday, and two divers were hurt, Maria Holt said.',
    'Holt is the harbour master.',
  ],
  entities: [{ names: ['Jonas Reed'] }, { names: ['Maria Holt', 'Holt'] }],
  events: [{ words: 'struck', day: '2026-05-13', actor: 'Jonas Reed' }],
})
const EVENT = READING.events[0]?.id ?? ''
const at = (words: string) => {
  const start = READING.text.indexOf(words)
  return targetOf(READING, 'mentions', { start, end: start + words.length })
}
let minute = 0
const decide = (making: object) => makeDecision({ at: new Date(Date.UTC(2026, 5, 1, 10, minute++)).toISOString(), by: 'ana', ...making } as Making) // biome-ignore format: one line
const take = (slot: string, words: string) =>
  decide({ kind: 'speaker', target: targetOf(READING, 'events', EVENT, slot), speaker: at(words) })
const leave = (slot: string) => decide({ kind: 'hide', target: targetOf(READING, 'events', EVENT, slot) })

describe('the slot of a part', () => {
  it.each([
    ['victim', { role: 'victim' }],
    ['victim+', { role: 'victim', more: true }],
    ['actor:Jonas Reed', { role: 'actor', words: 'Jonas Reed' }],
    ['actor:a: b', { role: 'actor', words: 'a: b' }],
    ['victim+x', undefined],
    ['victim:', undefined],
    ['day', undefined],
    ['constructor', undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const)('%j is %j', (slot, want) => {
    const part = partIn(slot)
    expect(part).toEqual(want)
    if (part) expect(slotOf(part)).toBe(slot)
  })
})

describe('those who take part in an event', () => {
  it.each<[string, readonly ReturnType<typeof decide>[], readonly string[], number]>([
    ['one more', [take('victim+', 'two divers')], ['actor Jonas Reed', 'victim two divers'], 0],
    ['the first of a part', [take('victim', 'two divers')], ['actor Jonas Reed', 'victim two divers'], 0],
    ['another in the place of one', [take('actor:Jonas Reed', 'Maria Holt')], ['actor Maria Holt'], 0],
    ['all of a part', [take('actor+', 'Maria Holt'), take('actor', 'two divers')], ['actor two divers'], 0],
    ['one of two, by a name', [take('actor+', 'Maria Holt'), leave('actor:Holt')], ['actor Jonas Reed'], 0],
    ['all of them gone', [leave('actor')], [], 0],
    ['in the place of one who is not there', [take('victim:Jonas Reed', 'Maria Holt')], ['actor Jonas Reed'], 1],
    ['nobody is there to leave', [leave('victim')], ['actor Jonas Reed'], 1],
  ])('%s', (_, decisions, want, lost) => {
    const decided = apply(READING, decisions)
    const [event] = decided.reading.events
    const called = event?.roles.map(({ role, start, end }) => `${role} ${decided.reading.text.slice(start, end)}`)
    expect([called, decided.lost.length, decided.applied.length]).toEqual([want, lost, decisions.length - lost])
  })

  it('stay as they were when that is undone', () => {
    const taken = take('victim+', 'two divers')
    const undo = decide({ kind: 'undo', decision: taken.id })
    expect(apply(READING, [taken, undo]).reading).toEqual(READING)
  })
})
