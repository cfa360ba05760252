import { type Asserted, type Target, targetOf } from '../../decisions/index.ts'
import { EVENT_TYPES, MODALITIES } from '../../layers/events.ts'
import { ENTITY_TYPES } from '../../layers/mentions.ts'
import type { LayerKey, Reading } from '../../readings/reading.ts'
import { type Options, word } from '../command.ts'
import { messages } from '../messages.ts'
import { Failure, Misuse } from '../world.ts'
import { type Correction, needed, settle } from './correction.ts'
import { placesOf, wordsIn } from './places.ts'

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

/** Adds what the machine missed. */
export const assertion: Correction = {
  name: 'assert',
  takes: 'WORDS',
  about: 'add what was missed: words of an article, with --as and what goes with it',
  run: async ([words], options, scene) => {
    const layer = LAYER_OF[needed(word(options, 'as'), `--as ${ASSERTIONS.join('|')}`)] ?? 'events'
    const { reading, span } = await wordsIn(
      scene.record,
      needed(words, 'the words, as the article has them'),
      word(options, 'article'),
    )
    const item = assertedOf(layer, reading, options)
    const target: Target = targetOf(reading, layer as LayerKey, span)
    return settle(scene, 'assert', [{ kind: 'assert', target, item }])
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
