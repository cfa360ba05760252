import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'

/** Statements kept ready: queries are few, and their texts vary only with the shape of what they ask. */
const MOST_STATEMENTS = 500

function statementOf(prepared: StatementSync): SqliteStatement {
  const given = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[]
  return {
    reader: prepared.columns().length > 0,
    all: (parameters) => prepared.all(...given(parameters)),
    run: (parameters) => prepared.run(...given(parameters)),
    iterate: (parameters) => prepared.iterate(...given(parameters)),
  }
}

// Each distinct query is prepared once.
function adapted(database: DatabaseSync): SqliteDatabase {
  const ready = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = ready.get(sql)
      if (known) return known
      const made = statementOf(database.prepare(sql))
      if (ready.size >= MOST_STATEMENTS) ready.clear()
      ready.set(sql, made)
      return made
    },
  }
}

// A transaction takes the write lock at once: one that read first and wrote later could not wait for another writer.
class RecordDriver extends SqliteDriver {
  readonly #inTransaction: () => boolean

  constructor(database: SqliteDatabase, inTransaction: () => boolean) {
    super({ database })
    this.#inTransaction = inTransaction
  }

  // On a full disk SQLite has rolled back by itself: a second rollback would hide what went wrong.
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#inTransaction()) await super.rollbackTransaction(connection)
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** Kysely's SQLite dialect over Node's own `node:sqlite`. */
export class RecordDialect extends SqliteDialect {
  readonly #database: SqliteDatabase
  readonly #inTransaction: () => boolean

  constructor(database: DatabaseSync) {
    const own = adapted(database)
    super({ database: own })
    this.#database = own
    this.#inTransaction = () => database.isTransaction
  }

  override createDriver(): Driver {
    return new RecordDriver(this.#database, this.#inTransaction)
  }
}
