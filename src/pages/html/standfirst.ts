import { isControl, isDateline, isFurniture } from '../classify.ts'
import { datelineOf } from '../dateline.ts'
import { isByline, saysBy } from '../names.ts'
import { likeness, type Shown } from './headline.ts'
import type { Leaf } from './leaves.ts'
import { attribute } from './tree.ts'
import type { Shares } from './weigh.ts'

/** Leaves and what is known of them when the standfirst is looked for. */
export interface Opening {
  readonly leaves: readonly Leaf[]
  readonly headline: Shown | undefined
  readonly description: string | undefined
  readonly shares: readonly Shares[]
}

/** How likely it is at least where only the block model says so. */
const LEAST = 0.12
/** Where the page's own description has the same words. */
const TOLD = 0.03
/** What is marked as one is likelier than this to be one. */
const MARKED = 0.02
/** A leaf is the standfirst where that is likelier than this share of its likelihood of being of the body: of what is set apart, and of a plain paragraph. */
const [LEANING, PLAIN] = [0.6, 0.8]
/** How much more likely a leaf is the standfirst that is bold and has the words of the description. */
const STRONG = 8
/** What is likelier than this to be of the body may be its first paragraph. */
const OPENING = 0.8
/** What is likelier than this to be of the body is no standfirst, whatever it is marked as. */
const SURE = 0.95
/** A leaf that is likelier than this to be of the body, and no standfirst, begins the body: no standfirst stands below it. */
const RUNNING = 0.5
/** What is marked as one stands so far below the headline at most, to be one however unlikely. */
const NEXT = 2
/** A marked heading there that is likelier than this to be of the body is it before all others. */
const DECK = 0.2
/** Share of the body that may be marked as a standfirst where that means one. */
const LITTLE = 0.25
/** What stands in links by more than this share leads elsewhere. */
const LINKED = 0.6
/** So many paragraphs of one make are plain ones. */
const ALIKE = 3
/** How far below the headline it may begin, and above it. */
const [BELOW, ABOVE] = [40, 3]

/** Places of the leaves that make the standfirst: the likeliest leaf near the headline, and those beside it that are made alike. */
export function standfirstAmong(opening: Opening): ReadonlySet<number> {
  const { leaves, headline, shares } = opening
  if (headline === undefined) return new Set()
  const [from, to] = [Math.max(0, headline.at - ABOVE), Math.min(leaves.length, headline.at + BELOW)]
  let [best, most] = [-1, 0]
  for (let i = from; i < to; i++) {
    const value = i === headline.at ? 0 : likelihoodOf(opening, i)
    if (value > most) [best, most] = [i, value]
    if (i > headline.at && value === 0 && leaves[i]?.heading === 0 && (shares[i]?.body ?? 0) > RUNNING) break
  }
  return best < 0 ? new Set() : withLike(opening, best)
}

function likelihoodOf(opening: Opening, i: number): number {
  const { leaves, description, shares } = opening
  const [leaf, share] = [leaves[i], shares[i]]
  if (!leaf || !share || leaf.text.length < 15 || leaf.text.length > 900 || isOther(leaf)) return 0
  const below = i - (opening.headline?.at ?? i)
  const next = below > 0 && below <= NEXT && !leaf.hidden
  if (isMarked(leaf) && (share.body < SURE || isApart(opening)) && (next || share.standfirst > MARKED))
    return 1 + share.standfirst + (next && leaf.heading > 0 && share.body > DECK ? 1 : 0)
  if (isPlain(opening, i)) return 0
  const told = description !== undefined && isTold(leaf.text, description)
  const weighed = share.standfirst * (told ? toldOf(leaf, share) : 1)
  return share.standfirst > (told ? TOLD : LEAST) && weighed > share.body * leaningOf(leaf) ? weighed : 0
}

/** Whether a description has a text's words, or is the beginning of it. */
const isTold = (text: string, description: string): boolean =>
  likeness(text, description) > 0.6 || (description.length > 60 && text.startsWith(description.slice(0, 60)))

/** Whether what is marked as a standfirst is little of the body: where much of it is, the mark says something else. */
function isApart({ leaves, shares }: Opening): boolean {
  let [marked, all] = [0, 0]
  leaves.forEach((leaf, i) => {
    if ((shares[i]?.body ?? 0) < RUNNING) return
    all += leaf.text.length
    if (leaf.kinds.standfirst) marked += leaf.text.length
  })
  return marked < all * LITTLE
}

/** Whether a leaf is made like others of the body beside it: a paragraph like any other. */
function isPlain({ leaves, shares }: Opening, i: number): boolean {
  const leaf = leaves[i]
  if (!leaf || leaf.bold || leaf.heading > 0 || leaf.kinds.standfirst) return false
  let alike = 0
  for (let next = i + 1; next < leaves.length && next <= i + BELOW && alike < ALIKE; next++) {
    const { element, bold } = leaves[next] as Leaf
    if (bold || element.parentNode !== leaf.element.parentNode || element.tagName !== leaf.element.tagName) continue
    if ((shares[next]?.body ?? 0) > RUNNING && classOf(leaves[next]) === classOf(leaf)) alike++
  }
  return alike >= ALIKE
}

const classOf = (leaf: Leaf | undefined): string | undefined => leaf && attribute(leaf.element, 'class')

/** How much the description's words weigh. Where nobody writes one, sites give the first paragraph for it: in a plain paragraph they say little. */
const toldOf = (leaf: Leaf, { body }: Shares): number =>
  leaf.bold ? STRONG : leaningOf(leaf) === PLAIN && body > OPENING ? 1 : 2

const leaningOf = ({ bold, heading, kinds }: Leaf): number =>
  bold || heading > 0 || kinds.standfirst === true ? LEANING : PLAIN

const isOther = ({ text, kinds, inside, linked }: Leaf): boolean =>
  linked > text.length * LINKED ||
  isByline(text) ||
  saysBy(text) ||
  isDateline(text) ||
  isControl(text) ||
  isFurniture(text) ||
  kinds.credit === true ||
  kinds.caption === true ||
  inside.has('figure') ||
  datelineOf(text) !== undefined

/** Marked as one, and no part of what is marked as the body but a paragraph or heading of its own. */
const isMarked = ({ kinds, inside, heading, text }: Leaf): boolean =>
  kinds.standfirst === true && text.length >= 25 && (!kinds.body || inside.has('p') || heading > 1)

/** A standfirst of several sentences or points: leaves of one make, one after another. */
function withLike(opening: Opening, best: number): ReadonlySet<number> {
  const { leaves, shares } = opening
  const found = new Set([best])
  const marked = isMarked(leaves[best] as Leaf) && isApart(opening)
  const parent = leaves[best]?.path.at(-2)
  for (const step of [-1, 1])
    for (let i = best + step; ; i += step) {
      const [leaf, share] = [leaves[i], shares[i]]
      if (!leaf || !share || isOther(leaf) || leaf.element.tagName !== leaves[best]?.element.tagName) break
      if (leaf.path.at(-2) !== parent) break
      const weighed = share.standfirst >= LEAST && share.standfirst >= share.body * leaningOf(leaf)
      if (!weighed && !(marked && isMarked(leaf))) break
      found.add(i)
    }
  return found
}
