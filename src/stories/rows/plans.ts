import { rarity } from '../fold.ts'
import { headOf } from '../offer/happening.ts'
import type { HappeningRow } from '../rows.ts'
import { once } from '../rules/words.ts'
import { calledOf } from './entry.ts'
import type { Due } from './parts.ts'

/** Days after a plan's due day, and still within the story, in which a report of it may yet come. */
const MARGIN = 3
const DAY = 86_400_000
const WORDING = 0.4
/** Share of the wording that a report needs which calls what was done by another word, on the very days that the plan names. */
const REWORDED = 0.45
/** The same of a report that itself says that it had been planned or promised. */
const RECALLED = 0.35
const RECALLS = /\b(?:planned|promised|scheduled|announced|expected|as agreed)\b/
/** Words that a report has in common with its plan at least: where both name the day and the deed, the day alone, the deed alone. */
const FEW = 2
const MORE = 3
const MANY = 5
/** Score from which a plan is one, and from which it is where a report answers it. */
const SURE = 0.63
const LIKELY = 0.5
/** Days of a stretch that still says when something was done. */
const NARROW = 3

interface Plan {
  readonly row: HappeningRow
  readonly told: string
}

/** Letters of a stem that tell its kin: an inspector inspects, an inspection is one. */
const KIN = 7

const day = (iso: string): number => Date.parse(iso.slice(0, 10)) / DAY
const sentenceOf = ({ tellings }: HappeningRow): string => tellings[0].item.sentence.exact
// The words of its sentence by their first letters, each with how rare it is.
const wordsOf = once(
  (row: HappeningRow): ReadonlyMap<string, number> =>
    new Map(
      row.tellings[0].item.stems
        .split(' ')
        .flatMap((word) => (word ? [[word.slice(0, KIN), rarity(word)] as const] : [])),
    ),
)
const publishedOf = ({ tellings }: HappeningRow): string => tellings[0].item.report.published?.slice(0, 10) ?? ''
const wordOf = once(({ tellings }: HappeningRow): string => headOf(tellings[0].item.words.exact))
const kindOf = once(({ tellings: [{ item }] }: HappeningRow): string => calledOf(item))

const weightOf = once((row: HappeningRow): number => [...wordsOf(row).values()].reduce((sum, rare) => sum + rare, 0))

/** What two sentences have in common: how many words, and what share these are of the lighter one's weight. */
function alike(a: HappeningRow, b: HappeningRow): { readonly both: number; readonly likeness: number } {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  let [both, weight] = [0, 0]
  for (const [word, rare] of left) {
    if (!right.has(word)) continue
    both++
    weight += rare
  }
  const lighter = Math.min(weightOf(a), weightOf(b))
  return { both, likeness: lighter === 0 ? 0 : weight / lighter }
}

const isDone = ({ modality }: HappeningRow): boolean => modality === 'happened' || modality === 'ongoing'
// A row's days as numbers; asked for each plan anew.
const daysOf = once(({ day: days }: HappeningRow) => days && { from: day(days.from), to: day(days.to) })
const isNarrow = (row: HappeningRow): boolean => {
  const days = daysOf(row)
  return days !== undefined && days.to - days.from < NARROW
}

/** What may answer plans, looked up rather than gone through: a long story has thousands of both. */
interface Reports {
  /** What was done of a plan's kind. */
  ofKind(plan: Plan): readonly HappeningRow[]
  /** What was done on a day or two that the plan was due. */
  whenDue(plan: Plan): readonly HappeningRow[]
}

function reportsAmong(rows: readonly HappeningRow[]): Reports {
  const done = rows.filter(isDone)
  const kinds = Map.groupBy(done, kindOf)
  const narrow = done.filter(isNarrow)
  const byDay = new Map<number, number[]>()
  for (const [at, row] of narrow.entries()) {
    const days = daysOf(row)
    for (let on = days?.from ?? 0; days && on <= days.to; on++) {
      const there = byDay.get(on)
      if (there) there.push(at)
      else byDay.set(on, [at])
    }
  }
  return {
    ofKind: ({ row }) => kinds.get(kindOf(row)) ?? [],
    whenDue: ({ row }) => {
      const due = daysOf(row)
      if (!due) return []
      const on = [...byDay].filter(([one]) => due.from <= one && one <= due.to).flatMap(([, places]) => places)
      return [...new Set(on)].sort((a, b) => a - b).flatMap((at) => narrow[at] ?? [])
    },
  }
}

// Days that a plan's report may miss its due days by: "on Monday" told on Tuesday of Monday night.
const NEAR = 1

function fallsDue(plan: Plan, row: HappeningRow, near = NEAR): boolean {
  const [due, done] = [daysOf(plan.row), daysOf(row)]
  if (!plan.row.day?.stated || !due || !done) return false
  return done.from <= due.to + near && due.from - near <= done.to
}

const placeOf = ({ place }: HappeningRow): string | number | undefined => place?.geonamesId ?? place?.name
const shareSomeone = (plan: Plan, row: HappeningRow): boolean =>
  row.who.some(({ id }) => plan.row.who.some((one) => one.id === id))
