import { FIXED, GLUED_SIGNS, MEASURES, ONES, phraseAt, SCALES, SIGNS, SUFFIXES, TENS, VAGUE } from './words.ts'

/** A number as it stands in a sentence's lower-case words: indices of its first and, exclusive, last word, and what it may be. */
export interface Figure {
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
  /** How it is written. */
  readonly by: 'number' | 'words' | 'vague' | 'range'
  /** A unit of measurement glued to the digits: "12km", "10-mile". */
  readonly unit?: string
  /** Whether "m", "bn" or the like stands behind the digits: likely money. */
  readonly short?: boolean
}

type Words = readonly string[]

const PLAIN = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?`
const SHORT = '(?:k|m|mn|mln|bn?|t|tn|trn)'
const DIGITS = new RegExp(`^(${PLAIN})(?:(${SHORT})|-(hundred|thousand|million|billion|trillion))?$`)
const RANGE = new RegExp(`^(${PLAIN})(${SHORT})?-(?:to-)?(${PLAIN})(${SHORT}|-(?:million|billion))?$`)
const GLUED = new RegExp(`^(${PLAIN})-?([a-z]{1,10}[²2]?)$`)

const digitsOf = (digits: string): number => Number(digits.replaceAll(',', ''))
// Years, telephone numbers and codes begin like this; amounts do not.
const isCode = (digits: string): boolean => /^0\d/.test(digits)
const round = (value: number): number => Number(value.toPrecision(12))

const PARTS: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
])

// "2½".
function partedAt(low: Words, at: number): Figure | undefined {
  const word = low[at] ?? ''
  const part = PARTS.get(word.at(-1) ?? '')
  if (part === undefined || !/^\d{1,9}.$/.test(word)) return undefined
  const value = Number(word.slice(0, -1)) + part
  return { from: at, to: at + 1, low: value, high: value, by: 'number' }
}

// "two and a half million", "2 and a half tonnes".
function withHalf(figure: Figure, low: Words): Figure {
  const { to, low: value, high, by } = figure
  if (low[to] !== 'and' || low[to + 1] !== 'a' || low[to + 2] !== 'half' || value !== high || by === 'range')
    return figure
  const half = value + 0.5 * (SCALES.get(low[to - 1] ?? '') ?? 1)
  return { ...figure, to: to + 3, low: half, high: half }
}

function digitsAt(low: Words, at: number): Figure | undefined {
  const found = DIGITS.exec(low[at] ?? '')
  if (!found?.[1] || isCode(found[1])) return undefined
  const [, digits, short, long] = found
  const scale = (short && SUFFIXES.get(short)) || (long && SCALES.get(long)) || 1
  const value = round(digitsOf(digits) * scale)
  return { from: at, to: at + 1, low: value, high: value, by: 'number', ...(short ? { short: true } : {}) }
}

function rangeAt(low: Words, at: number): Figure | undefined {
  const found = RANGE.exec(low[at] ?? '')
  if (!found?.[1] || !found[3] || isCode(found[1])) return undefined
  const [, first, shortFirst, second, rest] = found
  const last = rest?.startsWith('-') ? SCALES.get(rest.slice(1)) : SUFFIXES.get(rest ?? '')
  const own = SUFFIXES.get(shortFirst ?? '') ?? last ?? 1
  const [least, most] = [round(digitsOf(first) * own), round(digitsOf(second) * (last ?? 1))]
  return { from: at, to: at + 1, low: least, high: most, by: 'range', ...(rest || shortFirst ? { short: true } : {}) }
}

function gluedAt(low: Words, at: number): Figure | undefined {
  const found = GLUED.exec(low[at] ?? '')
  const unit = found?.[2] && phraseAt(MEASURES, [found[2]], 0)?.value
  if (!found?.[1] || !unit || isCode(found[1])) return undefined
  const value = digitsOf(found[1])
  return { from: at, to: at + 1, low: value, high: value, by: 'number', unit }
}

// "twenty", "twenty-four", "seven".
function small(word: string): number | undefined {
  const single = ONES.get(word) ?? TENS.get(word)
  if (single !== undefined) return single
  const [ten, one, more] = word.split('-')
  const value = TENS.get(ten ?? '')
  const unit = ONES.get(one ?? '')
  return value !== undefined && unit !== undefined && unit > 0 && unit < 10 && more === undefined
    ? value + unit
    : undefined
}

// "two-and-a-half".
function halvedIn(word: string): number | undefined {
  const whole = word.endsWith('-and-a-half') ? ONES.get(word.slice(0, -'-and-a-half'.length)) : undefined
  return whole === undefined ? undefined : whole + 0.5
}

// What a scale multiplies is the part below it: "two hundred and ten thousand".
function spelledAt(low: Words, at: number): Figure | undefined {
  let part = small(low[at] ?? '') ?? halvedIn(low[at] ?? '')
  if (part === undefined) return undefined
  let total = 0
  let end = at + 1
  for (;;) {
    const scale = SCALES.get(low[end] ?? '')
    if (scale !== undefined) {
      part *= scale
      end++
      if (scale > 100) {
        total += part
        part = 0
      }
      continue
    }
    const next = low[end] === 'and' ? end + 1 : end
    const more = small(low[next] ?? '')
    if (
      more === undefined ||
      !SCALES.has(low[end - 1] ?? '') ||
      more >= 100 ||
      (next > end && part === 0 && total >= 1e6)
    )
      break
    part += more
    end = next + 1
  }
  const value = total + part
  return { from: at, to: end, low: value, high: value, by: 'words' }
}

// "4.4 m barrels", "£35 m", "6.4 bn": the scale's letters stand apart; "400 m" is a length.
function letteredAt(figure: Figure, low: Words): Figure | undefined {
  const [letters, next] = [low[figure.to] ?? '', low[figure.to + 1] ?? '']
  const scale = figure.by === 'number' && !figure.short ? SUFFIXES.get(letters) : undefined
  if (scale === undefined || scale < 1e6) return undefined
  const isSum = SIGNS.has(low[figure.from - 1] ?? '') && letters !== 't'
  if (
    letters.length === 1 &&
    !isSum &&
    !(letters === 'm' && (MEASURES.has(next) || /^\p{Ll}{3,}s$|^people$/u.test(next)))
  )
    return undefined
  return { ...figure, to: figure.to + 1, low: round(figure.low * scale), high: round(figure.high * scale), short: true }
}

// "3.2 million", "14 dozen", "2 hundred thousand".
function scaled(figure: Figure, low: Words): Figure {
  const lettered = letteredAt(figure, low)
  if (lettered) return lettered
  let { to, low: least, high: most } = figure
  for (let scale = SCALES.get(low[to] ?? ''); scale !== undefined; scale = SCALES.get(low[to] ?? '')) {
    least = round(figure.by === 'range' && least >= scale ? least : least * scale)
    most = round(most * scale)
    to++
  }
  return { ...figure, to, low: least, high: most }
}

function phrased(low: Words, at: number): Figure | undefined {
  const vague = phraseAt(VAGUE, low, at)
  if (vague) {
    const [least = 0, most = 0] = vague.value
    return scaled({ from: at, to: vague.to, low: least, high: most, by: 'vague' }, low)
  }
  const fixed = phraseAt(FIXED, low, at)
  return fixed && { from: at, to: fixed.to, low: fixed.value, high: fixed.value, by: 'words' }
}

const isDigit = (word = ''): boolean => word.charCodeAt(0) >= 0x30 && word.charCodeAt(0) <= 0x39

/** The number that begins at a word: digits, number words, "dozens", "3,000-4,000", "12km"; undefined where none does. */
export function figureAt(low: Words, at: number): Figure | undefined {
  if (isDigit(low[at])) {
    const digits = digitsAt(low, at) ?? rangeAt(low, at) ?? partedAt(low, at)
    return digits ? scaled(withHalf(digits, low), low) : gluedAt(low, at)
  }
  const phrase = phrased(low, at)
  if (phrase) return phrase
  const spelled = spelledAt(low, at)
  const halved = spelled && withHalf(spelled, low)
  return halved === spelled || halved === undefined ? spelled : scaled(halved, low)
}

const PREFIXED = /^([a-z]{1,3})(\d.*)$/

/** A number with its currency in one word, "Sh50,000", and what that means. */
export function signedAt(low: Words, at: number): { readonly figure: Figure; readonly unit: string } | undefined {
  const word = low[at] ?? ''
  if (word < 'a') return undefined
  const [, sign, rest] = PREFIXED.exec(word) ?? []
  const unit = GLUED_SIGNS.get(sign ?? '')
  const figure = unit && rest ? figureAt([rest, low[at + 1] ?? '', low[at + 2] ?? ''], 0) : undefined
  return unit && figure ? { unit, figure: { ...figure, from: at, to: at + figure.to } } : undefined
}

/** Whether a number is written with a scale of its own: "5 million" in "5 million to 10 million". */
export const hasScale = ({ to, from, short }: Figure, low: Words): boolean =>
  short === true || (to - from > 1 && SCALES.has(low[to - 1] ?? ''))
