import { BLOCK, CLASSES, FORMS, MAGIC, NOWHERE } from './encode.ts'
import type { Candidate, Gazetteer } from './gazetteer.ts'
import { abbreviationKey, keyOf } from './names.ts'

/** The columns of an opened table; numbers as `encodeTable` writes them. */
interface Table {
  readonly name: string
  readonly longest: number
  readonly countries: readonly string[]
  readonly units: readonly string[]
  readonly ids: Int32Array
  readonly meta: Uint32Array
  readonly points: Uint16Array
  readonly people: Uint16Array
  readonly nameBlocks: Uint32Array
  readonly names: Uint8Array
  readonly keyBlocks: Uint32Array
  readonly keys: Uint8Array
  readonly entries: Uint32Array
}

const SECTIONS = 10
/** Surfaces whose candidates are kept at hand: news repeats its places. */
const KEPT = 20_000
const utf8 = new TextEncoder()
const text = new TextDecoder()

function sectionsOf(bytes: Uint8Array): readonly Uint8Array[] {
  // Columns are read in place, so the bytes must begin at a multiple of four.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const header = new Uint32Array(aligned.buffer, aligned.byteOffset, Math.min(2 + SECTIONS, aligned.byteLength >> 2))
  if (header[0] !== MAGIC || header[1] !== SECTIONS)
    throw new RangeError(`not a gazetteer: begins ${header[0]?.toString(16)}`)
  let at = header.byteLength
  return Array.from(header.subarray(2), (length) => {
    const section = aligned.subarray(at, at + length)
    if (section.length !== length) throw new RangeError(`gazetteer cut off at byte ${bytes.length}`)
    at += Math.ceil(length / 4) * 4
    return section
  })
}

function tableOf(bytes: Uint8Array): Table {
  const [head, ids, meta, points, people, nameBlocks, names, keyBlocks, keys, entries] = sectionsOf(bytes) as [
    Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array,
  ] // biome-ignore format: ten sections
  const words = (part: Uint8Array) => new Uint32Array(part.buffer, part.byteOffset, part.byteLength >> 2)
  const halves = (part: Uint8Array) => new Uint16Array(part.buffer, part.byteOffset, part.byteLength >> 1)
  return {
    ...(JSON.parse(text.decode(head)) as Pick<Table, 'name' | 'longest' | 'countries' | 'units'>),
    ids: new Int32Array(ids.buffer, ids.byteOffset, ids.byteLength >> 2),
    meta: words(meta),
    points: halves(points),
    people: halves(people),
    nameBlocks: words(nameBlocks),
    names,
    keyBlocks: words(keyBlocks),
    keys,
    entries: words(entries),
  }
}

/** How a wanted key stands to the bytes of `keys` from `at`, `length` long: below zero when it comes before them. */
function compareAt(keys: Uint8Array, at: number, length: number, key: Uint8Array): number {
  const shared = Math.min(length, key.length)
  for (let offset = 0; offset < shared; offset++) {
    const difference = (key[offset] ?? 0) - (keys[at + offset] ?? 0)
    if (difference !== 0) return difference
  }
  return key.length - length
}

