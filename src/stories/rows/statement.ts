import type { Day } from '../../layers/events.ts'
import type { StatementItem } from '../items.ts'
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
    ...(speaker ? { speaker } : {}),
    ...(stance === undefined ? {} : { stance }),
    form: form.form,
    ...(day ? { day } : {}),
    tellings,
    origins,
    score: scoreOf(items.map(({ score }) => score), origins), // biome-ignore format: one line
    confirmed: items.some(({ confirmed }) => confirmed),
    ...(items.some(({ disputed }) => disputed) ? { disputed: true } : {}),
  }
}
