import type { RowFilter, StoryRows } from '../stories/rows.ts'
import type { Line, Shape } from './line.ts'

/** A whole number, from 1, by which a view shows less. */
export interface Limit {
  /** Its name in options and addresses. */
  readonly name: string
  /** What it does, for help texts. */
  readonly about: string
}

/** Limits that are asked for, by name. */
export type Limits = Readonly<Record<string, number>>

/** The highest that a limit may be. */
export const MOST = 1000

/** What a view's limits are given as, in words; undefined for a word that is no whole number from 1 to 1000. What the view does not take is passed over. */
export function limitsOf(view: View, given: (name: string) => string | undefined): Limits | undefined {
  const asked = (view.limits ?? []).flatMap(({ name }) => {
    const word = given(name)
    return word === undefined || word === '' ? [] : [[name, Number(word)] as const]
  })
  const isWrong = (n: number) => !(Number.isInteger(n) && n >= 1 && n <= MOST)
  return asked.some(([, n]) => isWrong(n)) ? undefined : Object.fromEntries(asked)
}

/** A story seen one way, as lines. */
export interface View {
  /** Its name in commands, addresses and exports. */
  readonly name: string
  /** Its title, a label of the program. */
  readonly title: string
  /** The view in one sentence, for help texts. */
  readonly about: string
  /** How its lines are grouped under headings. */
  readonly groups: 'day' | 'who' | 'printed' | 'none'
  /** The shape of all its lines: who shows a view goes by it. */
  readonly shape: Shape
  /** What may limit how much it shows. */
  readonly limits?: readonly Limit[]
  /** With `sure` those alone that are shown by default, which costs less than leaving out the others. */
  lines(rows: StoryRows, filter: RowFilter, limits?: Limits, sure?: boolean): AsyncIterable<Line>
}
