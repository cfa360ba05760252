import { timeline as view } from '../../views/timeline.ts'
import { showing } from '../show.ts'

/** What happened, by the day it happened. */
export const timeline = showing(view, [
  ['onrecord timeline', 'the timeline of the record in this folder'],
  ['onrecord timeline saved/', 'the timeline of a folder of pages, without a record'],
  ['onrecord timeline --since 2026-05-13 --person "Marija Kovač"', 'what she takes part in, from that day on'],
  ['onrecord timeline --dates 10 --sentences 2', 'the ten days that matter most, two lines each'],
  ['onrecord timeline --format csv > timeline.csv', 'for a spreadsheet'],
])
