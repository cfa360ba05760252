import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { storageReason } from './storage.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-storage-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What SQLite throws when something is done. */
function thrown(work: () => void): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

const open = (name: string, options?: { readonly readOnly: boolean }): DatabaseSync =>
  new DatabaseSync(join(folder, name), { timeout: 0, ...options })

const FAULTS: readonly (readonly [reason: string | undefined, make: () => void])[] = [
  [
    'the disk is full',
    () => {
      const database = open('full.db')
      database.exec('pragma max_page_count = 2; create table t (x)')
      database.exec('insert into t values (zeroblob(100000))')
    },
  ],
  [
    'another program holds the record',
    () => {
      open('held.db').exec('create table t (x); begin immediate')
      open('held.db').exec('begin immediate')
    },
  ],
  [
    'the file is no record',
    () => {
      writeFileSync(join(folder, 'page.db'), '<p>Rain fell.'.repeat(100))
      open('page.db').exec('select * from sqlite_schema')
    },
  ],
  [
    'the file of the record may not be written',
    () => {
      open('read.db').exec('create table t (x)')
      open('read.db', { readOnly: true }).exec('insert into t values (1)')
    },
  ],
  ['the file of the record cannot be opened', () => void open('no/such.db')],
  ['the disk is full, or the file of the record cannot be written', () => open('back.db').exec('rollback')],
  [undefined, () => open('other.db').exec('select * from nothing')],
]

describe('storageReason', () => {
  it.each(FAULTS)('%s', (reason, make) => {
    const error = thrown(make)
    expect(error).toBeInstanceOf(Error)
    expect(storageReason(error)).toBe(reason)
  })
})
