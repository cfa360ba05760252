import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { linearTagger } from './linear/linear.ts'
import type { Tagger } from './tagger.ts'

/** The linear tagger's weights; two levels up from both src/tagger and dist/tagger lies the package. */
const WEIGHTS = new URL('../../models/linear/weights.bin.br', import.meta.url)

/** Opens the tagger that comes with the package. Throws where its weights are missing or of another format. */
export async function openTagger(): Promise<Tagger> {
  return linearTagger(await promisify(brotliDecompress)(await readFile(WEIGHTS)))
}
