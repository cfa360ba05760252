import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { neuralTagger, type Settings } from '../../src/tagger/neural/neural.ts'
import { openNetwork } from '../../src/tagger/neural/session.ts'
import { vocabularyOf } from '../../src/tagger/neural/vocabulary.ts'
import type { Label } from '../../src/tagger/tagger.ts'
import { curveOf, type Judged } from '../linear/calibrate.ts'
import { passagesOf } from '../linear/corpora.ts'
import { type Head, lessonsFrom } from './corpora.ts'

const USAGE = 'usage: node training/reader/calibrate.ts --corpora DIR --reader FOLDER --name large|small'

const { values } = parseArgs({
  options: { corpora: { type: 'string' }, reader: { type: 'string' }, name: { type: 'string' } },
})
const { corpora, reader, name } = values
if (!corpora || !reader || !name) {
  console.error(USAGE)
  process.exit(2)
}

/** A kind with fewer judged spans takes the curve of its whole head. */
const FEWEST = 80
/** Corpora that follow other rules say nothing of the shipped heads. */
const SHIPPED: readonly Head[] = ['names', 'roles', 'times', 'events']

const path = join(reader, `${name}.json`)
const settings = JSON.parse(readFileSync(path, 'utf8')) as Settings
const raw = { ...settings, heads: settings.heads.map((head) => ({ ...head, curves: head.kinds.map(() => []) })) }
const vocabulary = vocabularyOf(readFileSync(join(reader, 'words.txt'), 'utf8').split('\n'))
const tagger = neuralTagger(name, await openNetwork(join(reader, `${name}.onnx`)), { vocabulary, settings: raw })

const judged = new Map<Label, Judged[]>()
for (const lesson of lessonsFrom(corpora, { news: false })) {
  if (lesson.part !== 'kept') continue
  const tags = await tagger.tag(lesson.text, passagesOf(lesson.text))
  for (const [at, { kinds }] of settings.heads.entries()) {
    const marked = lesson.heads[SHIPPED[at] ?? 'names']
    if (!marked) continue
    const { gold, looked } = marked
    for (const { start, end, label, score } of tags) {
      if (!kinds.includes(label)) continue
      if (looked && !looked.some((one) => one.start <= start && end <= one.end)) continue
      const right = gold.some((one) => one.start === start && one.end === end && one.label === label)
      const own = judged.get(label)
      if (own) own.push({ raw: score, right })
      else judged.set(label, [{ raw: score, right }])
    }
  }
}

const heads = raw.heads.map((head) => {
  const all = head.kinds.flatMap((kind) => judged.get(kind) ?? [])
  return {
    ...head,
    curves: head.kinds.map((kind) => {
      const own = judged.get(kind) ?? []
      return curveOf(own.length < FEWEST ? all : own)
    }),
  }
})
writeFileSync(path, JSON.stringify({ ...settings, heads }))
for (const [label, own] of judged)
  console.log(label, own.length, (own.filter(({ right }) => right).length / own.length).toFixed(3))
