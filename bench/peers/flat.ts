import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node

const INLINE: ReadonlySet<string> = new Set(['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr']) // biome-ignore format: a list
const SKIPPED: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template'])

/** The words of a piece of HTML, a line for each block. */
export function flat(html: string): string {
  const stack: (Node | string)[] = [parseFragment(html)]
  let text = ''
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'string') text += next
    else if ('value' in next) text += next.value
    else if ('childNodes' in next && !SKIPPED.has(next.nodeName)) {
      const gap = INLINE.has(next.nodeName) ? '' : '\n'
      stack.push(gap, ...[...next.childNodes].reverse(), gap)
    }
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
}
