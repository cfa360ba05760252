import { articleOf } from '../pages/index.ts'
import { READER_VERSION } from '../readings/reading.ts'
import type { Fault, OnRecord } from '../record/record.ts'

/** Checks all that is kept: what the record finds wrong in itself, and every page that this reader read and that gives another text now. */
export async function* verifyAll(record: OnRecord): AsyncIterable<Fault> {
  yield* record.verify()
  for await (const { article, version, page } of record.pages()) {
    const reading = (await record.reading(article, version))?.reading
    if (!reading) yield { article, rule: 'collect/no-reading', reason: `version ${version} has a page but no reading` }
    else if (reading.reader.version === READER_VERSION && articleOf(page).textHash !== reading.textHash)
      yield {
        article,
        rule: 'collect/other-text',
        reason: `the page of version ${version} does not give its text again`,
      }
  }
}
