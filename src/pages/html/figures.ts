import { isCredit } from '../classify.ts'
import { isPersonName } from '../names.ts'
import type { Leaf } from './leaves.ts'
import { attribute, type Element, elementsIn, isElement } from './tree.ts'

/** A picture's element, as far as the page has one for it. */
export interface Picture {
  readonly image?: string
  readonly alt?: string
}

/** Whether a leaf belongs to a picture, and is its credit rather than its caption. */
export function figurePartOf(leaf: Leaf): 'caption' | 'credit' | undefined {
  const { kinds, inside, text } = leaf
  const near = inside.has('figure') || inside.has('figcaption') || kinds.caption === true
  if (BARE_LABEL.test(text)) return undefined
  if (near && text.length < 60 && NAMES.test(text)) return 'credit'
  if (near && LABEL.test(text) && text.length < 160) return 'credit'
  if (near && creditIn(text)) return 'caption'
  if (kinds.credit && text.length < 160 && (near || isCredit(text))) return 'credit'
  if (!near) return undefined
  if (kinds.credit && text.length < 200) return 'credit'
  return (isCredit(text) || /^©|^(?:\p{Lu}[\p{L}.'’-]*\s?){1,4}\/\s?\p{Lu}/u.test(text)) && text.length < 90
    ? 'credit'
    : 'caption'
}

/** Lines beside a picture are no longer than these; units. */
const [CAPTION, CREDIT] = [400, 100]

/**
 * What a leaf without markup of a picture's is by what stands beside it: a caption that ends with an agency's credit for a picture, or the line
 * between a picture and a credit that says that it is one; and that credit.
 */
export function besidePicture(leaves: readonly Leaf[], i: number): 'caption' | 'credit' | undefined {
  const [before, leaf, next] = [leaves[i - 1], leaves[i], leaves[i + 1]]
  if (leaf === undefined || leaf.heading > 0 || leaf.text.length > CAPTION) return undefined
  if (leaf.text.length > CREDIT / 2 && IN_PARENTHESES.test(leaf.text)) return 'caption'
  if (leaf.pictures > 0 && next?.pictures === 0 && isLabelled(next) && !isLabelled(leaf)) return 'caption'
  const follows = before !== undefined && (before.pictures > 0 || figurePartOf(before) === 'caption')
  return follows && isLabelled(leaf) ? 'credit' : undefined
}

const isLabelled = ({ text }: Leaf): boolean => text.length < CREDIT && CREDITED.test(text)

/** Words that say that a credit follows. */
const SAYS =
  'photo|photograph|photographie|photographe|image|imagen|immagine|picture|pic|file photo|foto|fotografía|fotoğraf|bild|bilde|billede|bildquelle|quelle|source|credit|crédit|copyright|ảnh|isithombe|kuva|zdjęcie|фото|bildrechte|beeld|ljósmynd|사진|写真|fotograf|fotoğraf|fotógrafo'
const LABEL = new RegExp(
  `^(?:(?:${SAYS})s?(?: credit| source)?(?:\\s+(?:by|courtesy of))?\\s*[:©|/]+\\s*|(?:${SAYS})s?\\s+(?:by|courtesy of)\\s+|[©|]\\s*)+`,
  'iu',
)
/** A word that says that a credit follows, and no credit. */
const BARE_LABEL = new RegExp(`^(?:${SAYS}|©|\\(c\\))s?(?: credit| source)?\\s*[:©|]?$`, 'iu')
/** "Ana Roth / AP": two names and nothing else. */
const NAMES = /^(?:\p{Lu}[\p{L}.’'-]*\s?){1,3}\s?\/\s?(?:\p{Lu}[\p{L}.’'-]*\s?){1,3}$/u
/** "… at the gate. Photo: Ana Roth", also where no space parts it from the sentence. */
const LABELLED = new RegExp(
  `(?<![\\p{L}/])((?:(?:${SAYS})s?(?: credit| source)?\\s?(?::|/)|(?:photo|picture|image|foto)s?\\s+(?:by|courtesy of)\\s)\\s?.{2,90})$`,
  'iu',
)
const GLUED =
  /(?<=[\p{Ll}.!?"”])((?:Photo|Image|Picture|Foto|Bild|Credit|Quelle|Source)s?(?: credit| source)?\s?:\s?.{2,90})$/u
const AGENCY_PHOTO =
  /\s*\(?((?:AP|AFP|EPA|PTI|Reuters|Getty)\s(?:File\s)?(?:Photos?|Images?)\s?(?:\/|via)\s?[^()]{2,60})\)?\.?$/u
/** "(AP Photo/Ana Roth)" at the end of a line. */
const IN_PARENTHESES =
  /\((?:AP|AFP|EPA|PTI|Reuters|Getty)\s(?:File\s)?(?:Photos?|Images?)\s?(?:\/|via)\s?[^()]{2,60}\)\.?$/u
const CREDITED = new RegExp(`^(?:(?:${SAYS})s?(?: credit| source)?\\s*:|©)\\s*\\S`, 'iu')
const SIGN = /\s*©\s*([^©]{2,80})$/
const BARRED = /\s+[|/–—-]\s+((?:\p{Lu}[\p{L}.'’-]*\s?){1,4}(?:\/\s?.{2,40})?)$/u
const LAST = /[([]([^()[\]]{2,90})[)\]]\.?$/
/** A photographer with an agency, or both ways round: "Ana Roth/Meridian". */
const PAIR = /^(?:\p{Lu}[\p{L}.'’-]*\s?){1,4}(?:\/|, | via | \/ )\s?\p{Lu}[^.]{1,50}$/u

/** A credit without the words that say that it is one: "Photo: Ana Roth/Meridian" and "© Ana Roth/Meridian" are "Ana Roth/Meridian". */
export function bareCredit(text: string): string {
  const whole = /^[([]([^()[\]]*)[)\]]\.?$/.exec(text.trim())?.[1] ?? text
  return (
    whole
      .trim()
      .replace(LABEL, '')
      .replace(/\s*[/|-]?\s*(?:copyright|©)?\s*(?:copyright|©)\s*\d{4}.*$/i, '')
      .replace(/[\s|·,-]+$/, '')
      .trim() || text
  )
}

/** The credit at the end of a caption's line: where it begins with what parts it, and its own words. */
export function creditIn(text: string): { readonly at: number; readonly credit: string } | undefined {
  const tail = text.slice(-200)
  const from = text.length - tail.length
  const last = LAST.exec(tail)
  if (last?.[1] && (isCredit(last[1]) || isPersonName(last[1]) || PAIR.test(last[1]) || LABELLED.test(last[1])))
    return cutAt(from + last.index, bareCredit(last[1]))
  for (const pattern of [AGENCY_PHOTO, LABELLED, GLUED, SIGN]) {
    const m = pattern.exec(tail)
    if (m?.[1]) return cutAt(from + m.index, pattern === AGENCY_PHOTO ? m[1].trim() : bareCredit(m[1]))
  }
  const barred = BARRED.exec(tail)
  if (barred?.[1]) return cutAt(from + barred.index, barred[1].trim())
  return behindSentence(text)
}

/** Captions are no shorter than this. */
const SHORTEST = 12
const cutAt = (at: number, credit: string) => (at >= SHORTEST ? { at, credit } : undefined)

/** "… on Tuesday. AP Photo/Ana Roth": a few words behind the last sentence that name an agency or a photographer with one. */
function behindSentence(text: string): { readonly at: number; readonly credit: string } | undefined {
  const m = /[.!?]["”’»]?\s*([^.!?]{2,60})$/u.exec(text)
  const tail = m?.[1]?.trim()
  if (!m || !tail || tail.split(' ').length > 7) return undefined
  return isCredit(tail) || (tail.includes('/') && PAIR.test(tail)) ? cutAt(m.index + 1, bareCredit(tail)) : undefined
}

/** The picture that stands nearest to a caption: in its figure, else in an element up to four levels around it. */
export function pictureOf(leaf: Leaf, base: string | undefined): Picture {
  let around: Element | undefined = leaf.element
  for (let level = 0; around && level < 5; level++) {
    const image = imageIn(around)
    if (image) return described(image, base)
    if (around.tagName === 'figure') return {}
    const parent: Element['parentNode'] = around.parentNode
    around = parent && isElement(parent) ? parent : undefined
  }
  return {}
}

const MOST = 200

function imageIn(element: Element): Element | undefined {
  let seen = 0
  for (const inner of elementsIn(element)) {
    if (inner.tagName === 'img' || inner.tagName === 'amp-img') return inner
    if (++seen > MOST) return undefined
  }
  return undefined
}

function described(image: Element, base: string | undefined): Picture {
  const src = ['data-src', 'data-original', 'data-lazy-src', 'src']
    .map((name) => attribute(image, name))
    .find((value) => value && !value.startsWith('data:'))
  const set = attribute(image, 'srcset') ?? attribute(image, 'data-srcset')
  const address = absolute(src ?? set?.trim().split(/[\s,]/)[0], base)
  const alt = attribute(image, 'alt')?.replace(/\s+/g, ' ').trim()
  return { ...(address ? { image: address } : {}), ...(alt ? { alt } : {}) }
}

/** An address made absolute, if it is one of the web. */
export function absolute(address: string | undefined, base: string | undefined): string | undefined {
  if (!address) return undefined
  try {
    const url = new URL(address.trim(), base)
    return /^https?:$/.test(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}
