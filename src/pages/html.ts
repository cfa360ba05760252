import type { Article, Caption } from '../articles/article.ts'
import type { Page } from '../articles/page.ts'
import type { Notice } from '../text/notice.ts'
import type { Claim, Draft, DraftBlock } from './draft.ts'
import { absenceOf } from './html/absent.ts'
import { agencyOf, freeOf } from './html/agency.ts'
import { authorsOf } from './html/authors.ts'
import { entriesAmong } from './html/entries.ts'
import { absolute, pictureOf } from './html/figures.ts'
import { furtherIn } from './html/further.ts'
import { groundOf } from './html/ground.ts'
import {
  bareHeadline,
  declaredHeadlines,
  fullerHeadline,
  type Head,
  outletOf,
  said,
  sectionOf,
  spelledHeadline,
} from './html/head.ts'
import type { Shown } from './html/headline.ts'
import { layoutsOf } from './html/layout.ts'
import type { Leaf } from './html/leaves.ts'
import type { Main } from './html/main.ts'
import { firstOf } from './html/meta.ts'
import { BODY, type Sorted, sortLeaves } from './html/parts.ts'
import { type Dated, modifiedOf, publishedOf } from './html/published.ts'
import type { Reach } from './html/signers.ts'
import { blocksOf, toldIn } from './html/told.ts'
import type { Element } from './html/tree.ts'
import { SHIPPED, type Shares, sharesOf, type Weights } from './html/weigh.ts'

/** Blocks are joined by a blank line. */
const JOINT = '\n\n'
/** A removed block's words are kept up to this many units. */
const REMOVED = 600

/** Reads a page of HTML: what is the article's becomes blocks over one new text; the rest is listed with the reason. */
export function readHtml(html: string, page: Pick<Page, 'url'>, weights: Weights = SHIPPED): Draft {
  const ground = groundOf(html)
  const { head, leaves, main, headline, cut } = ground
  const shares = sharesOf(ground.rows, weights)
  const zone = main ?? zoneOf(leaves, shares)
  const sorted = zone
    ? sortLeaves({ ...ground, main: zone, shares })
    : leaves.map((leaf, i) => alone(leaf, i, headline))
  const placed = join(sorted)
  const reach = reachOf(headline?.at, zone)
  const base = absolute(head.meta.base, page.url) ?? page.url
  const fields = fieldsOf(
    { head, ...around(leaves, reach, zone, headline?.at), url: page.url },
    placed,
    headline?.score ?? 0,
  )
  const authors = authorsOf(head, leaves, reach, fields.outlet?.value)
  const agency = agencyOf(head, leaves, reach, fields.dateline?.value)
  const free = freeOf(head)
  const bare = !placed.blocks.some(({ block }) => block.part === 'paragraph')
  const told = bare ? toldIn(head, html) : []
  const further = bare ? undefined : furtherIn(html, head.elements, page.url)
  return {
    text: [...(placed.text ? [placed.text] : []), ...told.map(({ text }) => text)].join(JOINT),
    blocks: [...placed.blocks.map(({ block }) => block), ...blocksOf(told, placed.text.length, JOINT)],
    removed: sorted.flatMap(({ part, text, by, leaf }) =>
      part ? [] : [{ text: text.slice(0, REMOVED), by, source: leaf.source }],
    ),
    captions: captionsOf(placed, base),
    related: relatedIn(sorted, base),
    fields: { ...fields, ...(agency ? { agency } : {}) },
    ...(free ? { free } : {}),
    ...(authors ? { authors } : {}),
    notices: [
      ...(cut ? [CUT] : []),
      ...(further ? [further] : []),
      ...(told.length ? [TOLD] : []),
      ...(bare && !told.length ? [absenceOf({ head, leaves, headline: fields.headline?.value, url: page.url })] : []),
    ],
  }
}

/** Fewer letters than this are no running text. */
const LEAST = 80

/** Where the block model finds a body on a page that has little running text: from the first leaf of it to the last. */
function zoneOf(leaves: readonly Leaf[], shares: readonly Shares[]): Main | undefined {
  const own = leaves.flatMap((leaf, i) => ((shares[i]?.body ?? 0) > BODY && isText(leaf) ? [i] : []))
  const [from, last] = [own[0], own.at(-1)]
  const letters = own.reduce((sum, i) => sum + (leaves[i]?.text.length ?? 0), 0)
  return from === undefined || last === undefined || letters < LEAST ? undefined : { element: 0, from, to: last + 1 }
}

