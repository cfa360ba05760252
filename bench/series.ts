import type { FigurePoint, FigureRow } from '../src/stories/index.ts'
import type { Gold } from './gold.ts'

type Series = Gold['series'][number]
type Point = Series['points'][number]

/** Where a number of the gold stands in the rows: its series, its point, and whether it is the first telling of it. */
interface Spot {
  readonly row: FigureRow
  readonly point: FigurePoint
  readonly isFirst: boolean
}

type Told = FigurePoint['tellings'][number]

function spotOf(rows: readonly FigureRow[], wanted: Point, pageOf: (article: string) => string): Spot | undefined {
  const isIt = ({ item }: Told): boolean => {
    const at = item.sentence.exact.indexOf(wanted.words)
    const from = item.words.start - item.sentence.start
    const isThere = at >= 0 && from < at + wanted.words.length && at < from + item.words.exact.length
    return isThere && pageOf(item.article) === wanted.page && item.low === wanted.low && item.high === wanted.high
  }
  for (const row of rows)
    for (const point of row.points) {
      const at = point.tellings.findIndex(isIt)
      // A headline tells of it before its article's text does.
      const isFirst = point.tellings.slice(0, at).every(({ item }) => pageOf(item.article) === wanted.page)
      if (at >= 0) return { row, point, isFirst }
    }
  return undefined
}

// The row that holds most of a series' points that are of its own scope.
function mainOf(series: Series, spots: readonly (Spot | undefined)[]): FigureRow | undefined {
  const counts = new Map<FigureRow, number>()
  series.points.forEach(({ relation }, at) => {
    const row = spots[at]?.row
    if (row && relation !== 'other-scope') counts.set(row, (counts.get(row) ?? 0) + 1)
  })
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0]
}

// How a row has a number stand to its series: one of another row, or set apart in its own, is of another scope; a further telling agrees.
function relationOf({ row, point, isFirst }: Spot, main: FigureRow | undefined): string {
  if (row !== main || point.relation === 'apart') return 'other-scope'
  return isFirst ? point.relation : 'agrees'
}

// Numbers of a row that no point of the series has.
function strangersIn(main: FigureRow | undefined, { what, points }: Series): readonly string[] {
  const known = new Set(points.map(({ low, high }) => `${low}-${high}`))
  const strange = (main?.points ?? []).filter(({ low, high }) => !known.has(`${low}-${high}`))
  return strange.map(({ low, high }) => `${what}: ${low}-${high} is another's`)
}

/** How each number of each series stands to those before it, worded: as the gold has it, and as the rows do. */
export function figureFacts(
  { series }: Gold,
  rows: readonly FigureRow[],
  pageOf: (article: string) => string,
): readonly [wanted: ReadonlySet<string>, given: ReadonlySet<string>] {
  const wanted = new Set<string>()
  const given = new Set<string>()
  for (const one of series) {
    const spots = one.points.map((point) => spotOf(rows, point, pageOf))
    const main = mainOf(one, spots)
    one.points.forEach(({ page, words, relation }, at) => {
      if (relation === undefined) return
      const spot = spots[at]
      const name = `${one.what}${one.state ?? ''} ${words} of ${page}`
      wanted.add(`${name}: ${relation}`)
      if (spot) given.add(`${name}: ${relationOf(spot, main)}`)
    })
    for (const stranger of strangersIn(main, one)) given.add(stranger)
  }
  return [wanted, given]
}
