import type { Part } from '../../articles/article.ts'
import { isCorrection, isDateline, isFurniture, isHeading, isRelated } from '../classify.ts'
import { datelineOf } from '../dateline.ts'
import { isByline } from '../names.ts'
import { bareCredit, creditIn, figurePartOf } from './figures.ts'
import { likeness, type Shown } from './headline.ts'
import type { Leaf } from './leaves.ts'
import { type Main, weightOf } from './main.ts'

/** What becomes of a leaf: a part of the article, or removed with the rule that says why. */
export interface Sorted {
  readonly leaf: Leaf
  readonly text: string
  readonly by: string
  /** Undefined: removed. */
  readonly part?: Part
}

/** What the sorting knows of the page. */
export interface Ground {
  readonly leaves: readonly Leaf[]
  readonly main: Main
  readonly headline: Shown | undefined
  readonly description: string | undefined
}

/** Leaves this far above the headline may still be its picture, byline or date. */
const ABOVE = 4
/** Leaves this far below the body may still be a correction or a picture's credit. */
const BELOW = 8

type Verdict = readonly [part: Part | undefined, by: string]

/** Gives every leaf of a page its part, or the reason for which it is left out. */
export function sortLeaves(ground: Ground): Sorted[] {
  const { leaves, main, headline } = ground
  const top = Math.max(0, Math.min(headline?.at ?? main.from, main.from) - ABOVE)
  const state: State = { paragraphs: 0, standfirst: false, byline: false, seen: new Set() }
  const sorted = leaves.flatMap((leaf, i): Sorted[] => {
    const verdict: Verdict =
      i === headline?.at ? ['headline', headline.by]
      : leaf.kinds.furniture !== undefined ? [undefined, `pages/${leaf.kinds.furniture}`]
      : i >= main.from && i < main.to && leaf.path.includes(main.element) ? insideOf(leaf, ground, state)
      : i >= top && i < main.to + BELOW ? aroundOf(leaf, ground, i, state)
      : [undefined, 'pages/outside-article'] // biome-ignore format: a list of cases
    remember(state, leaf, verdict[0])
    return split({ leaf, text: leaf.text, by: verdict[1], ...(verdict[0] ? { part: verdict[0] } : {}) })
  })
  return withoutTail(sorted)
}

interface State {
  paragraphs: number
  standfirst: boolean
  byline: boolean
  /** Texts that were kept: a page may show the same caption or paragraph for wide and for narrow screens. */
  readonly seen: Set<string>
}

function remember(state: State, leaf: Leaf, part: Part | undefined): void {
  if (part === 'paragraph') state.paragraphs++
  if (part === 'standfirst') state.standfirst = true
  if (part === 'byline') state.byline = true
  if (part) state.seen.add(leaf.text)
}

const REPEAT = 40
const isRepeat = (leaf: Leaf, state: State): boolean => leaf.text.length >= REPEAT && state.seen.has(leaf.text)

/** A leaf of the body. */
function insideOf(leaf: Leaf, ground: Ground, state: State): Verdict {
  const { text, kinds } = leaf
  const figure = figurePartOf(leaf)
  if (isRepeat(leaf, state)) return [undefined, 'pages/repeated']
  if (isFurniture(text)) return [undefined, 'pages/phrase']
  if (figure) return [figure, `pages/figure-${figure}`]
  const early = state.paragraphs < 2 ? openingOf(leaf, ground, state) : undefined
  if (early) return early
  if (isCorrection(text) || (kinds.correction && text.length > 30)) return ['correction', 'pages/correction']
  if (isLinkOut(leaf)) return [undefined, 'pages/related-link']
  if (isStaff(text)) return [undefined, 'pages/staff']
  return runningOf(leaf)
}

/** A link to another page that stands in the body: all of it is a link, or it says so. */
const isLinkOut = (leaf: Leaf): boolean => {
  const { text, linked } = leaf
  if (linked >= text.length * 0.8 && text.length < 220 && !isProse(leaf)) return true
  return isRelated(text) && linked >= text.length * 0.4
}

/** A paragraph, a heading, an item of a list, or a fragment that is none of these. */
function runningOf(leaf: Leaf): Verdict {
  const { text, heading, inside } = leaf
  if (heading > 0) return text.length < 200 ? ['subheading', 'pages/heading'] : ['paragraph', 'pages/heading-prose']
  if (inside.has('td') || inside.has('th'))
    return weightOf(leaf) > 0 ? ['paragraph', 'pages/cell'] : [undefined, 'pages/table']
  if (inside.has('li')) return text.length > 25 ? ['paragraph', 'pages/list-item'] : [undefined, 'pages/fragment']
  if (leaf.bold && isHeading(text, 90) && !isProse(leaf)) return ['subheading', 'pages/bold-line']
  if (inside.has('blockquote')) return ['paragraph', 'pages/block-quote']
  if (!isProse(leaf) && text.split(' ').length < 4) return [undefined, 'pages/fragment']
  return ['paragraph', 'pages/paragraph']
}

