import type { Entity } from '../layers/entities.ts'
import type { Reading } from '../readings/reading.ts'
import { idOf, wordsOf } from '../text/span.ts'
import type { Pair } from './decided.ts'
import type { Decision, Pairing, Target } from './decision.ts'
import { itemAt, type Met } from './target.ts'

/** Whether a decision is about two things. */
export const isPairing = (decision: Decision): decision is Pairing =>
  decision.kind === 'merge' || decision.kind === 'split'

/** A merge or split laid over one of its articles. */
export interface Paired {
  readonly reading: Reading
  readonly pair: Pair
}

// A mention that is somebody else's leaves, with those of the same words.
function parted(reading: Reading, held: Entity, leaving: Met): Paired['reading'] | undefined {
  const words = wordsOf(reading.text, leaving)
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]))
  const leaves = held.mentions.filter((id) => {
    const mention = mentions.get(id)
    return mention && wordsOf(reading.text, mention) === words
  })
  const stays = held.mentions.filter((id) => !leaves.includes(id))
  const first = leaves.map((id) => mentions.get(id)).find((mention) => mention)
  if (!first || stays.length === 0) return undefined
  const other: Entity = {
    ...held,
    id: idOf('e', first),
    name: words,
    aliases: [],
    roles: [],
    mentions: leaves,
    by: 'person',
    score: 1,
  }
  // The one who stays keeps its id, unless that is of the mention that left.
  const keeps = other.id === held.id ? { ...held, id: idOf('e', mentions.get(stays[0] ?? '') ?? first) } : held
  const left: Entity = { ...keeps, mentions: stays, aliases: held.aliases.filter((alias) => alias !== words) }
  const named = left.name === words && left.aliases[0] !== undefined ? renamed(left, left.aliases[0]) : left
  return { ...reading, entities: [...reading.entities.filter(({ id }) => id !== held.id), named, other] }
}

const renamed = (entity: Entity, name: string): Entity => ({
  ...entity,
  name,
  aliases: entity.aliases.filter((alias) => alias !== name),
})

// What stands at an end: undefined where it is in another article, null where it is lost.
function endOf(reading: Reading, target: Target): Met | undefined | null {
  return target.article === reading.id ? (itemAt(reading, target) ?? null) : undefined
}

/**
 * Finds the ends of a merge or split that a reading holds; undefined when one of these is lost. What is one in the reading itself is parted there.
 */
export function paired(reading: Reading, decision: Pairing): Paired | undefined {
  const [one, two] = [endOf(reading, decision.target), endOf(reading, decision.other)]
  if (one === null || two === null) return undefined
  if (one && two && one.id === two.id) return partedBy(reading, decision, one)
  const pair = { decision, ...(one ? { target: one.id } : {}), ...(two ? { other: two.id } : {}) }
  return { reading, pair }
}

function partedBy(reading: Reading, decision: Pairing, one: Met): Paired | undefined {
  const held = reading.entities.find(({ id }) => id === one.id)
  // They are one already, or cannot be taken apart: then nothing is to be done, or the split is lost.
  if (decision.kind === 'merge') return { reading, pair: { decision, target: one.id, other: one.id } }
  const left = held && parted(reading, held, one)
  if (!left) return undefined
  const [target, other] = [itemAt(left, decision.target), itemAt(left, decision.other)]
  return target && other && target.id !== other.id
    ? { reading: left, pair: { decision, target: target.id, other: other.id } }
    : undefined
}
