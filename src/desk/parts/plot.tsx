import { scaleLinear, scaleUtc } from 'd3-scale'
import type { Line, LineFigure, LinePoint } from '../../views/line.ts'
import { DAY, dateOf, dayOf, isoOf } from '../days.ts'
import { type Label, say } from '../labels.ts'
import { lineCalled, type Scene } from '../scene.ts'
import { pathOf } from './line.tsx'

/** Room at the edges, in per cent of the width, and around the lines, in pixels. */
const EDGES = [5, 95] as const
const TOP = 26
const BOTTOM = 24
/** A number of another series that is more times the highest of its own is not drawn beside it. */
const BEYOND = 2

/** A number as the program writes it: "12", "2,300", "0.5". */
export const numberOf = (value: number): string =>
  new Intl.NumberFormat('en', { maximumFractionDigits: 4 }).format(value)

/** A number with its bound: "≥ 12", "≤ 40", "≈ 2,000", "25–30". */
export function givenText({ low, high, bound }: Pick<LinePoint, 'low' | 'high' | 'bound'>): string {
  const range = low === high ? numberOf(low) : `${numberOf(low)}–${numberOf(high)}`
  return bound ? `${{ least: '≥', most: '≤', near: '≈' }[bound]} ${range}` : range
}

const RELATIONS = {
  first: 'first',
  agrees: 'agrees',
  supersedes: 'supersedes',
  conflicts: 'conflicts',
  apart: 'counted apart',
} as const satisfies Record<LinePoint['relation'], Label>

/** The label that says how a number of a series stands to those before it. */
export const relationOf = ({ relation }: Pick<LinePoint, 'relation'>) => say(RELATIONS[relation])

/** A number of a series where it is drawn: its mark, and where it leads. */
interface Mark {
  readonly point: LinePoint
  readonly day: number
  readonly href: string
  readonly look: 'reported' | 'conflicts' | 'counted apart' | 'other scope'
}

const lookOf = ({ relation }: LinePoint): Mark['look'] =>
  relation === 'conflicts' ? 'conflicts' : relation === 'apart' ? 'counted apart' : 'reported'

const isDated = ({ day }: Mark): boolean => Number.isFinite(day)

/** Series that stand beside one, as the desk shows them. */
export const besideOf = (scene: Scene, { beside }: LineFigure): readonly Line[] =>
  beside.flatMap(({ id }) => lineCalled(scene, id) ?? [])

function ownMarks(line: Line, figure: LineFigure, scene: Scene): readonly Mark[] {
  return figure.points
    .map((point): Mark => {
      const at = line.from[point.at[0] ?? 0] ?? line.from[0]
      return { point, day: dayOf(point.day ?? ''), href: pathOf(scene, at, line.id), look: lookOf(point) }
    })
    .filter(isDated)
}

// The last number of each neighbour, where it is not far from the series' own.
function otherMarks(figure: LineFigure, scene: Scene, most: number): readonly Mark[] {
  return besideOf(scene, figure)
    .filter(({ sure }) => sure)
    .flatMap((line): Mark[] => {
      const point = line.figure?.points.findLast(({ relation }) => relation !== 'apart')
      if (!point || point.high > most * BEYOND) return []
      return [{ point, day: dayOf(point.day ?? ''), href: `#${line.id}`, look: 'other scope' }]
    })
    .filter(isDated)
}

const percent = (place: number): string => `${Math.round(place * 100) / 100}%`

interface Room {
  readonly x: (day: number) => number
  readonly y: (value: number) => number
  readonly height: number
}

function Shape(props: { readonly mark: Mark; readonly y: Room['y']; readonly middle: number }) {
  const { point, look } = props.mark
  if (look === 'other scope') return <path class="pt scope" d="M0-6L6 0L0 6L-6 0Z" />
  const name = look === 'reported' ? 'pt' : look === 'conflicts' ? 'pt open' : 'pt apart'
  const [top, bottom] = [props.y(point.high) - props.middle, props.y(point.low) - props.middle]
  return (
    <>
      {point.low !== point.high && (
        <path class={`${name} range`} d={`M-6 ${top}h12M-6 ${bottom}h12M0 ${top}V${bottom}`} />
      )}
      {point.bound === 'least' && <path class={`${name} arrow`} d="M0 0V-15M-4-11L0-15L4-11" />}
      {point.bound === 'most' && <path class={`${name} arrow`} d="M0 0V15M-4 11L0 15L4 11" />}
      {point.low === point.high && <circle class={name} r="4.5" />}
    </>
  )
}

function Drawn(props: { readonly mark: Mark; readonly room: Room; readonly told: 'above' | 'below' | undefined }) {
  const { mark, room } = props
  const { point } = mark
  const middle = room.y((point.low + point.high) / 2)
  const spoken = [dateOf(point.day ?? ''), givenText(point), say(mark.look)].join(', ')
  const place = room.x(mark.day)
  const edge = place < 12 ? 'lo' : place > 88 ? 'hi' : ''
  const above = room.y(point.high) - middle - (point.bound === 'least' ? 19 : 10)
  return (
    <svg x={percent(place)} y={middle} class="at">
      <title>{spoken}</title>
      <a href={mark.href} aria-label={spoken}>
        <Shape mark={mark} y={room.y} middle={middle} />
        {props.told && (
          <text
            class={`call ${edge}`}
            x={edge === 'lo' ? 8 : edge === 'hi' ? -8 : 0}
            y={props.told === 'below' ? 18 : above}
          >
            {givenText(point)}
          </text>
        )}
      </a>
    </svg>
  )
}

