import { readingToJson } from '../../readings/json.ts'
import type { Reading } from '../../readings/reading.ts'
import { type Options, word } from '../command.ts'
import type { Format } from './format.ts'

const jsonOf = (reading: Reading, options: Options) =>
  readingToJson(reading, { offsets: word(options, 'offsets') === 'codepoint' ? 'codepoint' : 'utf-16' })

/** One object for one page, a list for several. */
export const json: Format = {
  name: 'json',
  of: 'readings',
  printer: (options, world) => {
    const readings: string[] = []
    return {
      one: async (reading) => void readings.push(JSON.stringify(jsonOf(reading, options), null, 1)),
      end: () => world.out(readings.length === 1 ? `${readings[0]}\n` : `[${readings.join(',\n')}]\n`),
    }
  },
}

/** One reading a line. */
export const jsonl: Format = {
  name: 'jsonl',
  usual: 'elsewhere',
  of: 'readings',
  printer: (options, world) => ({
    one: (reading) => world.out(`${JSON.stringify(jsonOf(reading, options))}\n`),
    end: async () => {},
  }),
}
