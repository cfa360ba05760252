import type { Event } from '../events.ts'
import { BOUNDARIES } from './cues.ts'
import type { Scene } from './scene.ts'
import type { Trigger } from './triggers.ts'

/** An event as found, with the words that name it. */
export interface Drafted {
  readonly event: Event
  readonly trigger: Trigger
  readonly scene: Scene
}

const NEAR = 5
const DEFINITE = /^(?:the|its|his|her|their|our|this|that|these|those|'s|’s)$/
const OTHERS = /^(?:a|an|another|other|more|further|each|every|any|no|new|next|last|previous|earlier|second|third)$/

// "The flight", "its maiden flight"; not "another flight".
function isDefinite({ low, headline }: Scene, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - NEAR); at--) {
    const word = low[at] ?? ''
    if (DEFINITE.test(word)) return true
    if (OTHERS.test(word) || BOUNDARIES.has(word)) return false
  }
  return headline
}

const SHORT = 4
const stemOf = ({ low }: Scene, { to }: Trigger): string => (low[to - 1] ?? '').replace(/(?:ings?|ed|es|s|e)$/, '')

// Stems whose events are of one day, or month, wherever a time gives it.
function daysByStem(found: readonly Drafted[]): ReadonlyMap<string, Event | undefined> {
  const days = new Map<string, Event | undefined>()
  for (const { event, trigger, scene } of found) {
    const stem = stemOf(scene, trigger)
    if (!event.day?.stated || event.day.from.slice(0, 7) !== event.day.to.slice(0, 7) || stem.length < SHORT) continue
    const known = days.get(stem)
    days.set(stem, !days.has(stem) || known?.day?.from === event.day.from ? (known ?? event) : undefined)
  }
  return days
}

const AGAIN = 0.7
const rounded = (score: number): number => Math.round(score * 1000) / 1000

/** Events in order; a noun that no time of its sentence dates is of the day that its word has elsewhere: "the flight", after "flew on Friday". */
export function datedAgain(found: readonly Drafted[]): readonly Event[] {
  const days = daysByStem(found)
  return found.map(({ event, trigger, scene }) => {
    const told = days.get(stemOf(scene, trigger))
    if (!told?.day || event.day?.stated || trigger.tense !== 'noun' || !isDefinite(scene, trigger.from)) return event
    const day = { ...told.day, stated: false, by: 'days/again', score: rounded(told.day.score * AGAIN) }
    return { ...event, ...(told.time && { time: told.time }), day }
  })
}
