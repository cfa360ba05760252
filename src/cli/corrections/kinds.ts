import {
  type Asserted,
  decisionSchema,
  type Making,
  makeDecision,
  standing,
  type Target,
  targetOf,
} from '../../decisions/index.ts'
import { EVENT_TYPES, MODALITIES } from '../../layers/events.ts'
import { ENTITY_TYPES } from '../../layers/mentions.ts'
import type { LayerKey, Reading } from '../../readings/reading.ts'
import type { OnRecord } from '../../record/record.ts'
import { type Options, word } from '../command.ts'
import { messages } from '../messages.ts'
import { Failure, Misuse, type World } from '../world.ts'
import { entityTargets, lineTargets, placesOf, wordsIn } from './places.ts'

/** What a correction works with. */
interface Scene {
  readonly record: OnRecord
  readonly world: World
  /** Who settles, and when. */
  readonly settler: { readonly by: string; readonly at: string }
}

/** One kind of correction. */
export interface Correction {
  readonly name: string
  run(words: readonly string[], options: Options, scene: Scene): Promise<number>
}

/** Keeps decisions; says so, and which of them are lost. */
async function settle(scene: Scene, kind: string, makings: readonly Making[]): Promise<number> {
  let lost = 0
  for (const making of makings) {
    const decision = makeDecision(making)
    const checked = decisionSchema.safeParse(decision)
    if (!checked.success) throw new Misuse(checked.error.issues[0]?.message ?? kind)
    const { state } = await scene.record.decide(decision)
    if (state === 'applied') continue
    lost++
    scene.world.err(`${messages.lost('target' in making ? making.target.exact : kind)}\n`)
  }
  await scene.world.out(`${messages.decided(kind, makings.length)}\n`)
  return lost ? 1 : 0
}

function needed(value: string | undefined, what: string): string {
  if (!value?.trim()) throw new Misuse(messages.needs(what))
  return value
}

const onLine = (name: 'hide' | 'confirm'): Correction => ({
  name,
  run: async ([sought], options, scene) => {
    const targets = await lineTargets(
      scene.record,
      needed(sought, 'the words or the id of a line'),
      word(options, 'article'),
    )
    return settle(
      scene,
      name,
      targets.map((target): Making => ({ kind: name, target, ...scene.settler })),
    )
  },
})

const rename: Correction = {
  name: 'rename',
  run: async ([sought, name], _, scene) => {
    const chosen = needed(name, 'a name or id, and the name to use: correct rename OLD NEW')
    const targets = await entityTargets(scene.record, needed(sought, 'a name or an id'))
    return settle(
      scene,
      'rename',
      targets.map((target): Making => ({ kind: 'rename', target, name: chosen, ...scene.settler })),
    )
  },
}

/** What `--as` takes, and the layer that each is kept in. */
const LAYER_OF: { readonly [as: string]: Asserted['layer'] } = {
  event: 'events',
  statement: 'attributions',
  name: 'mentions',
  date: 'times',
  figure: 'quantities',
}
/** Layers to which a person may add what the machine missed, by the word for them. */
export const ASSERTIONS: readonly string[] = Object.keys(LAYER_OF)

const assertion: Correction = {
  name: 'assert',
  run: async ([words], options, scene) => {
    const layer = LAYER_OF[needed(word(options, 'as'), `--as ${ASSERTIONS.join('|')}`)] ?? 'events'
    const { reading, span } = await wordsIn(
      scene.record,
      needed(words, 'the words, as the article has them'),
      word(options, 'article'),
    )
    const item = assertedOf(layer, reading, options)
    const target: Target = targetOf(reading, layer as LayerKey, span)
    return settle(scene, 'assert', [{ kind: 'assert', target, item, ...scene.settler }])
  },
}

function oneOf<T extends string>(list: readonly T[], value: string | undefined, flag: string): T {
  const found = list.find((one) => one.toLowerCase() === value?.toLowerCase())
  if (!found) throw new Misuse(messages.needs(`${flag} ${list.join('|')}`))
  return found
}

function assertedOf(layer: Asserted['layer'], reading: Reading, options: Options): Asserted {
  switch (layer) {
    case 'events': {
      const day = word(options, 'day')
      const type = oneOf(EVENT_TYPES, word(options, 'type') ?? 'OTHER', '--type')
      return {
        layer,
        type,
        modality: oneOf(MODALITIES, word(options, 'modality'), '--modality'),
        ...(day === undefined ? {} : { day }),
      }
    }
    case 'attributions': {
      const speaker = needed(word(options, 'speaker'), '--speaker WORDS')
      const [place] = placesOf(reading.text, speaker)
      if (!place) throw new Failure(messages.noWords(speaker))
      return { layer, speaker: targetOf(reading, 'mentions', place) }
    }
    case 'mentions':
      return { layer, type: oneOf(ENTITY_TYPES, word(options, 'type'), '--type') }
    case 'times':
      return { layer, value: needed(word(options, 'value') ?? word(options, 'day'), '--value VALUE') }
    case 'quantities':
      return figureOf(options)
  }
}

function figureOf(options: Options): Asserted {
  const low = Number(needed(word(options, 'low'), '--low NUMBER'))
  const high = Number(word(options, 'high') ?? low)
  if (!Number.isFinite(low) || !Number.isFinite(high) || high < low)
    throw new Misuse(messages.needs('--low and --high to be numbers, the lower one first'))
  const unit = word(options, 'unit')
  return { layer: 'quantities', low, high, ...(unit === undefined ? {} : { unit }) }
}

const undo: Correction = {
  name: 'undo',
  run: async ([sought], _, scene) => {
    const id = needed(sought, 'the id of a decision: see correct list')
    const known = (await scene.record.decisions()).some((decision) => decision.id === id)
    if (!known) throw new Failure(messages.noDecision(id))
    return settle(scene, 'undo', [{ kind: 'undo', decision: id, ...scene.settler }])
  },
}

const list: Correction = {
  name: 'list',
  run: async (_, __, { record, world }) => {
    for (const decision of standing(await record.decisions())) {
      const what =
        'target' in decision
          ? `${decision.target.article}  ${JSON.stringify(decision.target.exact.slice(0, 80))}`
          : decision.decision
      await world.out(`${decision.id}  ${decision.at.slice(0, 16)}  ${decision.by}  ${decision.kind}  ${what}\n`)
    }
    return 0
  },
}

/** Every kind of correction that the command line settles. */
export const KINDS: readonly Correction[] = [onLine('hide'), onLine('confirm'), rename, assertion, undo, list]
