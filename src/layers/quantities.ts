import { type Article, runningBlocks } from '../articles/article.ts'
import { covers, idOf, type Span, wordsOf } from '../text/span.ts'
import { tokensOf } from '../text/tokens.ts'
import { attributions } from './attributions.ts'
import { bucketsOf } from './events/buckets.ts'
import { layer, type Sourced } from './layer.ts'
import { mentions } from './mentions.ts'
import { type Place, places } from './places.ts'
import { asOf, type Content, meets, tellerOf, whereOf } from './quantities/around.ts'
import { type Line, spanOf } from './quantities/line.ts'
import { type Read, readLine } from './quantities/read.ts'
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
  /** What it is measured in: `EUR`, `km`, `%`; absent for a count. */
  readonly unit?: string
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
}

/** What stands in one sentence beside its numbers. */
interface Held {
  readonly names: readonly Span[]
  readonly times: readonly Time[]
  readonly places: readonly Place[]
  readonly contents: readonly Content[]
}

// A number within a name or a time is none of ours; a name within the number is one ("US$5m") or was none ("Dozens").
const isTaken = ({ names, times }: Held, span: Span): boolean =>
  meets(times, span) ||
  meets(
    names.filter((name) => !covers(span, name)),
    span,
  )

function quantityOf(line: Line, text: string, read: Read, held: Held): Quantity | undefined {
  const span = spanOf(line, read.from, read.to)
  if (isTaken(held, span)) return undefined
  const { low, high, unit, kind, hedge, of, state, by, score } = read
  const when = asOf(line, held.times)
  const teller = tellerOf(held.contents, span)
  // A place outside the statement is where it was said.
  const where = whereOf(line, read.end, teller ? held.places.filter((place) => covers(teller, place)) : held.places)
  return {
    id: idOf('q', span),
    ...span,
    low,
    high,
    ...(unit === undefined ? {} : { unit }),
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

function linesOf(article: Article, found: readonly Sentence[]): readonly Line[] {
  const heads = runningBlocks(article).filter(({ part }) => part === 'headline' || part === 'subheading')
  const own = bucketsOf(found, heads)
  return found.map(({ start, end }, at) => {
    const tokens = tokensOf(article.text, { start, end })
    return {
      start,
      end,
      tokens,
      low: tokens.map(({ text }) => text.toLowerCase().replaceAll('’', "'")),
      headline: (own[at]?.length ?? 0) > 0,
    }
  })
}

/** Quantities: numbers with what they count, and how sure the text is of them. */
export const quantities = layer({
  key: 'quantities',
  needs: [sentences, mentions, times, places, attributions],
  read: (article, found): readonly Quantity[] => {
    const names = found.mentions.filter(({ form }) => form === 'name')
    const contents = found.attributions.flatMap(({ id, content }) =>
      content.map(({ start, end }) => ({ id, start, end })),
    )
    const [named, timed] = [bucketsOf(found.sentences, names), bucketsOf(found.sentences, found.times)]
    const [placed, told] = [bucketsOf(found.sentences, found.places), bucketsOf(found.sentences, contents)]
    return linesOf(article, found.sentences).flatMap((line, at) => {
      const own = timed[at] ?? []
      const held = {
        names: named[at] ?? [],
        times: own,
        places: placed[at] ?? [],
        contents: told[at] ?? [],
      }
      return readLine(line).flatMap((read) => quantityOf(line, article.text, read, held) ?? [])
    })
  },
})
