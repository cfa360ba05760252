import {
  amount,
  awaySense,
  dated,
  dateSense,
  fixed,
  grainOf,
  lengthSense,
  modded,
  monthSense,
  type Names,
  number,
  quarterSense,
  seasonSense,
  sense,
  shift,
  shiftNamed,
  text,
  weekdaySense,
  yearOf,
} from './build.ts'
import { lengthValue } from './lengths.ts'
import type { Meaning, Named, Sense } from './senses.ts'

/** Makes the sense of what a rule's pattern caught; undefined where the words cannot be a time. */
export type Maker = (names: Names) => Sense | undefined

const timeOf = (clock: string, named: Named): Sense => ({ type: 'TIME', named, clock })
const ref = (value: string): Sense => ({ type: 'DATE', value })
const set = (value: string): Sense => ({ type: 'SET', value })

const unitSense: Maker = (names) => {
  const grain = grainOf(names)
  return grain && dated(shiftNamed(names, grain))
}

// "The past decade" is the ten years before, "the last decade" the one of the calendar.
function pastSense(names: Names): Sense | undefined {
  const unit = text(names, 'u') ?? ''
  if (unit !== 'decade' && unit !== 'century') return undefined
  const length = { count: 1, unit }
  return { type: 'DURATION', value: lengthValue(length), length, toward: 'before' }
}

function clockSense(names: Names): Sense | undefined {
  const day = sense(names, 'p')
  if (day?.clock) return undefined
  const named = day?.named ?? shift('day', 0, 'told')
  const zone = text(names, 'z')
  return modded({ type: 'TIME', named, clock: `${text(names, 'c')}${zone ?? ''}` }, text(names, 'q'))
}

// "Ende des Jahres": of the one that is.
function ofUnit(names: Names): Sense | undefined {
  const grain = grainOf(names)
  return grain && dated(shiftNamed(names, grain) ?? shift(grain, 0))
}

// "the early 1990s": a mod laid on the time inside.
const position: Maker = (names) => {
  const inside = sense(names, 'p') ?? ofUnit(names)
  const mod = text(names, 'm') ?? text(names, 'q')
  return inside && mod && !inside.mod ? { ...inside, mod } : undefined
}

function eachSense(names: Names): Sense | undefined {
  const [unit, weekday, month, season, part] = [
    text(names, 'u'),
    number(names, 'w'),
    number(names, 'm'),
    number(names, 's'),
    text(names, 'p'),
  ]
  if (unit) return set(lengthValue({ count: amount(names, 'n')?.count ?? 1, unit }))
  if (weekday) return set(`XXXX-WXX-${weekday}${part ?? ''}`)
  if (month) return set(`XXXX-${`${month}`.padStart(2, '0')}`)
  if (season !== undefined) return set(`XXXX-${['SP', 'SU', 'FA', 'WI'][season]}`)
  return part ? set(`XXXX-XX-XX${part}`) : undefined
}

const eraSense: Maker = (names) => {
  const year = amount(names, 'n')?.count
  if (typeof year !== 'number' || year < 1 || year > 9999 || year % 1 !== 0) return undefined
  return dated(fixed('year', text(names, 'e') === 'BC' ? 1 - year : year))
}

const stretchSense: Maker = (names) => {
  const by = number(names, 's') ?? number(names, 't') ?? 0
  if (amount(names, 'n')?.article) return undefined
  return lengthSense(names, { toward: by > 0 ? 'after' : 'before' })
}

const vagueSense: Maker = (names) => {
  const unit = text(names, 'u')
  return unit ? { type: 'DURATION', value: lengthValue({ count: 'X', unit }) } : undefined
}

