import type { Part } from '../../articles/article.ts'
import { isControl, isCorrection, isDateline, isFurniture, isHeading, isRelated, isSignOff } from '../classify.ts'
import { datelineOf } from '../dateline.ts'
import { isByline, saysBy } from '../names.ts'
import { type Between, betweenIn } from './between.ts'
import { isClock } from './entries.ts'
import { bareCredit, besidePicture, creditIn, figurePartOf } from './figures.ts'
import type { Shown } from './headline.ts'
import { aroundOf, type Leaf } from './leaves.ts'
import type { Main } from './main.ts'
import { postPartOf } from './posts.ts'
import { standfirstAmong } from './standfirst.ts'
import { attribute, type Element } from './tree.ts'
import type { Shares } from './weigh.ts'

/** What becomes of a leaf: a part of the article, or removed with the rule that says why. */
export interface Sorted {
  readonly leaf: Leaf
  readonly text: string
  readonly by: string
  /** Undefined: removed. */
  readonly part?: Part
}

/** What the sorting knows of the page. */
export interface Weighed {
  readonly leaves: readonly Leaf[]
  readonly main: Main
  readonly headline: Shown | undefined
  readonly description: string | undefined
  /** How likely each leaf is each part. */
  readonly shares: readonly Shares[]
}

/** Leaves this far above the headline may still be its picture, byline or date. */
const ABOVE = 4
/** A leaf more likely than this is of the body. */
export const BODY = 0.5
/** Where no leaf is that likely, those are of the body that are more likely than this share of the likeliest. */
const FAINT = 0.6
/** And none is that is not likelier than this. */
const FAINTEST = 0.1
/** A leaf more likely than this is of the body whatever its markup says. */
const SURE = 0.9
/** A leaf that is marked as furniture, or is a link and nothing else, is of the body only where that is likelier than this. */
const DOUBTFUL = 0.7
/** A sentence that goes on where the body stood is of it where that is likelier than this. */
const FOLLOWING = 0.25
/** So many leaves behind a paragraph it may stand. */
const NEXT = 3
/** What stands behind a paywall is the article, longer than a notice, where it is likelier than this to be of the body. */
const [NOTICE, PAID] = [60, 0.1]
/** A heading of the body is likelier than this; one that the body stands around, than this. */
const [HEADED, FLANKED] = [0.4, 0.15]
/** Lines and sentences that stand in one element with the body around them are likelier than this. */
const AMID = 0.3
/** So many leaves above the body's last may say who reported or edited it. */
const SIGNED = 3
/** Leaves this far below the body may still be a correction or a picture's credit. */
const BELOW = 8

/** What agencies write between the parts of an article. */
const BREAK = /^_{3,}$/

/** What begins as a link to another page does is one where that share of it is a link. */
const LED = 0.4

type Verdict = readonly [part: Part | undefined, by: string]

/** Gives every leaf of a page its part, or the reason for which it is left out. */
export function sortLeaves(page: Weighed): Sorted[] {
  const { leaves, main, headline, shares } = page
  const most = shares.reduce((found, { body }) => Math.max(found, body), 0)
  const least = Math.min(BODY, Math.max(FAINTEST, FAINT * most))
  const zone: Zone = {
    ...page,
    standfirst: standfirstAmong(page),
    least,
    between: betweenIn(leaves, shares, least),
    top: Math.max(0, Math.min(headline?.at ?? main.from, main.from) - ABOVE),
    last: shares.findLastIndex(({ body }) => body > least),
  }
  const state: State = { paragraphs: 0, byline: false, seen: new Set() }
  return leaves.flatMap((leaf, i): Sorted[] => {
    const [part, by] = verdictOn(leaf, i, zone, state)
    remember(state, leaf, i, part)
    return split({ leaf, text: leaf.text, by, ...(part ? { part } : {}) })
  })
}

/** What is settled for the whole page before its leaves are judged one by one. */
interface Zone extends Weighed {
  readonly standfirst: ReadonlySet<number>
  /** A leaf of the body is likelier than this. */
  readonly least: number
  readonly between: (i: number) => Between
  /** The first leaf that may be the article's, and the last of the body. */
  readonly top: number
  readonly last: number
}

