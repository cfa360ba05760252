import { isCredit } from '../classify.ts'
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
  if (kinds.credit && text.length < 160 && (near || isCredit(text))) return 'credit'
  if (!near) return undefined
  if (kinds.credit && text.length < 200) return 'credit'
  return (isCredit(text) || /^©|^(?:\p{Lu}[\p{L}.'’-]*\s?){1,4}\/\s?\p{Lu}/u.test(text)) && text.length < 90
    ? 'credit'
    : 'caption'
}

const TAIL = [
  /\s*[([]\s*((?:photo|image|picture|credit|foto|photograph|file photo|source)s?\b[^)\]]{2,90})[)\]]\.?$/i,
  /\s+((?:photo|photograph|image|picture|credit|foto|image credit|photo credit)s?\s?(?:by|:|\/)\s?[^.]{2,80})\.?$/i,
  /\s*[([]((?:\p{Lu}[\p{L}.'’-]*\s?){1,4}(?:\/|via|, )[^)\]]{2,50})[)\]]\.?$/u,
  /\s*[|©]\s*([^|©]{3,80})$/u,
]

/** A credit without the words that say that it is one: "Photo: Ana Roth/Meridian" and "© Ana Roth/Meridian" are "Ana Roth/Meridian". */
export const bareCredit = (text: string): string =>
  text
    .replace(/^[([]\s*|\s*[)\]]\.?$/g, '')
    .replace(
      /^(?:(?:photo|photograph|image|picture|file photo|foto|bild|quelle|source|credit|copyright|pictures?|photos?)s?(?: credit)?(?:\s+(?:by|courtesy of))?\s*[:©|/]*\s+|[©|]\s*)+/i,
      '',
    )
    .trim() || text

/** The credit at the end of a caption's line: where it begins with what parts it, and its own words. */
export function creditIn(text: string): { readonly at: number; readonly credit: string } | undefined {
  for (const pattern of TAIL) {
    const m = pattern.exec(text)
    if (m?.[1] && m.index > 15) return { at: m.index, credit: bareCredit(m[1].trim()) }
  }
  const last = /\s*[([]([^)\]]{2,40})[)\]]\.?$/.exec(text)
  return last?.[1] && last.index > 15 && isCredit(last[1]) ? { at: last.index, credit: last[1].trim() } : undefined
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
