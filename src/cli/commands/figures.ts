import { figures as view } from '../../views/figures.ts'
import { showing } from '../show.ts'

/** How many: each number through time. */
export const figures = showing(view, [
  ['onrecord figures', 'every figure of the record in this folder, each through time'],
  ['onrecord figures saved/ --words dead', 'those of a folder of pages whose sentence says "dead"'],
  ['onrecord figures --type money --format csv > sums.csv', 'sums alone, for a spreadsheet'],
])
