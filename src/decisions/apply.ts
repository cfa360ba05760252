import type { Reading } from '../readings/reading.ts'
import { idOf } from '../text/span.ts'
import { asserted } from './assert.ts'
import type { Decided, Pair } from './decided.ts'
import type { Decision, DecisionKind, Pairing } from './decision.ts'
import { without } from './hide.ts'
import { conflictsOf, placeOf, type Targeted } from './join.ts'
import { standing } from './order.ts'
import { isPairing, paired } from './pairs.ts'
import { partIn, withoutPart, withPart } from './parts.ts'
import { withDays, withPlace, withRole, withSpeaker } from './slots.ts'
import { itemAt, type Met, spanOf } from './target.ts'

/** What a decision made of a reading: the item that it met or made. */
interface Done {
  readonly reading: Reading
  readonly item: string
  readonly pair?: Pair
}

type Of<K extends DecisionKind> = Extract<Decision, { readonly kind: K }>
type Lays<K extends DecisionKind> = (reading: Reading, decision: Of<K>) => Done | undefined

// Changes the item that a target meets, if it is of a layer that has what is changed.
const onItem =
  <K extends Exclude<DecisionKind, 'undo'>>(
    layers: readonly string[],
    change: (reading: Reading, met: Met, decision: Of<K>) => Reading | undefined,
  ): Lays<K> =>
  (reading, decision) => {
    const { target } = decision as Targeted
    const met = layers.length === 0 || layers.includes(target.layer) ? itemAt(reading, target) : undefined
    const left = met && change(reading, met, decision)
    return met && left && { reading: left, item: met.id }
  }

// The old name stays among the others, so that linking still finds it.
function renamed(reading: Reading, { id }: Met, { name }: Of<'rename'>): Reading {
  const entities = reading.entities.map((entity) =>
    entity.id === id
      ? { ...entity, name, aliases: [...new Set([entity.name, ...entity.aliases])].filter((one) => one !== name) }
      : entity,
  )
  return { ...reading, entities }
}

function spoken(reading: Reading, { id }: Met, { target, speaker }: Of<'speaker'>): Reading | undefined {
  const [span, part] = [spanOf(reading, speaker), partIn(target.slot)]
  if (!span) return undefined
  return part ? withPart(reading, id, part, span) : withSpeaker(reading, id, span)
}

function hidden(reading: Reading, { id }: Met, { target }: Of<'hide'>): Reading | undefined {
  const part = partIn(target.slot)
  return part ? withoutPart(reading, id, part) : without(reading, id)
}

// A note stands at its words, whatever was found there.
function note(reading: Reading, { target }: Of<'note'>): Done | undefined {
  const span = spanOf(reading, target)
  return span && { reading, item: itemAt(reading, target)?.id ?? idOf('n', span) }
}

function assertion(reading: Reading, { target, item }: Of<'assert'>): Done | undefined {
  const span = target.layer === item.layer ? spanOf(reading, target) : undefined
  return span && asserted(reading, span, item)
}

function pairing(reading: Reading, decision: Pairing): Done | undefined {
  const found = paired(reading, decision)
  const item = found && (found.pair.target ?? found.pair.other)
  return found && item !== undefined ? { reading: found.reading, item, pair: found.pair } : undefined
}

const LAYING: { readonly [K in Exclude<DecisionKind, 'undo'>]: Lays<K> } = {
  hide: onItem<'hide'>([], hidden),
  confirm: onItem([], (reading) => reading),
  dispute: onItem([], (reading) => reading),
  rename: onItem<'rename'>(['entities'], renamed),
  role: onItem<'role'>(['entities'], (reading, { id, start }, { role }) => withRole(reading, id, role, start)),
  speaker: onItem<'speaker'>(['attributions', 'events'], spoken),
  date: onItem<'date'>(['events', 'attributions', 'times'], (reading, { id }, { value }) =>
    withDays(reading, id, value),
  ),
  place: onItem<'place'>(['events', 'places'], (reading, { id }, meant) => withPlace(reading, id, meant)),
  assert: assertion,
  merge: pairing,
  split: pairing,
  note,
}

const isAbout = (decision: Targeted, article: string): boolean =>
  decision.target.article === article || (isPairing(decision) && decision.other.article === article)

/** What is said of whether an item stands, by whom it was said last. */
type Says = ReadonlyMap<string, 'confirm' | 'dispute'>

function saying(says: Map<string, Says>, item: string, { kind, by }: Decision): void {
  if (kind !== 'confirm' && kind !== 'dispute' && kind !== 'assert') return
  const others = [...(says.get(item) ?? [])].filter(([who]) => who !== by)
  says.set(item, new Map([...others, [by, kind === 'dispute' ? kind : 'confirm']]))
}

// A hidden thing that was confirmed afterwards is shown: the later decision holds.
function overruled(decisions: readonly Targeted[]): ReadonlySet<Decision> {
  const held = new Map<string, Targeted>()
  const over = new Set<Decision>()
  for (const decision of decisions) {
    const before = held.get(placeOf(decision))
    if (before && (decision.kind === 'confirm' || decision.kind === 'dispute')) over.add(before)
    if (decision.kind === 'hide') held.set(placeOf(decision), decision)
  }
  return over
}

/** Items of which two people settled opposite things. */
function contested(decisions: readonly Targeted[], applied: Decided['applied']): readonly string[] {
  const items = new Map(applied.map(({ decision, item }) => [decision.id, item]))
  return conflictsOf(decisions).flatMap((conflict) => conflict.decisions.flatMap(({ id }) => items.get(id) ?? []))
}

/**
 * Lays decisions over a reading, in the order they were taken, less those undone. Decisions about other articles are passed over.
 * One is applied when exactly one place of the text matches its words, else it is lost; nothing is moved to a similar place.
 */
export function apply(reading: Reading, decisions: readonly Decision[]): Decided {
  const own = standing(decisions).filter((one): one is Targeted => one.kind !== 'undo' && isAbout(one, reading.id))
  const [applied, lost, pairs]: [Decided['applied'][number][], Decision[], Pair[]] = [[], [], []]
  const over = overruled(own)
  const says = new Map<string, Says>()
  let decided = reading
  for (const decision of own.filter((one) => !over.has(one))) {
    const lay = LAYING[decision.kind] as (reading: Reading, decision: Decision) => Done | undefined
    const done = lay(decided, decision)
    if (!done) {
      lost.push(decision)
      continue
    }
    decided = done.reading
    applied.push({ decision, item: done.item })
    if (done.pair) pairs.push(done.pair)
    saying(says, done.item, decision)
  }
  const said = (what: 'confirm' | 'dispute', last: boolean) =>
    [...says].filter(([, by]) => (last ? [...by.values()].at(-1) === what : [...by.values()].includes(what)))
  return {
    reading: decided,
    applied,
    lost,
    waiting: own.filter((one) => over.has(one)),
    confirmed: new Set(said('confirm', true).map(([item]) => item)),
    disputed: new Set([...said('dispute', false).map(([item]) => item), ...contested(own, applied)]),
    pairs,
  }
}
