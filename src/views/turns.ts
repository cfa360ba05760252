import { stemsIn, wordsIn } from '../stories/fold.ts'
import { isCounted, type Matter, matterOf, recounts } from '../stories/matter.ts'
import type { StatementRow } from '../stories/rows.ts'
import { inBoth, shared } from '../stories/rules/words.ts'
import type { Beside } from './line.ts'

const DENIALS = new Set(['denied'])
const AFFIRMATIONS = new Set(['said', 'announced', 'claimed', 'confirmed', 'promised'])

/** Statements of one speaker that a further one is held against, the last ones. */
const RECENT = 80
/** Words that two statements of one matter share at least, and their weighted share of the words of the lighter one; where they give other numbers, numbers and days count for nothing. */
const FEW = 3
const AGAIN = 0.7
const RECOUNTED = 0.7
/** Rarity of a word that still says what is counted: "killed", "people". */
const COMMON = 1
/** Earlier statements that one line leads to. */
const MOST = 3

/** What of a statement tells whether a later one is of the same matter, and says otherwise. */
interface Told extends Matter {
  readonly id: string
  readonly day: string
  readonly stems: ReadonlySet<string>
  /** Less rare ones too, without numbers and the names of days. */
  readonly things: ReadonlySet<string>
  readonly denied: boolean | undefined
}

function deniedBy(stance: string | undefined): boolean | undefined {
  if (stance === undefined || AFFIRMATIONS.has(stance)) return false
  return DENIALS.has(stance) ? true : undefined
}

// By the fullest telling: what another cuts was said all the same.
function toldIn({ id, day, stance, tellings }: StatementRow, on: string): Told {
  const texts = tellings.map(({ item }) => item.content.map(({ exact }) => exact).join(' '))
  const text = texts.reduce((best, one) => (one.length > best.length ? one : best), '')
  return {
    id,
    day: day?.from.slice(0, 10) ?? on,
    stems: new Set(stemsIn(text)),
    things: new Set(stemsIn(text, COMMON).filter((stem) => !isCounted(stem))),
    denied: deniedBy(stance),
    ...matterOf(wordsIn(text)),
  }
}

const areOne = (a: ReadonlySet<string>, b: ReadonlySet<string>, share: number): boolean =>
  inBoth(a, b) >= FEW && shared(a, b) >= share

const denies = (a: Told, b: Told): boolean =>
  a.denied !== undefined && b.denied !== undefined && (a.denied !== a.negated) !== (b.denied !== b.negated)

function standing(earlier: Told, later: Told): Beside | undefined {
  if (earlier.day >= later.day) return undefined
  if (recounts(earlier, later) && areOne(earlier.things, later.things, RECOUNTED))
    return { id: earlier.id, by: 'otherwise' }
  if (!areOne(earlier.stems, later.stems, AGAIN)) return undefined
  return { id: earlier.id, by: denies(earlier, later) ? 'otherwise' : 'again' }
}

const otherwiseFirst = (a: Beside, b: Beside): number => Number(b.by === 'otherwise') - Number(a.by === 'otherwise')

/**
 * Says of statements, given by first telling, which earlier ones of the same speaker are of the same matter: said otherwise (one denies what the
 * other says, or gives another number), or again. Whoever is not named is not followed.
 */
export function turns(): (row: StatementRow) => readonly Beside[] {
  const before = new Map<string, Told[]>()
  return (row) => {
    const { speaker, tellings } = row
    const on = row.day?.from ?? tellings[0].item.report.published
    if (!speaker || speaker.type === 'source' || on === undefined) return []
    const told = toldIn(row, on.slice(0, 10))
    const known = before.get(speaker.id) ?? []
    before.set(speaker.id, [...known.slice(-RECENT + 1), told])
    const found = known.flatMap((earlier) => standing(earlier, told) ?? []).reverse()
    return found.sort(otherwiseFirst).slice(0, MOST)
  }
}
