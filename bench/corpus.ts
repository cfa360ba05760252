import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Doc } from './score/figures.ts'

/** The documents of a JSON Lines file, gzipped or not. Throws where the file is missing or a line is not JSON. */
export function corpusOf(path: string): readonly Doc[] {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Doc)
}
