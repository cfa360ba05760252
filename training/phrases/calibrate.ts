/** Fits how scores of phrases follow from their logits, on documents that were kept: `node calibrate.ts --corpora DIR --reader FOLDER --name large`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { neuralTagger, type Settings } from '../../src/tagger/neural/neural.ts'
import type { PhraseCurve } from '../../src/tagger/neural/phrases.ts'
import { phraseWeights } from '../../src/tagger/neural/same.ts'
import { openNetwork } from '../../src/tagger/neural/session.ts'
import { vocabularyOf } from '../../src/tagger/neural/vocabulary.ts'
import { PHRASE_KINDS } from '../../src/tagger/tagger.ts'
import { passagesOf } from '../linear/corpora.ts'
import { documentsIn } from './corpora.ts'

const { values } = parseArgs({
  options: { corpora: { type: 'string' }, reader: { type: 'string' }, name: { type: 'string' } },
})
const { corpora, reader, name } = values
if (!corpora || !reader || !name) throw new Error('wanted: --corpora DIR --reader FOLDER --name large')

const RAW: PhraseCurve = { slope: 1, shift: 0, length: 0 }
const path = join(reader, `${name}.json`)
const settings = JSON.parse(readFileSync(path, 'utf8')) as Settings
if (!settings.phrases) throw new Error(`${name} finds no phrases`)
const tagger = neuralTagger(name, await openNetwork(join(reader, `${name}.onnx`)), {
  vocabulary: vocabularyOf(readFileSync(join(reader, 'words.txt'), 'utf8').split('\n')),
  settings,
  phrases: phraseWeights(readFileSync(join(reader, settings.phrases.file)), RAW),
})

/** A phrase that was found: its logit, the logarithm of its number of words, and whether people marked it as of that kind. */
interface Judged {
  readonly logit: number
  readonly length: number
  readonly right: number
}

const WORD = /[\p{P}\p{S}]|[^\s\p{P}\p{S}]+/gu
const MOST = 12

async function judged(): Promise<readonly Judged[]> {
  const found: Judged[] = []
  for (const { doc, corpus, part, gold } of documentsIn(corpora as string)) {
    if (corpus !== 'gum' || part !== 'kept') continue
    const kinds = new Map(gold.map(({ start, end, type }) => [`${start}-${end}`, type]))
    const read = await tagger.read?.(doc.text, passagesOf(doc.text))
    for (const { start, end, kind, score } of read?.phrases ?? [])
      if (kind !== 'other')
        found.push({
          logit: Math.min(Math.log(score / (1 - score)), MOST),
          length: Math.log(doc.text.slice(start, end).match(WORD)?.length ?? 1),
          right: PHRASE_KINDS.some((one) => one === kind && kinds.get(`${start}-${end}`) === one) ? 1 : 0,
        })
  }
  return found
}

/** Logistic regression by plain descent: three numbers, a few thousand phrases. */
function fitted(phrases: readonly Judged[]): PhraseCurve {
  let { slope, shift, length } = RAW
  for (let pass = 0; pass < 20_000; pass++) {
    let [a, b, c] = [0, 0, 0]
    for (const one of phrases) {
      const error = one.right - 1 / (1 + Math.exp(-(slope * one.logit + shift + length * one.length)))
      a += error * one.logit
      b += error
      c += error * one.length
    }
    slope += (0.02 * a) / phrases.length
    shift += (0.05 * b) / phrases.length
    length += (0.05 * c) / phrases.length
  }
  const short = (number: number): number => Math.round(number * 1e4) / 1e4
  return { slope: short(slope), shift: short(shift), length: short(length) }
}

const curve = fitted(await judged())
writeFileSync(path, JSON.stringify({ ...settings, phrases: { ...settings.phrases, curve } }))
console.log(curve)
