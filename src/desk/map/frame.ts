import {
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoCircle,
  geoDistance,
  geoNaturalEarth1,
  geoPath,
} from 'd3-geo'
import type { Country, Detail, Part, Point, Reach } from './outlines.ts'

/** Units of a drawing; the browser scales them. */
export const WIDE = 1000
export const HIGH = 620
const PAD = 80
/** Degrees of a great circle: how far around its middle a drawing shows at least, and beyond what it shows the whole world. */
const LEAST = 0.35
const WORLD = 60

/** A country as far as a drawing shows it. */
export interface Seen {
  readonly path: string
  readonly middle: readonly [x: number, y: number]
  readonly area: number
}

/** A stretch of the world as it is drawn. */
export interface Frame {
  readonly detail: Detail
  /** Degrees from its middle to the farthest point that it was made for. */
  readonly radius: number
  /** Where a point is drawn, in units. */
  at(point: Point): readonly [x: number, y: number]
  /** What is seen of a country: the data of an SVG path, its middle and its area, in units. Undefined for one that lies beyond. */
  seen(country: Country): Seen | undefined
  /** Kilometres that a unit stands for in the middle of the drawing. */
  readonly scale: number
}

const EARTH = 6371

const degrees = (a: Point, b: Point): number => (geoDistance(a, b) * 180) / Math.PI

const detailOf = (radius: number): Detail => (radius > 30 ? '110m' : radius > 4 ? '50m' : '10m')

const INSIDE: [[number, number], [number, number]] = [
  [PAD, PAD],
  [WIDE - PAD, HIGH - PAD],
]

function projectionOf(points: readonly Point[], middle: Point, radius: number): GeoProjection {
  const multi = { type: 'MultiPoint' as const, coordinates: [...points] }
  if (radius > WORLD) return geoNaturalEarth1().rotate([-middle[0], 0]).fitExtent(INSIDE, multi)
  const around = geoCircle().center(middle).radius(LEAST)()
  return geoAzimuthalEqualArea()
    .rotate([-middle[0], -middle[1]])
    .fitExtent(INSIDE, { type: 'GeometryCollection', geometries: [multi, around] })
}

// Whether a part may be seen within so many degrees of a point: its reach in latitude, and in longitude either way around the world.
function mayBeSeen({ west, east, south, north }: Reach, [lon, lat]: Point, within: number): boolean {
  if (south > lat + within || north < lat - within) return false
  const high = Math.min(90, Math.max(Math.abs(lat - within), Math.abs(lat + within)))
  const wide = high >= 85 ? 180 : within / Math.cos((high * Math.PI) / 180)
  return [-360, 0, 360].some((turn) => west + turn <= lon + wide && east + turn >= lon - wide)
}

function seenIn(projection: GeoProjection, middle: Point, corner: number): Frame['seen'] {
  const path = geoPath(projection).digits(1)
  const isNear = ({ reach }: Part) => corner > WORLD || mayBeSeen(reach, middle, corner)
  return ({ parts }) => {
    const coordinates = parts.filter(isNear).map(({ rings }) => rings as Point[][])
    const shape = { type: 'MultiPolygon' as const, coordinates }
    const data = coordinates.length > 0 ? path(shape) : undefined
    return data ? { path: data, middle: path.centroid(shape), area: path.area(shape) } : undefined
  }
}

// Around what is seen, so that no border shows where an outline is cut.
const CUT: [[number, number], [number, number]] = [
  [-8, -8],
  [WIDE + 8, HIGH + 8],
]

/** The frame that holds all of some points; undefined for none. A few points close together are shown with some land around them. */
export function frameOf(points: readonly Point[]): Frame | undefined {
  if (points.length === 0) return undefined
  const middle = geoCentroid({ type: 'MultiPoint', coordinates: [...points] }) as Point
  const radius = points.reduce((most, point) => Math.max(most, degrees(middle, point)), 0)
  const projection = projectionOf(points, middle, radius).clipExtent(CUT)
  const back = (x: number, y: number) => projection.invert?.([x, y]) as Point
  const corners = CUT.flatMap(([x]) => CUT.map(([, y]) => degrees(middle, back(x, y))))
  return {
    detail: detailOf(Math.max(radius, LEAST)),
    radius,
    at: (point) => projection(point) ?? [-1, -1],
    seen: seenIn(projection, middle, radius > WORLD ? 180 : Math.max(...corners)),
    scale: (geoDistance(back(WIDE / 2 - 1, HIGH / 2), back(WIDE / 2 + 1, HIGH / 2)) * EARTH) / 2,
  }
}

/** The points that lie within so many degrees of one, itself among them. */
export const near = <T>(held: readonly T[], at: (one: T) => Point, middle: Point, within: number): readonly T[] =>
  held.filter((one) => degrees(at(one), middle) <= within)

/** A length for a scale bar: 1, 2 or 5 times a power of ten, in kilometres, at most so many units long. */
export function barOf({ scale }: Pick<Frame, 'scale'>, most: number): { readonly km: number; readonly units: number } {
  const power = 10 ** Math.floor(Math.log10(scale * most))
  const km = ([5, 2, 1].find((step) => step * power <= scale * most) ?? 1) * power
  return { km, units: km / scale }
}
