import { map as view } from '../../views/map.ts'
import { showing } from '../show.ts'

/** Places at which something is or happens. */
export const map = showing(view, [
  ['onrecord map', 'every place of the record in this folder, the most reported first'],
  ['onrecord map --type city --until 2026-05-14', 'towns alone, as reported up to that day'],
  ['onrecord map --format geojson > map.geojson', 'for a map program'],
])