const isText = ({ linked, text }: Leaf): boolean => linked < text.length * 0.5

/** A leaf of a page without an article: the headline, or nothing. */
const alone = (leaf: Leaf, i: number, headline: Shown | undefined): Sorted =>
  i === headline?.at
    ? { leaf, text: leaf.text, part: 'headline', by: headline.by }
    : { leaf, text: leaf.text, by: 'pages/no-main' }

interface Placed {
  readonly text: string
  readonly blocks: readonly { readonly block: DraftBlock; readonly leaf: Leaf }[]
}

/** Writes the kept blocks into one text. */
function join(sorted: readonly Sorted[]): Placed {
  const blocks: { block: DraftBlock; leaf: Leaf }[] = []
  const texts: string[] = []
  const kept = sorted.filter(({ part, text }) => part && text)
  const layouts = layoutsOf(kept.map(({ leaf }) => leaf))
  const entries = entriesAmong(sorted)
  let at = 0
  kept.forEach(({ part, text, by, leaf }, i) => {
    if (!part) return
    const entry = part === 'paragraph' || part === 'subheading' ? entries.get(leaf) : undefined
    const layout = entry ? { ...layouts[i], entry } : layouts[i]
    const block = { start: at, end: at + text.length, part, by, source: leaf.source, ...(layout ? { layout } : {}) }
    blocks.push({ block, leaf })
    texts.push(text)
    at += text.length + JOINT.length
  })
  return { text: texts.join(JOINT), blocks }
}

/** Leaves around the headline and just above the body, where bylines and dates stand, and those right behind the body. */
function reachOf(headline: number | undefined, zone: Main | undefined): Reach {
  const [from, end] = [zone?.from ?? 0, zone?.to ?? 0]
  const at = headline ?? from
  const around = (place: number, to: number) => [Math.max(0, place - 6), to] as const
  return {
    near: around(at, Math.min(at + 14, Math.max(end, at + 6))),
    above: around(from, from + 2),
    behind: [Math.max(0, end - 2), end + 8],
  }
}

/** So many leaves from the headline on are of an article's head, wherever its body begins. */
const HEAD = 6

/** Leaves by where they stand: the nearest to the headline first, below it, just above the body, of it, and right behind it. */
function around(
  leaves: readonly Leaf[],
  { near, above, behind }: Reach,
  zone: Main | undefined,
  headline: number | undefined,
) {
  const at = headline ?? zone?.from ?? 0
  const places = leaves.slice(...near).map((_, i) => near[0] + i)
  const nearest = places.filter((i) => i !== headline).sort((a, b) => Math.abs(a - at) - Math.abs(b - at) || b - a)
  const own = (from: number, to: number) => leaves.slice(from, to).filter(({ kinds }) => kinds.furniture !== 'comments')
  return {
    near: nearest.flatMap((i) => leaves[i] ?? []),
    below: leaves.slice(at, Math.min(near[1], Math.max(zone?.from ?? 0, at + HEAD))),
    above: own(...above),
    body: own(zone?.from ?? 0, zone?.to ?? 0),
    behind: own(...behind),
  }
}

// The address that a page gives as its own: its canonical link, else what it tells those who share it.
function canonicalOf({ meta }: Head, url: string | undefined): Claim | undefined {
  const linked = absolute(meta.canonical, url)
  if (linked !== undefined) return { value: linked, found: { by: 'pages/link-canonical', score: 0.97, stated: true } }
  const shared = absolute(firstOf(meta, 'og:url'), url)
  return shared === undefined ? undefined : { value: shared, found: { by: 'pages/og-url', score: 0.9, stated: true } }
}

