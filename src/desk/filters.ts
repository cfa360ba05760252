import type { RowFilter } from '../stories/rows.ts'
import { GAPS, gapsOf } from '../views/gaps.ts'
import type { Line } from '../views/line.ts'
import type { Label } from './labels.ts'
import { labelsOf } from './parts/line.tsx'
import type { Scene } from './scene.ts'

/** What an address asks of a view's lines. Of each list, one must hold; an empty list asks nothing. */
export interface Asked {
  readonly certainty: readonly string[]
  readonly who: readonly string[]
  readonly where: readonly string[]
  readonly outlet: readonly string[]
  readonly stance: readonly string[]
  readonly gap: readonly string[]
  readonly from?: string
  readonly to?: string
  readonly words?: string
  /** What statements are put together by, where not by speaker. */
  readonly by?: Grouping
  /** What is less sure, too, where a long story leaves it out. */
  readonly less?: '1'
}

/** What statements may be put together by instead of by speaker. */
export const GROUPINGS = ['day', 'stance'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** The name in addresses of what is left out of a long story. */
export const LESS = 'less'

/** One thing that may be asked for, and how many lines it leaves. */
export interface Choice {
  readonly value: string
  readonly count: number
}

/** What may be asked of a view's lines, the most frequent first. */
export type Choices = Readonly<Record<(typeof LISTS)[number], readonly Choice[]>>

const LISTS = ['certainty', 'who', 'where', 'outlet', 'stance', 'gap'] as const
const ISO_DAY = /^\d{4}-\d\d-\d\d$/

/** Reads what an address asks; what makes no sense asks nothing. */
export function askedOf(query: URLSearchParams): Asked {
  const list = (name: string) => query.getAll(name).filter(Boolean).slice(0, 50)
  const [from, to, words] = ['from', 'to', 'words'].map((name) => query.get(name)?.trim() ?? '')
  const by = GROUPINGS.find((name) => name === query.get('by'))
  return {
    certainty: list('certainty'),
    who: list('who'),
    where: list('where'),
    outlet: list('outlet'),
    stance: list('stance'),
    gap: list('gap'),
    ...(from && ISO_DAY.test(from) ? { from } : {}),
    ...(to && ISO_DAY.test(to) ? { to } : {}),
    ...(words ? { words: words.slice(0, 200) } : {}),
    ...(by ? { by } : {}),
    ...(query.has(LESS) ? { less: '1' } : {}),
  }
}

/** What is asked, as the query of an address. */
export const queryOf = (asked: Asked): Readonly<Record<string, string | readonly string[] | undefined>> => ({
  ...asked,
})

/** Whether anything is asked. */
export const kept = (asked: Asked): boolean =>
  LISTS.some((name) => asked[name].length > 0) || [asked.from, asked.to, asked.words].some(Boolean)

/** The part of what is asked that narrows rows. */
export const rowFilterOf = ({ from, to, words }: Asked): RowFilter => ({
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  ...(words ? { words } : {}),
})

// How a line stands whose status says nothing.
const PLAINLY: Readonly<Partial<Record<Line['shape'], Label>>> = { claim: 'said', series: 'reported' }

/** How a line stands, as labels: its weightiest, else that it happened, was said or reported; and that it is less sure. */
export function certaintyOf(line: Line): readonly Label[] {
  const [label = PLAINLY[line.shape] ?? 'happened'] = labelsOf(line.status)
  return line.sure ? [label] : [label, 'less sure']
}

const valuesOf = {
  certainty: certaintyOf,
  who: (line: Line) => line.who?.map(({ id }) => id) ?? [],
  where: (line: Line) => (line.where ? [line.where.name] : []),
  outlet: (line: Line) => line.reports.flatMap(({ outlet }) => outlet ?? []),
  stance: (line: Line) => (line.status?.stance ? [line.status.stance] : []),
  gap: gapsOf,
} satisfies Record<(typeof LISTS)[number], (line: Line) => readonly string[]>

/** The lines for which every list that is asked holds. */
export const narrowed = (lines: readonly Line[], asked: Asked): readonly Line[] =>
  lines.filter((line) =>
    LISTS.every(
      (name) => asked[name].length === 0 || valuesOf[name](line).some((value) => asked[name].includes(value)),
    ),
  )

function choices(lines: readonly Line[], name: (typeof LISTS)[number], most: number): readonly Choice[] {
  const counts = new Map<string, number>()
  for (const line of lines)
    for (const value of new Set<string>(valuesOf[name](line))) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
    .slice(0, most)
}

const ACTING: ReadonlySet<string | undefined> = new Set(['person', 'organization', 'source'])

/** What may be asked of these lines. Only who the story knows by name may be asked for. */
export function choicesOf(lines: readonly Line[], scene: Scene): Choices {
  return {
    certainty: choices(lines, 'certainty', 12),
    who: choices(lines, 'who', 40)
      .filter(({ value }) => ACTING.has(scene.entities.get(value)?.type))
      .slice(0, 8),
    where: choices(lines, 'where', 8),
    outlet: choices(lines, 'outlet', 12),
    stance: choices(lines, 'stance', 12),
    gap: choices(lines, 'gap', GAPS.length),
  }
}
