import { cite } from '../../text/citation.ts'
import { overlaps } from '../../text/span.ts'
import { whenText } from '../../views/days.ts'
import type { Line } from '../../views/line.ts'
import { labelsOf, plainText } from '../../views/lines.ts'
import type { Queued } from '../../views/queue.ts'
import { messages } from '../messages.ts'
import { type Style, styleOf } from '../terminal/style.ts'
import { tame, wrap } from '../terminal/wrap.ts'
import type { Checking } from './keys.ts'

const INDENT = '  '

// The paragraph of a line's sentence, and the words before and after that stand for the rest of it.
async function around({ record }: Checking, line: Line): Promise<readonly [string, string, string]> {
  const [at] = line.from
  const reading = (await record.reading(at.article, at.version))?.reading
  const block = reading?.blocks.find((one) => overlaps(one, at))
  if (!reading || !block) return ['', at.exact, '']
  const start = Math.max(at.start, block.start)
  const before = block.start < start ? cite(reading, { start: block.start, end: start }).exact : ''
  const after = at.end < block.end ? cite(reading, { start: at.end, end: block.end }).exact : ''
  return [before, at.exact, after]
}

function factsOf({ line, views, rank }: Queued): string {
  const [report] = line.reports
  const name = line.shape === 'event' ? undefined : line.who?.[0]?.name
  return [
    name,
    line.when && whenText(line.when),
    line.where?.name,
    [report?.outlet ?? line.from[0].article, line.from[0].n === undefined ? '' : `¶${line.from[0].n}`]
      .filter(Boolean)
      .join(' '),
    messages.usedBy(views, line.origins),
    messages.ranked(line.score, rank),
  ]
    .filter((one) => one !== undefined && one !== '')
    .join(' · ')
}

// The sentence stands on lines of its own, so that it is seen without colour too.
function paragraph(parts: readonly [string, string, string], columns: number, style: Style): string {
  const rows = parts.map((part) => wrap(part, columns - INDENT.length - 2))
  const mark = (row: string, at: number) => (at === 1 ? `${INDENT}│ ${row}` : `${INDENT}  ${style.faint(row)}`)
  return rows.flatMap((part, at) => part.map((row) => mark(row, at))).join('\n')
}

/** Writes a line with its paragraph, what was read of it, and how far the checking is. */
export async function showLine(checking: Checking, queued: Queued, progress: string): Promise<void> {
  const { world } = checking
  const style = styleOf(world.color)
  const { line } = queued
  const labels = labelsOf(line)
    .map((label) => `[${label}]`)
    .join(' ')
  const head = [labels, plainText(line.text)].filter(Boolean).join(' ')
  const facts = wrap(tame(factsOf(queued)), world.columns - INDENT.length)
  await world.out(
    `\n${style.faint(progress)}\n${wrap(head, world.columns).map(style.strong).join('\n')}\n${facts.map((row) => INDENT + style.faint(row)).join('\n')}\n${paragraph(await around(checking, line), world.columns, style)}\n`,
  )
}
