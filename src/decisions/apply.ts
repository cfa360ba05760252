import type { Reading } from '../readings/reading.ts'
import { asserted } from './assert.ts'
import type { Decided } from './decided.ts'
import type { Decision, DecisionKind } from './decision.ts'
import { without } from './hide.ts'
import { standing } from './order.ts'
import { itemAt, spanOf } from './target.ts'

/** What a decision made of a reading: the item that it met or made. */
interface Done {
  readonly reading: Reading
  readonly item: string
}

type Of<K extends DecisionKind> = Extract<Decision, { readonly kind: K }>

function hide(reading: Reading, { target }: Of<'hide'>): Done | undefined {
  const met = itemAt(reading, target)
  return met && { reading: without(reading, met.id), item: met.id }
}

function confirm(reading: Reading, { target }: Of<'confirm'>): Done | undefined {
  const met = itemAt(reading, target)
  return met && { reading, item: met.id }
}

// The old name stays among the others, so that linking still finds it.
function rename(reading: Reading, { target, name }: Of<'rename'>): Done | undefined {
  const met = target.layer === 'entities' ? itemAt(reading, target) : undefined
  if (!met) return undefined
  const entities = reading.entities.map((entity) =>
    entity.id === met.id
      ? { ...entity, name, aliases: [...new Set([entity.name, ...entity.aliases])].filter((one) => one !== name) }
      : entity,
  )
  return { reading: { ...reading, entities }, item: met.id }
}

function assertion(reading: Reading, { target, item }: Of<'assert'>): Done | undefined {
  const span = target.layer === item.layer ? spanOf(reading, target) : undefined
  return span && asserted(reading, span, item)
}

/** Kinds that are laid over readings; the others are kept and listed as waiting. */
const APPLYING: { readonly [K in DecisionKind]?: (reading: Reading, decision: Of<K>) => Done | undefined } = {
  hide,
  confirm,
  rename,
  assert: assertion,
}

/**
 * Lays decisions over a reading, in the order they were taken, less those undone. Decisions about other articles are passed over.
 * One is applied when exactly one place of the text matches its words, else it is lost; nothing is moved to a similar place.
 */
export function apply(reading: Reading, decisions: readonly Decision[]): Decided {
  const [applied, lost, waiting]: [Decided['applied'][number][], Decision[], Decision[]] = [[], [], []]
  const confirmed = new Set<string>()
  let decided = reading
  for (const decision of standing(decisions)) {
    if (decision.kind === 'undo' || decision.target.article !== reading.id) continue
    const lay = APPLYING[decision.kind] as ((reading: Reading, decision: Decision) => Done | undefined) | undefined
    const done = lay?.(decided, decision)
    if (!lay) waiting.push(decision)
    else if (!done) lost.push(decision)
    else {
      decided = done.reading
      applied.push({ decision, item: done.item })
      if (decision.kind === 'confirm' || decision.kind === 'assert') confirmed.add(done.item)
    }
  }
  return { reading: decided, applied, lost, waiting, confirmed }
}
