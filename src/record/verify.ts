import { readingFromJson } from '../readings/json.ts'
import type { Item } from '../stories/index.ts'
import { hashOf } from '../text/hash.ts'
import { itemOf } from './bodies.ts'
import { pageOf, readingOf, versions } from './kept.ts'
import type { Fault } from './record.ts'
import type { Db } from './schema.ts'

interface Cited {
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly version: string
}

const isCitation = (value: object): value is Cited => 'exact' in value && 'start' in value && 'end' in value

// Every citation that a value holds, at whatever depth.
function* citationsIn(value: unknown): Iterable<Cited> {
  if (typeof value !== 'object' || value === null) return
  if (isCitation(value)) yield value
  else for (const one of Object.values(value)) yield* citationsIn(one)
}

/** Checks every version's page, text and reading, and every citation of every item. */
export async function* faultsIn(db: Db): AsyncIterable<Fault> {
  for await (const { id, article, version } of versions(db)) {
    try {
      yield* await faultsOf(db, id, article, version)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      yield { article, rule: 'record/unreadable', reason: `version ${version} cannot be read back: ${reason}` }
    }
  }
}

async function faultsOf(db: Db, id: number, article: string, version: string): Promise<readonly Fault[]> {
  const [page, kept] = [await pageOf(db, id), await readingOf(db, id)]
  const fault = (rule: string, reason: string): Fault => ({ article, rule, reason })
  if (!page) return [fault('record/no-page', `version ${version} has no page`)]
  if (!kept) return [fault('record/no-reading', `version ${version} has no reading`)]
  if (hashOf(kept.text) !== kept.textHash)
    return [fault('record/other-text', `the text of version ${version} is not the one that was read`)]
  const reading = readingFromJson(kept)
  const faults: Fault[] = []
  if (hashOf(page.bytes) !== reading.source.sha256)
    faults.push(fault('record/other-page', `the page of version ${version} is not the one that was read`))
  for (const item of await itemsOf(db, article, version))
    for (const { start, end, exact } of citationsIn(item))
      if (reading.text.slice(start, end) !== exact)
        faults.push(fault('record/other-words', `${item.ref} cites words that do not stand at ${start}-${end}`))
  return faults
}

async function itemsOf(db: Db, article: string, version: string): Promise<readonly Item[]> {
  const rows = await db.selectFrom('item').select('body').where('article', '=', article).execute()
  return rows.map(({ body }) => itemOf(body)).filter((item) => item.version === version)
}
