import { type Article, runningBlocks } from '../articles/article.ts'
import { bucketsOf, overlapping } from '../text/buckets.ts'
import { covers, idOf, type Span, wordsOf } from '../text/span.ts'
import { tokensOf } from '../text/tokens.ts'
import { attributions } from './attributions.ts'
import { layer, type Sourced } from './layer.ts'
import { mentions } from './mentions.ts'
import { type Place, places } from './places.ts'
import { askedIn, takenUp } from './quantities/again.ts'
import { asOf, type Content, standingOn, tellerOf, whereOf } from './quantities/around.ts'
import { phraseEnd } from './quantities/counted.ts'
import { type Line, spanOf } from './quantities/line.ts'
import { type Read, readLine } from './quantities/read.ts'
import { startOf } from './quantities/states.ts'
import { type Si, siOf } from './quantities/units.ts'
import { mayHold } from './quantities/words.ts'
import { type Sentence, sentences } from './sentences.ts'
import { type Time, times } from './times.ts'

/** A number with what it counts or measures; the span is the number with its unit, its hedge left out. */
export interface Quantity extends Span, Sourced {
  /** `q:START-END`. */
  readonly id: string
  /**
   * The least and the most that the number says; equal for one number, whatever hedges it. "dozens" is 24 to 99 and so on up;
   * a ratio is the first number divided by the second; a change downwards is negative.
   */
  readonly low: number
  readonly high: number
  /** What it is measured in: `EUR`, `km`, `%`, `×` for how many times as much ("doubled"); absent for a count. */
  readonly unit?: string
  /** A measure in units of the SI, where it is given in others: miles in metres. */
  readonly si?: Si
  readonly kind: 'count' | 'money' | 'measure' | 'percent' | 'ratio' | 'change'
  /** Words that hedge it, from the text: "at least", "estimated". */
  readonly hedge?: string
  /** What is counted, as it stands: "IS group fighters". */
  readonly of?: readonly Span[]
  /** What became of them: killed, injured, missing … the word of the text, lower case. */
  readonly state?: string
  /** Id of the place where, of the time for which, and of the attribution by which it is told. */
  readonly where?: string
  readonly asOf?: string
  readonly said?: string
  /** Id of the number of the same thing that it takes up, with what that counts: "the union put the number at 60", "it was 35 on Tuesday". */
  readonly again?: string
  /** Id of the number of the same thing that came after it: of 41, for 38 in "rose to 41 from 38". */
  readonly later?: string
}

/** The sentence before, and the quantities of the last few. */
interface Before {
  line(): Line | undefined
  readonly quantities: readonly (readonly Quantity[])[]
}

/** How sure a number is that takes up another, and how many sentences before its own that may stand. */
const TAKEN = 0.85
const BEFORE = 3
/** Numbers of a sentence that may be taken up, its last ones. */
const MANY = 12

/** What stands in one sentence beside its numbers. */
interface Held {
  readonly names: readonly Span[]
  readonly times: readonly Time[]
  readonly places: readonly Place[]
  /** Id of the time for which its figures hold. */
  readonly when: string | undefined
}

// A number within a name or a time is none of ours; a name within the number is one ("US$5m") or was none ("Dozens").
// A share of something is no time: "three quarters of homes".
const isTaken = ({ names, times }: Held, { kind, of }: Read, span: Span): boolean =>
  (overlapping(times, span).length > 0 && !(kind === 'ratio' && of)) ||
  overlapping(names, span).some((name) => !covers(span, name))

function quantityOf(line: Line, text: string, read: Read, held: Held, contents: readonly Content[]): Quantity {
  const span = spanOf(line, read.from, read.to)
  const { low, high, unit, kind, hedge, of, state, by, score } = read
  const teller = tellerOf(contents, span)
  const si = siOf(low, high, unit, kind === 'change')
  const when = held.when ?? standingOn(line, startOf(read), read.to, held.times)
  // A place outside the statement is where it was said.
  const where = whereOf(line, read.end, kind === 'count', teller ? overlapping(held.places, teller) : held.places)
  return {
    id: idOf('q', span),
    ...span,
    low,
    high,
    ...(unit === undefined ? {} : { unit }),
    ...(si ? { si } : {}),
    kind,
    ...(hedge ? { hedge: wordsOf(text, spanOf(line, ...hedge)) } : {}),
    ...(of ? { of: [spanOf(line, ...of)] } : {}),
    ...(state === undefined ? {} : { state }),
    ...(where === undefined ? {} : { where }),
    ...(when === undefined ? {} : { asOf: when }),
    ...(teller ? { said: teller.id } : {}),
    by: `quantities/${by}`,
    score,
  }
}

