import { readFile } from 'node:fs/promises'
import type { Gazetteer } from './gazetteer.ts'
import { openTable } from './table.ts'

/** Where the build puts the table: two levels above `src/gazetteer` and `dist/gazetteer` alike. */
const BUILT = new URL('../../data/built/gazetteer.bin', import.meta.url)

/** Opens the gazetteer in the package. Throws an Error naming the path when the build has not made it. */
export async function openGazetteer(): Promise<Gazetteer> {
  const bytes = await readFile(BUILT).catch((cause: unknown) => {
    throw new Error(`no gazetteer at ${BUILT.pathname}: run "npm run build" first`, { cause })
  })
  return openTable(bytes)
}
