import type { Citation } from '../../../text/citation.ts'
import { overlaps, type Span } from '../../../text/span.ts'
import { citedPath, entityPath, viewPath } from '../../addresses.ts'
import { linePath } from '../../leaves.ts'
import { pathOf } from '../../parts/line.tsx'
import { litIn, reportsOf, type Told } from '../../parts/reports.tsx'
import { courseOf, type Scene, seenAs, tellingsOf, voicesOf } from '../../scene.ts'

/** Where an article page stands among the reports of a line, or the mentions of somebody. */
export interface Step {
  readonly kind: 'Reported by' | 'Mentions'
  readonly n: number
  readonly of: number
  readonly previous?: string
  readonly next?: string
  /** The line, or the person's page, from which it was reached. */
  readonly back?: string
}

/** Where a line stands in its view among those as sure as it is, with the sentences of its neighbours. */
export interface Neighbours {
  readonly n: number
  readonly of: number
  readonly previous?: string
  readonly next?: string
}

/** The lines before and after one, as a reader goes through their sentences; undefined for what is no line. */
export function neighboursOf(scene: Scene, id: string): Neighbours | undefined {
  const all =
    [courseOf(scene), voicesOf(scene), seenAs(scene, 'pin')].find((seen) => seen?.lines.some((line) => line.id === id))
      ?.lines ?? []
  const sure = all.find((line) => line.id === id)?.sure
  const lines = all.filter((line) => line.sure === sure)
  const at = lines.findIndex((line) => line.id === id)
  if (at < 0) return undefined
  const [before, after] = [lines[at - 1], lines[at + 1]]
  return {
    n: at + 1,
    of: lines.length,
    ...(before ? { previous: pathOf(scene, before.from[0], before.id) } : {}),
    ...(after ? { next: pathOf(scene, after.from[0], after.id) } : {}),
  }
}

interface Stop {
  readonly at: Citation
  /** All that is lit there. */
  readonly lit: readonly Citation[]
}

interface Series {
  readonly kind: Step['kind']
  readonly stops: readonly Stop[]
  readonly back: string | undefined
}

const stopsOf = (reports: readonly Told[]): readonly Stop[] =>
  reports.map(litIn).flatMap((lit) => (lit[0] ? [{ at: lit[0], lit }] : []))

function seriesOf(scene: Scene, id: string): Series | undefined {
  const entity = scene.entities.get(id)
  if (entity) {
    const stops = entity.occurrences.flatMap(({ places }) => places.map((at) => ({ at, lit: [at] })))
    return { kind: 'Mentions', stops, back: entityPath(scene.story.id, id) }
  }
  const place = scene.places.get(id)
  if (place) {
    const stops = place.tellings.map(({ spot }) => ({ at: spot.words, lit: [spot.words] }))
    return { kind: 'Reported by', stops, back: viewPath(scene.story.id, seenAs(scene, 'pin')?.view.name ?? '', {}, id) }
  }
  const seen = scene.happenings.has(id) ? courseOf(scene) : voicesOf(scene)
  const stops = stopsOf(reportsOf(tellingsOf(scene, { id })))
  if (stops.length === 0) return undefined
  const back = seen && linePath(scene.story.id, seen.view.name, seen.lines.length, id)
  return { kind: 'Reported by', stops, back }
}

/** The step at which these words of an article stand; undefined for words that are none of the row's. */
export function stepOf(scene: Scene, id: string, article: string, at: Span): Step | undefined {
  const series = seriesOf(scene, id)
  if (!series) return undefined
  const { kind, stops, back } = series
  const here = stops.findIndex((stop) => stop.at.article === article && stop.lit.some((one) => overlaps(one, at)))
  const near = here >= 0 ? here : stops.findIndex((stop) => stop.at.article === article)
  if (near < 0) return undefined
  const [previous, next] = [stops[near - 1], stops[near + 1]]
  const to = (stop: Stop) => citedPath(stop.at, { story: scene.story.id, of: id }, stop.lit)
  return {
    kind,
    n: near + 1,
    of: stops.length,
    ...(previous ? { previous: to(previous) } : {}),
    ...(next ? { next: to(next) } : {}),
    ...(back ? { back } : {}),
  }
}
