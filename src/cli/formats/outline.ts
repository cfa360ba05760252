import { printReading } from '../terminal/reading.ts'
import type { Format } from './format.ts'

/** What was read, for a person at a terminal. */
export const outline: Format = {
  name: 'outline',
  usual: 'terminal',
  of: 'readings',
  printer: (options, world) => ({
    one: (reading) => printReading(reading, options.why === true, world),
    end: async () => {},
  }),
}
