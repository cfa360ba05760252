import type { Layout } from '../../articles/article.ts'
import type { Leaf } from './leaves.ts'
import type { Sorted } from './parts.ts'
import { attribute, type Element, elementsIn } from './tree.ts'

/** An entry of a live blog: its place in the article, from 1, and its time as the page gives it. */
export type Entry = NonNullable<Layout['entry']>

const HALF = '\\s?(?:[ap]\\.?m\\.?|uhr|h)(?![\\p{L}])'
/** "14:05", "9h00", "4:14 p.m."; with a full stop only where it is said to be a time ("11.39 Uhr"). */
const CLOCK = `(?:[01]?\\d|2[0-3])(?:(?::|\\s?[hH])[0-5]\\d(?:${HALF})?|\\.[0-5]\\d${HALF})(?:\\s[A-Z]{2,4}(?![\\p{L}]))?`
/** A time of day and nothing else. */
const ALONE = new RegExp(`^${CLOCK}$`, 'iu')
/** One at the head of a short line ("20:42KEY EVENT", "9h00 - What we know"), or in brackets at the end of a heading. */
const LEADING = new RegExp(`^(${CLOCK})(?![\\d.,]*\\d)`, 'iu')
const BEHIND = new RegExp(`\\((${CLOCK})\\)$`, 'iu')
/** A line with a time is no longer than this. */
const LINE = 120
/** So many entries make a live blog. */
const LEAST = 3
/** A line with a time may stand so many leaves above the first paragraph. */
const ABOVE = 4
/** Elements of a line that are looked at. */
const MOST = 20

/** Whether a text is a time of day and nothing else. */
export const isClock = (text: string): boolean => text.length < 24 && ALONE.test(text)

/** The time that a line of a live blog gives: as its markup has it, else in its words. */
function timeOf({ element, text, inside, linked }: Leaf): string | undefined {
  if (text.length > LINE || inside.has('blockquote') || linked > text.length * 0.6) return undefined
  const words = LEADING.exec(text)?.[1] ?? BEHIND.exec(text)?.[1]
  if (words === undefined) return undefined
  return declaredIn(element) ?? words
}

/** The time that an element's markup gives in full. */
function declaredIn(element: Element): string | undefined {
  let seen = 0
  for (const inner of elementsIn(element)) {
    const declared = inner.tagName === 'time' ? attribute(inner, 'datetime')?.trim() : undefined
    if (declared !== undefined && /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(declared)) return declared
    if (++seen > MOST) return undefined
  }
  return undefined
}

const isText = ({ part }: Sorted): boolean => part === 'paragraph' || part === 'subheading'

/** The entries of a live blog by the leaves that are theirs: from a line with a time to the next, a heading just above a time with it; none where fewer than three have a paragraph. */
export function entriesAmong(sorted: readonly Sorted[]): ReadonlyMap<Leaf, Entry> {
  const [first, last] = [sorted.findIndex(isText), sorted.findLastIndex(isText)]
  const begun: { time: string; at: number; text: Leaf[] }[] = []
  for (let i = Math.max(0, first - ABOVE); i <= last; i++) {
    const one = sorted[i] as Sorted
    const time = one.part === 'caption' || one.part === 'headline' ? undefined : timeOf(one.leaf)
    const open = begun.at(-1)
    if (time !== undefined && (!open || open.text.some(isParagraph))) begun.push({ time, at: i, text: [] })
    if (isText(one)) begun.at(-1)?.text.push(one.leaf)
    const above = sorted[i - 1]
    // A heading just above the time is the entry's own.
    if (time !== undefined && above?.part === 'subheading' && begun.at(-1)?.at === i) move(begun, above.leaf)
  }
  const told = begun.filter(({ text }) => text.length > 0)
  if (told.length < LEAST) return new Map()
  return new Map(told.flatMap(({ time, text }, i) => text.map((leaf) => [leaf, { n: i + 1, time }] as const)))
}

const isParagraph = ({ heading, text }: Leaf): boolean => heading === 0 && text.length > 40

/** Gives a heading to the entry that was begun last. */
function move(begun: readonly { readonly text: Leaf[] }[], heading: Leaf): void {
  const [before, open] = [begun.at(-2), begun.at(-1)]
  if (before?.text.at(-1) === heading) before.text.pop()
  open?.text.unshift(heading)
}
