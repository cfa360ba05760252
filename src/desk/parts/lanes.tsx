import { scaleUtc } from 'd3-scale'
import type { ArticleRow } from '../../stories/rows.ts'
import { clockOf, DAY, dateOf, dayOf, isoOf } from '../days.ts'
import { say } from '../labels.ts'

/** What one outlet printed; `under` is the outlet whose texts it copied, where it has none of its own. */
interface Lane {
  readonly outlet: string
  readonly rows: readonly ArticleRow[]
  readonly under?: string
}

// More lanes than these are a list.
const MOST = 40
// Share of the width, in per cent, that must be left for words after a lane's last article.
const ROOM = 24

const first = ({ rows }: Lane): string => rows[0]?.published ?? '9999'

function lanesOf(rows: readonly ArticleRow[]): readonly Lane[] {
  const outlets = Map.groupBy(rows, ({ outlet }) => outlet ?? '')
  const lanes = [...outlets].map(([outlet, held]): Lane => {
    const [copied] = held
    const isOwn = held.some(({ origin }) => origin === undefined)
    return isOwn || !copied ? { outlet, rows: held } : { outlet, rows: held, under: copied.source }
  })
  const own = lanes.filter(({ under }) => under === undefined || !outlets.has(under))
  const inOrder = (some: readonly Lane[]) => some.toSorted((a, b) => (first(a) < first(b) ? -1 : 1))
  return inOrder(own).flatMap((lane) => [
    lane,
    ...inOrder(lanes.filter((other) => other.under === lane.outlet && !own.includes(other))),
  ])
}

/** Milliseconds of a publication, to the minute where a clock was given. */
const timeOf = (published: string): number => {
  const [hours, minutes] = (/T(\d\d):(\d\d)/.exec(published) ?? []).slice(1).map(Number)
  return dayOf(published) + (hours === undefined ? DAY / 2 : hours * 3_600_000 + (minutes ?? 0) * 60_000)
}

interface Extent {
  readonly from: number
  readonly to: number
}

function extentOf(rows: readonly ArticleRow[]): Extent | undefined {
  const times = rows.flatMap(({ published }) => (published ? [timeOf(published)] : [])).filter(Number.isFinite)
  if (times.length === 0) return undefined
  const [low, high] = [times.reduce((a, b) => Math.min(a, b)), times.reduce((a, b) => Math.max(a, b))]
  return { from: dayOf(isoOf(low)), to: dayOf(isoOf(high)) + DAY }
}

const percent = (share: number): string => `${Math.round(share * 100) / 100}%`
const placeIn =
  ({ from, to }: Extent) =>
  (time: number): number =>
    ((time - from) / (to - from)) * 100

const SIZE = 14

function Square(props: { readonly row: ArticleRow; readonly x: number }) {
  const { row, x } = props
  const published = row.published ?? ''
  const spoken = [dateOf(published), clockOf(published)].filter(Boolean).join(', ')
  const look = row.origin === undefined ? 'print' : 'print copied'
  return (
    <svg x={percent(x)} y="18" class="at">
      <title>{spoken}</title>
      <a href={`#${row.id}`} aria-label={spoken}>
        <rect class={look} x={-SIZE / 2} y={-SIZE / 2} width={SIZE} height={SIZE} />
        {row.versions.length > 1 && (
          <path class="split" d={`M${SIZE / 2 - 1} ${-SIZE / 2 + 1}v${SIZE - 2}h${2 - SIZE}z`} />
        )}
      </a>
    </svg>
  )
}

function LaneOf(props: { readonly lane: Lane; readonly extent: Extent; readonly to: string | undefined }) {
  const { lane, extent } = props
  const place = placeIn(extent)
  const dated = lane.rows.filter(({ published }) => published && Number.isFinite(timeOf(published)))
  const last = dated.at(-1)?.published
  const end = last ? place(timeOf(last)) : 100
  return (
    <div class={lane.under === undefined ? 'lane' : 'lane copy'}>
      <span class="who">
        {lane.under !== undefined && `${say('copy')} · `}
        {lane.outlet || say('Outlet')}
      </span>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its squares are links with names of their own */}
      <svg class="t" width="100%" height="36">
        {dated.map((row) => (
          <Square row={row} x={place(timeOf(row.published ?? ''))} />
        ))}
        {last && 100 - end > ROOM && last.slice(0, 10) !== props.to?.slice(0, 10) && (
          <text x={percent(end + (100 - end) / 2)} y="22">
            {say('no report since {date}', { date: dateOf(last) })}
          </text>
        )}
      </svg>
    </div>
  )
}

function Ticks(props: { readonly extent: Extent }) {
  const { extent } = props
  const place = placeIn(extent)
  const years = isoOf(extent.from).slice(0, 4) !== isoOf(extent.to).slice(0, 4)
  const days = [
    ...new Set(
      scaleUtc()
        .domain([extent.from, extent.to])
        .ticks(6)
        .map((tick) => dayOf(tick.toISOString())),
    ),
  ]
  return (
    <div class="lane foot">
      <span />
      <svg class="ticks" width="100%" height="24" aria-hidden="true">
        {days.map((day, at) => {
          const edge = place(day) < 4 ? 'lo' : place(day) > 96 ? 'hi' : ''
          return (
            <g class={`${at % 2 ? 'minor' : ''} ${edge}`}>
              <line x1={percent(place(day))} x2={percent(place(day))} y1="0" y2="5" />
              <text x={percent(place(day))} y="18">
                {dateOf(isoOf(day), years)}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}

/** Who printed, and when: a lane an outlet, a square an article that leads to it in the list below, which is its table. */
export function Lanes(props: { readonly rows: readonly ArticleRow[]; readonly to: string | undefined }) {
  const extent = extentOf(props.rows)
  if (!extent) return null
  return (
    <section class="sect">
      <h2>
        {say('Who printed, and when')}{' '}
        <span class="note">
          {[say('square: an article'), say('split: changed later'), say('hollow: a copy')].join(' · ')}
        </span>
      </h2>
      <nav class="lanes" aria-label={say('Who printed, and when')}>
        {lanesOf(props.rows)
          .slice(0, MOST)
          .map((lane) => (
            <LaneOf lane={lane} extent={extent} to={props.to} />
          ))}
        <Ticks extent={extent} />
      </nav>
    </section>
  )
}