function verdictOn(leaf: Leaf, i: number, zone: Zone, state: State): Verdict {
  const { headline, standfirst, top, last, main } = zone
  if (i === headline?.at) return ['headline', headline.by]
  if (!/[\p{L}\p{N}]/u.test(leaf.text))
    return BREAK.test(leaf.text) && zone.between(i) === 'beside'
      ? ['paragraph', 'pages/break']
      : [undefined, 'pages/phrase']
  if (standfirst.has(i) && !isRepeat(leaf, state)) return ['standfirst', 'pages/standfirst']
  const own = ofBody(leaf, i, zone, state)
  if (own) return own
  if (leaf.kinds.furniture !== undefined && !isPictured(leaf, i, top, last))
    return [undefined, `pages/${leaf.kinds.furniture}`]
  const near = i >= top && i < main.to + BELOW ? besideOf(leaf, zone, i, state) : undefined
  return near ?? [undefined, whyNot(leaf, zone, i)]
}

/** What a leaf is that is likely enough to be of the body. */
function ofBody(leaf: Leaf, i: number, zone: Zone, state: State): Verdict | undefined {
  const shares = zone.shares[i] ?? NONE
  if (isRelated(leaf.text) && leaf.linked >= leaf.text.length * LED) return [undefined, 'pages/related-link']
  const post = state.paragraphs > 0 && i <= zone.last + NEXT ? postPartOf(leaf) : undefined
  if (post) return isRepeat(leaf, state) ? [undefined, 'pages/repeated'] : ['paragraph', POST[post]]
  const inside = i >= zone.top && i < zone.last && shares.body < SURE && !isRepeat(leaf, state)
  const beside = inside ? besidePicture(zone.leaves, i) : undefined
  if (beside) return [beside, `pages/figure-${beside}`]
  const goesOn = continues(leaf, i, state) || leads(leaf, i, zone, state)
  if (shares.body <= Math.min(leastOf(leaf, i, zone), goesOn ? FOLLOWING : 1)) return undefined
  if (shares.body < SURE && isFurniture(leaf.text)) return [undefined, 'pages/phrase']
  if (i >= zone.last - SIGNED && isSignOff(leaf.text)) return [undefined, 'pages/staff']
  return insideOf(leaf, state, shares)
}

const POST = { words: 'pages/embedded-post', author: 'pages/post-author' } as const
const NONE: Shares = { body: 0, caption: 0, credit: 0, standfirst: 0 }

interface State {
  paragraphs: number
  /** The paragraph kept last, and its place. */
  last?: readonly [leaf: Leaf, at: number]
  byline: boolean
  /** Texts that were kept: a page may show the same caption or paragraph for wide and for narrow screens. */
  readonly seen: Set<string>
}

function remember(state: State, leaf: Leaf, i: number, part: Part | undefined): void {
  if (part === 'paragraph') {
    state.paragraphs++
    state.last = [leaf, i]
  }
  if (part === 'byline') state.byline = true
  if (part) state.seen.add(leaf.text)
}

const REPEAT = 40
const isRepeat = (leaf: Leaf, state: State): boolean => leaf.text.length >= REPEAT && state.seen.has(leaf.text)

/** A time with what stands glued to it: who wrote, or what kind of entry it is. */
const GLUED = /^\d{1,2}[:.]\d{2}\p{Lu}.{0,40}$/u

/** A leaf of the body. */
function insideOf(leaf: Leaf, state: State, shares: Shares): Verdict {
  const { text, kinds } = leaf
  if (isRepeat(leaf, state)) return [undefined, 'pages/repeated']
  if (isClock(text))
    return leaf.element.tagName === 'p' ? ['subheading', 'pages/entry-time'] : [undefined, 'pages/date-line']
  if (GLUED.test(text)) return [undefined, 'pages/date-line']
  const figure = pictureTextOf(leaf, shares)
  if (figure && (shares.body < SURE || isCaptioned(leaf))) return [figure, `pages/figure-${figure}`]
  const opening = state.paragraphs < 2 && (isByline(text) || isDateline(text)) ? openingOf(leaf, state) : undefined
  if (opening) return opening
  if (isCorrection(text) || (kinds.correction && text.length > 30 && shares.body < SURE))
    return ['correction', 'pages/correction']
  return runningOf(leaf)
}

