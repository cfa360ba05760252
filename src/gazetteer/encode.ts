import type { Candidate, PlaceClass } from './gazetteer.ts'
import { abbreviationKey, keyOf } from './names.ts'

/** The format's magic number, "ORG1" in little-endian ASCII. */
export const MAGIC = 0x3147524f
/** Keys or names that share one offset: more makes the file smaller and a look-up slower. */
export const BLOCK = 16
/** Order in which the classes are numbered in the file. */
export const CLASSES: readonly PlaceClass[] = ['continent', 'region', 'water', 'country', 'admin1', 'admin2', 'city']
/** Order in which the forms are numbered in the file. */
export const FORMS: readonly Candidate['form'][] = ['name', 'alternate', 'abbreviation', 'adjective']
/** Latitude of a place without a point, in the file's 24-bit steps. */
export const NOWHERE = 0xffffff

/** A place to be written, with every surface that it goes by. */
export interface PlaceRow {
  readonly geonamesId?: number
  readonly name: string
  readonly class: PlaceClass
  /** Degrees, WGS 84: latitude, longitude. */
  readonly point?: readonly [lat: number, lon: number]
  readonly country?: string
  readonly admin1?: string
  readonly population: number
  readonly surfaces: readonly { readonly text: string; readonly form: Candidate['form'] }[]
}

const utf8 = new TextEncoder()

/** People in 16 bits, on a logarithmic scale: right to one part in three thousand. */
const squeezed = (population: number): number => Math.min(65535, Math.round(Math.log1p(population) * 3000))

const steps = (degrees: number, half: number): number => Math.round(((degrees + half) / (2 * half)) * 0xfffffe)

function fixedColumns(rows: readonly PlaceRow[], countries: readonly string[], units: readonly string[]) {
  const columns = {
    ids: new Int32Array(rows.length),
    meta: new Uint32Array(rows.length),
    points: new Uint16Array(rows.length * 3),
    people: new Uint16Array(rows.length),
  }
  const countryAt = new Map(countries.map((code, at) => [code, at]))
  const unitAt = new Map(units.map((code, at) => [code, at]))
  rows.forEach((row, at) => {
    columns.ids[at] = row.geonamesId ?? 0
    const country = countryAt.get(row.country ?? '') ?? 0
    columns.meta[at] = CLASSES.indexOf(row.class) | (country << 3) | ((unitAt.get(row.admin1 ?? '') ?? 0) << 12)
    const lat = row.point ? steps(row.point[0], 90) : NOWHERE
    const lon = row.point ? steps(row.point[1], 180) : NOWHERE
    columns.points.set([lat >> 8, ((lat & 255) << 8) | (lon >> 16), lon & 0xffff], at * 3)
    columns.people[at] = squeezed(row.population)
  })
  return columns
}

/** Strings one after the other, each with its length before it, and where every sixteenth begins. */
function nameColumn(names: readonly string[]) {
  const bytes: number[] = []
  const blocks: number[] = []
  names.forEach((name, at) => {
    if (at % BLOCK === 0) blocks.push(bytes.length)
    const letters = utf8.encode(name).subarray(0, 255)
    bytes.push(letters.length, ...letters)
  })
  return { blocks: Uint32Array.from(blocks), bytes: Uint8Array.from(bytes) }
}

/** Keys in order of their bytes, each with the places it stands for (form in the two upper bits). */
function keysOf(rows: readonly PlaceRow[]): readonly (readonly [Uint8Array, readonly number[]])[] {
  const found = new Map<string, number[]>()
  rows.forEach((row, at) => {
    const seen = new Set<string>()
    for (const { text, form } of row.surfaces) {
      const key = form === 'abbreviation' ? abbreviationKey(text) : keyOf(text)
      if (key === '' || key.length > 80 || seen.has(key)) continue
      seen.add(key)
      const places = found.get(key) ?? []
      if (places.length < 250) places.push(at + FORMS.indexOf(form) * 2 ** 30)
      found.set(key, places)
    }
  })
  return [...found].map(([key, places]) => [utf8.encode(key), places] as const).sort(([a], [b]) => byBytes(a, b))
}

/** Order of two byte strings. */
export function byBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let at = 0; at < shared; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

function sharedPrefix(a: Uint8Array, b: Uint8Array): number {
  let length = 0
  while (length < a.length && length < b.length && length < 255 && a[length] === b[length]) length++
  return length
}

/** Front-coded: each key is (letters shared with the one before, letters of its own, number of places), then its own letters. */
function keyColumn(keys: ReturnType<typeof keysOf>) {
  const bytes: number[] = []
  const blocks: number[] = []
  const entries: number[] = []
  let before = new Uint8Array()
  keys.forEach(([key, places], at) => {
    const first = at % BLOCK === 0
    if (first) blocks.push(bytes.length, entries.length)
    const shared = first ? 0 : sharedPrefix(before, key)
    bytes.push(shared, key.length - shared, places.length, ...key.subarray(shared))
    entries.push(...places)
    before = key as Uint8Array<ArrayBuffer>
  })
  return { blocks: Uint32Array.from(blocks), bytes: Uint8Array.from(bytes), entries: Uint32Array.from(entries) }
}

const codesOf = (values: readonly (string | undefined)[]): readonly string[] => [
  '',
  ...new Set(values.filter((value) => value !== undefined)),
]

/**
 * Writes places as one table of bytes, read again by `openTable`: magic, number of sections, the length of each, then
 * the sections, each at a multiple of four. Throws a RangeError for more countries or units than the format holds.
 */
export function encodeTable(name: string, rows: readonly PlaceRow[]): Uint8Array {
  const countries = codesOf(rows.map((row) => row.country))
  const units = codesOf(rows.map((row) => row.admin1))
  if (countries.length > 512 || units.length > 2 ** 20)
    throw new RangeError(`${countries.length} countries, ${units.length} units`)
  const fixed = fixedColumns(rows, countries, units)
  const names = nameColumn(rows.map((row) => row.name))
  const keys = keyColumn(keysOf(rows))
  const longest = Math.min(
    6,
    rows.reduce((most, row) => Math.max(most, ...row.surfaces.map(({ text }) => text.split(/[\s-]+/).length)), 1),
  )
  const head = utf8.encode(JSON.stringify({ name, longest, countries, units }))
  return joined([
    head,
    fixed.ids,
    fixed.meta,
    fixed.points,
    fixed.people,
    names.blocks,
    names.bytes,
    keys.blocks,
    keys.bytes,
    keys.entries,
  ])
}

function joined(sections: readonly (Uint8Array | Int32Array | Uint32Array | Uint16Array)[]): Uint8Array {
  const padded = (length: number) => Math.ceil(length / 4) * 4
  const lengths = sections.map((section) => section.byteLength)
  const header = Uint32Array.from([MAGIC, sections.length, ...lengths])
  const table = new Uint8Array(header.byteLength + lengths.reduce((sum, length) => sum + padded(length), 0))
  table.set(new Uint8Array(header.buffer))
  let at = header.byteLength
  for (const section of sections) {
    table.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at)
    at += padded(section.byteLength)
  }
  return table
}
