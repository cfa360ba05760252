import { scaleBand, scaleLinear } from 'd3-scale'
import type { EntityRow } from '../../stories/rows.ts'
import { DAY, dateOf, dayOf, isoOf } from '../days.ts'
import { say } from '../labels.ts'
import type { Scene } from '../scene.ts'

const HEIGHT = 34

/** How often somebody is named, by the day of printing. */
export function namedByDay(row: EntityRow): ReadonlyMap<string, number> {
  const days = new Map<string, number>()
  for (const { report, places } of row.occurrences) {
    const day = report.published?.slice(0, 10)
    if (day) days.set(day, (days.get(day) ?? 0) + places.length)
  }
  return days
}

/** The days from a story's first report to its last. */
export function daysOf(scene: Scene): readonly string[] {
  const printed = [...scene.articles.values()].flatMap(({ published }) => (published ? [dayOf(published)] : []))
  if (printed.length === 0) return []
  const [first, last] = [Math.min(...printed), Math.max(...printed)]
  const step = Math.max(1, Math.ceil((last - first) / DAY / 60)) * DAY
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => isoOf(first + at * step))
}

/** How often somebody is named, by the first day of each column. */
export function columnsOf(named: ReadonlyMap<string, number>, days: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>()
  for (const [day, n] of named) {
    const column = days.findLast((start) => start <= day) ?? day
    columns.set(column, (columns.get(column) ?? 0) + n)
  }
  return columns
}

const rounded = (length: number): number => Math.round(length * 100) / 100

/** A small drawing of the days on which somebody is named; `most` is the highest of all that stand beside it. */
export function Spark(props: { readonly row: EntityRow; readonly days: readonly string[]; readonly most: number }) {
  const { row, days, most } = props
  const named = namedByDay(row)
  const across = scaleBand(days, [0, 100]).paddingInner(0.08)
  const up = scaleLinear([0, Math.max(1, most)], [0, HEIGHT - 2])
  const spoken = [...named].map(([day, n]) => `${dateOf(day)}: ${n}`).join(', ')
  return (
    <svg class="spark" width="100%" height={HEIGHT} role="img" aria-label={`${say('named, by day')}: ${spoken}`}>
      {[...columnsOf(named, days)].map(([column, n]) => {
        const high = rounded(Math.max(2, up(n)))
        return (
          <rect
            x={`${rounded(across(column) ?? 0)}%`}
            width={`${rounded(across.bandwidth())}%`}
            y={rounded(HEIGHT - 1 - high)}
            height={high}
          />
        )
      })}
      <line x1="0" x2="100%" y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
    </svg>
  )
}
