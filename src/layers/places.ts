import type { Article } from '../articles/article.ts'
import type { Candidate, Gazetteer } from '../gazetteer/gazetteer.ts'
import { bucketsOf } from '../text/buckets.ts'
import { byPlace, idOf, type Span, spanAt } from '../text/span.ts'
import { type Token, tokensOf } from '../text/tokens.ts'
import { layer, type Sourced } from './layer.ts'
import { type Mention, mentions } from './mentions.ts'
import { kindOf } from './places/kind.ts'
import { type Resolved, resolved } from './places/resolve.ts'
import { namesApart, type Spot, scanned, spotAt, trimmedName } from './places/spots.ts'
import { scoreOf } from './places/sure.ts'
import { type Sentence, sentences } from './sentences.ts'

/** Words that name a place, with the place they stand for. */
export interface Place extends Span, Sourced {
  /** `p:START-END`. */
  readonly id: string
  /** The place's usual English name, from the place data. */
  readonly name: string
  /** `literal`: something is there or happens there; `associative`: it goes with something else ("French minister"). */
  readonly kind: 'literal' | 'associative'
  readonly precision: 'country' | 'region' | 'city' | 'site'
  /** Degrees, WGS 84; absent where the mention is wider than any point. */
  readonly lat?: number
  readonly lon?: number
  readonly geonamesId?: number
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
  /** Other places that the name may stand for, best first, at most five. */
  readonly rivals?: readonly {
    readonly name: string
    readonly geonamesId?: number
    readonly country?: string
    readonly score: number
  }[]
}

const PRECISION = {
  continent: 'region',
  region: 'region',
  water: 'region',
  country: 'country',
  admin1: 'region',
  admin2: 'region',
  city: 'city',
} as const satisfies Record<Candidate['class'], Place['precision']>

/** A place as the place data have it, as far as a mention of it says so. */
export const placeDataOf = ({
  name,
  class: wide,
  lat,
  lon,
  country,
}: Candidate): Pick<Place, 'name' | 'precision' | 'lat' | 'lon' | 'country'> => ({
  name,
  precision: PRECISION[wide],
  ...(lat === undefined || lon === undefined ? {} : { lat, lon }),
  ...(country === undefined ? {} : { country }),
})

const codesOf = ({ geonamesId, country }: Candidate) => ({
  ...(geonamesId === undefined ? {} : { geonamesId }),
  ...(country === undefined ? {} : { country }),
})

function placeOf({ spot, ranked }: Resolved): Place {
  const { start, end } = spot
  const [best, ...others] = ranked
  const place = best?.place
  const rivals = others.slice(0, 5).map((rival) => ({
    name: rival.place.name,
    ...codesOf(rival.place),
    score: Math.round(1000 / (1 + 10 ** ((best?.fit ?? 0) - rival.fit))) / 1000,
  }))
  return {
    id: idOf('p', spot),
    start,
    end,
    name: place?.name ?? spot.text,
    kind: kindOf(spot, place),
    precision: place ? PRECISION[place.class] : 'site',
    ...(place?.lat === undefined || place.lon === undefined ? {} : { lat: place.lat, lon: place.lon }),
    ...(place ? codesOf(place) : {}),
    ...(rivals.length > 0 ? { rivals } : {}),
    by: `places/${spot.rule}`,
    score: scoreOf(spot, ranked),
  }
}

const isLocation = (mention: Mention): boolean => mention.type === 'location' && mention.form === 'name'

function spotsOf(text: string, sentence: Span, names: readonly Mention[], gazetteer: Gazetteer): readonly Spot[] {
  const tokens = tokensOf(text, sentence)
  // A name that goes on over the end of a sentence stands in both; it is of the first.
  const marked = names
    .filter((name) => isLocation(name) && name.start >= sentence.start)
    .flatMap((name) =>
      namesApart(text, trimmedName(text, name, gazetteer), gazetteer).map((span) =>
        spotAt(text, span, tokens, gazetteer, 'mention', name.score),
      ),
    )
  const rest = names.filter((name) => !isLocation(name))
  return [...marked, ...scanned({ text, tokens, gazetteer, names: rest }, marked)].sort(byPlace)
}

function givenSpots(
  article: Article,
  given: readonly Span[],
  found: readonly Sentence[],
  gazetteer: Gazetteer,
): readonly Spot[] {
  const kept = new Map<Sentence | undefined, readonly Token[]>()
  return [...given].sort(byPlace).map((span) => {
    const sentence = spanAt(found, span.start)
    const tokens = kept.get(sentence) ?? tokensOf(article.text, sentence ?? span)
    if (sentence) kept.set(sentence, tokens)
    return spotAt(article.text, span, tokens, gazetteer, 'given', 1)
  })
}

/** Places with their coordinates, as fine as the text names them. */
export const places = layer({
  key: 'places',
  needs: [sentences, mentions],
  read: (article, found, { gazetteer }): readonly Place[] => {
    const given = article.given?.places
    const named = found.mentions.filter((mention) => mention.form === 'name')
    const own = bucketsOf(found.sentences, named)
    const spots = given
      ? givenSpots(article, given, found.sentences, gazetteer)
      : found.sentences.flatMap((sentence, at) => spotsOf(article.text, sentence, own[at] ?? [], gazetteer))
    return resolved(spots).map(placeOf)
  },
})
