const SAID: readonly (readonly [said: RegExp, reason: string])[] = [
  [/disk is full/i, 'the disk is full'],
  // SQLite takes back by itself what it cannot write, and says no more than this when asked to take it back again.
  [/cannot rollback/i, 'the disk is full, or the file of the record cannot be written'],
  [/is locked/i, 'another program holds the record'],
  [/malformed/i, 'the file of the record is damaged'],
  [/not a database/i, 'the file is no record'],
  [/readonly/i, 'the file of the record may not be written'],
  [/disk I\/O/i, 'the file of the record cannot be written'],
  [/unable to open/i, 'the file of the record cannot be opened'],
]

/** What SQLite says of a record's file, in words for a person; undefined where an error is about something else. */
export function storageReason(error: unknown): string | undefined {
  const message = error instanceof Error ? error.message : String(error)
  return SAID.find(([said]) => said.test(message))?.[1]
}
