import { attributions } from './attributions.ts'
import { entities } from './entities.ts'
import { events } from './events.ts'
import { mentions } from './mentions.ts'
import { phrases } from './phrases.ts'
import { places } from './places.ts'
import { quantities } from './quantities.ts'
import { quotes } from './quotes.ts'
import { sentences } from './sentences.ts'
import { tagging } from './tagging.ts'
import { tags } from './tags.ts'
import { times } from './times.ts'

/** Every layer, in the order in which they are read: each after the ones it needs. */
export const LAYERS = [
  sentences,
  tagging,
  tags,
  phrases,
  quotes,
  mentions,
  entities,
  times,
  places,
  attributions,
  quantities,
  events,
] as const
