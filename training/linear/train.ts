import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'
import { bytesOf } from '../../src/tagger/linear/weights.ts'
import { isMeasured } from '../split.ts'
import { type Lesson, lessonOf, linesOf, namesIn, rolesIn } from './corpora.ts'
import { trained } from './model.ts'

const USAGE = 'usage: node training/linear/train.ts --corpora DIR [--out DIR]'

const { values } = parseArgs({
  options: { corpora: { type: 'string' }, out: { type: 'string', default: 'models/linear' } },
})
if (!values.corpora) {
  console.error(USAGE)
  process.exit(2)
}
const corpora = values.corpora

/** One document in so many is kept to calibrate on. */
const KEPT = { names: 9, roles: 16 }

const worldwide = linesOf(corpora, 'names-worldwide/dev.jsonl').filter(({ id }) => !isMeasured(id))
// Texts whose licence shuts out commercial use are not learnt from.
const gum = linesOf(corpora, 'names-gum/train.jsonl.gz').filter(({ licence }) => !/\bNC\b/.test(licence ?? ''))
const gmb = linesOf(corpora, 'names-gmb/dev.jsonl.gz')
const polnear = linesOf(corpora, 'attributions-polnear/train.jsonl')

const names: readonly Lesson[] = [
  ...worldwide.map((line) => lessonOf(line, namesIn(line), 1, KEPT.names)),
  ...gum.map((line) => lessonOf(line, namesIn(line), 0.5, 0)),
]
const roles = polnear.map((line) => lessonOf(line, rolesIn(line), 1, KEPT.roles))
const silver = gmb.map((line) => lessonOf(line, namesIn(line), 1, 0))

const model = await trained({ names, roles, silver, version: '2026-11' })
const bytes = bytesOf(model)
const packed = brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
})
mkdirSync(values.out, { recursive: true })
writeFileSync(join(values.out, 'weights.bin.br'), packed)
console.log(`${packed.length} bytes, ${bytes.length} unpacked`)
