import type { ArticleRow } from '../../stories/rows.ts'
import { address, articlePath } from '../addresses.ts'
import { clockOf, dateOf, weekdayOf } from '../days.ts'
import { counted, say } from '../labels.ts'
import { Head, page, titleOf } from '../parts/frame.tsx'
import { Quote } from '../parts/quote.tsx'
import type { Scene } from '../scene.ts'

/** The article that an article's text is a copy of, as a label with its outlet where that is known. */
export function CopyOf(props: { readonly row: ArticleRow; readonly scene: Scene }) {
  const { row, scene } = props
  if (!row.origin && !row.agency) return null
  const outlet = (row.origin && scene.articles.get(row.origin)?.outlet) || row.agency
  return <span>{outlet ? say('copy of {outlet}', { outlet }) : say('copy')}</span>
}

function Row(props: { readonly row: ArticleRow; readonly scene: Scene }) {
  const { row, scene } = props
  const href = address(articlePath(row.id), { story: scene.story.id })
  return (
    <li class="line" id={row.id} data-step>
      <p class="says">{row.head ? <Quote of={row.head} href={href} /> : <a href={href}>{row.id}</a>}</p>
      <p class="src">
        <span>{row.outlet}</span>
        {row.published && clockOf(row.published) && <span>{clockOf(row.published)}</span>}
        <CopyOf row={row} scene={scene} />
        {row.versions.length > 1 && <span>{say('{n} versions', { n: row.versions.length })}</span>}
        <span>{say('{n} words', { n: row.words })}</span>
      </p>
    </li>
  )
}

function byDay(rows: Iterable<ArticleRow>): ReadonlyMap<string, readonly ArticleRow[]> {
  const days = new Map<string, ArticleRow[]>()
  for (const row of rows) {
    const day = row.published?.slice(0, 10) ?? ''
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return days
}

/** Every article of a story, in the order printed. */
export function articlesPage(scene: Scene) {
  const { articles, outlets } = scene.story
  return page(
    { title: `${say('Articles')} · ${titleOf(scene)}`, scene },
    <>
      <Head scene={scene} here="articles">
        <h1>{say('Articles')}</h1>
        <p class="meta">
          {[counted(articles, 'article'), counted(outlets.length, 'outlet'), say('in the order printed')].join(' · ')}
        </p>
      </Head>
      {[...byDay(scene.articles.values())].map(([day, rows]) => (
        <section class="day" aria-label={day || say('undated')}>
          <h3>
            {day ? <time datetime={day}>{dateOf(day)}</time> : <b>{say('undated')}</b>}
            {day && <span>{weekdayOf(day)}</span>}
          </h3>
          <ol>
            {rows.map((row) => (
              <Row row={row} scene={scene} />
            ))}
          </ol>
        </section>
      ))}
    </>,
  )
}
