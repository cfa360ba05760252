import { polygonHull } from 'd3-polygon'
import type { Line } from '../../views/line.ts'
import { barOf, type Frame, frameOf, HIGH, near, type Seen, WIDE } from './frame.ts'
import { type Named, type Put, put } from './labels.ts'
import type { Country, Outlines, Part, Point } from './outlines.ts'

/** How a place is drawn, or why it is not. */
export type Drawn = 'dot' | 'area' | 'country' | 'no outline' | 'unknown' | 'beyond'

/** A name on the drawing: of a line's place, or of a country for bearing. */
export interface Label extends Put {
  /** Per cent of the drawing's width and height. */
  readonly x: number
  readonly y: number
  /** Pixels from the point to the name. */
  readonly apart: number
  readonly of: { readonly line: Line } | { readonly country: string }
}

/** One drawing, in units of `WIDE` by `HIGH`; marks in per cent, so that they keep their size. */
export interface Drawing {
  readonly lands: readonly { readonly path: string; readonly line?: Line }[]
  readonly areas: readonly { readonly path: string; readonly line: Line }[]
  /** The largest first, so that none is hidden. `radius` in pixels. */
  readonly dots: readonly { readonly x: number; readonly y: number; readonly radius: number; readonly line: Line }[]
  readonly labels: readonly Label[]
  readonly bar?: { readonly km: number; readonly percent: number }
}

/** A story's places, drawn. */
export interface Drawings {
  /** Undefined where nothing can be drawn. */
  readonly main?: Drawing
  /** The surroundings of the place with most origins, where the first drawing has them crowded together. */
  readonly inset?: Drawing
  readonly drawn: ReadonlyMap<string, Drawn>
}

/** One place of a line, with what the outlines know of it. */
interface Placed {
  readonly line: Line
  readonly point?: Point
  /** Towns of a region, on its rim. */
  readonly towns?: readonly Point[]
  readonly country?: Country
}

const percent = (part: number, whole: number): number => Math.round((part / whole) * 1e4) / 100

// A hull needs three corners.
const CORNERS = 3

function placedOf(line: Line, outlines: Outlines): Placed {
  const { lat, lon, precision, geonamesId, country } = line.where ?? { precision: '' }
  if (lat !== undefined && lon !== undefined) return { line, point: [lon, lat] }
  if (precision === 'region' && geonamesId !== undefined) {
    const towns = outlines.townsIn(geonamesId)
    return towns.length >= CORNERS ? { line, towns } : { line }
  }
  const shape = precision === 'country' && outlines.countries('50m').find(({ code }) => code === country)
  return shape ? { line, country: shape } : { line }
}

// A country's own land, without what it holds elsewhere: its largest part.
function mainland({ parts }: Country): readonly Point[] {
  const size = ({ reach }: Part): number => (reach.east - reach.west) * (reach.north - reach.south)
  const [first, ...others] = parts
  return first ? (others.reduce((a, b) => (size(b) > size(a) ? b : a), first).rings[0] ?? []) : []
}

// Towns and regions make the frame; countries named as a whole do so only where nothing finer is named.
function pointsOf(placed: readonly Placed[]): readonly Point[] {
  const fine = placed.flatMap(({ point, towns = [] }) => [...(point ? [point] : []), ...towns])
  return fine.length > 0 ? fine : placed.flatMap(({ country }) => (country ? mainland(country) : []))
}

const radiusOf = ({ origins }: Line): number => Math.min(18, 5 * Math.sqrt(origins))

const insideFrame = ([x, y]: readonly [number, number]): boolean => x >= 0 && y >= 0 && x <= WIDE && y <= HIGH

function dotsOf(placed: readonly Placed[], frame: Frame): Drawing['dots'] {
  return placed
    .flatMap(({ line, point }) => {
      const at = point && frame.at(point)
      return at && insideFrame(at)
        ? [{ x: percent(at[0], WIDE), y: percent(at[1], HIGH), radius: radiusOf(line), line }]
        : []
    })
    .sort((a, b) => b.radius - a.radius)
}

/** An area with the middle of its rim, in units. */
interface Area {
  readonly path: string
  readonly line: Line
  readonly middle: readonly [number, number]
}

