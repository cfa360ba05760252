import type { ArticleRow } from '../../stories/rows.ts'
import { rangeOf } from '../days.ts'
import { counted, say } from '../labels.ts'
import { coveragePath, type Scene } from '../scene.ts'

/** What one outlet printed of a story. */
interface Printed {
  readonly outlet: string
  readonly articles: number
  readonly copies: number
  readonly days: readonly string[]
}

function printedBy(rows: Iterable<ArticleRow>): readonly Printed[] {
  const outlets = new Map<string, ArticleRow[]>()
  for (const row of rows) {
    const known = outlets.get(row.outlet ?? '')
    if (known) known.push(row)
    else outlets.set(row.outlet ?? '', [row])
  }
  return [...outlets]
    .map(([outlet, held]) => ({
      outlet,
      articles: held.length,
      copies: held.filter(({ origin, agency }) => origin ?? agency).length,
      days: held.flatMap(({ published }) => published?.slice(0, 10) ?? []).toSorted(),
    }))
    .sort((a, b) => b.articles - a.articles || a.outlet.localeCompare(b.outlet))
}

/** Who printed how much of a story, and when; leads to all its articles. */
export function Coverage(props: { readonly scene: Scene }) {
  const { scene } = props
  return (
    <section class="sect">
      <h2>
        {say('Articles')} <a href={coveragePath(scene)}>{say('all {n} articles', { n: scene.story.articles })}</a>
      </h2>
      <table>
        <caption class="hide">{say('Printed by')}</caption>
        <tbody>
          {printedBy(scene.articles.values())
            .slice(0, 12)
            .map(({ outlet, articles, copies, days }) => (
              <tr>
                <th scope="row">{outlet || say('Outlet')}</th>
                <td>{[counted(articles, 'article'), ...(copies > 0 ? [counted(copies, 'copy')] : [])].join(' · ')}</td>
                <td class="num">{days[0] && rangeOf(days[0], days.at(-1) ?? days[0])}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
