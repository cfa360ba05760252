import { covers, type Span } from '../../text/span.ts'
import type { Attribution } from '../attributions.ts'

interface Stretch extends Span {
  readonly item: Attribution
}

// From a statement's first words to its last, source and cue with them.
function wholeOf(item: Attribution): Stretch {
  const spans = [...item.source, ...item.cue, ...item.content]
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
    item,
  }
}

const outerFirst = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** Statements with the one whose content holds them whole, source and cue included: what someone says that someone else said. */
export function withParents(items: readonly Attribution[]): readonly Attribution[] {
  const contents = items.flatMap((item) => item.content.map(({ start, end }): Stretch => ({ start, end, item })))
  const queue = contents.sort(outerFirst)
  const parents = new Map<Attribution, string>()
  let [open, next]: [Stretch[], number] = [[], 0]
  for (const whole of items.map(wholeOf).sort(outerFirst)) {
    for (; next < queue.length; next++) {
      const content = queue[next] as Stretch
      if (content.start > whole.start) break
      open.push(content)
    }
    open = open.filter(({ end }) => end > whole.start)
    const around = open.findLast((content) => content.item !== whole.item && covers(content, whole))
    if (around) parents.set(whole.item, around.item.id)
  }
  return items.map((item) => {
    const parent = parents.get(item)
    return parent === undefined ? item : { ...item, parent }
  })
}
