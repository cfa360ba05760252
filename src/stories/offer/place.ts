import type { Event } from '../../layers/events.ts'
import type { Place } from '../../layers/places.ts'
import type { Reading } from '../../readings/reading.ts'
import { fold } from '../fold.ts'
import type { PlaceItem, Spot } from '../items.ts'
import { present, type Source } from './source.ts'

const MOST_SPOTS = 40

/** What a place is found by: its id in the place data, else its name, and its point where it has one. */
export const placeKey = ({ geonamesId, name, lat, lon }: Pick<Place, 'geonamesId' | 'name' | 'lat' | 'lon'>): string =>
  geonamesId === undefined ? `l:${fold(name)}@${lat ?? ''},${lon ?? ''}` : `g:${geonamesId}`

function spotOf({ cite, sentenceAt, refOf }: Source, told: readonly Event[], place: Place): Spot | undefined {
  const [words, sentence] = [cite(place), sentenceAt(place.start)]
  if (!words || !sentence) return undefined
  const events = told.flatMap((event) => {
    const at = event.place === place.id ? cite(event) : undefined
    return at ? [{ ref: refOf(event.id), words: at }] : []
  })
  return { words, sentence, score: place.score, events }
}

// A sentence that names a place twice tells of it once: by the mention at which something happens, else by the surest.
function oncePerSentence(spots: readonly Spot[]): readonly Spot[] {
  const found = new Map<number, Spot>()
  for (const spot of spots) {
    const there = found.get(spot.sentence.start)
    const better =
      there && (there.events.length === 0) === (spot.events.length === 0)
        ? spot.score > there.score
        : spot.events.length > 0
    if (!there || better) found.set(spot.sentence.start, spot)
  }
  return [...found.values()]
}

function itemOf(
  source: Source,
  told: readonly Event[],
  key: string,
  named: readonly [Place, ...Place[]],
): PlaceItem | undefined {
  const { reading, refOf, report } = source
  const [first, ...rest] = oncePerSentence(present(named.map((place) => spotOf(source, told, place)))).slice(
    0,
    MOST_SPOTS,
  )
  if (!first) return undefined
  const best = named.reduce((a, b) => (b.score > a.score ? b : a))
  const { by, name, precision, lat, lon, geonamesId, country, rivals, score } = best
  return {
    kind: 'place',
    ref: refOf(named[0].id),
    article: reading.id,
    version: reading.version,
    keys: [key],
    score,
    ...(named.some(({ id }) => source.said(id).confirmed) ? { confirmed: true } : {}),
    ...(named.some(({ id }) => source.said(id).disputed) ? { disputed: true } : {}),
    by,
    name,
    precision,
    ...(lat === undefined || lon === undefined ? {} : { lat, lon }),
    ...(geonamesId === undefined ? {} : { geonamesId }),
    ...(country === undefined ? {} : { country }),
    ...(rivals === undefined ? {} : { rivals }),
    spots: [first, ...rest],
    mentions: named.length,
    report,
  }
}

/** Ids of the article's literal mentions of the same place as one of them: what stands for it in that article. None for what is no place there. */
export function mentionsAlike({ places }: Pick<Reading, 'places'>, id: string): readonly string[] {
  const meant = places.find((place) => place.id === id)
  const key = meant && placeKey(meant)
  return places.filter((place) => place.kind === 'literal' && placeKey(place) === key).map((place) => place.id)
}

/** The places at which the article says something is or happens, each once, in the order in which they are first named; `told` are the events that it offers. */
export function placeItems(source: Source, told: readonly Event[]): readonly PlaceItem[] {
  const literal = source.reading.places.filter(({ kind }) => kind === 'literal')
  const groups = Map.groupBy(literal, placeKey)
  return present([...groups].map(([key, [first, ...rest]]) => first && itemOf(source, told, key, [first, ...rest])))
}