// A region is drawn around its towns: no outline of it is known.
function areasOf(placed: readonly Placed[], frame: Frame): readonly Area[] {
  return placed.flatMap(({ line, towns }) => {
    const hull = towns && polygonHull(towns.map((town) => [...frame.at(town)] as [number, number]))
    if (!hull) return []
    const path = `M${hull.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`).join('L')}Z`
    const [left, top] = [Math.min(...hull.map(([x]) => x)), Math.min(...hull.map(([, y]) => y))]
    const [right, bottom] = [Math.max(...hull.map(([x]) => x)), Math.max(...hull.map(([, y]) => y))]
    return [{ path, line, middle: [(left + right) / 2, (top + bottom) / 2] as const }]
  })
}

/** A country as far as it is seen. */
interface Land extends Seen {
  readonly name: string
  readonly line?: Line
}

function landsOf(placed: readonly Placed[], frame: Frame, outlines: Outlines): readonly Land[] {
  const named = new Map(placed.flatMap(({ line, country }) => (country?.code ? [[country.code, line] as const] : [])))
  return outlines.countries(frame.detail).flatMap((country) => {
    const [seen, line] = [frame.seen(country), named.get(country.code ?? '')]
    return seen ? [{ ...seen, name: country.name, ...(line ? { line } : {}) }] : []
  })
}

const BESIDE = ['right', 'left', 'up', 'down'] as const
// A country of less than this share of a drawing is not named for bearing.
const BEARING = 0.015

function labelsOf(
  dots: Drawing['dots'],
  areas: readonly Area[],
  lands: readonly Land[],
  wide: number,
): readonly Label[] {
  const place = ([x, y]: readonly [number, number]) => ({ x: percent(x, WIDE), y: percent(y, HIGH), mark: 0 })
  const letters = ({ where }: Line) => where?.words?.exact.length ?? where?.name.length ?? 0
  const of = [
    ...dots.map(({ x, y, radius, line }) => ({
      x,
      y,
      mark: radius,
      letters: letters(line),
      sides: BESIDE,
      of: { line },
    })),
    ...areas.map(({ middle, line }) => ({
      ...place(middle),
      letters: letters(line),
      sides: ['middle'] as const,
      of: { line },
    })),
    ...lands
      .filter(({ line, area }) => line || area >= BEARING * WIDE * HIGH)
      .map(({ middle, name, line }) => ({
        ...place(middle),
        letters: line ? letters(line) : name.length,
        sides: ['middle'] as const,
        of: line ? { line } : { country: name },
      })),
  ] satisfies readonly (Named & Pick<Label, 'of'>)[]
  const where = put(of, wide, HIGH / WIDE)
  return of.flatMap(({ x, y, mark, of: named }, at) => {
    const found = where[at]
    return found ? [{ ...found, x, y, apart: mark, of: named }] : []
  })
}

// The scale is true near the middle alone, so that a drawing of half the world has none.
const SCALED = 30

// How many pixels a drawing is wide on a desk: alone, beside its inset, as the inset.
const PIXELS = { alone: 880, main: 690, inset: 490 } as const

function drawingOf(placed: readonly Placed[], frame: Frame, outlines: Outlines, as: keyof typeof PIXELS): Drawing {
  const [dots, areas, lands] = [dotsOf(placed, frame), areasOf(placed, frame), landsOf(placed, frame, outlines)]
  const bar = frame.radius < SCALED ? barOf(frame, WIDE / 6) : undefined
  return {
    lands: lands.map(({ path, line }) => (line ? { path, line } : { path })),
    areas: areas.map(({ path, line }) => ({ path, line })),
    dots,
    labels: labelsOf(dots, areas, lands, PIXELS[as]),
    ...(bar ? { bar: { km: bar.km, percent: percent(bar.units, WIDE) } } : {}),
  }
}

// Of a frame's radius: how far around its first place its neighbours may stand so close that an inset parts them.
const CROWDED = 1 / 6

function insetOf(placed: readonly Placed[], frame: Frame, outlines: Outlines): Drawing | undefined {
  const towns = placed.flatMap((one) => (one.point ? [{ ...one, point: one.point }] : []))
  const [first] = towns
  if (!first) return undefined
  const crowd = near(towns, ({ point }) => point, first.point, frame.radius * CROWDED)
  const inner = crowd.length > 2 && crowd.length < towns.length ? frameOf(crowd.map(({ point }) => point)) : undefined
  return inner && drawingOf(placed, inner, outlines, 'inset')
}

function howDrawn({ line, point, towns, country }: Placed, main: Drawing | undefined): Drawn {
  if (point) return 'dot'
  if (towns) return 'area'
  if (country) return main?.lands.some((land) => land.line === line) ? 'country' : 'beyond'
  return line.where?.precision === 'site' ? 'unknown' : 'no outline'
}

/** Draws lines that have a place, the first the most important: towns as dots, regions around their towns, countries as areas. */
export function drawingsOf(lines: readonly Line[], outlines: Outlines): Drawings {
  const placed = lines.filter(({ where }) => where).map((line) => placedOf(line, outlines))
  const frame = frameOf(pointsOf(placed))
  const inset = frame && insetOf(placed, frame, outlines)
  const main = frame && drawingOf(placed, frame, outlines, inset ? 'main' : 'alone')
  return {
    ...(main ? { main } : {}),
    ...(inset ? { inset } : {}),
    drawn: new Map(placed.map((one) => [one.line.id, howDrawn(one, main)])),
  }
}
