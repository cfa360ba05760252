import { cast as view } from '../../views/cast.ts'
import { showing } from '../show.ts'

/** People, organizations and places. */
export const cast = showing(view, [
  ['onrecord cast', 'everybody in the record in this folder'],
  ['onrecord cast --type person', 'people alone'],
  ['onrecord cast saved/ --format json', 'of a folder of pages, for programs'],
])
