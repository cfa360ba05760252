import type { Day } from '../../layers/events.ts'
import type { Ref, StatementItem } from '../items.ts'
import type { Cluster } from '../links.ts'
import type { StatementRow, Who } from '../rows.ts'
import { originCount, type RowContext, scoreOf, tellingsOf, withWords } from './context.ts'

// A named speaker before an unnamed one, the surest telling first.
function speakerOf(items: readonly StatementItem[], { who }: RowContext): Who | undefined {
  const known = items.flatMap((item) => {
    const one = item.speaker === undefined ? undefined : who(item.speaker)
    return one ? [withWords(one, item.source[0])] : []
  })
  return known.find(({ type }) => type !== 'source') ?? known[0]
}

/** The day of a cluster: one that its words state before one that is implied; the earliest, then the surest, of these. */
export function dayOf(items: readonly { readonly day?: Day }[]): Day | undefined {
  const days = items.flatMap(({ day }) => (day ? [day] : []))
  const width = ({ from, to }: Day) => Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))
  return days.sort(
    (a, b) =>
      Number(b.stated) - Number(a.stated) || width(a) - width(b) || b.score - a.score || (a.from < b.from ? -1 : 1),
  )[0]
}

const first = <T>(items: readonly StatementItem[], of: (item: StatementItem) => T | undefined): T | undefined =>
  items.map(of).find((one) => one !== undefined)

// The words for the day that is shown, and the first telling's of all else.
function circumstancesOf(
  items: readonly StatementItem[],
  day: Day | undefined,
  { who }: RowContext,
): Pick<StatementRow, 'dayWords' | 'place' | 'to'> {
  const dayWords = day?.stated ? first(items, (item) => (item.day === day ? item.dayWords : undefined)) : undefined
  const [place, to] = [first(items, (item) => item.place), first(items, (item) => item.to)]
  const known = to?.entity === undefined ? undefined : who(to.entity)
  return {
    ...(dayWords ? { dayWords } : {}),
    ...(place ? { place } : {}),
    ...(to ? { to: { words: to.words, ...(known ? { id: known.id, name: known.name } : {}) } } : {}),
  }
}

function besideOf(
  { id, items }: Cluster<'statement'>,
  { statement }: RowContext,
): Pick<StatementRow, 'within' | 'answers'> {
  const other = (ref: Ref | undefined): string | undefined => {
    const found = ref === undefined ? undefined : statement(ref)
    return found === id ? undefined : found
  }
  const [within, answers] = [first(items, (item) => other(item.within)), first(items, (item) => other(item.answers))]
  return { ...(within === undefined ? {} : { within }), ...(answers === undefined ? {} : { answers }) }
}

/** A statement as a story shows it. Pure: from its cluster, and who its speaker is. */
export function statementRow(cluster: Cluster<'statement'>, context: RowContext): StatementRow {
  const { items } = cluster
  const tellings = tellingsOf(items, context)
  const origins = originCount(items, context.origins)
  const speaker = speakerOf(items, context)
  const stance = items.find((item) => item.stance !== undefined)?.stance
  const form = items.find((item) => item.form === 'direct') ?? items.find((item) => item.form === 'mixed') ?? items[0]
  const day = dayOf(items)
  return {
    id: cluster.id,
    ...besideOf(cluster, context),
    ...(speaker ? { speaker } : {}),
    ...(stance === undefined ? {} : { stance }),
    form: form.form,
    ...(day ? { day } : {}),
    ...circumstancesOf(items, day, context),
    tellings,
    origins,
    score: scoreOf(items.map(({ score }) => score), origins), // biome-ignore format: one line
    confirmed: items.some(({ confirmed }) => confirmed),
    ...(items.some(({ disputed }) => disputed) ? { disputed: true } : {}),
  }
}
