import type { ArticleRow, RowFilter, StoryRows } from '../stories/rows.ts'
import type { Citation } from '../text/citation.ts'
import type { Line } from './line.ts'
import { quote, reportOf, shownOf, standing } from './lines.ts'
import type { Limits, View } from './view.ts'

/** An article with words to cite. */
type Headed = ArticleRow & { readonly head: Citation }

const hasHead = (row: ArticleRow): row is Headed => row.head !== undefined

const reportIn = ({ id, outlet, headline, url, published, origin, agency }: Headed) =>
  reportOf(
    id,
    {
      ...(outlet === undefined ? {} : { outlet }),
      ...(headline === undefined ? {} : { headline }),
      ...(url === undefined ? {} : { url }),
      ...(published === undefined ? {} : { published }),
    },
    origin,
    agency,
  )

// An article, and those that carry its text after it.
function reportLine(row: Headed, copies: readonly Headed[]): Line {
  return {
    id: row.id,
    shape: 'report',
    text: [quote(row.head, false, false)],
    from: [row.head, ...copies.map(({ head }) => head)],
    printed: { source: row.source, words: row.words, versions: row.versions.length },
    ...standing(row),
    sure: row.confirmed || !row.disputed,
    score: 1,
    origins: row.origin === undefined ? 1 : 0,
    reports: [row, ...copies].map(reportIn),
  }
}

async function* lines(rows: StoryRows, filter: RowFilter, _limits: Limits = {}, sure = false): AsyncIterable<Line> {
  const found: Headed[] = []
  for await (const row of rows.articles(filter)) if (hasHead(row) && !row.hidden) found.push(row)
  const shown = new Set(found.map(({ id }) => id))
  // A copy whose origin is not shown stands where it was printed.
  const below = Map.groupBy(found, ({ origin }) => (origin !== undefined && shown.has(origin) ? origin : ''))
  for (const row of below.get('') ?? []) {
    const copies = below.get(row.id) ?? []
    yield* shownOf([reportLine(row, copies), ...copies.map((copy) => reportLine(copy, []))], sure)
  }
}

/** Who published what, and when: each article by its headline, copies of a text below the one that had it first. */
export const coverage: View = {
  name: 'coverage',
  title: 'Coverage',
  about: 'Who published what, and when; copies below the article whose text they carry.',
  groups: 'printed',
  shape: 'report',
  lines,
}
