import { scaleUtc } from 'd3-scale'
import type { Line } from '../../views/line.ts'
import { DAY, dateOf, dayOf, isoOf, rangeOf } from '../days.ts'
import { counted, say } from '../labels.ts'
import { labelsOf } from './line.tsx'

/** The days that a drawing shows, first and last in milliseconds, and the days of one column. */
export interface Window {
  readonly from: number
  readonly to: number
  readonly step: number
}

// Columns that stay apart on a phone.
const COLUMNS = 48
const BEFORE = 9 * DAY
const AFTER = 28 * DAY

const startOf = (line: Line): number => (line.when ? dayOf(line.when.from) : Number.NaN)
const endOf = (line: Line): number => (line.when ? dayOf(line.when.to) : Number.NaN)

/** The days around a story's reports in which its lines lie; what lies far from them is counted beside the drawing. */
export function windowOf(lines: readonly Line[], reported: readonly (string | undefined)[]): Window | undefined {
  const printed = reported.flatMap((day) => (day ? [dayOf(day)] : [])).filter(Number.isFinite)
  const dated = lines.map(startOf).filter(Number.isFinite)
  if (dated.length === 0) return undefined
  const core = printed.length > 0 ? printed : dated
  const [low, high] = [least(core) - BEFORE, most(core) + AFTER]
  const near = [...dated.filter((day) => day >= low && day <= high), ...(printed.length > 0 ? core : [])]
  const [from, to] = [least(near) - DAY, most(near) + DAY]
  return { from, to, step: Math.max(1, Math.ceil((to - from) / DAY / COLUMNS)) }
}

const least = (days: readonly number[]): number => days.reduce((a, b) => Math.min(a, b))
const most = (days: readonly number[]): number => days.reduce((a, b) => Math.max(a, b))

/** Place of a day on the drawing, in per cent of its width, at the middle of its column. */
export function placeIn({ from, to, step }: Window): (day: number) => number {
  const columns = columnsIn({ from, to, step })
  return (day) => ((Math.floor((day - from) / DAY / step) + 0.5) / columns) * 100
}

const columnsIn = ({ from, to, step }: Window): number => Math.floor((to - from) / DAY / step) + 1

const percent = (place: number): string => `${Math.round(place * 100) / 100}%`

interface Square {
  /** The lines that it stands for: one, but in a drawing that would be too tall. */
  readonly lines: readonly [Line, ...Line[]]
  readonly column: number
  /** Columns it covers: more than one for a range of days. */
  readonly wide: number
  /** Lines below it. */
  readonly up: number
}

/** Squares with what one line is worth in height; pixels. */
interface Stacks {
  readonly squares: readonly Square[]
  readonly unit: number
  /** Between two squares; pixels. */
  readonly gap: number
  /** Lines in the tallest stack. */
  readonly tallest: number
}

function spread(days: Window, line: Line): { readonly column: number; readonly wide: number } {
  const columns = columnsIn(days)
  const column = Math.floor((startOf(line) - days.from) / DAY / days.step)
  const last = Math.min(columns - 1, Math.floor((endOf(line) - days.from) / DAY / days.step))
  return { column, wide: Math.max(1, last - column + 1) }
}

const UNIT = 17
const SIDE = 14
const GAP = UNIT - SIDE
// More lines in one column would fill the window: up to TIGHTEST the squares are pressed flat, beyond it they become bars.
const TALLEST = 20
const TIGHTEST = 50
// And more links than these would be in the way of a keyboard.
const MOST = 400

/** Stacks the lines of each column, key lines lowest and what is less sure above the rest; ranges lie over all their columns, on top. */
function squaresOf(lines: readonly Line[], days: Window, keys: ReadonlySet<string>): readonly Square[] {
  const heights = new Array<number>(columnsIn(days)).fill(0)
  const height = (line: Line) => (keys.has(line.id) ? 0 : line.sure ? 1 : 2)
  const placed = lines
    .toSorted((a, b) => height(a) - height(b))
    .map((line) => ({ lines: [line] as const, ...spread(days, line) }))
  return [...placed.filter(({ wide }) => wide === 1), ...placed.filter(({ wide }) => wide > 1)].map((square) => {
    const under = heights.slice(square.column, square.column + square.wide)
    const up = Math.max(0, ...under)
    heights.fill(up + 1, square.column, square.column + square.wide)
    return { ...square, up }
  })
}

