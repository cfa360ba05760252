import type { Span } from '../../src/text/span.ts'
import { byId, type Doc, type Figures, meanOf, rates, Tally } from './figures.ts'

export interface PlaceSpan extends Span {
  readonly lat?: number | null
  readonly lon?: number | null
  readonly geonamesId?: number | string | null
  readonly kind?: string
}
export interface PlaceDoc extends Doc {
  readonly places?: readonly PlaceSpan[]
}

/** Worst error there is (half of the Earth's circumference), and the usual bound of 100 miles; kilometres. */
const FAR = 20039
const NEAR = 161

interface Point {
  readonly lat: number
  readonly lon: number
}
const pointOf = (place: PlaceSpan | undefined): Point | undefined =>
  typeof place?.lat === 'number' && typeof place.lon === 'number' ? { lat: place.lat, lon: place.lon } : undefined

/** Great-circle distance in kilometres, Earth radius 6371.0088. */
export function kilometres(a: Point, b: Point): number {
  const radians = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * radians) / 2) ** 2 +
    Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(((b.lon - a.lon) * radians) / 2) ** 2
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)))
}

const sorted = (places: readonly PlaceSpan[] | undefined): PlaceSpan[] => {
  const first = new Map<string, PlaceSpan>()
  for (const place of places ?? [])
    if (!first.has(`${place.start} ${place.end}`)) first.set(`${place.start} ${place.end}`, place)
  return [...first.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Area under the sorted curve of ln(1 + km), as a share of the worst one; 0 is best (Gritta et al. 2018). */
function curveArea(errors: readonly number[]): number {
  const y = errors.map((e) => Math.log(1 + Math.min(e, FAR - 1))).sort((a, b) => a - b)
  if (y.length < 2) return y.length ? (y[0] ?? 0) / Math.log(FAR) : Number.NaN
  let area = 0
  for (let i = 1; i < y.length; i++) area += ((y[i - 1] ?? 0) + (y[i] ?? 0)) / 2
  return area / ((y.length - 1) * Math.log(FAR))
}

/** Toponyms: recognition by exact span; resolution of gold mentions with coordinates (no answer is wrong); end to end. */
export function scorePlaces(gold: readonly PlaceDoc[], predicted: readonly PlaceDoc[]): Figures {
  const found = byId(predicted)
  const exact = new Tally()
  const whole = new Tally()
  const errors: number[] = []
  let [ids, sameIds, right] = [0, 0, 0]
  for (const doc of gold) {
    const want = sorted(doc.places)
    const got = sorted(found.get(doc.id)?.places)
    const at = new Map(got.map((place) => [`${place.start} ${place.end}`, place]))
    exact.add(want.filter((place) => at.has(`${place.start} ${place.end}`)).length, got.length, want.length)
    for (const place of want) {
      const answer = at.get(`${place.start} ${place.end}`)
      const same =
        place.geonamesId != null && answer?.geonamesId != null && String(answer.geonamesId) === String(place.geonamesId)
      if (place.geonamesId != null) ids++
      if (same) sameIds++
      const [here, there] = [pointOf(place), pointOf(answer)]
      if (!here) continue
      const error = there ? kilometres(here, there) : FAR
      errors.push(error)
      if ((same && there) || error <= NEAR) right++
      whole.add(error <= NEAR ? 1 : 0, 0, 1)
    }
    whole.add(0, resolved(want, got), 0)
  }
  return {
    documents: gold.length,
    ...rates('recognition_exact', exact, ['p', 'r', 'f1']),
    resolution_a161: errors.filter((e) => e <= NEAR).length / errors.length,
    resolution_auc: curveArea(errors),
    resolution_mean_km: meanOf(errors),
    ...(ids ? { resolution_id_accuracy: sameIds / ids, resolution_id_or_a161: right / errors.length } : {}),
    ...rates('endtoend_a161', whole, ['p', 'r', 'f1']),
  }
}

/** Predictions with coordinates that do not lie over a gold mention without: those count neither way. */
const resolved = (want: readonly PlaceSpan[], got: readonly PlaceSpan[]): number => {
  const blind = want.filter((place) => !pointOf(place))
  return got.filter((place) => pointOf(place) && !blind.some((b) => b.start < place.end && place.start < b.end)).length
}
