import type { Day } from '../layers/events.ts'
import type { Report } from '../stories/items.ts'
import type { Telling } from '../stories/rows.ts'
import type { Citation } from '../text/citation.ts'
import type { Label } from './labels.ts'
import type { Line, LineFigure, LinePoint, LineReport, Piece, Status, When } from './line.ts'

/** The words of a citation from one place of it to another, both counted from its own start. */
export const part = (citation: Citation, from: number, to: number): Citation => ({
  ...citation,
  start: citation.start + from,
  end: citation.start + to,
  exact: citation.exact.slice(from, to),
})

/** A quotation, with what is cut at its edges. */
export function quote(citation: Citation, before: boolean, after: boolean): Piece {
  if (before && after) return { quote: citation, cut: 'both' }
  return before ? { quote: citation, cut: 'before' } : after ? { quote: citation, cut: 'after' } : { quote: citation }
}

/** All lines, or those alone that are shown by default. */
export const shownOf = (lines: readonly Line[], sureOnly: boolean): readonly Line[] =>
  sureOnly ? lines.filter(({ sure }) => sure) : lines

/** The report that a citation of an article comes from. */
export const reportOf = (article: string, report: Report, copyOf?: string, agency?: string): LineReport => ({
  article,
  ...report,
  ...(copyOf === undefined ? {} : { copyOf }),
  ...(agency === undefined ? {} : { agency }),
})

/** The reports of tellings, in their order. */
export const reportsOf = (
  tellings: readonly Telling<{ readonly article: string; readonly report: Report }>[],
): readonly LineReport[] =>
  tellings.map(({ item, copyOf, agency }) => reportOf(item.article, item.report, copyOf, agency))

/** Outlets that report a line, whoever's report it is; an article of no known outlet counts for one. */
export const outletsOf = ({ reports }: Pick<Line, 'reports'>): number =>
  new Set(reports.map(({ outlet, article }) => outlet ?? article)).size

/** Articles that report a line by a text that is another's. */
export const copiesOf = ({ reports }: Pick<Line, 'reports'>): number =>
  new Set(reports.flatMap(({ article, copyOf }) => (copyOf === undefined ? [] : [article]))).size

// A weekday, a calendar day, today, yesterday: the day itself says as much.
const PLAIN =
  /^(?:on |last |this |next )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|\d{1,2}(?:st|nd|rd|th)? (?:of )?\p{Lu}\p{Ll}+\.?(?:,? \d{4})?|\p{Lu}\p{Ll}+\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?)$/iu

/** The day of what a line tells, with the source's words for it where they say more or less than the day. */
export function whenOf({ from, to, stated }: Day, words: Citation | undefined): When {
  const day = { from, to, stated }
  return words && !PLAIN.test(words.exact) ? { ...day, words } : day
}

/** What people said of a row, as the status of its line; none where nobody did. */
export const standing = ({
  confirmed,
  disputed,
}: {
  readonly confirmed?: boolean
  readonly disputed?: boolean
}): Pick<Line, 'status'> =>
  confirmed || disputed
    ? { status: { ...(confirmed ? { confirmed: true } : {}), ...(disputed ? { disputed: true } : {}) } }
    : {}

/** The labels that say how a line stands, in the order they are shown: "planned" and "overdue", "denied", "confirmed". */
export function labelsOf(line: Pick<Line, 'status' | 'sure'>): readonly Label[] {
  const { modality, denied, confirmed, disputed, end }: Status = line.status ?? {}
  const word: Label | undefined =
    modality === 'called-for' ? 'called for' : modality === 'happened' ? undefined : modality
  const labels: readonly (Label | undefined | false)[] = [
    denied && 'denied',
    word,
    end,
    disputed && 'disputed',
    confirmed && 'confirmed',
    !line.sure && 'less sure',
  ]
  return labels.filter((label): label is Label => Boolean(label))
}

const RELATIONS: Readonly<Record<LinePoint['relation'], Label>> = {
  first: 'first',
  agrees: 'agrees',
  supersedes: 'supersedes',
  conflicts: 'conflicts',
  apart: 'counted apart',
}

/** The label that says how a number of a series stands to those before it. */
export const relationOf = ({ relation }: Pick<LinePoint, 'relation'>): Label => RELATIONS[relation]

/** The number that a line shows, as printed, and the word for what became of those counted, where the number does not hold it: "37 · injured". */
export function figureText({ words, state }: LineFigure): string {
  const printed = words.exact.replace(/\s+/g, ' ')
  return state === undefined || printed.toLowerCase().includes(state) ? printed : `${printed} · ${state}`
}

/** A line's pieces as plain text, cuts shown as "…". */
export function plainText(pieces: readonly Piece[]): string {
  const words = pieces.map((piece) => {
    if ('label' in piece) return `[${piece.label}]`
    const before = piece.cut === 'before' || piece.cut === 'both' ? '… ' : ''
    const after = piece.cut === 'after' || piece.cut === 'both' ? ' …' : ''
    return `${before}${piece.quote.exact.replace(/\s+/g, ' ')}${after}`
  })
  return words.join(' ').replaceAll('… …', '…')
}
