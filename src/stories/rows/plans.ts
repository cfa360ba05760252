import { fold, stem, stemsIn } from '../fold.ts'
import { familyOf } from '../offer/happening.ts'
import type { HappeningRow } from '../rows.ts'
import { shared } from '../rules/words.ts'

/** Days after a plan's due day, and still within the story, in which a report of it may yet come. */
const MARGIN = 3
const DAY = 86_400_000
const WORDING = 0.4
/** Words that a report has in common with its plan at least: where both name the day, and where they do not. */
const FEW = 3
const MANY = 5
/** Score from which a plan is one. */
const SURE = 0.63

interface Plan {
  readonly row: HappeningRow
  readonly words: ReadonlySet<string>
  readonly told: string
}

const day = (iso: string): number => Date.parse(iso.slice(0, 10)) / DAY
const sentenceOf = ({ tellings }: HappeningRow): string => tellings[0].item.sentence.exact
const wordsOf = (row: HappeningRow): ReadonlySet<string> => new Set(stemsIn(sentenceOf(row)))
const publishedOf = ({ tellings }: HappeningRow): string => tellings[0].item.report.published?.slice(0, 10) ?? ''
const wordOf = ({ tellings }: HappeningRow): string => stem(fold(tellings[0].item.words.exact))
const familyOfRow = (row: HappeningRow): string => familyOf(row.type, row.tellings[0].item.words.exact)

// Days that a plan's report may miss its due days by: "on Monday" told on Tuesday of Monday night.
const NEAR = 1

const fallsDue = (plan: Plan, row: HappeningRow): boolean => {
  const [due, done] = [plan.row.day, row.day]
  if (!due?.stated || !done) return false
  return day(done.from) <= day(due.to) + NEAR && day(due.from) - NEAR <= day(done.to)
}

const placeOf = ({ place }: HappeningRow): string | number | undefined => place?.geonamesId ?? place?.name

const ofTheSame = (plan: Plan, row: HappeningRow): boolean =>
  (placeOf(plan.row) !== undefined && placeOf(plan.row) === placeOf(row)) ||
  row.who.some(({ id }) => plan.row.who.some((one) => one.id === id))

/**
 * A later report of the same thing done, with its people or place or much of its wording: on the day that the plan names, or, where it
 * names none, on a day after the plan was told. Most things of one kind in a story are not the plan's own, so that likeness alone is not enough.
 */
function answers(plan: Plan, row: HappeningRow): boolean {
  if (row.modality !== 'happened' && row.modality !== 'ongoing') return false
  if (familyOfRow(row) !== familyOfRow(plan.row) || wordOf(row) !== wordOf(plan.row)) return false
  if (publishedOf(row) < plan.told || (row.day && row.day.to < plan.told)) return false
  if (sentenceOf(row) === sentenceOf(plan.row)) return false
  const words = wordsOf(row)
  const both = [...plan.words].filter((word) => words.has(word)).length
  const likeness = shared(plan.words, words)
  if (fallsDue(plan, row)) return both >= FEW && likeness >= (ofTheSame(plan, row) ? WORDING - 0.1 : WORDING)
  if (plan.row.day?.stated || !row.day?.stated || publishedOf(row) === plan.told) return false
  return both >= MANY && likeness >= WORDING && ofTheSame(plan, row)
}

// A later report of something done on a day that the plan was due may be the plan's own, in other words.
const mayAnswer = (plan: Plan, row: HappeningRow): boolean =>
  (row.modality === 'happened' || row.modality === 'ongoing') &&
  publishedOf(row) > plan.told &&
  row.day !== undefined &&
  plan.row.day !== undefined &&
  row.day.from <= plan.row.day.to &&
  plan.row.day.from <= row.day.to

// Whether the day a plan was due has passed, by a margin, before the story's last article, and nothing is told of that day.
function isOverdue(plan: Plan, all: readonly HappeningRow[], last: string | undefined): boolean {
  const { day: due } = plan.row
  if (!due?.stated || last === undefined || day(due.to) + MARGIN > day(last)) return false
  return !all.some((row) => mayAnswer(plan, row))
}

function endOf(
  plan: Plan,
  rows: readonly HappeningRow[],
  all: readonly HappeningRow[],
  last: string | undefined,
): Pick<HappeningRow, 'follows' | 'end'> {
  const found = rows.filter((row) => row.id !== plan.row.id && answers(plan, row))
  const done = found.find(({ polarity }) => polarity === 'positive')
  if (done) return { follows: done.id, end: 'met' }
  const [not] = found
  if (not) return { follows: not.id, end: 'missed' }
  return isOverdue(plan, all, last) ? { end: 'overdue' } : {}
}

/**
 * How plans ended: reported later as done (`met`) or as not done (`missed`), or due and never reported by the time of the story's last
 * article (`overdue`). `last` is that article's day. What is only called for or possible has no end. Pure.
 */
export function withEnds(rows: readonly HappeningRow[], last: string | undefined): readonly HappeningRow[] {
  const families = new Map<string, HappeningRow[]>()
  for (const row of rows) {
    const family = familyOfRow(row)
    families.set(family, [...(families.get(family) ?? []), row])
  }
  return rows.map((row) => {
    if (row.modality !== 'planned' || row.polarity !== 'positive' || row.score < SURE) return row
    const plan = { row, words: wordsOf(row), told: publishedOf(row) }
    return { ...row, ...endOf(plan, families.get(familyOfRow(row)) ?? [], rows, last) }
  })
}
