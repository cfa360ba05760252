import type { Reading } from '../../src/readings/reading.ts'
import { type Making, made } from '../../test/made.ts'

const PEOPLE = ['Hanna Keller', 'Jens Matthies', 'Ada Brandt', 'Omar Wulff', 'Lena Petersen', 'Piet Adomeit']
const OUTLETS = ['Elbe Bugle', 'Weser Post', 'Coastal Wire', 'Harbour News', 'The North Ledger']
const DONE = ['inspected', 'towed', 'cleaned', 'measured', 'searched', 'reopened', 'closed', 'photographed']
const PARTS = [
  'hull',
  'bridge',
  'engine',
  'car deck',
  'rudder',
  'galley',
  'anchor',
  'funnel',
  'lifeboats',
  'fuel tanks',
]

const pick = <T>(items: readonly [T, ...T[]] | readonly T[], at: number): T => items[at % items.length] as T
const dayOf = (at: number): string => new Date(Date.UTC(2026, 3, 7 + Math.floor(at / 12))).toISOString().slice(0, 10)

function makingOf(at: number): Making {
  const [person, other] = [pick(PEOPLE, at), pick(PEOPLE, at + 1 + (at % 4))]
  const [done, part] = [pick(DONE, at * 3), pick(PARTS, at * 7)]
  const happened = `Workers ${done} the ${part} of the ferry Wangerland for the ${at + 1}th time`
  const planned = `the ${pick(PARTS, at * 5)} will be ${pick(DONE, at * 11)} again in part ${at + 1}`
  const said = `“We have ${done} the ${part} and found ${at + 3} faults in it,”`
  return {
    id: `a${at}`,
    outlet: pick(OUTLETS, at),
    published: `${dayOf(at)}T0${at % 10}:00:00+02:00`,
    headline: `Ferry Wangerland off Cuxhaven: ${part} ${done}, report ${at + 1}`,
    body: [
      `${happened} off Cuxhaven on that day, the harbour office wrote.`,
      `${said} said ${person}, the harbour master, who met ${other} in Cuxhaven.`,
      `As the tide allows, ${planned}, and the ferry is to stay where it ran aground off Cuxhaven in April.`,
    ],
    entities: [{ names: [person], roles: ['harbour master'] }, { names: [other] }],
    places: [{ words: 'Cuxhaven', geonamesId: 2939658, country: 'DE' }],
    said: [{ words: said, source: person, cue: 'said', speaker: person, stance: 'said', score: 0.95 }],
    events: [
      { words: happened, type: 'OTHER', day: dayOf(at), place: 'Cuxhaven', score: 0.9 },
      { words: planned, type: 'OTHER', modality: 'planned', day: dayOf(at + 90), score: 0.85 },
    ],
  }
}

/** Readings of one long story, made by hand: two happenings, a statement, three names in each. */
export const longStory = (articles: number): readonly Reading[] =>
  Array.from({ length: articles }, (_, at) => made(makingOf(at)))
