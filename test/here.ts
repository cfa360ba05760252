import { readersOf, type Threads } from '../src/collect/index.ts'
import { rulesOnly } from './reading.ts'

/** Readers that read in this thread, by rules alone. */
export const readersHere = async (): Promise<Threads> => ({ ...readersOf(await rulesOnly()), close: async () => {} })
