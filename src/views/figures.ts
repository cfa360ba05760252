import { siOf } from '../layers/quantities/units.ts'
import { boundOf } from '../stories/amount.ts'
import type { FigureItem } from '../stories/items.ts'
import { lastPoint } from '../stories/rows/figure.ts'
import type { FigurePoint, FigureRow, May, RowFilter, StoryRows, Telling } from '../stories/rows.ts'
import { type Citation, startOf } from '../text/citation.ts'
import { clause } from './clause.ts'
import type { Given, Line, LineFigure, LinePoint } from './line.ts'
import { reportsOf, shownOf, whenOf } from './lines.ts'
import type { Limits, View } from './view.ts'

/** Score from which a series is shown by default. */
const SURE = 0.85

type Tellings = readonly [Telling<FigureItem>, ...Telling<FigureItem>[]]

// The telling that shows a number best: no copy, the article's own main number, in its running text, early.
const goodness = ({ item, copyOf }: Telling<FigureItem>): readonly number[] => [
  Number(item.confirmed ?? false),
  Number(copyOf === undefined),
  Number(item.main),
  Number(item.sentence.n !== undefined),
  item.score,
  Number(item.lead),
]

function byGoodness(a: Telling<FigureItem>, b: Telling<FigureItem>): number {
  const [left, right] = [goodness(a), goodness(b)]
  const at = left.findIndex((value, place) => value !== right[place])
  return at < 0 ? 0 : (right[at] ?? 0) - (left[at] ?? 0)
}

function bestFirst(tellings: Tellings): Tellings {
  const best = [...tellings].sort(byGoodness)[0] ?? tellings[0]
  return [best, ...tellings.filter((telling) => telling !== best)]
}

// Every sentence once, those of the point that is shown first, then in the points' order.
function sentencesOf(row: FigureRow, shown: Tellings): Tellings {
  const [first, ...rest] = [...shown, ...row.points.flatMap(({ tellings }) => bestFirst(tellings))]
  const seen = new Set([startOf((first ?? shown[0]).item.sentence)])
  const others = rest.filter(({ item }) => {
    const place = startOf(item.sentence)
    return !seen.has(place) && Boolean(seen.add(place))
  })
  return [first ?? shown[0], ...others]
}

function givenOf({ low, high, hedge }: Given): Given {
  const bound = boundOf(hedge)
  return { low, high, ...(hedge === undefined ? {} : { hedge }), ...(bound ? { bound } : {}) }
}

function pointOf(point: FigurePoint, places: ReadonlyMap<string, number>): LinePoint {
  const { day, stated, relation, to, who } = point
  const [{ item }, ...rest] = bestFirst(point.tellings)
  const at = [item, ...rest.map((telling) => telling.item)].map(({ sentence }) => places.get(startOf(sentence)) ?? 0)
  return {
    ...givenOf(point),
    ...(day === undefined ? {} : { day }),
    stated,
    relation,
    ...(to === undefined ? {} : { to }),
    ...(who ? { who } : {}),
    words: item.printed,
    at: [...new Set(at)],
  }
}

function figureOf(
  row: FigureRow,
  shown: FigurePoint,
  item: FigureItem,
  places: ReadonlyMap<string, number>,
): LineFigure {
  const { form, unit, of, state, scope, beside } = row
  const si = siOf(shown.low, shown.high, unit, form === 'change')
  return {
    form,
    words: item.printed,
    ...givenOf(shown),
    ...(unit === undefined ? {} : { unit }),
    ...(si ? { si } : {}),
    ...(of ? { of } : {}),
    ...(state === undefined ? {} : { state }),
    ...(scope ? { scope } : {}),
    points: row.points.map((point) => pointOf(point, places)),
    beside,
  }
}

function focusOf(item: FigureItem): readonly Citation[] {
  const others = [item.of, item.place?.words, item.scopeWords, item.asOfWords]
  return [item.printed, ...others.flatMap((words) => (words ? [words] : []))]
}

function seriesLine(row: FigureRow): Line {
  const shown = lastPoint(row)
  const told = bestFirst(shown.tellings)
  const [{ item }] = told
  const tellings = sentencesOf(row, told)
  const from = tellings.map(({ item: { sentence } }) => sentence) as [Citation, ...Citation[]]
  const places = new Map(from.map((sentence, at) => [startOf(sentence), at]))
  const modality = item.modality
  return {
    id: row.id,
    shape: 'series',
    text: clause(item.sentence, focusOf(item)),
    from,
    ...(item.asOf ? { when: whenOf(item.asOf, item.asOfWords) } : {}),
    ...(row.place ? { where: row.place } : {}),
    ...(shown.who ? { who: [shown.who] } : {}),
    figure: figureOf(row, shown, item, places),
    status: {
      ...(modality === undefined ? {} : { modality }),
      ...(row.disputed || row.points.some(({ relation }) => relation === 'conflicts') ? { disputed: true } : {}),
      ...(row.confirmed ? { confirmed: true } : {}),
    },
    sure: row.confirmed || (isSure(row, item) && !row.disputed),
    score: row.score,
    origins: row.origins,
    reports: reportsOf(tellings),
  }
}

function isSure(row: FigureRow, item: FigureItem): boolean {
  return (
    row.score >= SURE && (item.modality === undefined || item.modality === 'happened' || item.modality === 'ongoing')
  )
}

const may: May<'figure'> = ({ most }) => most >= SURE

async function* lines(rows: StoryRows, filter: RowFilter, _limits: Limits = {}, sure = false): AsyncIterable<Line> {
  for await (const row of rows.figures(filter, {}, sure ? may : undefined)) yield* shownOf([seriesLine(row)], sure)
}

/** How many: each series of figures once, in the exact words of its last number, with all that were given for it. */
export const figures: View = {
  name: 'figures',
  title: 'Figures',
  about: 'How many: tolls, sums, shares and measures, each through time, with conflicts.',
  groups: 'none',
  shape: 'series',
  lines,
}
