import { type Decision, isPairing, itemAt, type Pairing, type Target } from '../decisions/index.ts'
import type { OnRecord } from '../record/record.ts'
import type { EntityRow } from '../stories/rows.ts'

/** A merge or split that a person settled about somebody, by the references of the two items. */
export interface Tie {
  readonly decision: Pairing
  readonly one: string
  readonly other: string
}

async function refOf(record: OnRecord, target: Target): Promise<string | undefined> {
  const reading = (await record.reading(target.article))?.reading
  const met = reading && itemAt(reading, target)
  return reading && met && `${reading.id}@${reading.version}#${met.id}`
}

/** The merges and splits that stand and touch somebody's articles. */
export async function tiesOf(record: OnRecord, row: EntityRow): Promise<readonly Tie[]> {
  const articles = new Set(row.occurrences.map(({ article }) => article))
  const about = (decision: Decision): decision is Pairing =>
    isPairing(decision) && (articles.has(decision.target.article) || articles.has(decision.other.article))
  const found: Tie[] = []
  for (const { decision } of await record.settled()) {
    if (!about(decision)) continue
    const [one, other] = [await refOf(record, decision.target), await refOf(record, decision.other)]
    if (one !== undefined && other !== undefined) found.push({ decision, one, other })
  }
  return found
}

/** The tie between two items, whichever comes first. */
export const tieOf = (ties: readonly Tie[], a: string, b: string): Tie | undefined =>
  ties.find(({ one, other }) => (one === a && other === b) || (one === b && other === a))