/** The last block whose first key is not after the wanted one; -1 when all are. */
function blockOf({ keyBlocks, keys }: Table, key: Uint8Array): number {
  let low = 0
  let high = keyBlocks.length >> 1
  while (low < high) {
    const middle = (low + high) >> 1
    const at = keyBlocks[middle * 2] ?? 0
    if (compareAt(keys, at + 3, keys[at + 1] ?? 0, key) >= 0) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The entries of a key: places with their forms. */
function entriesOf(table: Table, key: Uint8Array): Uint32Array {
  const { keys, keyBlocks, entries } = table
  const block = blockOf(table, key)
  if (block < 0) return entries.subarray(0, 0)
  let at = keyBlocks[block * 2] ?? 0
  let entry = keyBlocks[block * 2 + 1] ?? 0
  // How many letters of the wanted key the key before began with.
  let matched = 0
  for (let nth = 0; nth < BLOCK && at < keys.length; nth++) {
    const [shared = 0, own = 0, places = 0] = [keys[at], keys[at + 1], keys[at + 2]]
    if (shared < matched) break
    if (shared === matched) {
      let more = 0
      while (more < own && matched + more < key.length && keys[at + 3 + more] === key[matched + more]) more++
      matched += more
      if (matched === key.length && more === own) return entries.subarray(entry, entry + places)
    }
    at += 3 + own
    entry += places
  }
  return entries.subarray(0, 0)
}

function nameAt({ nameBlocks, names }: Table, place: number): string {
  let at = nameBlocks[Math.floor(place / BLOCK)] ?? 0
  for (let nth = place % BLOCK; nth > 0; nth--) at += 1 + (names[at] ?? 0)
  return text.decode(names.subarray(at + 1, at + 1 + (names[at] ?? 0)))
}

function pointAt({ points }: Table, place: number): { readonly lat: number; readonly lon: number } | undefined {
  const [high = 0, middle = 0, low = 0] = points.subarray(place * 3, place * 3 + 3)
  const lat = (high << 8) | (middle >> 8)
  if (lat === NOWHERE) return undefined
  const lon = ((middle & 255) << 16) | low
  const rounded = (degrees: number) => Math.round(degrees * 1e4) / 1e4
  return { lat: rounded((lat / 0xfffffe) * 180 - 90), lon: rounded((lon / 0xfffffe) * 360 - 180) }
}

function candidateOf(table: Table, entry: number): Candidate {
  const place = entry & 0x3fffffff
  const meta = table.meta[place] ?? 0
  const name = nameAt(table, place)
  const geonamesId = table.ids[place]
  const country = table.countries[(meta >> 3) & 511]
  const admin1 = table.units[meta >> 12]
  const own = [admin1 || country, name]
    .filter(Boolean)
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
  return {
    key: geonamesId ? `g:${geonamesId}` : `o:${own}`,
    ...(geonamesId ? { geonamesId } : {}),
    name,
    class: CLASSES[meta & 7] ?? 'city',
    ...pointAt(table, place),
    ...(country ? { country } : {}),
    ...(admin1 ? { admin1 } : {}),
    population: Math.round(Math.expm1((table.people[place] ?? 0) / 3000)),
    form: FORMS[entry >>> 30] ?? 'name',
  }
}

function candidatesOf(table: Table, surface: string): readonly Candidate[] {
  const key = keyOf(surface)
  const exact = entriesOf(table, utf8.encode(abbreviationKey(surface)))
  const folded = key === '' ? exact.subarray(0, 0) : entriesOf(table, utf8.encode(key))
  const found = [...exact, ...folded].map((entry) => candidateOf(table, entry))
  const first = new Map<string, Candidate>()
  for (const candidate of found) if (!first.has(candidate.key)) first.set(candidate.key, candidate)
  return [...first.values()].sort((a, b) => b.population - a.population)
}

const CITY = CLASSES.indexOf('city')
const ADMIN1 = CLASSES.indexOf('admin1')

function townsIn(table: Table, geonamesId: number): ReturnType<Gazetteer['townsIn']> {
  const unit = table.meta[table.ids.indexOf(geonamesId)]
  if (unit === undefined || geonamesId === 0 || (unit & 7) !== ADMIN1) return []
  const found: { readonly lat: number; readonly lon: number }[] = []
  table.meta.forEach((meta, place) => {
    const point = (meta & 7) === CITY && meta >>> 12 === unit >>> 12 ? pointAt(table, place) : undefined
    if (point) found.push(point)
  })
  return found
}

/**
 * Opens a table that `encodeTable` wrote; nothing is copied but the look-ups of late. A surface of more than 80 letters has
 * no candidates. Throws a RangeError for bytes that are no such table, or cut off.
 */
export function openTable(bytes: Uint8Array): Gazetteer {
  const table = tableOf(bytes)
  const kept = new Map<string, readonly Candidate[]>()
  return {
    name: table.name,
    longest: table.longest,
    townsIn: (geonamesId) => townsIn(table, geonamesId),
    lookup(surface) {
      if (surface.length > 80) return []
      const known = kept.get(surface)
      if (known) return known
      const found = candidatesOf(table, surface)
      if (kept.size >= KEPT) kept.clear()
      kept.set(surface, found)
      return found
    },
  }
}