function fieldsOf(dated: Dated, placed: Placed, sure: number): Draft['fields'] {
  const { head, url } = dated
  const block = (part: DraftBlock['part'], score: number): Claim | undefined => {
    const found = placed.blocks.find((b) => b.block.part === part)?.block
    return (
      found && {
        value: placed.text.slice(found.start, found.end),
        found: { by: found.by, score, stated: true, start: found.start, end: found.end },
      }
    )
  }
  const canonical = canonicalOf(head, url)
  const found: { [key: string]: Claim | undefined } = {
    headline: headlineOf(head, block('headline', sure)),
    standfirst: standfirstIn(placed),
    dateline: block('dateline', 0.9),
    outlet: outletOf(head, url),
    published: publishedOf(dated),
    modified: modifiedOf(dated),
    section: sectionOf(head),
    canonical,
    language: head.meta.language
      ? { value: head.meta.language, found: { by: 'pages/declared-language', score: 0.8, stated: true } }
      : undefined,
  }
  return Object.fromEntries(Object.entries(found).filter(([, claim]) => claim !== undefined))
}

/** The headline as shown, in the page's own spelling, unless it declares the same with its kicker; as declared where none is shown. */
function headlineOf(head: Head, shown: Claim | undefined): Claim | undefined {
  if (shown === undefined) {
    const declared = declaredHeadlines(head)[0]
    return declared === undefined
      ? undefined
      : { value: bareHeadline(head, declared), found: said('declared-only', 0.6) }
  }
  const fuller = fullerHeadline(head, shown.value)
  if (fuller !== undefined) return { value: fuller, found: said('declared-twice', 0.9) }
  return { ...shown, value: spelledHeadline(head, shown.value) ?? shown.value }
}

/** A standfirst of several blocks is one: what stands between the first and the last of them. */
function standfirstIn({ text, blocks }: Placed): Claim | undefined {
  const own = blocks.filter(({ block }) => block.part === 'standfirst').map(({ block }) => block)
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return undefined
  const value = own.map(({ start, end }) => text.slice(start, end)).join(' ')
  return { value, found: { by: first.by, score: 0.9, stated: true, start: first.start, end: last.end } }
}

/** Captions with the credit that follows or precedes them, and their picture. */
function captionsOf({ text, blocks }: Placed, base: string | undefined): Caption[] {
  return blocks.flatMap(({ block, leaf }, i) => {
    if (block.part !== 'caption') return []
    const credit = [blocks[i + 1], blocks[i - 1]].find(
      (other) => other?.block.part === 'credit' && belong(leaf, other.leaf),
    )?.block
    const { start, end } = block
    return [
      {
        caption: text.slice(start, end),
        ...(credit ? { credit: text.slice(credit.start, credit.end) } : {}),
        ...pictureOf(leaf, base),
        start,
        end,
      },
    ]
  })
}

/** Whether a caption and a credit stand in one leaf, in one figure, or, where not both stand in figures, in elements that share a parent near by. */
function belong(a: Leaf, b: Leaf): boolean {
  const [x, y] = [figureAround(a), figureAround(b)]
  if (a === b || (x !== undefined && y !== undefined)) return a === b || x === y
  return a.path.slice(-4, -1).some((element) => b.path.slice(-4).includes(element))
}

function figureAround(leaf: Leaf): Element | undefined {
  let around: Element['parentNode'] = leaf.element
  for (let level = 0; around && level < 8; level++) {
    if (around.nodeName === 'figure' && 'tagName' in around) return around
    around = 'parentNode' in around ? around.parentNode : null
  }
  return undefined
}

const MOST_RELATED = 40

/** Links to other pages that stand in or below the article. */
function relatedIn(sorted: readonly Sorted[], base: string | undefined): Article['related'] {
  const seen = new Set<string>()
  return sorted.flatMap(({ leaf, by }) => {
    if (by !== 'pages/related' && by !== 'pages/related-link') return []
    if (
      leaf.text.length < 12 ||
      leaf.linked < leaf.text.length * 0.4 ||
      seen.has(leaf.text) ||
      seen.size >= MOST_RELATED
    )
      return []
    seen.add(leaf.text)
    const url = absolute(leaf.href, base)
    return [{ text: leaf.text.slice(0, 300), ...(url ? { url } : {}) }]
  })
}

const CUT: Notice = {
  rule: 'pages/too-many-nodes',
  reason: 'the page has more elements than are read; its end was left out',
  grade: 'warning',
}
const TOLD: Notice = {
  rule: 'pages/linked-text',
  reason: 'the page shows no running text: the article was read from its linked data',
  grade: 'warning',
}