/** Lines of one column that look the same, as one bar. */
function barsOf(lines: readonly Line[], days: Window, keys: ReadonlySet<string>): readonly Square[] {
  const columns = new Map<number, Map<string, [Line, ...Line[]]>>()
  for (const line of lines) {
    const { column } = spread(days, line)
    const looks = columns.get(column) ?? new Map<string, [Line, ...Line[]]>()
    const look = looksOf(line, keys.has(line.id))
    const held = looks.get(look)
    if (held) held.push(line)
    else looks.set(look, [line])
    columns.set(column, looks)
  }
  return [...columns].flatMap(([column, looks]) => {
    let up = 0
    return [...looks.values()].map((held) => {
      up += held.length
      return { lines: held, column, wide: 1, up: up - held.length }
    })
  })
}

const tallestOf = (squares: readonly Square[]): number =>
  squares.reduce((most, { up, lines }) => Math.max(most, up + lines.length), 0)

function stacked(lines: readonly Line[], days: Window, keys: ReadonlySet<string>): Stacks {
  const squares = squaresOf(lines, days, keys)
  const tallest = tallestOf(squares)
  const pressed = Math.round((TALLEST * UNIT * 8) / Math.max(TALLEST, tallest)) / 8
  if (tallest <= TIGHTEST && squares.length <= MOST)
    return { squares, unit: pressed, tallest, gap: Math.min(GAP, pressed / 4) }
  const bars = barsOf(lines, days, keys)
  return { squares: bars, unit: (TALLEST * UNIT) / 2 / tallestOf(bars), tallest: tallestOf(bars), gap: 1 }
}

function spoken([line, ...more]: Square['lines']): string {
  const last = more.at(-1) ?? line
  const day = line.when && last.when ? rangeOf(line.when.from, last.when.to) : say('undated')
  const count = more.length > 0 ? [counted(more.length + 1, 'line')] : []
  return [day, ...count, ...labelsOf(line.status, line.sure)].join(', ')
}

/** The class by which a square is drawn: its weightiest status. */
export function looksOf(line: Line, lead: boolean): string {
  const [label] = labelsOf(line.status)
  if (!line.sure) return 'sq less'
  if (label) return `sq ${label.replace(' ', '-')}`
  return lead ? 'sq key' : 'sq'
}

function Drawn(props: {
  readonly square: Square
  readonly days: Window
  readonly height: number
  readonly unit: number
  readonly gap: number
  readonly href: string
  readonly lead: boolean
}) {
  const { square, days, height, unit, gap } = props
  const [line] = square.lines
  const columns = columnsIn(days)
  const left = square.wide > 1 ? (square.column / columns) * 100 : ((square.column + 0.5) / columns) * 100
  const high = Math.max(1, square.lines.length * unit - gap)
  const y = -square.up * unit - gap - high
  const shape =
    square.wide > 1 ? { x: 0, width: percent((square.wide / columns) * 100) } : { x: -SIDE / 2, width: SIDE }
  return (
    <svg x={percent(left)} y={height} class="at">
      <title>{spoken(square.lines)}</title>
      <g class={square.wide > 1 ? 'col range' : 'col'}>
        <a href={props.href} aria-label={spoken(square.lines)}>
          <rect class={looksOf(line, props.lead)} {...shape} y={y} height={high} />
          {line.status?.denied && square.lines.length === 1 && (
            <path class="slash" d={`M${-SIDE / 2} ${y + high}l${SIDE} ${-high}`} />
          )}
        </a>
      </g>
    </svg>
  )
}

/** Strokes for what is less sure: no hue is needed to tell it. The sheet fills with it by its id. */
const Hatch = () => (
  <defs>
    <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="ground" width="4" height="4" />
      <line class="stroke" x1="1" x2="1" y1="0" y2="4" />
    </pattern>
  </defs>
)

