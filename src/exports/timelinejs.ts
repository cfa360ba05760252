import { dayText, whenText } from '../views/days.ts'
import type { Line, LineReport, When } from '../views/line.ts'
import { labelsOf, plainText } from '../views/lines.ts'
import { type Partial, partialOf } from './days.ts'
import type { Export, ExportOptions, Viewed } from './export.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words of a source as HTML: on one line, nothing in them read as markup. */
export const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char)

const isWeb = (url: string | undefined): url is string => url !== undefined && /^https?:\/\//i.test(url)

function sourceOf(report: LineReport | undefined, n: number | undefined): string {
  const name = escaped(report?.outlet ?? report?.headline ?? report?.article ?? '')
  const linked = isWeb(report?.url) ? `<a href="${escaped(report.url)}">${name}</a>` : name
  const day = report?.published === undefined ? '' : `, ${escaped(dayText(report.published))}`
  return `<cite>${linked}${day}${n === undefined ? '' : ` ¶${n}`}</cite>`
}

// Each citation with its source; words that are the headline already are not said twice.
function citationsOf({ from, reports }: Line, headline: string): string {
  const cited = from.map(({ exact, n }, at) => {
    const words = escaped(exact)
    return `${words === headline ? '' : `<q>${words}</q><br>`}${sourceOf(reports[at], n)}`
  })
  return cited.map((text) => `<p>${text}</p>`).join('')
}

const dateOf = ([year, month, day]: Partial) => ({
  year,
  ...(month === undefined ? {} : { month }),
  ...(day === undefined ? {} : { day }),
})

function slideOf(line: Line & { readonly when: When }, group: string | undefined): object | undefined {
  const days = partialOf(line.when)
  if (!days) return undefined
  const [from, to] = days
  const headline = escaped(plainText(line.text))
  const labels = labelsOf(line).map((label) => `<em>${label}</em>`)
  return {
    unique_id: line.id,
    start_date: dateOf(from),
    ...(to ? { end_date: dateOf(to) } : {}),
    display_date: whenText(line.when),
    text: {
      headline,
      text: `${labels.length > 0 ? `<p>${labels.join(' ')}</p>` : ''}${citationsOf(line, headline)}`,
    },
    ...(group === undefined ? {} : { group }),
    autolink: false,
  }
}

function titleOf({ story }: Viewed): object {
  const { title, report } = story
  const words = escaped(title?.exact ?? report.headline ?? story.id)
  return {
    unique_id: story.id,
    text: { headline: words, text: `<p>${sourceOf({ article: title?.article ?? '', ...report }, title?.n)}</p>` },
    autolink: false,
  }
}

async function* write(views: readonly Viewed[], { all }: ExportOptions): AsyncIterable<string> {
  const [first] = views
  yield `{"title":${JSON.stringify(first ? titleOf(first) : {})},"events":[`
  const told = new Set<string>()
  for (const { view, lines } of views)
    for await (const line of lines) {
      const { when } = line
      if (!when || !(all || line.sure) || told.has(line.id)) continue
      const slide = slideOf({ ...line, when }, views.length > 1 ? view.title : undefined)
      if (!slide) continue
      yield `${told.size > 0 ? ',' : ''}\n${JSON.stringify(slide)}`
      told.add(line.id)
    }
  yield ']}\n'
}

/** Dated lines as slides of Knight Lab's TimelineJS 3. */
export const timelinejs: Export = {
  name: 'timelinejs',
  extension: 'json',
  type: 'application/json',
  about: 'Dated lines with their citations, for TimelineJS.',
  write,
}