/** Whether a leaf ends as a sentence does. */
const isProse = ({ text }: Leaf): boolean => /[.!?…:]["”’»)]*$/.test(text)

/** "(Reporting by …; editing by …)". */
const isStaff = (text: string): boolean =>
  text.length < 300 &&
  /^\(?(?:additional )?(?:reporting|writing|editing|compiled|translated)\b[^.]{0,60}\bby\b/i.test(text)

/** What stands above the first paragraphs: standfirst, byline, date. */
function openingOf(leaf: Leaf, { description }: Ground, state: State): Verdict | undefined {
  const { text, kinds } = leaf
  if (!state.standfirst && state.paragraphs === 0 && isStandfirst(leaf, description))
    return ['standfirst', 'pages/standfirst']
  if (isByline(text) || (kinds.byline && text.length < 200 && !isSentence(text)))
    return state.byline ? [undefined, 'pages/second-byline'] : ['byline', 'pages/byline']
  if (isDateline(text) || (kinds.date && text.length < 120)) return [undefined, 'pages/date-line']
  if ((kinds.kicker || kinds.date) && text.length < 60) return [undefined, 'pages/kicker']
  return undefined
}

const isSentence = (text: string): boolean => text.length > 80 && /[.!?]["”’]?$/.test(text)

/** Marked as one, or a heading or a leaf below the headline whose words the page gives as its description. */
function isStandfirst(leaf: Leaf, description: string | undefined): boolean {
  const { text, kinds, heading } = leaf
  if (text.length < 25 || text.length > 600) return false
  if (kinds.standfirst && !kinds.body) return true
  if (kinds.standfirst) return leaf.inside.has('p') || heading > 1
  return heading > 1 && description !== undefined && likeness(text, description) > 0.6
}

/** A leaf near the body but not in it. */
function aroundOf(leaf: Leaf, ground: Ground, i: number, state: State): Verdict {
  const { main, headline } = ground
  const figure = figurePartOf(leaf)
  if (
    figure &&
    !isFurniture(leaf.text) &&
    i < main.to &&
    !isRepeat(leaf, state) &&
    leaf.linked < leaf.text.length * 0.6
  )
    return [figure, `pages/figure-${figure}`]
  if (i < main.from) {
    const below = headline === undefined || i > headline.at
    const opening = openingOf(leaf, ground, state)
    if (opening && (below || opening[0] !== 'standfirst')) return opening
    if (
      below &&
      !state.standfirst &&
      ground.description &&
      leaf.text.length > 25 &&
      likeness(leaf.text, ground.description) > 0.6
    )
      return ['standfirst', 'pages/described']
  }
  if (isCorrection(leaf.text) && leaf.text.length > 40) return ['correction', 'pages/correction']
  return [undefined, 'pages/outside-article']
}

/** A dateline is cut from its paragraph, a credit from its caption; both stay in the text, where they stood. */
function split(sorted: Sorted): Sorted[] {
  const { part, text } = sorted
  if (part === 'paragraph') {
    const dateline = datelineOf(text)
    if (dateline)
      return [
        { ...sorted, text: dateline.text, part: 'dateline', by: 'pages/dateline' },
        { ...sorted, text: text.slice(dateline.length) },
      ]
  }
  if (part === 'caption') {
    const credit = creditIn(text)
    if (credit)
      return [
        { ...sorted, text: text.slice(0, credit.at).trim() },
        { ...sorted, text: credit.credit, part: 'credit', by: 'pages/caption-credit' },
      ]
  }
  if (part === 'credit') return [{ ...sorted, text: bareCredit(text) }]
  return [sorted]
}

/** Subheadings and fragments behind the last paragraph are the titles of what follows the article. */
function withoutTail(sorted: readonly Sorted[]): Sorted[] {
  const last = sorted.findLastIndex(
    ({ part, leaf }) => part === 'paragraph' && (isProse(leaf) || leaf.text.length > 120),
  )
  return sorted.map((one, i) =>
    i > last && last >= 0 && (one.part === 'subheading' || one.part === 'paragraph')
      ? { leaf: one.leaf, text: one.text, by: 'pages/behind-end' }
      : one,
  )
}
