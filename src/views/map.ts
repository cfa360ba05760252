import type { PlaceRow, PlaceTelling, RowFilter, StoryRows } from '../stories/rows.ts'
import { clause } from './clause.ts'
import type { Line } from './line.ts'
import { reportsOf, shownOf, standing } from './lines.ts'
import { standingOf } from './there.ts'
import type { Limits, View } from './view.ts'

/**
 * Score from which a place is shown by default: that the words name a place, and this one. A name that the place data do not know has half
 * the score of one that they do; it stands for itself, so that it needs only to be a name, and something that happens there.
 */
const SURE = 0.6
const SURE_UNKNOWN = 0.35

const isKnown = ({ lat, geonamesId }: PlaceRow): boolean => lat !== undefined || geonamesId !== undefined

type Standing = ReturnType<typeof standingOf>

function isSure(row: PlaceRow, { item, spot }: PlaceTelling, standing: Standing): boolean {
  if (item.confirmed) return true
  if (row.disputed) return false
  if (!standing) return false
  if (isKnown(row)) return spot.score >= SURE
  // In a headline any noun may be written as a name.
  return spot.score >= SURE_UNKNOWN && spot.events.length > 0 && spot.sentence.n !== undefined
}

interface Weighed {
  readonly telling: PlaceTelling
  readonly sure: boolean
  readonly goodness: number
}

// The telling that shows a place best: one that is sure of it, of something that happens there, in running text of its own, and first.
function weighed(row: PlaceRow, telling: PlaceTelling): Weighed {
  const { spot, copyOf } = telling
  const standing = standingOf(spot, row.precision)
  const sure = isSure(row, telling, standing)
  const met = [
    sure,
    standing === 'there',
    standing !== undefined,
    spot.events.length > 0,
    copyOf === undefined,
    spot.sentence.n !== undefined,
  ]
  return { telling, sure, goodness: met.reduce((sum, one) => 2 * sum + Number(one), 0) }
}

const better = (a: Weighed, b: Weighed): Weighed => (b.goodness > a.goodness ? b : a)

// The best telling of each article, the best of all first.
function tellingsOf(row: PlaceRow): readonly [Weighed, ...Weighed[]] {
  const [first, ...others] = row.tellings
  const all = [weighed(row, first), ...others.map((telling) => weighed(row, telling))] as const
  const articles = Map.groupBy(all, ({ telling }) => telling.item.article)
  const each = [...articles.values()].map((held) => held.reduce(better))
  const best = each.reduce(better, all[0])
  return [best, ...each.filter(({ telling }) => telling.item.article !== best.telling.item.article)]
}

// A country or a region is no point: what is drawn of it is its outline.
const pointOf = ({ precision, lat, lon }: PlaceRow): Pick<PlaceRow, 'lat' | 'lon'> =>
  lat === undefined || lon === undefined || precision === 'country' || precision === 'region' ? {} : { lat, lon }

function pinLine(row: PlaceRow): Line {
  const [{ telling, sure }, ...rest] = tellingsOf(row)
  const { spot } = telling
  const { name, precision, geonamesId, country } = row
  return {
    id: row.id,
    shape: 'pin',
    text: clause(spot.sentence, [spot.words, ...spot.events.map(({ words }) => words)]),
    from: [spot.sentence, ...rest.map((one) => one.telling.spot.sentence)],
    where: {
      name,
      ...(geonamesId === undefined ? {} : { geonamesId }),
      ...(country === undefined ? {} : { country }),
      precision,
      ...pointOf(row),
      words: spot.words,
    },
    counts: { mentions: row.mentions, articles: row.articles },
    ...standing(row),
    sure,
    score: row.score,
    origins: row.origins,
    reports: reportsOf([telling, ...rest.map((one) => one.telling)]),
  }
}

async function* lines(rows: StoryRows, filter: RowFilter, _limits: Limits = {}, sure = false): AsyncIterable<Line> {
  for await (const row of rows.places(filter)) yield* shownOf([pinLine(row)], sure)
}

/** Where it happens: each place once, in the words of the sentence that best says that something is there. */
export const map: View = {
  name: 'map',
  title: 'Map',
  about: 'Places at which something is or happens, no finer than they are named.',
  groups: 'none',
  shape: 'pin',
  lines,
}
