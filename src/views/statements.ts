import type { StatementItem } from '../stories/items.ts'
import type { May, RowFilter, StatementRow, StoryRows, Telling } from '../stories/rows.ts'
import type { Citation } from '../text/citation.ts'
import { altered } from '../text/differing.ts'
import { byPlace } from '../text/span.ts'
import type { Beside, Line, LineReport, Piece } from './line.ts'
import { part, quote, reportsOf, shownOf, whenOf } from './lines.ts'
import { turns } from './turns.ts'
import type { Limits, View } from './view.ts'
import { wordingsOf } from './wording.ts'

/** Score from which a statement is shown by default. */
const SURE = 0.84

type Tellings = readonly [Telling<StatementItem>, ...Telling<StatementItem>[]]

const lengthOf = ({ content }: StatementItem): number => content.reduce((sum, { exact }) => sum + exact.length, 0)
const FORMS = ['indirect', 'mixed', 'direct']

// The fullest quotation that is no copy; of equal ones the earliest.
function bestFirst(tellings: Tellings): Tellings {
  const [best] = [...tellings].sort(
    (a, b) =>
      Number(b.item.confirmed ?? false) - Number(a.item.confirmed ?? false) ||
      FORMS.indexOf(b.item.form) - FORMS.indexOf(a.item.form) ||
      Number(a.copyOf !== undefined) - Number(b.copyOf !== undefined) ||
      lengthOf(b.item) - lengthOf(a.item),
  )
  const first = best ?? tellings[0]
  return [first, ...tellings.filter((telling) => telling !== first)]
}

interface Words {
  /** The sentence that the words between two places stand in; undefined across sentences. */
  between(from: number, to: number): string | undefined
  sentenceOf(citation: Citation): Citation | undefined
}

function wordsOf(sentences: readonly Citation[]): Words {
  const at = (from: number, to: number) => sentences.find((one) => one.start <= from && to <= one.end)
  return {
    between: (from, to) =>
      at(from, to)?.exact.slice(from - (at(from, to)?.start ?? 0), to - (at(from, to)?.start ?? 0)),
    sentenceOf: ({ start, end }) => at(start, end),
  }
}

// Joined where nothing but marks and white space lies between, all in one sentence: the words as printed.
function joined(spans: readonly Citation[], words: Words): readonly Citation[] {
  const found: Citation[] = []
  for (const span of [...spans].sort(byPlace)) {
    const last = found.at(-1)
    if (last && span.end <= last.end) continue
    const sentence = last && words.sentenceOf({ ...last, end: span.end })
    const gap = last && span.start > last.end ? words.between(last.end, span.start) : ''
    if (last && sentence && gap !== undefined && !/[\p{L}\p{N}]/u.test(gap))
      found[found.length - 1] = part(sentence, last.start - sentence.start, span.end - sentence.start)
    else if (!last || span.start >= last.end) found.push(span)
  }
  return found
}

const isOpen = (text: string | undefined): boolean => text !== undefined && /[\p{L}\p{N}]/u.test(text)

/** A statement's content with its source and cue, in the order printed; what is left out between them shows as a cut. */
function piecesOf(item: StatementItem): readonly Piece[] {
  const words = wordsOf(item.sentences)
  const spans = joined([...item.source, ...item.cue, ...item.content], words)
  return spans.map((span, at) => {
    const [sentence, before] = [words.sentenceOf(span), spans[at - 1]]
    const from = before && sentence && before.end > sentence.start ? before.end : (sentence?.start ?? span.start)
    const isCut = isOpen(words.between(from, span.start))
    const end = sentence?.end ?? span.end
    const next = spans[at + 1]
    const after = !(next && next.start < end) && isOpen(words.between(span.end, end))
    return quote(span, isCut, after)
  })
}

const quoted = ({ content }: StatementItem): string => content.map(({ exact }) => exact).join(' … ')

/** Whether an outlet prints other words than another, both between quotation marks. */
function isAltered(tellings: Tellings): boolean {
  const direct = tellings.filter(({ item }) => item.form === 'direct')
  return direct.some(({ item }, at) =>
    direct.slice(at + 1).some((other) => {
      const apart = item.report.outlet === undefined || item.report.outlet !== other.item.report.outlet
      return apart && altered(quoted(item), quoted(other.item))
    }),
  )
}

const isSure = ({ confirmed, score, disputed }: StatementRow): boolean => confirmed || (score >= SURE && !disputed)

const besideOf = ({ within, answers }: StatementRow): readonly Beside[] => [
  ...(within === undefined ? [] : [{ id: within, by: 'within' } as const]),
  ...(answers === undefined ? [] : [{ id: answers, by: 'answers' } as const]),
]

function claimLine(row: StatementRow, before: readonly Beside[]): Line {
  const tellings = bestFirst(row.tellings)
  const [{ item }, ...rest] = tellings
  const beside = [...besideOf(row), ...before]
  return {
    id: row.id,
    shape: 'claim',
    text: piecesOf(item),
    from: [sentenceOf(item), ...rest.map((one) => sentenceOf(one.item))],
    ...(row.day ? { when: whenOf(row.day, row.dayWords) } : {}),
    ...(row.place ? { where: row.place } : {}),
    ...(row.speaker ? { who: [row.speaker] } : {}),
    ...(row.to ? { to: row.to } : {}),
    ...(beside.length > 0 ? { beside } : {}),
    status: {
      ...(row.stance === undefined ? {} : { stance: row.stance }),
      ...(row.stance === 'denied' ? { denied: true } : {}),
      ...(isAltered(row.tellings) ? { altered: true } : {}),
      ...(row.confirmed ? { confirmed: true } : {}),
      ...(row.disputed ? { disputed: true } : {}),
    },
    sure: isSure(row),
    score: row.score,
    origins: row.origins,
    reports: withWording(tellings),
  }
}

function withWording(tellings: Tellings): readonly LineReport[] {
  const wordings = wordingsOf(tellings.map(({ item: told }) => told))
  return reportsOf(tellings).map((report, at) => {
    const wording = wordings[at]
    return wording ? { ...report, wording } : report
  })
}

// Its content's first sentence: the place that a reader is led to.
function sentenceOf(item: StatementItem): Citation {
  const [first] = item.content
  const sentence = first && item.sentences.find(({ start, end }) => start <= first.start && first.end <= end)
  return sentence ?? first ?? (item.sentences[0] as Citation)
}

const may: May<'statement'> = ({ most }) => most >= SURE

async function* lines(rows: StoryRows, filter: RowFilter, _limits: Limits = {}, sure = false): AsyncIterable<Line> {
  const before = turns()
  for await (const row of rows.statements(filter, {}, sure ? may : undefined))
    yield* shownOf([claimLine(row, isSure(row) ? before(row) : [])], sure)
}

/** Who said what: each statement once, in its exact words, with its source and cue as printed. */
export const statements: View = {
  name: 'statements',
  title: 'Statements',
  about: 'Who said what, in the words printed, by first telling.',
  groups: 'who',
  shape: 'claim',
  lines,
}
