import { aroundOf, type Leaf } from './leaves.ts'
import { attribute, isElement } from './tree.ts'
import words from './words.json' with { type: 'json' }

const POSTS: ReadonlySet<string> = new Set(words.posts)

/** Who wrote a post, and when: "— Ana Roth (@anaroth) March 9, 2026". */
const SIGNED = /^[—–-]\s.{1,80}\(@|^@\w/u

/** Whether a leaf is of a post that the page embeds as the network gives it to be embedded, as a quote; and whether it is what the post says or who said it. */
export function postPartOf({ element, inside, text }: Leaf): 'words' | 'author' | undefined {
  if (!inside.has('blockquote')) return undefined
  for (const around of aroundOf(element)) {
    if (around.nodeName !== 'blockquote' || !isElement(around)) continue
    const names = (attribute(around, 'class') ?? '').toLowerCase().split(/\s+/)
    if (names.some((name) => POSTS.has(name))) return SIGNED.test(text) ? 'author' : 'words'
  }
  return undefined
}