const ofTheSame = (plan: Plan, row: HappeningRow): boolean =>
  (placeOf(plan.row) !== undefined && placeOf(plan.row) === placeOf(row)) || shareSomeone(plan, row)

const isLater = (plan: Plan, row: HappeningRow): boolean =>
  publishedOf(row) >= plan.told && (!row.day || row.day.to >= plan.told) && sentenceOf(row) !== sentenceOf(plan.row)

/**
 * A later report of the same thing done, with its people or place or much of its wording: on the day that the plan names, or, where it
 * names none, on a day after the plan was told. Most things of one kind in a story are not the plan's own, so that likeness alone is not enough.
 */
function answers(plan: Plan, row: HappeningRow): boolean {
  if (!isLater(plan, row)) return false
  const { both, likeness } = alike(plan.row, row)
  if (fallsDue(plan, row)) return both >= FEW && likeness >= (ofTheSame(plan, row) ? WORDING - 0.1 : WORDING)
  if (plan.row.day?.stated || !row.day?.stated || publishedOf(row) === plan.told) return false
  return both >= MANY && likeness >= WORDING && ofTheSame(plan, row)
}

// "It would send ten water trucks on Thursday": the water trucks that it had promised did not arrive on Thursday. Another word, on the very day.
function answersReworded(plan: Plan, row: HappeningRow): boolean {
  if (!row.day?.stated || !fallsDue(plan, row, 0) || !isLater(plan, row)) return false
  const { both, likeness } = alike(plan.row, row)
  if (both >= MORE && likeness >= REWORDED) return true
  return both >= FEW && likeness >= RECALLED && RECALLS.test(sentenceOf(row))
}

// A later report of something done on a day that the plan was due may be the plan's own, in other words.
function mayAnswer(plan: Plan, row: HappeningRow): boolean {
  if (publishedOf(row) <= plan.told || !fallsDue(plan, row, 0)) return false
  return wordOf(row) === wordOf(plan.row) || shareSomeone(plan, row) || alike(plan.row, row).both >= FEW
}

// Whether the day a plan was due has passed, by a margin, before the story's last article, and nothing that may be it is told of that day.
function isOverdue(plan: Plan, reports: Reports, last: string | undefined): boolean {
  const { day: due } = plan.row
  if (plan.row.score < SURE || !due?.stated || last === undefined || day(due.to) + MARGIN > day(last)) return false
  return !reports.whenDue(plan).some((row) => mayAnswer(plan, row))
}

const isPositive = ({ polarity }: HappeningRow): boolean => polarity === 'positive'

function endOf(plan: Plan, reports: Reports, last: string | undefined): Pick<HappeningRow, 'follows' | 'end'> {
  const own = reports.ofKind(plan).filter((row) => answers(plan, row))
  const done = own.find(isPositive)
  if (done) return { follows: done.id, end: 'met' }
  const reworded = own.length > 0 ? own : reports.whenDue(plan).filter((row) => answersReworded(plan, row))
  // Of several things in one sentence, the one that did not come about is the plan.
  const found = reworded.find((row) => !isPositive(row)) ?? reworded[0]
  if (found) return { follows: found.id, end: isPositive(found) ? 'met' : 'missed' }
  return isOverdue(plan, reports, last) ? { end: 'overdue' } : {}
}

const isOpen = ({ modality, polarity, score }: HappeningRow): boolean =>
  modality === 'planned' && polarity === 'positive' && score >= LIKELY

const shifted = (iso: string, days: number): string => new Date((day(iso) + days) * DAY).toISOString().slice(0, 10)

/** Which reports say how rows' plans ended; none for a row that is no plan. A day less or more is of the same night. */
export function duesOf(row: HappeningRow): readonly Due[] {
  if (!isOpen(row)) return []
  const [told, word] = [publishedOf(row), kindOf(row)]
  const due = row.day
  if (!due?.stated) return [{ told, word }]
  return [
    { told, word, from: shifted(due.from, -NEAR), to: shifted(due.to, NEAR) },
    { told, from: due.from.slice(0, 10), to: due.to.slice(0, 10) },
  ]
}

/** Whether days are few enough to say when something was done. */
export const areFew = (from: string, to: string): boolean => day(to) - day(from) < NARROW

/** The days on which something may have begun that was done on few days and lies in some others; at most those of a year. */
export function daysBefore(from = '', to = ''): readonly string[] {
  const [first, last] = [day(from) - NARROW + 1, day(to)]
  if (Number.isNaN(first) || Number.isNaN(last)) return []
  return Array.from({ length: Math.min(366, last - first + 1) }, (_, at) => shifted(from, at - NARROW + 1))
}

/**
 * How a plan ended: reported later as done (`met`) or as not done (`missed`), or due and never reported by the time of the story's last
 * article (`overdue`). `last` is that article's day, `reports` what may answer it, by first telling. What is only called for or possible
 * has no end. Pure.
 */
export const withEnd = (row: HappeningRow, last: string | undefined, reports: readonly HappeningRow[]): HappeningRow =>
  isOpen(row) ? { ...row, ...endOf({ row, told: publishedOf(row) }, reportsAmong(reports), last) } : row
