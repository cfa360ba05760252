import { placeKey } from '../offer/place.ts'
import { A_FEW, rule } from './rule.ts'

/** One place: the same place of the place data; where it has none, the same name. */
export const place = rule({
  kind: 'place',
  items: 'place',
  within: false,
  most: A_FEW,
  compare: (a, b) => {
    if (placeKey(a) !== placeKey(b)) return undefined
    return a.lat === undefined ? { why: 'same-spot/name', score: 0.85 } : { why: 'same-spot/place', score: 0.95 }
  },
})
