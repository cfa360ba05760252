import type { LineReport } from '../views/line.ts'
import type { Export, ExportOptions, Viewed } from './export.ts'

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
}

/** Words of a source as a BibTeX value: on one line, control characters gone, nothing in them read as a command, braces in pairs. */
export const value = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/[\\{}~^]/g, (char) => SPECIAL[char] ?? char)
    .replace(/[#$%&_]/g, '\\$&')

/** A key that stays the article's own: its id, what a key cannot hold (and capitals, which BibTeX does not tell apart) as `_` and its number. */
export const key = (article: string): string =>
  article.replace(/[^a-z0-9.-]/g, (unit) => `_${unit.charCodeAt(0).toString(16)}_`)

// An address is taken to the letter; what would end it, or could not stand in it, is encoded.
const address = (url: string): string =>
  url.toWellFormed().replace(/[\p{Cc}\s{}\\^~"<>|`]/gu, (char) => encodeURIComponent(char).replaceAll('~', '%7E'))

interface Cited {
  readonly report: LineReport
  readonly paragraphs: Set<number>
}

function entry({ report, paragraphs }: Cited): string {
  const { article, headline, outlet, published, url } = report
  const cited = [...paragraphs].toSorted((a, b) => a - b)
  const [day] = /^\d{4}(?:-\d{2}){0,2}/.exec(published ?? '') ?? []
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', `{${value(headline ?? article)}}`],
    ['organization', outlet && `{${value(outlet)}}`],
    ['date', day],
    ['url', url !== undefined && /^https?:\/\//i.test(url) ? address(url) : undefined],
    ['note', cited.length > 0 ? cited.map((n) => `¶${n}`).join(', ') : undefined],
  ]
  const lines = fields.flatMap(([name, text]) => (text ? [`  ${name} = {${text}}`] : []))
  return `@online{${key(article)},\n${lines.join(',\n')}\n}\n`
}

async function* write(views: readonly Viewed[], { all }: ExportOptions): AsyncIterable<string> {
  const cited = new Map<string, Cited>()
  for (const { lines } of views)
    for await (const line of lines) {
      if (!all && !line.sure) continue
      for (const [at, { article, n }] of line.from.entries()) {
        const known = cited.get(article) ?? { report: line.reports[at] ?? { article }, paragraphs: new Set() }
        if (n !== undefined) known.paragraphs.add(n)
        cited.set(article, known)
      }
    }
  let first = true
  for (const one of cited.values()) {
    yield `${first ? '' : '\n'}${entry(one)}`
    first = false
  }
}

/** One entry for each article that a line cites. */
export const bibtex: Export = {
  name: 'bibtex',
  extension: 'bib',
  type: 'application/x-bibtex; charset=utf-8',
  about: 'The cited articles, for a bibliography.',
  write,
}
