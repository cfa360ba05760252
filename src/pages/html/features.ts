import { isControl, isCorrection, isCredit, isDateline, isFurniture, isRelated, isSignOff } from '../classify.ts'
import { findDate } from '../dates.ts'
import { saysBy } from '../names.ts'
import { figurePartOf } from './figures.ts'
import { type Glance, glanceAt, gramsOf, likenessOf, shareIn } from './glance.ts'
import { type Leaf, NOTED } from './leaves.ts'
import { type Main, weightOf } from './main.ts'
import { attribute } from './tree.ts'

/** What is known of a page when its leaves are weighed. */
export interface Surroundings {
  readonly leaves: readonly Leaf[]
  readonly main: Main | undefined
  /** Place of the headline among the leaves. */
  readonly headline: number | undefined
  readonly description: string | undefined
  /** The article's text as the page's linked data give it. */
  readonly articleBody: string | undefined
}

/** A table of numbers: a row for each leaf, a column for each of `FEATURES`. */
export interface Rows {
  readonly numbers: Float32Array
  readonly width: number
}

/** A row being written. */
type Row = number[]
const TAGS = indexOf(['p', 'div', 'li', 'span', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th', 'figcaption', 'blockquote', 'section', 'article', 'a', 'dd', 'dt', 'header', 'time', 'address', 'figure', 'pre', 'label', 'ul', 'main', 'body', 'center', 'font']) // biome-ignore format: a list
const KINDS = ['body', 'standfirst', 'byline', 'caption', 'credit', 'correction', 'date', 'kicker', 'staff'] as const
const REASONS = indexOf(['navigation', 'footer', 'sharing', 'related', 'comments', 'advertising', 'newsletter', 'paywall', 'consent', 'sidebar', 'tags', 'author-box', 'player', 'popup', 'fact-box', 'form']) // biome-ignore format: a list

function indexOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, i) => [name, i]))
}
const flag = (value: boolean | undefined): number => (value ? 1 : 0)
const log = Math.log1p
const signedLog = (n: number): number => Math.sign(n) * log(Math.abs(n))
const ENDS = /[.!?…。؟।]["”’»)]*$/
/** Longer leaves are asked for no phrases of furniture. */
const PHRASE = 300

const TEXT = ['chars', 'words', 'wordLength', 'commas', 'stops', 'ends', 'colon', 'digits', 'capitals', 'first', 'quotes', 'bars', 'upper', 'letters', 'date', 'furniturePhrase', 'control', 'relatedPhrase', 'saysBy', 'dateline', 'creditPhrase', 'correctionPhrase', 'signOff', 'address'] // biome-ignore format: a list

/** What a leaf's text is like. */
function textRow(row: Row, text: string, seen: Glance, look: Look): void {
  const words = seen.words || 1
  row.push(
    look.chars,
    log(seen.words),
    text.length / words,
    seen.commas / words,
    seen.stops,
    look.ends,
    flag(text.endsWith(':')),
    seen.digits / text.length,
    seen.capitals / words,
    firstKind(text),
    seen.quotes,
    seen.bars,
    flag(seen.uppers > 0 && seen.lowers === 0),
    flag(seen.letters > 0),
  )
  const phrases = text.length > PHRASE ? 0 : phrasesOf(text, seen.digits > 0)
  for (let i = 0; i < PHRASES; i++) row.push((phrases >> i) & 1)
}

/** What is asked of a short leaf's words, a bit for each question. */
function phrasesIn(text: string, hasDigits: boolean): number {
  const found = [
    hasDigits && findDate(text) !== undefined,
    isFurniture(text),
    isControl(text),
    isRelated(text),
    saysBy(text),
    hasDigits && isDateline(text),
    isCredit(text),
    isCorrection(text),
    isSignOff(text),
    /@|https?:|www\./.test(text),
  ]
  return found.reduce((bits, one, i) => (one ? bits | (1 << i) : bits), 0)
}

const PHRASES = 10
/** Texts whose answers are kept. */
const MOST_KNOWN = 20_000
const phrasesKnown = new Map<string, number>()

/** The same, asked once of a text: half of a page's leaves stand twice on it, or on the page before. */
function phrasesOf(text: string, hasDigits: boolean): number {
  const known = phrasesKnown.get(text)
  if (known !== undefined) return known
  if (phrasesKnown.size >= MOST_KNOWN) phrasesKnown.clear()
  const found = phrasesIn(text, hasDigits)
  phrasesKnown.set(text, found)
  return found
}

const FIGURE = new Map<string | undefined, number>([
  ['caption', 1],
  ['credit', 2],
])

/** What kind of character a text begins with. */
const firstKind = (text: string): number => {
  const first = text.charAt(0)
  if (/\p{L}/u.test(first)) return first !== first.toLowerCase() ? 1 : first !== first.toUpperCase() ? 2 : 5
  return /\p{N}/u.test(first) ? 3 : /["“„«'‘]/.test(first) ? 4 : 6
}

const MARK = ['links', 'heading', 'bold', 'hidden', 'pictures', 'figure-part', 'tag', 'depth', 'reason', ...KINDS.map((kind) => `kind-${kind}`), ...[...NOTED].map((tag) => `in-${tag}`)] // biome-ignore format: a list

/** What is asked of a leaf more than once: of itself, and by those beside it. */
interface Look {
  readonly chars: number
  readonly ends: number
  readonly tag: number
  readonly reason: number
  readonly weight: number
}

const lookAt = (leaf: Leaf, weight: number): Look => ({
  chars: log(leaf.text.length),
  ends: flag(ENDS.test(leaf.text.slice(-12))),
  tag: TAGS.get(leaf.element.tagName) ?? -1,
  reason: leaf.kinds.furniture === undefined ? -1 : (REASONS.get(leaf.kinds.furniture) ?? -1),
  weight,
})

/** Which of the noted tags a leaf stands in; leaves share their sets of tags. */
function notedReader(): (inside: ReadonlySet<string>) => readonly number[] {
  const known = new Map<ReadonlySet<string>, readonly number[]>()
  return (inside) => {
    const found = known.get(inside) ?? Array.from(NOTED, (tag) => flag(inside.has(tag)))
    known.set(inside, found)
    return found
  }
}

/** What its markup says. */
function markRow(row: Row, leaf: Leaf, look: Look, noted: readonly number[]): void {
  row.push(
    leaf.linked / leaf.text.length,
    leaf.heading,
    flag(leaf.bold),
    flag(leaf.hidden),
    log(leaf.pictures),
    FIGURE.get(figurePartOf(leaf)) ?? 0,
    look.tag,
    leaf.path.length,
    look.reason,
  )
  for (const kind of KINDS) row.push(flag(leaf.kinds[kind]))
  for (const tag of noted) row.push(tag)
}

/** Sums over leaves that belong together. */
interface Sum {
  leaves: number
  chars: number
  links: number
  weight: number
  prose: number
}
const SUM = ['leaves', 'weight', 'links', 'mean', 'prose']
/** A leaf of this weight is running text. */
const PROSE = 20

const nothing = (): Sum => ({ leaves: 0, chars: 0, links: 0, weight: 0, prose: 0 })

/** The sum under a key, made where there is none. */
function sumOf(sums: Map<string, Sum>, key: string): Sum {
  const known = sums.get(key)
  if (known) return known
  const sum = nothing()
  sums.set(key, sum)
  return sum
}

function add(sum: Sum, leaf: Leaf, weight: number): void {
  sum.leaves++
  sum.chars += leaf.text.length
  sum.links += leaf.linked
  sum.weight += weight
  if (weight > PROSE) sum.prose++
}

function sumRow(row: Row, sum: Sum | undefined, total: number): void {
  if (sum)
    row.push(
      log(sum.leaves),
      sum.weight / total,
      sum.links / (sum.chars || 1),
      log(sum.chars / sum.leaves),
      sum.prose / sum.leaves,
    )
  else row.push(-1, -1, -1, -1, -1)
}

/** How far up the elements that hold a leaf are looked at. */
const LEVELS = [0, 1, 2, 4]
/** Where there is no headline or no main element to be far from. */
const FAR = -99
/** The article's text in the linked data is read up to this many units. */
const LONGEST = 200_000
/** Which leaves beside it are. */
const BESIDE = [-2, -1, 1, 2]
const NEXT = ['pictures', 'chars', 'links', 'heading', 'ends', 'tag', 'reason', 'weight', 'shared', 'caption', 'bold']
const PLACE = ['place', 'chars-before', 'from-headline', 'from-main', 'to-main-end', 'in-main', 'main-depth', 'below-main', 'like-headline', 'like-description', 'in-description', 'in-article-body', 'has-article-body', 'repeated', 'weight', 'page-weight', 'page-leaves', 'prose-before', 'like-next', 'next-prose'] // biome-ignore format: a list

/** What the columns hold, in order. */
export const FEATURES: readonly string[] = [
  ...TEXT,
  ...MARK,
  ...PLACE,
  ...LEVELS.flatMap((level) => SUM.map((name) => `up${level}-${name}`)),
  ...SUM.map((name) => `alike-${name}`),
  ...SUM.map((name) => `alike-deep-${name}`),
  ...BESIDE.flatMap((by) => NEXT.map((name) => `at${by}-${name}`)),
]

/** What a leaf shares with others that are made the same way. */
const madeOf = ({ element }: Leaf): string => `${element.tagName}.${attribute(element, 'class') ?? ''}`

/** Weighs what may be seen of each leaf: its own text and markup, its place, what holds it and what stands beside it. */
export function featuresOf(page: Surroundings): Rows {
  const { leaves } = page
  const weights = leaves.map(weightOf)
  const total = weights.reduce((a, b) => a + b, 0) || 1
  const looks = leaves.map((leaf, i) => lookAt(leaf, weights[i] ?? 0))
  const made = leaves.map(madeOf)
  const { held, alike, deep } = summed(leaves, weights, made)
  const place = placer(page, weights, total, made)
  const width = FEATURES.length
  const numbers = new Float32Array(leaves.length * width)
  const notedIn = notedReader()
  const row: Row = []
  leaves.forEach((leaf, i) => {
    const seen = glanceAt(leaf.text)
    const look = looks[i] as Look
    row.length = 0
    textRow(row, leaf.text, seen, look)
    markRow(row, leaf, look, notedIn(leaf.inside))
    place(row, leaf, i, seen)
    for (const level of LEVELS) sumRow(row, held[leaf.path.at(-1 - level) ?? -1], total)
    sumRow(row, alike[i], total)
    sumRow(row, deep[i], total)
    for (const by of BESIDE) besideRow(row, leaf, leaves[i + by], looks[i + by])
    numbers.set(row, i * width)
  })
  return { numbers, width }
}

/** What leaves add up to: by element that holds them (by its place), and for each leaf with those that are made the same way, anywhere and as deep. */
function summed(leaves: readonly Leaf[], weights: readonly number[], made: readonly string[]) {
  const held: Sum[] = []
  const [anywhere, asDeep] = [new Map<string, Sum>(), new Map<string, Sum>()]
  const [alike, deep]: [Sum[], Sum[]] = [[], []]
  leaves.forEach((leaf, i) => {
    const [weight, own] = [weights[i] ?? 0, made[i] ?? '']
    for (const at of leaf.path) {
      held[at] ??= nothing()
      add(held[at], leaf, weight)
    }
    alike[i] = sumOf(anywhere, own)
    deep[i] = sumOf(asDeep, `${leaf.path.length}${own}`)
    add(alike[i], leaf, weight)
    add(deep[i], leaf, weight)
  })
  return { held, alike, deep }
}

/** What is asked of each leaf about its place. */
interface Placer {
  readonly page: Surroundings
  readonly weights: readonly number[]
  readonly made: readonly string[]
  readonly total: number
  readonly chars: number
  /** How deep the main element lies. */
  readonly depth: number
  readonly next: readonly (number | undefined)[]
  readonly texts: Map<string, number>
}

/** Where on the page a leaf stands, what it repeats, and what it is like. */
function placer(
  page: Surroundings,
  weights: readonly number[],
  total: number,
  made: readonly string[],
): (row: Row, leaf: Leaf, i: number, seen: Glance) => void {
  const { leaves, main, headline } = page
  const like = likener(page)
  const known: Placer = {
    page,
    weights,
    made,
    total,
    chars: leaves.reduce((sum, leaf) => sum + leaf.text.length, 0) || 1,
    depth: main ? (leaves[main.from]?.path.indexOf(main.element) ?? -1) : -1,
    next: nextProse(weights),
    texts: new Map(),
  }
  let [prose, before] = [0, 0]
  return (row, leaf, i, seen) => {
    if (i === headline) prose = 0
    placeRow(row, known, leaf, i, before)
    like(row, seen)
    runRow(row, known, leaf, i, prose)
    before += leaf.text.length
    if ((weights[i] ?? 0) > PROSE) prose++
  }
}

function placeRow(
  row: Row,
  { page: { leaves, main, headline }, chars, depth }: Placer,
  leaf: Leaf,
  i: number,
  before: number,
): void {
  const inMain = main !== undefined && leaf.path[depth] === main.element
  row.push(
    i / leaves.length,
    before / chars,
    headline === undefined ? FAR : signedLog(i - headline),
    main ? signedLog(i - main.from) : FAR,
    main ? signedLog(main.to - i) : FAR,
    flag(inMain),
    depth,
    inMain ? leaf.path.length - 1 - depth : -1,
  )
}

/** How like a leaf is to the headline, the description and the article's text in the linked data. */
function likener({ leaves, headline, description, articleBody }: Surroundings): (row: Row, seen: Glance) => void {
  const title = new Set(headline === undefined ? [] : glanceAt(leaves[headline]?.text ?? '').hashes)
  const told = glanceAt(description ?? '')
  const [toldWords, toldGrams] = [new Set(told.hashes), gramsOf(told)]
  const body = gramsOf(glanceAt(articleBody ?? '', LONGEST))
  return (row, seen) => {
    const own = new Set(seen.hashes)
    row.push(
      title.size ? likenessOf(own, title) : -1,
      toldWords.size ? likenessOf(own, toldWords) : -1,
      toldGrams.size ? shareIn(toldGrams, seen) : -1,
      body.size ? shareIn(body, seen) : -1,
      flag(body.size > 0),
    )
  }
}

/** What stands between a leaf and the running text before and after it. */
function runRow(
  row: Row,
  { page: { leaves }, weights, made, total, next, texts }: Placer,
  leaf: Leaf,
  i: number,
  prose: number,
): void {
  const times = texts.get(leaf.text) ?? 0
  texts.set(leaf.text, times + 1)
  const follows = next[i]
  row.push(
    times,
    weights[i] ?? 0,
    log(total),
    log(leaves.length),
    log(prose),
    follows === undefined ? -1 : flag(made[follows] === made[i] && leaves[follows]?.path.length === leaf.path.length),
    follows === undefined ? -1 : log(follows - i),
  )
}

/** For each leaf the next one below it that is running text. */
function nextProse(weights: readonly number[]): (number | undefined)[] {
  const next: (number | undefined)[] = []
  let found: number | undefined
  for (let i = weights.length - 1; i >= 0; i--) {
    next[i] = found
    if ((weights[i] ?? 0) > PROSE) found = i
  }
  return next
}

function besideRow(row: Row, leaf: Leaf, other: Leaf | undefined, look: Look | undefined): void {
  if (!other || !look) {
    row.push(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1)
    return
  }
  let shared = 0
  while (shared < leaf.path.length && leaf.path[shared] === other.path[shared]) shared++
  row.push(
    other.pictures,
    look.chars,
    other.linked / other.text.length,
    other.heading,
    look.ends,
    look.tag,
    look.reason,
    look.weight,
    leaf.path.length - shared,
    flag(other.kinds.caption),
    flag(other.bold),
  )
}
