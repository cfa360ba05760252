import type { Line } from './line.ts'

/** What a line may lack before anything can be built on it, in the order in which it is shown. */
export const GAPS = [
  'disputed', 'one origin', 'figure without a source', 'unnamed source', 'speaker open', 'words differ', 'overdue',
] as const // biome-ignore format: a list to be read

/** One such lack. */
export type Gap = (typeof GAPS)[number]

const TOLD: ReadonlySet<Line['shape']> = new Set(['event', 'claim'])

/**
 * What a line lacks: reports that agree, a second origin, a name for who says a number, a name for a speaker, a speaker, one wording, an end
 * that was reported. What a person confirmed lacks neither agreement nor origins.
 */
export function gapsOf({ shape, origins, who, status }: Line): readonly Gap[] {
  const [first] = who ?? []
  const unsettled = !status?.confirmed
  const holds: Readonly<Record<Gap, boolean>> = {
    disputed: status?.disputed === true && unsettled,
    'one origin': TOLD.has(shape) && origins === 1 && unsettled,
    'figure without a source': shape === 'series' && (first === undefined || first.type === 'source'),
    'unnamed source': shape === 'claim' && first?.type === 'source',
    'speaker open': shape === 'claim' && first === undefined,
    'words differ': status?.altered === true,
    overdue: status?.end === 'overdue',
  }
  return GAPS.filter((gap) => holds[gap])
}

/** Lines of one view. */
export interface Shown {
  readonly view: { readonly name: string; readonly title: string }
  readonly lines: readonly Line[]
}

/** The lines of one view that have one gap, in the view's order. At least one. */
export interface Held extends Shown {
  readonly gap: Gap
}

/** How many of an outlet's reports of statements name nobody who says so. */
export interface Unnamed {
  readonly outlet: string
  readonly statements: number
  readonly lines: readonly Line[]
}

/** What the record cannot yet stand on. */
export interface Ledger {
  readonly gaps: readonly Held[]
  /** Outlets with such statements, those with the largest share first. */
  readonly unnamed: readonly Unnamed[]
}

function unnamedBy(lines: readonly Line[]): readonly Unnamed[] {
  const told = new Map<string, Line[]>()
  for (const line of lines)
    for (const outlet of new Set(line.reports.flatMap((report) => report.outlet ?? []))) {
      const known = told.get(outlet)
      if (known) known.push(line)
      else told.set(outlet, [line])
    }
  return [...told]
    .map(([outlet, all]) => ({
      outlet,
      statements: all.length,
      lines: all.filter((line) => gapsOf(line).includes('unnamed source')),
    }))
    .filter((one) => one.lines.length > 0)
    .sort((a, b) => b.lines.length / b.statements - a.lines.length / a.statements || (a.outlet < b.outlet ? -1 : 1))
}

/** The gaps of a story's views: each kind with its lines, and who leans on unnamed sources. */
export function ledgerOf(views: readonly Shown[]): Ledger {
  const gaps = GAPS.flatMap((gap) =>
    views.flatMap(({ view, lines }): Held[] => {
      const held = lines.filter((line) => gapsOf(line).includes(gap))
      return held.length > 0 ? [{ gap, view, lines: held }] : []
    }),
  )
  return { gaps, unnamed: unnamedBy(views.flatMap(({ lines }) => lines.filter(({ shape }) => shape === 'claim'))) }
}
