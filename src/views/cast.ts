import type { EntityRow, May, RowFilter, StoryRows } from '../stories/rows.ts'
import type { Citation } from '../text/citation.ts'
import type { Line } from './line.ts'
import { quote, reportOf, shownOf, standing } from './lines.ts'
import type { Limits, View } from './view.ts'

/** Score from which a name is shown by default. */
const SURE = 0.7
const SHOWN: readonly EntityRow['type'][] = ['person', 'organization', 'location']

// One citation an article: the sentence that introduces it, then its first mention in each further one.
function cardLine(row: EntityRow): Line {
  const [first, ...rest] = row.occurrences
  const from: [Citation, ...Citation[]] = [row.introduced]
  const reports = [reportOf(row.introduced.article, first?.report ?? {}, first?.copyOf)]
  for (const { article, report, copyOf, places } of rest) {
    const [place] = places
    if (!place) continue
    from.push(place)
    reports.push(reportOf(article, report, copyOf))
  }
  return {
    id: row.id,
    shape: 'card',
    text: [quote(row.introduced, false, false)],
    from,
    who: [{ id: row.id, name: row.name, type: row.type, words: row.named }],
    roles: row.roles.map((role) => role.from),
    counts: { mentions: row.mentions, articles: row.articles },
    ...standing(row),
    sure: row.confirmed || (row.score >= SURE && !row.disputed),
    score: row.score,
    origins: row.origins,
    reports,
  }
}

const may: May<'entity'> = ({ most, type }) => most >= SURE && SHOWN.includes(type)

async function* lines(rows: StoryRows, filter: RowFilter, _limits: Limits = {}, sure = false): AsyncIterable<Line> {
  for await (const row of rows.entities(filter, {}, sure ? may : undefined))
    if (SHOWN.includes(row.type)) yield* shownOf([cardLine(row)], sure)
}

/** The people, organizations and places of a story, the most mentioned first. */
export const cast: View = {
  name: 'cast',
  title: 'Cast',
  about: 'People, organizations and places, with what they are called and the sentence that introduces them.',
  groups: 'none',
  shape: 'card',
  lines,
}
