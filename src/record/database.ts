import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import { LINKING } from '../stories/index.ts'
import { RecordDialect } from './dialect.ts'
import { APPLICATION, MIGRATIONS } from './migrations.ts'
import type { Db, Tables } from './schema.ts'

/** How long one writer waits for another, in milliseconds. */
const PATIENCE = 30_000

/** A record's open database. */
export interface Opened {
  readonly db: Db
  /** A number that differs after any other connection has written. */
  dataVersion(): number
  /** Writes what still stands in the log into the file itself, and empties the log. */
  checkpoint(): void
  /** What SQLite finds wrong with the file; empty when nothing. */
  damage(): readonly string[]
  close(): Promise<void>
}

/**
 * Opens or makes a record's file: WAL, every commit on the disk before it is told. Throws an Error in one line for a file that is no record, or
 * one made by a newer version.
 */
export function openDatabase(path: string): Opened {
  const database = new DatabaseSync(path, { timeout: PATIENCE })
  try {
    prepare(database)
  } catch (error) {
    database.close()
    throw error
  }
  const db = new Kysely<Tables>({ dialect: new RecordDialect(database) })
  return {
    db,
    dataVersion: () => numberOf(database, 'data_version'),
    checkpoint: () => database.exec('pragma wal_checkpoint(truncate)'),
    damage: () => damageIn(path),
    close: async () => {
      await db.destroy()
      if (database.isOpen) database.close()
    },
  }
}

// By a connection of its own: FTS5 checks its index against what an older connection still remembers of it, and finds fault with the difference.
function damageIn(path: string): readonly string[] {
  const database = new DatabaseSync(path, { readOnly: true, timeout: PATIENCE })
  const rows = database.prepare('pragma quick_check(10)').all()
  database.close()
  return rows.map((row) => String(Object.values(row)[0])).filter((word) => word !== 'ok')
}

function prepare(database: DatabaseSync): void {
  refuse(database)
  execWhenFree(database, 'pragma journal_mode = wal')
  database.exec('pragma synchronous = full')
  database.exec('pragma secure_delete = on')
  database.exec('pragma wal_autocheckpoint = 8000')
  database.exec('pragma cache_size = -65536')
  migrate(database)
}

const BUSY = 5
const PAUSE = 20

// Where two make one file at once, each may hold what the other asks for: SQLite then refuses at once, however patient it is told to be.
function execWhenFree(database: DatabaseSync, sql: string): void {
  for (let left = PATIENCE; ; left -= PAUSE) {
    try {
      database.exec(sql)
      return
    } catch (error) {
      if (left <= 0 || (error as { readonly errcode?: number }).errcode !== BUSY) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
    }
  }
}

const numberOf = (database: DatabaseSync, pragma: string): number =>
  Number(Object.values(database.prepare(`pragma ${pragma}`).get() ?? {})[0])

// Looks before anything is written: another program's file must stay as it is.
function refuse(database: DatabaseSync): void {
  const tables = Number(database.prepare('select count(*) as n from sqlite_schema').get()?.n)
  if (tables > 0 && numberOf(database, 'application_id') !== APPLICATION)
    throw new Error('is a database of another program, not a record')
  const format = numberOf(database, 'user_version')
  if (format > MIGRATIONS.length)
    throw new Error(
      `was made by a newer version of Onrecord (record format ${format}; this version knows ${MIGRATIONS.length})`,
    )
}

// Two processes may open a new record at once: the second finds it made.
function migrate(database: DatabaseSync): void {
  if (numberOf(database, 'user_version') === MIGRATIONS.length) return
  database.exec('begin immediate')
  try {
    const had = numberOf(database, 'user_version')
    for (const sql of MIGRATIONS.slice(had)) database.exec(sql)
    if (had === 0) database.prepare('insert into linked (way) values (?)').run(LINKING)
    database.exec(`pragma application_id = ${APPLICATION}`)
    database.exec(`pragma user_version = ${MIGRATIONS.length}`)
    database.exec('commit')
  } catch (error) {
    // On a full disk SQLite has rolled back by itself.
    if (database.isTransaction) database.exec('rollback')
    throw error
  }
}

/** Format of the records that this version makes. */
export const RECORD_FORMAT = MIGRATIONS.length
