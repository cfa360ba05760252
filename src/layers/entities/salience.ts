import { genderOfRole } from '../mentions/roles.ts'
import type { Mention } from '../mentions.ts'
import type { Draft } from './draft.ts'
import type { Scene } from './scene.ts'

/** A person's latest mention, as far as a pronoun after it cares. */
interface Trace {
  draft: Draft
  line: number
  place: number
  subject: boolean
  quoted: boolean
}

/** Persons in the order they were last named, most recent last: what pronouns look back on. */
export interface Memory {
  readonly traces: Trace[]
}

const REMEMBERED = 8
const FARTHEST = 9

/** Notes that a person was mentioned. `subject`: first person mention of its sentence, outside quotations. */
export function remember(memory: Memory, draft: Draft, mention: Mention, scene: Scene): void {
  const line = scene.lineAt(mention.start)?.at ?? 0
  const quoted = scene.quoteAt(mention.start) !== undefined
  const before = memory.traces.findIndex((trace) => trace.draft === draft)
  const old = before >= 0 ? memory.traces.splice(before, 1)[0] : undefined
  const first = !memory.traces.some((trace) => trace.line === line && trace.subject && trace.quoted === quoted)
  // A person named outside quotation marks is not forgotten for being named inside some too.
  const kept = old && quoted && !old.quoted && line - old.line <= 2 ? old : undefined
  const owner = /^['’]s/.test(scene.text.slice(mention.end, mention.end + 2))
  memory.traces.push(kept ?? { draft, line, place: mention.start, subject: first && !owner, quoted })
  if (memory.traces.length > REMEMBERED) memory.traces.shift()
}

function weigh(trace: Trace, line: number, quoted: boolean, gender: Draft['gender']): number {
  const distance = line - trace.line
  if (distance < 0 || distance > FARTHEST) return 0
  let weight = 1 / (1 + 0.5 * distance)
  if (trace.subject) weight += 0.25
  if (trace.quoted && !quoted) weight -= 0.5
  if (trace.draft.gender === gender) weight += 0.25
  else if (trace.draft.leaning && trace.draft.leaning !== gender) weight -= 0.6
  return weight
}

/** The person whom "he" or "she" most likely stands for, and how surely; undefined where nobody fits. */
export function antecedent(
  memory: Memory,
  mention: Mention,
  gender: 'male' | 'female',
  scene: Scene,
): { readonly draft: Draft; readonly score: number } | undefined {
  const line = scene.lineAt(mention.start)?.at ?? 0
  const quoted = scene.quoteAt(mention.start) !== undefined
  const ranked = memory.traces
    .filter(({ draft }) => draft.gender === undefined || draft.gender === gender)
    .map((trace) => ({ draft: trace.draft, weight: weigh(trace, line, quoted, gender), place: trace.place }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || b.place - a.place)
  const [best, second] = ranked
  if (!best) return undefined
  const lead = best.weight - (second?.weight ?? 0)
  return { draft: best.draft, score: Math.min(0.9, 0.6 + lead * 0.4) - (quoted ? 0.15 : 0) }
}

/** Gender that the words of a description tell ("the spokeswoman"). */
export const genderOfWords = (words: readonly string[]): Draft['gender'] =>
  words.map(genderOfRole).find((gender) => gender !== undefined)
