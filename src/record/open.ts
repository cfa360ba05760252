import { sql } from 'kysely'
import type { Page } from '../articles/page.ts'
import type { Reading } from '../readings/reading.ts'
import type { ArticleRow, StoryRows } from '../stories/index.ts'
import { ItemCache } from './candidates.ts'
import { type Opened, openDatabase, RECORD_FORMAT } from './database.ts'
import { allDecisions, keepDecisions, settledIn } from './decide.ts'
import { decidedOf, derive } from './derive.ts'
import { keepReading, keepVersion, pageOf, readingOf, settleNewest, tellAgain, versionOf, versions } from './kept.ts'
import type { Added, OnRecord } from './record.ts'
import { resolveId } from './redirects.ts'
import { isOutdated, relinkAll } from './relink.ts'
import { removeArticle } from './remove.ts'
import type { Db } from './schema.ts'
import { namesIn } from './search/called.ts'
import type { SearchOptions } from './search/found.ts'
import { hasUnsearched, indexSome } from './search/late.ts'
import { sentencesNamed } from './search/named.ts'
import { searchRecord } from './search/search.ts'
import { gatherIndex } from './search/sentences.ts'
import { hasStale, rowsOf, settleStories, storiesOf } from './stories.ts'
import { faultsIn } from './verify.ts'

/** How a record is opened. */
export interface RecordOptions {
  /** The clock that dates additions and removals. */
  readonly now?: () => Date
}

/** Stories whose rows are kept in memory, ready to be asked again. */
const MOST_STORIES = 16

/**
 * Opens a record, or makes an empty one. Several processes may use one record: writers wait for each other up to half a minute, readers for none.
 * Throws an Error in one line for a file that is no record, or was made by a newer version.
 */
export async function openRecord(path: string, options: RecordOptions = {}): Promise<OnRecord> {
  return new FileRecord(path, openDatabase(path), options.now ?? (() => new Date()))
}

/** Rows of a story, and by what count of changes they were given. */
interface Seen {
  readonly rows: StoryRows
  readonly seen: string
}

class FileRecord implements OnRecord {
  readonly path: string
  readonly #opened: Opened
  readonly #db: Db
  readonly #now: () => Date
  readonly #cache = new ItemCache()
  readonly #rows = new Map<string, Seen>()
  #writes = 0

  constructor(path: string, opened: Opened, now: () => Date) {
    this.path = path
    this.#opened = opened
    this.#db = opened.db
    this.#now = now
  }

