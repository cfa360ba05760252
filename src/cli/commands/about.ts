import { existsSync } from 'node:fs'
import { openTools } from '../../collect/index.ts'
import { FORMAT, READER_VERSION } from '../../readings/reading.ts'
import { type Command, RECORD, word } from '../command.ts'
import { openingOf, READER } from '../readers.ts'
import { withRecord } from '../tools.ts'

/** Versions, sources and licences, and what the record holds. */
export const about: Command = {
  name: 'about',
  about: 'Versions, licences, and what the record holds.',
  options: [RECORD, READER],
  examples: [['onrecord about', 'the reader, its data, and the record in this folder']],
  run: async (_, options, world) => {
    const { tagger, gazetteer } = await openTools(openingOf(options, world))
    const path = word(options, 'record') ?? 'record.db'
    const lines: [string, string][] = [
      ['onrecord', READER_VERSION],
      ['format', FORMAT],
      ['tagger', tagger.name],
      ['gazetteer', gazetteer.name],
      ['node', process.versions.node],
      ['licence', 'Apache-2.0'],
      ['place data', 'GeoNames (geonames.org), CC BY 4.0'],
    ]
    if (existsSync(path)) lines.push(...(await withRecord(options, async (record) => held(path, await record.about()))))
    for (const [name, value] of lines) await world.out(`${name.padEnd(12)}${value}\n`)
    return 0
  },
}

function held(path: string, { articles, versions, decisions, format, bytes, lastRead }: Held): [string, string][] {
  return [
    ['record', path],
    ['articles', `${articles} in ${versions} version${versions === 1 ? '' : 's'}`],
    ['decisions', String(decisions)],
    ['size', `${(bytes / 1_048_576).toFixed(1)} MiB, record format ${format}`],
    ...(lastRead ? [['last read', lastRead] as [string, string]] : []),
  ]
}

interface Held {
  readonly articles: number
  readonly versions: number
  readonly decisions: number
  readonly format: number
  readonly bytes: number
  readonly lastRead?: string
}
