import { statements as view } from '../../views/statements.ts'
import { showing } from '../show.ts'

/** Who said what. */
export const statements = showing(view, [
  ['onrecord statements', 'every statement of the record in this folder'],
  ['onrecord statements --person Kovač', 'what one person said'],
  ['onrecord statements --stance denied', 'what was denied'],
  ['onrecord statements --outlet "Radio Podravje" --all', 'what one outlet quotes, less sure ones too'],
])
