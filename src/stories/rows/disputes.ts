import type { HappeningItem } from '../items.ts'
import type { HappeningRow } from '../rows.ts'
import { shared } from '../rules/words.ts'
import { calledOf } from './entry.ts'

// Share of wording, by rarity, and words that two reports must have in common beside their day, kind and word to be of one thing.
const WORDING = 0.6
const FEW = 4

const isTold = ({ modality, day }: HappeningRow): boolean =>
  (modality === 'happened' || modality === 'ongoing') && day !== undefined

const keyOf = ({ day, tellings: [{ item }] }: HappeningRow): string => `${calledOf(item)} ${day?.from} ${day?.to}`

const placeOf = ({ place }: HappeningRow): string | number | undefined => place?.geonamesId ?? place?.name

function placesDiffer(a: HappeningRow, b: HappeningRow): boolean {
  const [left, right] = [placeOf(a), placeOf(b)]
  return left !== undefined && right !== undefined && left !== right
}

function alike(a: HappeningItem, b: HappeningItem): boolean {
  const [left, right] = [a, b].map(({ stems }) => new Set(stems.split(' ').filter(Boolean))) as [
    Set<string>,
    Set<string>,
  ]
  const both = [...left].filter((word) => right.has(word)).length
  return both >= FEW && shared(left, right) >= WORDING
}

// Told by one origin and denied by another: what one article weighs against itself is no dispute between reports.
function opposes(a: HappeningRow, b: HappeningRow, originOf: (article: string) => string): boolean {
  if (a.polarity === b.polarity || placesDiffer(a, b)) return false
  return a.tellings.some(({ item }) =>
    b.tellings.some((other) => originOf(item.article) !== originOf(other.item.article) && alike(item, other.item)),
  )
}

/** Marks what one independent origin tells as having happened on a day and another as not having happened: much the same words of the same day. Pure. */
export function withDisputes(
  rows: readonly HappeningRow[],
  originOf: (article: string) => string,
): readonly HappeningRow[] {
  const groups = Map.groupBy(rows.filter(isTold), keyOf)
  const opposed = new Set<HappeningRow>()
  for (const held of groups.values()) {
    const negative = held.filter(({ polarity }) => polarity === 'negative')
    for (const a of negative)
      for (const b of held)
        if (opposes(a, b, originOf)) {
          opposed.add(a)
          opposed.add(b)
        }
  }
  return opposed.size === 0 ? rows : rows.map((row) => (opposed.has(row) ? { ...row, opposed: true } : row))
}
