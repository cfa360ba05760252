import { yearOf } from './calendar.ts'
import type { Match } from './grammar.ts'
import type { Language } from './languages/language.ts'
import { withRanges } from './ranges.ts'
import type { Named, Sense } from './senses.ts'
import type { Word } from './words.ts'

// "In August and October 2017": the first month is of the year said after the second.
function sharingYear(match: Match, next: Match): Match {
  const { named } = match.sense
  const last = next.sense.named
  if (!named || last?.is !== 'fixed') return match
  const bare = (named.is === 'date' || (named.is === 'part' && named.grain === 'month')) && !named.of
  const { grain } = last.stretch
  if (!bare || (grain !== 'day' && grain !== 'month')) return match
  const of = { is: 'fixed', stretch: { grain: 'year', at: yearOf(last.stretch) } } as const
  return { ...match, sense: { ...match.sense, named: { ...named, of } } }
}

const HALF_QUARTER = 45
const YEAR: Sense = { type: 'DURATION', value: 'P1Y', length: { count: 1, unit: 'year' } }

function endingOn(sense: Sense, until: Named): Sense | undefined {
  const { type, named, length, toward } = sense
  if (type === 'DURATION' && length && !toward) return { ...sense, until }
  if (named?.is !== 'shift' || (named.grain !== 'year' && named.grain !== 'quarter')) return undefined
  if (named.grain === 'year') return { ...YEAR, until }
  // Most of a quarter lies about its middle.
  const middle: Named = { is: 'away', unit: 'day', by: -HALF_QUARTER, from: until }
  return { type: 'DATE', named: { is: 'shift', grain: 'quarter', by: 0, from: middle } }
}

// "The year ended March 31", "the quarter ending June 30": which one the day after it says.
function ending(match: Match, next: Match): Match {
  const until = next.sense.named
  if (!until || next.sense.type !== 'DATE') return match
  const sense = endingOn(match.sense, until)
  return sense ? { ...match, sense } : match
}

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Gives times of a sentence, in order, what each takes from the one right after it. */
export function joiningOf({
  contexts,
  marks,
}: Language): (words: readonly Word[], matches: readonly Match[]) => readonly Match[] {
  const [joins, ends, shares] = [setOf(marks.joins), setOf(marks.ends), setOf(contexts.shares)]
  return (words, found) => {
    const matches = withRanges(words, found, { joins, shares })
    return matches.map((match, at) => {
      const next = matches[at + 1]
      if (next?.from !== match.to + 1) return match
      const between = words[match.to]?.low ?? ''
      if (ends.has(between)) return ending(match, next)
      return joins.has(between) ? sharingYear(match, next) : match
    })
  }
}
