import type { Line } from '../views/line.ts'
import { DAY, dayOf } from './days.ts'
import { type Scene, tellingsOf } from './scene.ts'

// What lies further back than this is what led to a story, not the story.
const BEFORE = 14 * DAY

/** Whether a line's day lies in the days of its story's reports, or shortly before them. */
function belongs(scene: Scene, { when }: Line): boolean {
  const { from } = scene.story
  return when !== undefined && (!from || dayOf(when.to) >= dayOf(from) - BEFORE)
}

const DONE: ReadonlySet<string | undefined> = new Set([undefined, 'happened', 'ongoing'])

/** How much a line weighs in its story: its origins, and whether articles lead with it. */
export function weightOf(scene: Scene, line: Line): number {
  const leads = tellingsOf(scene, line).filter(({ item }) => item.kind === 'happening' && item.lead).length
  return 2 * line.origins + leads + line.score + (line.when?.stated ? 0.5 : 0)
}

/** The lines that a story turns on: sure and dated things of its days that happened or were denied, the weightiest first, two a day at most. */
export function keyLines(scene: Scene, lines: readonly Line[], n: number): readonly Line[] {
  const ranked = lines
    .filter((line) => line.sure && belongs(scene, line) && DONE.has(line.status?.modality))
    .map((line) => ({ line, weight: weightOf(scene, line) }))
    .sort((a, b) => b.weight - a.weight)
  const perDay = new Map<string, number>()
  const chosen: Line[] = []
  for (const { line } of ranked) {
    const day = line.when?.from.slice(0, 10) ?? ''
    const held = perDay.get(day) ?? 0
    if (held >= 2 || chosen.length >= n) continue
    perDay.set(day, held + 1)
    chosen.push(line)
  }
  return chosen
}

/** Ids of the lines that stand out among these: at most one in four, and no more than `most`. */
export const keysAmong = (scene: Scene, lines: readonly Line[], most: number): ReadonlySet<string> => {
  const sure = lines.filter((line) => line.sure).length
  return new Set(keyLines(scene, lines, Math.min(most, Math.ceil(sure / 4))).map(({ id }) => id))
}

/** The weightiest of what happened last, as far as it is reported: the last day first. */
export function latestLines(scene: Scene, lines: readonly Line[], n: number): readonly Line[] {
  const day = (line: Line) => line.when?.to.slice(0, 10) ?? ''
  const until = scene.story.to?.slice(0, 10) ?? ''
  const last = lines
    .filter((line) => line.sure && line.when && DONE.has(line.status?.modality) && day(line) <= until)
    .toSorted((a, b) => day(b).localeCompare(day(a)))
    .slice(0, 2 * n)
  return keyLines(scene, last, n).toSorted((a, b) => day(b).localeCompare(day(a)))
}

/** Statements of those who are known, the last said first; of one day those of somebody with a name. */
export function spokeLast(lines: readonly Line[], n: number): readonly Line[] {
  const day = (line: Line) => line.when?.to.slice(0, 10) ?? ''
  const unnamed = (line: Line) => Number(line.who?.[0]?.type === 'source')
  return lines
    .filter((line) => line.sure && line.who?.length)
    .toSorted((a, b) => day(b).localeCompare(day(a)) || unnamed(a) - unnamed(b))
    .slice(0, n)
}

/** Lines in the order in which they stood in `all`. */
export function inOrder(all: readonly Line[], some: readonly Line[]): readonly Line[] {
  const chosen = new Set(some.map(({ id }) => id))
  return all.filter(({ id }) => chosen.has(id))
}
