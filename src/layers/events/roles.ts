import type { Participant } from '../events.ts'
import type { Mention } from '../mentions.ts'
import type { Place } from '../places.ts'
import { BE, PLACE_BEFORE } from './cues.ts'
import { apart, type Scene, tokenAt } from './scene.ts'
import { type Trigger, wordBefore } from './triggers.ts'

/** The entity that a mention is of, by the mention's id. */
export type EntityOf = ReadonlyMap<string, string>

type Role = Participant['role']

const REACH = 8
/** Verbs whose subject is the one who suffers. */
const SUFFERS =
  /^(?:die|dies|died|dying|drown|drowned|perish|perished|starve|starved|vanish|vanished|disappear|disappeared|succumb|succumbed|suffocated|sicken|sickened)$/

const participant = (role: Role, mention: Mention, entities: EntityOf): Participant => {
  const entity = entities.get(mention.id)
  return { role, ...(entity === undefined ? {} : { entity }), start: mention.start, end: mention.end }
}

const isPassive = ({ low }: Scene, { from, tense }: Trigger): boolean =>
  (tense === 'part' || tense === 'past-or-part') && BE.has(low[wordBefore(low, from)] ?? '')

/** The last mention before a trigger, in its clause, that no preposition leads in. */
function before(scene: Scene, trigger: Trigger, mentions: readonly Mention[]): Mention | undefined {
  for (let at = mentions.length - 1; at >= 0; at--) {
    const mention = mentions[at]
    if (!mention || mention.end > trigger.start) continue
    const first = tokenAt(scene, mention.start)
    const gap = apart(scene, tokenAt(scene, mention.end) - 1, trigger.from)
    if (gap.edges > 1 || gap.words > REACH) return undefined
    if (!PLACE_BEFORE.has(scene.low[first - 1] ?? '')) return mention
  }
  return undefined
}

/** The first mention after a trigger, in its clause; led in by one of `prepositions`, where they are given. */
function after(
  scene: Scene,
  trigger: Trigger,
  mentions: readonly Mention[],
  prepositions?: readonly string[],
): Mention | undefined {
  for (const mention of mentions) {
    if (mention.start < trigger.end) continue
    const first = tokenAt(scene, mention.start)
    const gap = apart(scene, trigger.to - 1, first)
    if (gap.edges > 0 || gap.words > REACH) return undefined
    const words = scene.low.slice(trigger.to, first)
    if (!prepositions)
      return words.some((word) => PLACE_BEFORE.has(word) || word === 'by' || word === 'with') ? undefined : mention
    if (words.some((word) => prepositions.includes(word))) return mention
  }
  return undefined
}

const harmed = (trigger: Trigger): Role => (trigger.type === 'CASUALTY' ? 'victim' : 'target')

function ofVerb(
  scene: Scene,
  trigger: Trigger,
  mentions: readonly Mention[],
): readonly (readonly [Role, Mention | undefined])[] {
  // "…, killing 40": its subject is the sentence's, not what stands nearest.
  const loose = trigger.tense === 'ing' && scene.low[trigger.from - 1] === ','
  const subject = loose ? undefined : before(scene, trigger, mentions)
  if (SUFFERS.test(scene.low[trigger.from] ?? '')) return [['victim', subject]]
  if (isPassive(scene, trigger))
    return [
      [harmed(trigger), subject],
      ['actor', after(scene, trigger, mentions, ['by'])],
    ]
  return [
    ['actor', subject],
    [harmed(trigger), after(scene, trigger, mentions)],
  ]
}

function ofNoun(
  scene: Scene,
  trigger: Trigger,
  mentions: readonly Mention[],
): readonly (readonly [Role, Mention | undefined])[] {
  const owner = mentions.findLast(
    (mention) =>
      mention.end <= trigger.start &&
      /^['’]s?$/.test(scene.tokens[tokenAt(scene, mention.end)]?.text ?? '') &&
      trigger.from - tokenAt(scene, mention.end) <= 3,
  )
  const both = after(scene, trigger, mentions, ['between', 'with'])
  const by = after(scene, trigger, mentions, ['by']) ?? owner ?? both
  return [
    ['actor', by],
    [harmed(trigger), after(scene, trigger, mentions, ['on', 'against', 'of', 'at', 'targeting'])],
  ]
}

/** Who does it and whom it is done to, by their place before and after the words. */
export function rolesOf(
  scene: Scene,
  trigger: Trigger,
  mentions: readonly Mention[],
  entities: EntityOf,
): readonly Participant[] {
  const found = trigger.tense === 'noun' ? ofNoun(scene, trigger, mentions) : ofVerb(scene, trigger, mentions)
  const seen = new Set<Mention>()
  return found.flatMap(([role, mention]) => {
    if (!mention || seen.has(mention)) return []
    seen.add(mention)
    return [participant(role, mention, entities)]
  })
}

const FARTHEST = 10

/** The literal place nearest in the event's clause, with "in", "at", "near" before it; for a noun also the city right before it. */
export function placeOf(scene: Scene, trigger: Trigger, places: readonly Place[]): string | undefined {
  let best: { id: string; cost: number } | undefined
  for (const place of places) {
    const at = tokenAt(scene, place.start)
    const next = tokenAt(scene, place.end)
    if (trigger.tense === 'noun' && next === trigger.from && place.precision === 'city') return place.id
    const lead = scene.low[at - 1] === 'the' ? scene.low[at - 2] : scene.low[at - 1]
    const led = PLACE_BEFORE.has(lead ?? '') || scene.low[at - 1] === ','
    if (place.kind !== 'literal' || !led || Math.abs(trigger.from - at) > FARTHEST * 4) continue
    const { edges, words } = apart(scene, trigger.from, at)
    const cost = edges * 3 + words * 0.4 + (at < trigger.from ? 2 : 0)
    if (cost <= FARTHEST && (!best || cost < best.cost)) best = { id: place.id, cost }
  }
  return best?.id
}
