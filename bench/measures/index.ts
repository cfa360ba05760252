import { attributions, attributionsGerman } from './attributions.ts'
import { coref, corefMeantime } from './coref.ts'
import { events } from './events.ts'
import type { Measure } from './measure.ts'
import { namesConll, namesGum, namesWorldwide } from './names.ts'
import { pagesAeb, pagesFundus, pagesMetadata, pagesWcxb } from './pages.ts'
import { peersAeb, peersFundus, peersMetadata, peersWcxb } from './peers.ts'
import { placesGeovirus, placesGwn, placesLgl, placesTrnews } from './places.ts'
import { quantities, quantitiesAside } from './quantities.ts'
import { sentences } from './sentences.ts'
import { storiesBasil, storiesEcb, storiesGiveme5w } from './stories.ts'
import { tagsMeantime, tagsTe3 } from './tags.ts'
import { timesMeantime, timesTe3, timesTe3All, timesWikiwars, timesWikiwarsAll } from './times.ts'

/** Every corpus that the bench knows, by layer. */
export const MEASURES: readonly Measure[] = [
  pagesAeb, pagesFundus, pagesWcxb, pagesMetadata,
  peersAeb, peersFundus, peersWcxb, peersMetadata,
  sentences,
  namesWorldwide, namesConll, namesGum,
  coref, corefMeantime,
  timesTe3, timesTe3All, timesWikiwars, timesWikiwarsAll, timesMeantime,
  tagsTe3, tagsMeantime,
  quantities, quantitiesAside,
  placesTrnews, placesGwn, placesLgl, placesGeovirus,
  attributions, attributionsGerman,
  events,
  storiesGiveme5w, storiesEcb, storiesBasil,
] // biome-ignore format: a list to be read
