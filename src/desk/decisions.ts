import {
  type Asserted,
  type Decision,
  decisionSchema,
  type Making,
  makeDecision,
  standing,
  targetOf,
} from '../decisions/index.ts'
import { EVENT_TYPES, type EventType, MODALITIES, type Modality } from '../layers/events.ts'
import { ENTITY_TYPES, type EntityType } from '../layers/mentions.ts'
import type { Reading } from '../readings/reading.ts'
import type { OnRecord } from '../record/record.ts'
import { partsOfRef } from '../stories/index.ts'
import type { Span } from '../text/span.ts'
import { type Asked, aboutItem, type Form, first, type Refused, refsBehind, type Unsettled } from './about.ts'

/** Who decides, and when. */
export interface Settler {
  readonly by: string
  readonly at: string
}

/** The only place of words in a span; undefined where they are not there, or more than once. */
function placeOf(text: string, within: Span, words: string): Span | undefined {
  const start = words ? text.indexOf(words, within.start) : -1
  if (start < 0 || start + words.length > within.end) return undefined
  const again = text.indexOf(words, start + 1)
  return again >= 0 && again + words.length <= within.end ? undefined : { start, end: start + words.length }
}

const oneOf = <T extends string>(list: readonly T[], value: string): T | undefined => list.find((one) => one === value)

function assertedOf(form: Form, reading: Reading, paragraph: Span): Asserted | undefined {
  const number = (name: string) => (first(form, name) === '' ? Number.NaN : Number(first(form, name)))
  switch (first(form, 'as')) {
    case 'events': {
      const type = oneOf<EventType>(EVENT_TYPES, first(form, 'type'))
      const modality = oneOf<Modality>(MODALITIES, first(form, 'modality'))
      const day = first(form, 'day')
      return type && modality
        ? { layer: 'events', type, modality, ...(/^\d{4}(-\d\d){0,2}$/.test(day) ? { day } : {}) }
        : undefined
    }
    case 'attributions': {
      const speaker =
        placeOf(reading.text, paragraph, first(form, 'speaker')) ??
        placeOf(reading.text, { start: 0, end: reading.text.length }, first(form, 'speaker'))
      return speaker && { layer: 'attributions', speaker: targetOf(reading, 'mentions', speaker) }
    }
    case 'mentions': {
      const type = oneOf<EntityType>(ENTITY_TYPES, first(form, 'named'))
      return type && { layer: 'mentions', type }
    }
    case 'times':
      return first(form, 'value') ? { layer: 'times', value: first(form, 'value') } : undefined
    case 'quantities': {
      const [low, high] = [number('low'), number('high')]
      const unit = first(form, 'unit')
      if (!Number.isFinite(low)) return undefined
      return { layer: 'quantities', low, high: Number.isFinite(high) ? high : low, ...(unit ? { unit } : {}) }
    }
    default:
      return undefined
  }
}

async function assertion(record: OnRecord, form: Form): Promise<Unsettled | Refused> {
  const named = partsOfRef(first(form, 'ref'))
  const reading = named && (await record.reading(named.article, named.version))?.reading
  const paragraph = reading?.blocks.find(({ id }) => id === named?.item)
  if (!reading || !paragraph) return { refused: 'Something is missing in the form.' }
  const words = placeOf(reading.text, paragraph, first(form, 'words'))
  if (!words) return { refused: 'These words are not in the paragraph, or stand there more than once.' }
  const item = assertedOf(form, reading, paragraph)
  if (!item) return { refused: 'Something is missing in the form.' }
  return { kind: 'assert', target: targetOf(reading, item.layer, words), item }
}

// A form that was sent twice undoes once.
const undoing = (decision: string, kept: ReadonlySet<string> | undefined): Unsettled | Refused =>
  kept?.has(decision) ? { kind: 'undo', decision } : { refused: 'This was undone already.' }

/** Decisions that one form takes at most. */
const MOST = 500

/** The decisions that a form asks for: one for each of its references. */
export async function decisionsOf(asked: Asked, form: Form, settler: Settler): Promise<readonly Decision[] | Refused> {
  const { record } = asked
  const refs: string[] = []
  for (const ref of (form.ref ?? []).slice(0, MOST)) refs.push(...(await refsBehind(record, ref)))
  const kind = first(form, 'kind')
  const kept = kind === 'undo' ? new Set(standing(await record.decisions()).map(({ id }) => id)) : undefined
  const found: Decision[] = []
  for (const ref of refs.slice(0, MOST)) {
    const what =
      kind === 'undo'
        ? undoing(ref, kept)
        : kind === 'assert'
          ? await assertion(record, form)
          : await aboutItem(form, ref, asked)
    if ('refused' in what) return what
    const decision = makeDecision({ ...what, ...settler } as Making)
    if (!decisionSchema.safeParse(decision).success) return { refused: 'This is no value that it may have.' }
    found.push(decision)
  }
  return found.length > 0 ? found : { refused: 'Something is missing in the form.' }
}

/** What people settled about an article and did not undo, the last first. */
export const settledFor = (decisions: readonly Decision[], article: string): readonly Decision[] =>
  standing(decisions)
    .filter((decision) => decision.kind !== 'undo' && decision.target.article === article)
    .toReversed()