/** What is marked as a caption is a credit where that is likelier than this. */
const CREDITED = 0.5
/** What no markup says to be a caption is one where that is likelier than this. */
const UNMARKED = 0.5
/** How likely what is marked as a caption or credit is one at least, and what merely stands in a figure. */
const [PICTURED, FIGURED] = [0.04, 0.1]
/** What is marked as a caption and has so many words is one, however unlikely. */
const WORDS = 4

/** What belongs to a picture, by its markup and by the block model. */
function pictureTextOf(leaf: Leaf, { caption, credit }: Shares): 'caption' | 'credit' | undefined {
  const part = figurePartOf(leaf)
  if (part === undefined) return caption > UNMARKED ? 'caption' : undefined
  if (isDateline(leaf.text) || saysBy(leaf.text) || isControl(leaf.text)) return undefined
  if (part === 'credit') return caption + credit < PICTURED && !isCaptioned(leaf) ? undefined : part
  if (credit > Math.max(CREDITED, caption) && leaf.text.length < 80 && creditIn(leaf.text) === undefined)
    return 'credit'
  if (isCaptioned(leaf)) return caption > PICTURED || leaf.text.split(' ').length >= WORDS ? 'caption' : undefined
  return caption > FIGURED ? 'caption' : undefined
}

/** Marked as a caption itself, and no longer than one. */
const isCaptioned = ({ inside, kinds, text }: Leaf): boolean =>
  (inside.has('figcaption') || kinds.caption === true) && text.length < 400

/** A leaf in a figure of the article, whatever the figure is called. */
const isPictured = (leaf: Leaf, i: number, top: number, last: number): boolean =>
  i >= top &&
  i < last &&
  (leaf.inside.has('figure') || leaf.kinds.caption === true) &&
  !NEVER.has(leaf.kinds.furniture ?? '')
const NEVER: ReadonlySet<string> = new Set(['navigation', 'footer', 'comments', 'advertising', 'consent', 'newsletter'])

/** A paragraph, a heading, an item of a list, or a fragment that is none of these. */
function runningOf(leaf: Leaf): Verdict {
  const { text, heading, inside } = leaf
  if (heading > 0) return text.length < 200 ? ['subheading', 'pages/heading'] : ['paragraph', 'pages/heading-prose']
  if (inside.has('td') || inside.has('th')) return ['paragraph', 'pages/cell']
  if (inside.has('li')) return ['paragraph', 'pages/list-item']
  if (leaf.bold && isHeading(text, 90) && !isProse(leaf)) return ['subheading', 'pages/bold-line']
  if (inside.has('blockquote')) return ['paragraph', 'pages/block-quote']
  return ['paragraph', 'pages/paragraph']
}