function Ticks(props: { readonly days: Window; readonly y: number }) {
  const place = placeIn(props.days)
  const ticks = scaleUtc()
    .domain([props.days.from, props.days.to])
    .ticks(6)
    .map((tick) => dayOf(tick.toISOString()))
  const years = new Date(props.days.from).getUTCFullYear() !== new Date(props.days.to).getUTCFullYear()
  return (
    <g class="ticks">
      {ticks.map((tick, at) => {
        const x = percent(place(tick))
        const edge = place(tick) < 4 ? 'lo' : place(tick) > 96 ? 'hi' : ''
        return (
          <g class={`${at % 2 ? 'minor' : ''} ${edge}`}>
            <line x1={x} x2={x} y1={props.y} y2={props.y + 5} />
            <text x={x} y={props.y + 18}>
              {dateOf(isoOf(tick), years)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function Beyond(props: {
  readonly lines: readonly Line[]
  readonly days: Window
  readonly href: (line: Line) => string
}) {
  const sides = [
    ['{n} earlier', props.lines.filter((line) => startOf(line) < props.days.from)],
    ['{n} later', props.lines.filter((line) => startOf(line) > props.days.to)],
    ['{n} undated', props.lines.filter((line) => !line.when)],
  ] as const
  const shown = sides.filter(([, lines]) => lines.length > 0)
  if (shown.length === 0) return null
  return (
    <p class="beyond">
      {say('beyond the axis')}
      {shown.map(([label, lines]) => (
        <a href={lines[0] ? props.href(lines[0]) : '#main'}>{say(label, { n: lines.length })}</a>
      ))}
    </p>
  )
}

const within = (lines: readonly Line[], { from, to }: Window): readonly Line[] =>
  lines.filter((line) => startOf(line) >= from && startOf(line) <= to)

/** The lines by day: one square a line, which is its link; bars of lines that look the same where there are too many. */
export function Axis(props: {
  readonly lines: readonly Line[]
  readonly days: Window
  readonly keys: ReadonlySet<string>
  readonly href: (line: Line) => string
  /** Day of the last report. */
  readonly until: string | undefined
}) {
  const { lines, days, keys, href, until } = props
  const { squares, unit, gap, tallest } = stacked(within(lines, days), days, keys)
  const height = Math.max(5 * UNIT, tallest * unit) + 22
  const last = until ? percent(placeIn(days)(dayOf(until))) : undefined
  const fit = Math.min(9, Math.ceil(columnsIn(days) / 6))
  return (
    <nav class="axis" aria-label={say('Lines by day')}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its squares are links with names of their own */}
      <svg class={`squares fit-${fit}`} width="100%" height={height + 24}>
        <Hatch />
        {last && (
          <g class="last">
            <line x1={last} x2={last} y1={4} y2={height} />
            <text x={last} y={13} dx={-6}>
              {say('last report')}
            </text>
          </g>
        )}
        <line class="base" x1="0" x2="100%" y1={height} y2={height} />
        <Ticks days={days} y={height} />
        {squares.map((square) => (
          <Drawn
            {...{ square, days, height, unit, gap }}
            href={href(square.lines[0])}
            lead={keys.has(square.lines[0].id)}
          />
        ))}
      </svg>
      <Beyond lines={lines} days={days} href={href} />
    </nav>
  )
}

/** What the squares mean, of those that are drawn. */
export function Legend(props: {
  readonly lines: readonly Line[]
  readonly days: Window
  readonly keys: ReadonlySet<string>
}) {
  const { squares } = stacked(within(props.lines, props.days), props.days, props.keys)
  const single = squares.every(({ lines }) => lines.length === 1)
  const looks = new Set(props.lines.map((line) => looksOf(line, props.keys.has(line.id))))
  const shown = [
    ['sq key', 'key line'],
    ['sq', 'happened'],
    ['sq ongoing', 'ongoing'],
    ['sq denied', 'denied'],
    ['sq possible', 'possible'],
    ['sq called-for', 'called for'],
    ['sq planned', 'planned'],
    ['sq met', 'met'],
    ['sq missed', 'missed'],
    ['sq overdue', 'overdue'],
    ['sq disputed', 'disputed'],
    ['sq less', 'less sure'],
  ] as const
  return (
    <p class="legend">
      {shown
        .filter(([look]) => looks.has(look))
        .map(([look, label]) => (
          <span>
            <svg width="12" height="12" aria-hidden="true">
              <rect class={look} x="0.75" y="0.75" width="10.5" height="10.5" />
            </svg>
            {say(label)}
          </span>
        ))}
      <span>{say(single ? 'one square a line' : 'the higher, the more lines')}</span>
    </p>
  )
}