  async #write<T>(work: (db: Db) => Promise<T>): Promise<T> {
    try {
      return await this.#db.transaction().execute(work)
    } catch (error) {
      // Numbers that were given in what is taken back are given again.
      this.#cache.clear()
      throw error
    } finally {
      this.#writes++
    }
  }

  // Stories are put together when they are asked for, not at each addition.
  async #settled(): Promise<Db> {
    if (await isOutdated(this.#db)) await this.relink()
    if (await hasStale(this.#db))
      await this.#write(async (db) => {
        await settleStories(db)
        await gatherIndex(db)
      })
    return this.#db
  }

  async add(page: Page, reading: Reading): Promise<Added> {
    return this.#write((db) => this.#addTo(db, page, reading))
  }

  async addAll(pages: readonly { readonly page: Page; readonly reading: Reading }[]): Promise<readonly Added[]> {
    return this.#write(async (db) => {
      const added: Added[] = []
      for (const { page, reading } of pages) added.push(await this.#addTo(db, page, reading))
      return added
    })
  }

  async #addTo(db: Db, page: Page, reading: Reading): Promise<Added> {
    const { id: article, version } = reading
    if (await versionOf(db, article, version)) return { article, version, state: 'kept' }
    const known = await versionOf(db, article)
    const id = await keepVersion(db, page, reading, this.#now().toISOString())
    if (await settleNewest(db, article)) await derive(db, reading, id, this.#cache)
    return { article, version, state: known ? 'version' : 'added' }
  }

  async remove(article: string): Promise<boolean> {
    const removed = await this.#write((db) => removeArticle(db, article, this.#now().toISOString()))
    if (removed) this.#opened.checkpoint()
    return removed
  }

  async reading(article: string, version?: string) {
    const found = await versionOf(this.#db, article, version)
    const reading = found && (await readingOf(this.#db, found.id))
    return reading && decidedOf(this.#db, reading)
  }

  async page(article: string, version?: string): Promise<Page | undefined> {
    const found = await versionOf(this.#db, article, version)
    return found && pageOf(this.#db, found.id)
  }

  async *pages() {
    for await (const { id, article, version } of versions(this.#db)) {
      const page = await pageOf(this.#db, id)
      if (page) yield { article, version, page }
    }
  }

  async reread(article: string, version: string, reading: Reading): Promise<void> {
    await this.#write(async (db) => {
      const kept = await versionOf(db, article, version)
      if (!kept) throw new RangeError(`the record has no version ${version} of ${article}`)
      if (reading.id !== article || reading.version !== version)
        throw new RangeError(`the page of ${article}@${version} reads as ${reading.id}@${reading.version} now`)
      await keepReading(db, kept.id, reading)
      await tellAgain(db, kept.id, reading)
      await settleNewest(db, article)
      const newest = await versionOf(db, article)
      const read = newest && (newest.id === kept.id ? reading : await readingOf(db, newest.id))
      if (newest && read) await derive(db, read, newest.id, this.#cache)
    })
  }

  async relink(): Promise<void> {
    await this.#write((db) => relinkAll(db, this.#cache))
  }

  async *articles(): AsyncIterable<ArticleRow> {
    for (const { id } of await this.stories()) {
      const rows = await this.rows(id)
      if (rows) yield* rows.articles()
    }
  }

  async stories() {
    return storiesOf(await this.#settled())
  }

  async rows(story?: string): Promise<StoryRows | undefined> {
    const db = await this.#settled()
    const id = story === undefined ? (await storiesOf(db))[0]?.id : await resolveId(db, story)
    if (id === undefined) return undefined
    const now = `${this.#opened.dataVersion()} ${this.#writes}`
    const known = this.#rows.get(id)
    const rows = known?.seen === now ? known.rows : await rowsOf(db, id, known?.rows)
    if (rows) this.#keep(id, { rows, seen: now })
    return rows
  }

  // The one asked for last is the last to go.
  #keep(id: string, seen: Seen): void {
    this.#rows.delete(id)
    this.#rows.set(id, seen)
    const [oldest] = this.#rows.keys()
    if (this.#rows.size > MOST_STORIES && oldest !== undefined) this.#rows.delete(oldest)
  }

  async resolve(id: string): Promise<string | undefined> {
    return resolveId(await this.#settled(), id)
  }

  async decide(decision: Parameters<OnRecord['decide']>[0]) {
    const [state = 'waiting'] = await this.decideAll([decision])
    return { state }
  }

  async decideAll(decisions: Parameters<OnRecord['decideAll']>[0]) {
    return this.#write((db) => keepDecisions(db, decisions, this.#cache))
  }

  decisions() {
    return allDecisions(this.#db)
  }

  settled() {
    return settledIn(this.#db)
  }

  async search(query: string, options: SearchOptions = {}) {
    return searchRecord(await this.#searchable(), query, options)
  }

  async *called(names: Iterable<string>) {
    yield* namesIn(await this.#searchable(), names)
  }

  async sentences(ids: readonly string[]) {
    return sentencesNamed(await this.#searchable(), ids)
  }

  // A record of an earlier format has its sentences indexed when they are first asked for.
  async #searchable(): Promise<Db> {
    while (await hasUnsearched(this.#db)) await this.#write(indexSome)
    return this.#settled()
  }

  async *verify() {
    for (const reason of this.#opened.damage()) yield { rule: 'record/damaged', reason }
    yield* faultsIn(this.#db)
  }

  async about() {
    const { rows } = await sql<{
      articles: number
      versions: number
      decisions: number
      bytes: number
      last: string | null
    }>`
      select (select count(*) from article) as articles, (select count(*) from version) as versions,
        (select count(*) from decision) as decisions, (select max(added) from version) as last,
        (select page_count from pragma_page_count) * (select page_size from pragma_page_size) as bytes`.execute(
      this.#db,
    )
    const [{ articles, versions: kept, decisions, bytes, last } = NOTHING] = rows
    return {
      articles,
      versions: kept,
      decisions,
      bytes,
      format: RECORD_FORMAT,
      ...(last === null ? {} : { lastRead: last }),
    }
  }

  async close(): Promise<void> {
    await this.#opened.close()
  }
}

const NOTHING = { articles: 0, versions: 0, decisions: 0, bytes: 0, last: null }