/** Whether a leaf ends as a sentence does. */
const isProse = ({ text }: Leaf): boolean => /[.!?…:]["”’»)]*$/.test(text)

/** What stands above the first paragraphs: byline, date, kicker. */
function openingOf(leaf: Leaf, state: State): Verdict | undefined {
  const { text, kinds } = leaf
  if (isByline(text) || (kinds.byline && text.length < 200 && !isSentence(text)))
    return state.byline ? [undefined, 'pages/second-byline'] : ['byline', 'pages/byline']
  if (isDateline(text) || (kinds.date && text.length < 120)) return [undefined, 'pages/date-line']
  if ((kinds.kicker || kinds.date) && text.length < 60) return [undefined, 'pages/kicker']
  return undefined
}

/** Whether a sentence goes on where a paragraph of the body stood: in the same element, made the same way. */
function continues(leaf: Leaf, i: number, { last }: State): boolean {
  if (last === undefined || i - last[1] > NEXT || leaf.heading > 0 || isDoubtful(leaf) || !isProse(leaf)) return false
  return leaf.path.at(-2) === last[0].path.at(-2) && leaf.element.tagName === last[0].element.tagName
}

/** Whether a first sentence goes on below, in the same element and made the same way. */
function leads(leaf: Leaf, i: number, { leaves, shares, least }: Zone, { paragraphs }: State): boolean {
  if (paragraphs > 0 || leaf.heading > 0 || isDoubtful(leaf) || !isProse(leaf)) return false
  for (let next = i + 1; next <= i + NEXT; next++) {
    const other = leaves[next]
    if (!other || (shares[next]?.body ?? 0) <= least || other.heading > 0) continue
    const [own, theirs] = [leaf.element, other.element]
    return own.parentNode === theirs.parentNode && own.tagName === theirs.tagName && classOf(own) === classOf(theirs)
  }
  return false
}

const classOf = (element: Element): string | undefined => attribute(element, 'class')

/** How likely a leaf must be to be of the body. */
function leastOf(leaf: Leaf, i: number, { least, between }: Zone): number {
  if (leaf.kinds.furniture === 'paywall' && isProse(leaf) && leaf.text.length > NOTICE) return PAID
  if (isLink(leaf) && !isProse(leaf) && leaf.element.tagName === 'p') return SURE
  if (isDoubtful(leaf)) return Math.max(least, APART.has(leaf.kinds.furniture ?? '') ? SURE : DOUBTFUL)
  if (leaf.heading > 0 && leaf.text.length < 200) return Math.min(least, between(i) ? FLANKED : HEADED)
  return leaf.element.tagName === 'p' && between(i) === 'beside' ? Math.min(least, AMID) : least
}

const isDoubtful = (leaf: Leaf): boolean =>
  (leaf.kinds.furniture !== undefined && (!WEIGHED.has(leaf.kinds.furniture) || isAside(leaf.element))) || isLink(leaf)
/** Kinds of furniture that read as the body does, and are none of it. */
const APART: ReadonlySet<string> = new Set(['comments', 'form'])
/** Kinds of furniture whose names are given to running text as well; whether it is that, the block model says. */
const WEIGHED: ReadonlySet<string> = new Set(['sidebar', 'paywall', 'consent'])

/** Whether a page sets an element aside by its tag, not by a name alone. */
function isAside(element: Element): boolean {
  for (const around of aroundOf(element)) if (around.nodeName === 'aside') return true
  return false
}

/** A link to another page and nothing else. */
const isLink = ({ linked, text }: Leaf): boolean => linked >= text.length * 0.8 && text.length < 220

/** Why a leaf is left out that is neither of the body nor near it. */
function whyNot(leaf: Leaf, { main, last }: Zone, i: number): string {
  const { text, linked } = leaf
  const inside = i >= main.from && i < main.to && leaf.path.includes(main.element)
  if (isFurniture(text)) return 'pages/phrase'
  if (leaf.hidden) return 'pages/hidden'
  if (!inside) return 'pages/outside-article'
  if (isLink(leaf) || (isRelated(text) && linked >= text.length * LED)) return 'pages/related-link'
  if (isSignOff(text)) return 'pages/staff'
  if (i > last) return 'pages/behind-end'
  if (leaf.inside.has('td') || leaf.inside.has('th')) return 'pages/table'
  return isProse(leaf) ? 'pages/weighed' : 'pages/fragment'
}

const isSentence = (text: string): boolean => text.length > 80 && /[.!?]["”’]?$/.test(text)

/** A leaf near the body but not in it: a picture's text, what stands above the first paragraphs, a correction. */
function besideOf(leaf: Leaf, { main, shares }: Zone, i: number, state: State): Verdict | undefined {
  const figure = pictureTextOf(leaf, shares[i] as Shares)
  if (isRepeat(leaf, state)) return [undefined, 'pages/repeated']
  if (figure && !isFurniture(leaf.text) && i < main.to && leaf.linked < leaf.text.length * 0.6)
    return [figure, `pages/figure-${figure}`]
  if (i < main.from || state.paragraphs === 0) {
    const opening = openingOf(leaf, state)
    if (opening) return opening
  }
  if (isCorrection(leaf.text) && leaf.text.length > 40) return ['correction', 'pages/correction']
  return undefined
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
