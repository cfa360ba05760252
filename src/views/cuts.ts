import { type Comparable, compare } from '../stories/compare.ts'
import type { Line } from './line.ts'

/** Looks up a text: the newest version of an article, unless one is named. */
export type TextOf = (article: string, version?: string) => Promise<Comparable | undefined>

async function withCut(line: Line, textOf: TextOf): Promise<Line> {
  const [own] = line.reports
  if (!line.printed || own?.copyOf === undefined) return line
  const [origin, copy] = [await textOf(own.copyOf), await textOf(own.article, line.from[0].version)]
  if (!origin || !copy) return line
  const { cut, added, kept } = compare(origin, copy)
  return { ...line, printed: { ...line.printed, copied: { kept: Math.round(kept * 100) / 100, cut, added } } }
}

/** Lines, those of articles that are copies with what each cut of its origin's text. Rows hold no texts: who shows lines to others lends them. */
export async function* withCuts(lines: AsyncIterable<Line>, textOf: TextOf): AsyncIterable<Line> {
  for await (const line of lines) yield await withCut(line, textOf)
}