/** The sense of each rule of the grammar, by the rule's name. */
export const MAKERS: Readonly<Record<string, Maker>> = {
  near: (names) => dated(shift('day', number(names, 'd') ?? 0), names),
  beyond: (names) => {
    const [way, day] = [number(names, 'b') ?? 0, number(names, 'd') ?? 0]
    return way === day ? dated(shift('day', way + day)) : undefined
  },
  tonight: (names) => timeOf(text(names, 'p') ?? 'TNI', shift('day', 0)),
  lastnight: () => timeOf('TNI', shift('day', -1)),
  weekday: weekdaySense,
  weekpart: (names) => {
    const said = text(names, 'v') ?? ''
    return weekdaySense(new Map<string, Meaning>([...names, ['w', Number(said.slice(0, 1))], ['p', said.slice(1)]]))
  },
  date: dateSense,
  numeric: (names) => sense(names, 'n'),
  month: monthSense,
  year: (names) => dated(yearOf(names)),
  era: eraSense,
  fiscal: (names) => dated(yearOf(names) ?? shiftNamed(names, 'year') ?? shift('year', 0)),
  decade: (names) => sense(names, 'd'),
  century: (names) => {
    const nth = number(names, 'n') ?? 0
    return text(names, 'e') === 'BC' || nth > 30 ? undefined : dated(fixed('century', nth - 1))
  },
  pastunit: pastSense,
  unit: unitSense,
  weekend: () => dated({ is: 'weekend' }),
  toldpart: (names) => timeOf(text(names, 'p') ?? '', shift('day', number(names, 't') ?? 1, 'told')),
  toldday: (names) => dated(shift('day', number(names, 't') ?? 1, 'told')),
  thenext: (names) => {
    const grain = grainOf(names)
    return grain && dated(shift(grain, 1, grain === 'day' ? 'told' : 'published'))
  },
  same: (names) => {
    const grain = grainOf(names)
    return grain && dated(shift(grain, 0, grain === 'day' || grain === 'quarter' ? 'told' : 'published'))
  },
  quarter: quarterSense,
  quarterof: (names) => {
    const [of, grain] = [yearOf(names), text(names, 'g')]
    return of && grain === 'quarter' ? dated({ is: 'away', unit: 'year', by: 0, from: of }) : undefined
  },
  latest: () => dated({ is: 'latest' }),
  yearago: (names) => {
    const of = yearOf(names)
    return dated({ is: 'away', unit: 'year', by: of ? 0 : -1, from: of ?? 'told' })
  },
  season: seasonSense,
  seasonyear: seasonSense,
  bareseason: seasonSense,
  holiday: (names) => {
    const of = yearOf(names)
    const by = number(names, 's')
    return dated({ is: 'holiday', name: text(names, 'h') ?? '', ...(of && { of }), ...(by !== undefined && { by }) })
  },
  ago: (names) => awaySense(names, -1, 'published'),
  away: (names) => awaySense(names, number(names, 'b') ?? 1, number(names, 'b') === undefined ? 'published' : 'told'),
  from: (names) => {
    const inside = sense(names, 'p')?.named
    const grain = grainOf(names) ?? 'day'
    return inside && dated(shift(grain, number(names, 'b') ?? 7, inside))
  },
  weekof: (names) => {
    const inside = sense(names, 'p')?.named
    const grain = grainOf(names)
    return inside && (grain === 'week' || grain === 'weekend') ? dated(shift(grain, 0, inside)) : undefined
  },
  partof: (names) => {
    const inside = sense(names, 'd')
    return inside?.named && !inside.clock ? timeOf(text(names, 'p') ?? '', inside.named) : undefined
  },
  position,
  yearend: (names) => modded(dated(yearOf(names) ?? shift(grainOf(names) ?? 'year', 0)), text(names, 'm') ?? 'END'),
  or: (names) => modded(sense(names, 'p'), names.has('o') ? 'APPROX' : 'ON_OR_AFTER'),
  about: (names) => modded(sense(names, 'p'), text(names, 'q')),
  clock: clockSense,
  part: (names) => timeOf(text(names, 'p') ?? 'TNI', sense(names, 'd')?.named ?? shift('day', 0, 'told')),
  duration: (names) => (names.has('l') ? { type: 'DURATION', value: text(names, 'l') ?? '' } : lengthSense(names)),
  old: (names) => lengthSense(names),
  stretch: stretchSense,
  first: (names) => (names.has('n') ? lengthSense(names) : vagueSense(names)),
  vague: vagueSense,
  each: eachSense,
  rate: (names) => set(lengthValue({ count: 1, unit: text(names, 'u') ?? '' })),
  plural: eachSense,
  adverb: (names) => set(text(names, 'a') ?? ''),
  ref: (names) => ref(text(names, 'r') ?? 'PRESENT_REF'),
}
