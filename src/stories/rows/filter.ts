import { fold } from '../fold.ts'
import type { ArticleRow, EntityRow, FigureRow, HappeningRow, PlaceRow, RowFilter, StatementRow } from '../rows.ts'

interface Facts {
  readonly entities: readonly string[]
  readonly articles: readonly string[]
  readonly outlets: readonly (string | undefined)[]
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** All words that the row cites. */
  words(): string
  readonly type?: string
  readonly stance?: string | undefined
}

/** Whether a filter asks nothing. */
export const isEmpty = (filter: RowFilter): boolean => Object.values(filter).every((value) => value === undefined)

function passes(filter: RowFilter, facts: Facts): boolean {
  const { entity, article, outlet, from, to, words, type, stance } = filter
  if (entity !== undefined && !facts.entities.includes(entity)) return false
  if (article !== undefined && !facts.articles.includes(article)) return false
  if (outlet !== undefined && !facts.outlets.includes(outlet)) return false
  if (type !== undefined && facts.type !== type) return false
  if (stance !== undefined && facts.stance !== stance) return false
  if (from !== undefined && !(facts.to !== undefined && facts.to.slice(0, from.length) >= from)) return false
  if (to !== undefined && !(facts.from !== undefined && facts.from.slice(0, to.length) <= to)) return false
  return words === undefined || fold(facts.words()).includes(fold(words))
}

const day = (published: string | undefined): string | undefined => published?.slice(0, 10)

/** Whether an article passes a filter; its day is its publication. */
export const articlePasses = (filter: RowFilter, row: ArticleRow): boolean =>
  isEmpty(filter) ||
  passes(filter, {
    entities: [],
    articles: [row.id],
    outlets: [row.outlet],
    from: day(row.published),
    to: day(row.published),
    words: () => row.head?.exact ?? '',
  })

/** Whether an entity passes a filter; its days run from its first article to its last. */
export function entityPasses(filter: RowFilter, row: EntityRow): boolean {
  if (isEmpty(filter)) return true
  const days = row.occurrences.flatMap(({ report }) => day(report.published) ?? []).sort()
  return passes(filter, {
    entities: [row.id],
    articles: row.occurrences.map(({ article }) => article),
    outlets: row.occurrences.map(({ report }) => report.outlet),
    from: days[0],
    to: days.at(-1),
    words: () => [row.name, ...row.aliases].join(' '),
    type: row.type,
  })
}

const tellers = ({ tellings }: Pick<StatementRow | HappeningRow, 'tellings'>) => ({
  articles: tellings.map(({ item }) => item.article),
  outlets: tellings.map(({ item }) => item.report.outlet),
})

/** Whether a statement passes a filter; its day is the day it was said. */
export const statementPasses = (filter: RowFilter, row: StatementRow): boolean =>
  isEmpty(filter) ||
  passes(filter, {
    entities: row.speaker ? [row.speaker.id] : [],
    ...tellers(row),
    from: row.day?.from ?? day(row.tellings[0].item.report.published),
    to: row.day?.to ?? day(row.tellings[0].item.report.published),
    words: () => row.tellings.flatMap(({ item }) => item.sentences.map(({ exact }) => exact)).join('\n'),
    type: row.form,
    stance: row.stance,
  })

/** Whether a happening passes a filter; an undated one has no day, and passes no filter by days. */
export const happeningPasses = (filter: RowFilter, row: HappeningRow): boolean =>
  isEmpty(filter) ||
  passes(filter, {
    entities: [...row.who.map(({ id }) => id), ...(row.said ? [row.said.id] : [])],
    ...tellers(row),
    from: row.day?.from,
    to: row.day?.to,
    words: () => row.tellings.map(({ item }) => item.sentence.exact).join('\n'),
    type: row.type,
  })

/** Whether a place passes what a filter asks of how finely it is named. */
export const placePasses = ({ type }: RowFilter, { precision }: PlaceRow): boolean =>
  type === undefined || precision === type

/** Whether a series passes a filter; its days run from its first point to its last, and its type is the form of its number. */
export function figurePasses(filter: RowFilter, row: FigureRow): boolean {
  if (isEmpty(filter)) return true
  const tellings = row.points.flatMap((point) => point.tellings)
  const days = row.points.flatMap((point) => point.day ?? []).sort()
  return passes(filter, {
    entities: row.points.flatMap(({ who }) => (who ? [who.id] : [])),
    articles: tellings.map(({ item }) => item.article),
    outlets: tellings.map(({ item }) => item.report.outlet),
    from: days[0],
    to: days.at(-1),
    words: () => tellings.map(({ item }) => item.sentence.exact).join('\n'),
    type: row.form,
  })
}
