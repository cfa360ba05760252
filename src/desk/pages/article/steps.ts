import type { Citation } from '../../../text/citation.ts'
import { overlaps, type Span } from '../../../text/span.ts'
import { citedPath, entityPath, viewPath } from '../../addresses.ts'
import { pathOf } from '../../parts/line.tsx'
import { courseOf, type Scene, voicesOf } from '../../scene.ts'

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
  const all = [courseOf(scene), voicesOf(scene)].find((seen) => seen?.lines.some((line) => line.id === id))?.lines ?? []
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

interface Series {
  readonly kind: Step['kind']
  readonly cited: readonly Citation[]
  readonly back: string | undefined
}

function seriesOf(scene: Scene, id: string): Series | undefined {
  const entity = scene.entities.get(id)
  if (entity)
    return {
      kind: 'Mentions',
      cited: entity.occurrences.flatMap(({ places }) => places),
      back: entityPath(scene.story.id, id),
    }
  const happening = scene.happenings.get(id)
  const line = (view: string | undefined) => (view ? viewPath(scene.story.id, view, {}, id) : undefined)
  if (happening)
    return {
      kind: 'Reported by',
      cited: happening.tellings.map(({ item }) => item.words),
      back: line(courseOf(scene)?.view.name),
    }
  const statement = scene.statements.get(id)
  if (!statement) return undefined
  const cited = statement.tellings.flatMap(({ item }) => item.content[0] ?? [])
  return { kind: 'Reported by', cited, back: line(voicesOf(scene)?.view.name) }
}

/** The step at which these words of an article stand; undefined for words that are none of the row's. */
export function stepOf(scene: Scene, id: string, article: string, at: Span): Step | undefined {
  const series = seriesOf(scene, id)
  if (!series) return undefined
  const here = series.cited.findIndex((cited) => cited.article === article && overlaps(cited, at))
  const near = here >= 0 ? here : series.cited.findIndex((cited) => cited.article === article)
  if (near < 0) return undefined
  const [previous, next] = [series.cited[near - 1], series.cited[near + 1]]
  const to = (cited: Citation) => citedPath(cited, { story: scene.story.id, of: id })
  return {
    kind: series.kind,
    n: near + 1,
    of: series.cited.length,
    ...(previous ? { previous: to(previous) } : {}),
    ...(next ? { next: to(next) } : {}),
    ...(series.back ? { back: series.back } : {}),
  }
}
