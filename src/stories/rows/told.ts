import { type Citation, startOf } from '../../text/citation.ts'
import type { Ref } from '../items.ts'
import type { HappeningRow } from '../rows.ts'

/** Refs of all events that a sentence tells of a day (an ISO day, or none): a line may stand for several of them. */
export type Told = (day: string | undefined, sentence: Citation) => readonly Ref[]

/** Looks up what sentences tell, among rows. */
export function toldBy(happenings: Iterable<HappeningRow>): Told {
  const told = new Map<string, Ref[]>()
  const keyOf = (day: string | undefined, sentence: Citation): string => `${day ?? ''} ${startOf(sentence)}`
  for (const { day, tellings } of happenings)
    for (const { item } of tellings) {
      const key = keyOf(day?.from, item.sentence)
      const there = told.get(key)
      if (there) there.push(item.ref)
      else told.set(key, [item.ref])
    }
  return (day, sentence) => told.get(keyOf(day, sentence)) ?? []
}