// A number that takes up what was told before it has its noun and state from there; none where nothing is found that it may mean.
function withTaken(read: Read, quantity: Quantity, own: readonly Quantity[], before: Before): Quantity | undefined {
  const { way } = read
  if (!way) return quantity
  const told = takenUp(way, quantity, own.slice(-MANY), before.quantities)
  if (!told) {
    const asked = way === 'same' ? askedOf(before) : undefined
    if (asked) return { ...quantity, of: [asked] }
    return quantity.state === undefined && quantity.kind === 'count' && !quantity.of ? undefined : quantity
  }
  const of = told.of && quantity.of === undefined ? { of: told.of } : {}
  const score = Math.max(quantity.score, TAKEN)
  const where = quantity.where ?? told.where
  const at = where === undefined ? {} : { where }
  if (way === 'some') return { ...quantity, ...of, ...at, score }
  const again = way === 'changed' ? {} : { again: told.id }
  const state = quantity.state ?? told.state
  return {
    ...quantity,
    ...of,
    ...(state === undefined ? {} : { state }),
    ...at,
    ...again,
    score,
  }
}

// What the sentence before asks the amount of: "do not say how much ammonium nitrate".
function askedOf(before: Before): Span | undefined {
  const line = before.line()
  const at = line && askedIn(line)
  if (!line || at === undefined) return undefined
  const to = phraseEnd(line, at)
  return to > at ? spanOf(line, at, to) : undefined
}

const lowerOf = (word: string): string => {
  const lower = word.toLowerCase()
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower
}

// Sentences by their place, laid out: of most no number asks.
function linesOf(article: Article, found: readonly Sentence[]): (at: number) => Line | undefined {
  const heads = runningBlocks(article).filter(({ part }) => part === 'headline' || part === 'subheading')
  const own = bucketsOf(found, heads)
  return (at) => {
    const span = found[at]
    if (!span) return undefined
    const { start, end } = span
    const tokens = tokensOf(article.text, { start, end })
    return {
      start,
      end,
      tokens,
      low: tokens.map(({ text }) => lowerOf(text)),
      headline: (own[at]?.length ?? 0) > 0,
    }
  }
}

function laterOf(line: Line, reads: readonly Read[], { later }: Read): Pick<Quantity, 'later'> {
  const read = later === undefined ? undefined : reads.find(({ from }) => from === later)
  return read ? { later: idOf('q', spanOf(line, read.from, read.to)) } : {}
}

const without = ({ later: _, ...quantity }: Quantity): Quantity => quantity

function quantitiesOf(
  line: Line,
  text: string,
  held: Held,
  contents: readonly Content[],
  before: Before,
): readonly Quantity[] {
  const reads = readLine(line).filter((read) => !isTaken(held, read, spanOf(line, read.from, read.to)))
  if (reads.length === 0) return []
  const told = bucketsOf(
    reads.map((read) => spanOf(line, read.from, read.to)),
    contents,
  )
  const made: Quantity[] = []
  reads.forEach((read, at) => {
    const quantity = withTaken(read, quantityOf(line, text, read, held, told[at] ?? []), made, before)
    if (quantity) made.push(read.later === undefined ? quantity : { ...quantity, ...laterOf(line, reads, read) })
  })
  if (!reads.some(({ later }) => later !== undefined)) return made
  return made.map((one) => (one.later && !made.some(({ id }) => id === one.later) ? without(one) : one))
}

/** Quantities: numbers with what they count, and how sure the text is of them. */
export const quantities = layer({
  key: 'quantities',
  needs: [sentences, mentions, times, places, attributions],
  read: (article, found): readonly Quantity[] => {
    const own = <S extends Span>(items: readonly S[]): readonly (readonly S[])[] => bucketsOf(found.sentences, items)
    const named = own(found.mentions.filter(({ form }) => form === 'name'))
    const [timed, placed] = [own(found.times), own(found.places)]
    const told = own(
      found.attributions.flatMap(({ id, content }) => content.map(({ start, end }) => ({ id, start, end }))),
    )
    const lineAt = linesOf(article, found.sentences)
    const made: (readonly Quantity[])[] = []
    found.sentences.forEach(({ start, end }, at) => {
      const line = mayHold(article.text.slice(start, end)) ? lineAt(at) : undefined
      if (!line) {
        made.push([])
        return
      }
      const [times, places] = [timed[at] ?? [], placed[at] ?? []]
      const held = { names: named[at] ?? [], times, places, when: asOf(line, times, article.published) }
      const last = made.slice(-BEFORE).map((all) => all.slice(-MANY))
      const before = { line: () => lineAt(at - 1), quantities: last }
      made.push(quantitiesOf(line, article.text, held, told[at] ?? [], before))
    })
    return made.flat()
  },
})
