import floors from './floors.json' with { type: 'json' }
import type { Figures } from './score/figures.ts'

/** What figures must not fall below, by measure and figure; a name that begins with `max ` is a ceiling. */
const FLOORS: Readonly<Record<string, Figures>> = floors

/** The figures of a measure that miss their floor or pass their ceiling, worded. */
export function belowFloor(measure: string, figures: Figures): string[] {
  return Object.entries(FLOORS[measure] ?? {}).flatMap(([name, bound]) => {
    const ceiling = name.startsWith('max ')
    const value = figures[ceiling ? name.slice(4) : name]
    if (value === undefined) return [`${measure} ${name}: not measured`]
    if (ceiling ? value <= bound : value >= bound) return []
    return [`${measure} ${name}: ${value.toFixed(4)}, ${ceiling ? 'ceiling' : 'floor'} ${bound}`]
  })
}
