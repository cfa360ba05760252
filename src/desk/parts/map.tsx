import type { Line } from '../../views/line.ts'
import { counted, isLabel, say } from '../labels.ts'
import type { Drawing, Label } from '../map/drawing.ts'
import { HIGH, WIDE } from '../map/frame.ts'
import type { Side } from '../map/labels.ts'
import { Quote } from './quote.tsx'

/** A place's name as its line has it: the source's words, else the place data's. */
export function PlaceName(props: { readonly of: Line; readonly href?: string }) {
  const { where } = props.of
  if (where?.words) return <Quote of={where.words} {...(props.href ? { href: props.href } : {})} />
  return <span data-place>{where?.name}</span>
}

/** How finely a place is named, as a label. */
export const precisionOf = ({ where }: Line): string => (where && isLabel(where.precision) ? where.precision : '')

const spoken = (line: Line): string =>
  [line.where?.words?.exact ?? line.where?.name, precisionOf(line), counted(line.origins, 'origin')].join(', ')

const PIXELS: Readonly<Record<Side, (apart: number) => { readonly dx: number; readonly dy: number }>> = {
  right: (apart) => ({ dx: apart + 3, dy: 4 }),
  left: (apart) => ({ dx: -apart - 3, dy: 4 }),
  up: (apart) => ({ dx: 0, dy: -apart - 5 }),
  down: (apart) => ({ dx: 0, dy: apart + 13 }),
  middle: () => ({ dx: 0, dy: 4 }),
}

// Laid over the outlines by percentages, so that it keeps its size on a phone.
function Name(props: { readonly of: Label; readonly kind: string }) {
  const { x, y, side, minor, apart, of } = props.of
  const { dx, dy } = PIXELS[side](apart)
  const classes = ['pl', props.kind, side, minor ? 'minor' : ''].filter(Boolean).join(' ')
  const words = 'line' in of ? of.line.where?.words : undefined
  const quoted = words
    ? { 'data-quote': `${words.article}@${words.version}`, 'data-at': `${words.start}-${words.end}` }
    : { 'data-place': true }
  return (
    <text x={`${x}%`} y={`${y}%`} dx={dx} dy={dy} class={classes} {...quoted}>
      {words?.exact ?? ('line' in of ? of.line.where?.name : of.country)}
    </text>
  )
}

const kindOf = ({ of }: Label): string => ('line' in of ? (of.line.where?.precision ?? '') : 'bearing')

// The shapes alone stretch with the drawing.
function Shapes(props: { readonly of: Drawing; readonly id: string; readonly href: (line: Line) => string }) {
  const { lands, areas } = props.of
  const link = (line: Line, path: string, kind: string) => (
    <a href={props.href(line)} aria-label={spoken(line)}>
      <path class={kind} d={path} />
    </a>
  )
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its shapes are links with names of their own, or bare land
    <svg viewBox={`0 0 ${WIDE} ${HIGH}`} width="100%" height="100%" preserveAspectRatio="none">
      <defs>
        <pattern id={props.id} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="ground" width="9" height="9" />
          <path class="stroke" d="M0 0V9" />
        </pattern>
      </defs>
      {lands.map(({ path, line }) => (line ? link(line, path, 'land whole') : <path class="land" d={path} />))}
      {areas.map(({ path, line }) => link(line, path, 'area'))}
    </svg>
  )
}

function Bar(props: { readonly bar: NonNullable<Drawing['bar']> }) {
  const { km, percent } = props.bar
  return (
    <g class="bar-km">
      <line x1="3%" x2={`${3 + percent}%`} y1="95%" y2="95%" />
      <text x={`${3 + percent / 2}%`} y="95%" dy={-6}>
        {say('{n} km', { n: km })}
      </text>
    </g>
  )
}

/** A drawing of places, each a link to its line. */
export function PlaceMap(props: {
  readonly of: Drawing
  readonly id: string
  readonly name: string
  readonly href: (line: Line) => string
}) {
  const { dots, labels, bar } = props.of
  return (
    <nav class="map" aria-label={props.name}>
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: its places are links with names of their own */}
      <svg class="places-drawn" width="100%">
        <Shapes of={props.of} id={props.id} href={props.href} />
        {dots.map(({ x, y, radius, line }) => (
          <a href={props.href(line)} aria-label={spoken(line)}>
            <circle class="dot" cx={`${x}%`} cy={`${y}%`} r={radius} />
          </a>
        ))}
        <g class="names">
          {labels.map((label) => (
            <Name of={label} kind={kindOf(label)} />
          ))}
        </g>
        {bar && <Bar bar={bar} />}
      </svg>
    </nav>
  )
}

/** What the marks of a drawing mean, of those that are there. */
export function MapLegend(props: { readonly of: readonly Drawing[] }) {
  const has = (some: (one: Drawing) => boolean): boolean => props.of.some(some)
  return (
    <p class="legend">
      {has(({ dots }) => dots.length > 0) && (
        <span>
          <svg width="30" height="18" class="map" aria-hidden="true">
            <circle class="dot" cx="6" cy="9" r="4" />
            <circle class="dot" cx="20" cy="9" r="8" />
          </svg>
          {say('town, by origins')}
        </span>
      )}
      {has(({ areas }) => areas.length > 0) && (
        <span>
          <svg width="24" height="16" class="map" aria-hidden="true">
            <rect class="area" x="1" y="1" width="22" height="14" />
          </svg>
          {say('region, around its towns, approximate')}
        </span>
      )}
      {has(({ lands }) => lands.some(({ line }) => line)) && (
        <span>
          <svg width="22" height="14" class="map" aria-hidden="true">
            <path class="hatched" d="M0 14L14 0M8 14L22 0M-6 14L8 0" />
          </svg>
          {say('country named as a whole')}
        </span>
      )}
      <span>{say('names in grey are for bearing, not in the record')}</span>
      <span>{say('Outlines: Natural Earth')}</span>
    </p>
  )
}
