import { coverage as view } from '../../views/coverage.ts'
import { showing } from '../show.ts'

/** Who published what, and when. */
export const coverage = showing(view, [
  ['onrecord coverage', 'every article of the story, copies below the text that they carry'],
  ['onrecord coverage --outlet "Danube Wire"', 'what one outlet published'],
  ['onrecord coverage --format csv > coverage.csv', 'for a spreadsheet, with origins, outlets and copies'],
])