// From number to number that stood, each holding until the next; a range by its middle.
function Steps(props: { readonly marks: readonly Mark[]; readonly room: Room }) {
  const { marks, room } = props
  const stood = marks.filter(({ point }) => point.relation === 'first' || point.relation === 'supersedes')
  const last = marks.findLast(({ look }) => look === 'reported')
  const height = ({ point }: Mark) => room.y((point.low + point.high) / 2)
  return (
    <g class="steps">
      {stood.map((mark, at) => {
        const next = stood[at + 1]
        const [from, to] = [percent(room.x(mark.day)), percent(room.x((next ?? last ?? mark).day))]
        return (
          <>
            <line x1={from} x2={to} y1={height(mark)} y2={height(mark)} />
            {next && <line x1={to} x2={to} y1={height(mark)} y2={height(next)} />}
          </>
        )
      })}
    </g>
  )
}

function Frame(props: { readonly room: Room; readonly ticks: readonly number[]; readonly days: readonly number[] }) {
  const { room, ticks, days } = props
  const years = new Set(days.map((day) => new Date(day).getUTCFullYear())).size > 1
  return (
    <>
      {ticks.map((tick) => (
        <g class={tick === 0 ? 'grid base' : 'grid'}>
          <line x1="0" x2="100%" y1={room.y(tick)} y2={room.y(tick)} />
          <text x="0" y={room.y(tick) - 4}>
            {numberOf(tick)}
          </text>
        </g>
      ))}
      <g class="ticks">
        {[...new Set(days)].map((day, at) => (
          <g class={at === 0 ? 'lo' : 'hi'}>
            <text x={percent(room.x(day))} y={room.height + 18}>
              {dateOf(isoOf(day), years)}
            </text>
          </g>
        ))}
      </g>
    </>
  )
}

function roomOf(
  marks: readonly Mark[],
  height: number,
): Room & { readonly ticks: readonly number[]; readonly days: readonly number[] } {
  const days = marks.map(({ day }) => day)
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const across = scaleUtc([first, Math.max(last, first + DAY)], EDGES)
  const most = Math.max(1, ...marks.map(({ point }) => point.high))
  const least = Math.min(0, ...marks.map(({ point }) => point.low))
  const up = scaleLinear([least, most], [height, TOP]).nice(3)
  return {
    x: (day) => across(day),
    y: (value) => up(value),
    height,
    ticks: up.ticks(3),
    days: first === last ? [first] : [first, last],
  }
}

// A number is written at its mark where the one before it is not too near: below it where numbers fall.
function written(marks: readonly Mark[], { x }: Room): ReadonlyMap<Mark, 'above' | 'below'> {
  const found = new Map<Mark, 'above' | 'below'>()
  let [before, high] = [Number.NEGATIVE_INFINITY, 0]
  for (const mark of marks) {
    if (mark.point.relation === 'agrees' || x(mark.day) - before < 9) continue
    found.set(mark, mark.point.high < high ? 'below' : 'above')
    before = x(mark.day)
    high = mark.point.high
  }
  return found
}

/** A series through time: steps from number to number, ranges as bars, bounds as arrows, conflicts hollow, other scopes as diamonds; each mark leads to its sentence. */
export function Plot(props: {
  readonly line: Line
  readonly figure: LineFigure
  readonly scene: Scene
  readonly height: number
}) {
  const { line, figure, scene, height } = props
  const own = ownMarks(line, figure, scene)
  const others = otherMarks(figure, scene, Math.max(0, ...own.map(({ point }) => point.high)))
  if (own.length < 2) return null
  const room = roomOf([...own, ...others], height)
  const told = written(own, room)
  const looks = (['reported', 'conflicts', 'counted apart', 'other scope'] as const).filter((look) =>
    [...own, ...others].some((mark) => mark.look === look),
  )
  return (
    <nav class="plot" aria-label={say('by day')}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its marks are links with names of their own */}
      <svg width="100%" height={height + BOTTOM}>
        <Frame room={room} ticks={room.ticks} days={room.days} />
        <Steps marks={own} room={room} />
        {[...others, ...own].map((mark) => (
          <Drawn mark={mark} room={room} told={told.get(mark)} />
        ))}
      </svg>
      {looks.length > 1 && <Legend looks={looks} />}
    </nav>
  )
}

function Legend(props: { readonly looks: readonly Mark['look'][] }) {
  const shapes = {
    reported: 'pt',
    conflicts: 'pt open',
    'counted apart': 'pt apart',
    'other scope': 'pt scope',
  } as const
  return (
    <p class="legend">
      {props.looks.map((look) => (
        <span>
          <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
            {look === 'other scope' ? (
              <path class={shapes[look]} d="M0-5L5 0L0 5L-5 0Z" />
            ) : (
              <circle class={shapes[look]} r="4" />
            )}
          </svg>
          {say(look)}
        </span>
      ))}
    </p>
  )
}
