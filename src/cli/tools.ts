import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Collecting, filesIn, storageReason } from '../collect/index.ts'
import type { Texts } from '../exports/export.ts'
import { openRecord } from '../record/index.ts'
import type { OnRecord } from '../record/record.ts'
import { type Options, word } from './command.ts'
import { messages } from './messages.ts'
import { Failure, Misuse, type World } from './world.ts'

/** The sources as given; throws where none was. */
export function sourcesOf(given: readonly string[]): readonly string[] {
  if (given.length === 0) throw new Misuse(messages.noSource)
  return given
}

/** How sources are gathered, as the options say. */
export const collectingOf = (options: Options, world: World): Collecting => ({
  allowPrivate: options.allowPrivate === true,
  stdin: world.stdin,
})

/** How many files sources hold; 0 where that cannot be told before reading. */
export async function filesAmong(sources: readonly string[]): Promise<number> {
  let files = 0
  for (const source of sources) {
    if (source === '-') return 0
    try {
      for await (const _ of filesIn(source)) files++
    } catch {
      files++
    }
  }
  return files
}

/** Opens the record that the options name, and closes it after use. Throws a Failure where it cannot be opened, or must be there and is not. */
export async function withRecord<T>(
  options: Options,
  use: (record: OnRecord) => Promise<T>,
  { make = false }: { readonly make?: boolean } = {},
): Promise<T> {
  const path = word(options, 'record') ?? 'record.db'
  refuse(path, make)
  const record = await openRecord(path).catch((error: unknown) => {
    throw storageFailure(path, error) ?? new Failure(messages.badRecord(path, reasonOf(error)), { cause: error })
  })
  try {
    return await use(record)
  } catch (error) {
    throw storageFailure(path, error) ?? error
  } finally {
    await record.close()
  }
}

/** Looks up texts of articles for exports that need them. */
export const textsOf =
  (readings: Pick<OnRecord, 'reading'>): Texts =>
  async (article, version) =>
    (await readings.reading(article, version))?.reading.text

// What SQLite would say nothing of, or make a record of.
function refuse(path: string, make: boolean): void {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw new Failure(messages.isFolder(path))
  if (make && !found && !existsSync(dirname(path))) throw new Failure(messages.noFolder(path, dirname(path)))
  if (!make && !found) throw new Failure(messages.noRecord(path))
  if (!make && found?.size === 0) throw new Failure(messages.notARecord(path))
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function storageFailure(path: string, error: unknown): Failure | undefined {
  const reason = error instanceof Failure || error instanceof Misuse ? undefined : storageReason(error)
  return reason === undefined ? undefined : new Failure(messages.badRecord(path, reason), { cause: error })
}
