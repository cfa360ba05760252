import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { READERS, type ReaderName } from '../src/tagger/open.ts'
import { corpusOf } from './corpus.ts'
import { exampleFigures, exampleReadings } from './examples.ts'
import { belowFloor } from './floors.ts'
import { MEASURES } from './measures/index.ts'
import { openReader } from './reader.ts'
import type { Doc, Figures } from './score/figures.ts'
import { SPEEDS } from './speed/index.ts'

const USAGE = `npm run bench -- [--corpora DIR] [--reader NAME] [--only NAME,NAME] [--all] [--json]
  Accuracy on the examples and on sentences of our own; with --corpora, on each corpus that is found there; and speed.
  --reader what reads: ${READERS.join(', ')}; the first unless named
  --only   measures by name, among ${[...MEASURES, ...SPEEDS].map(({ name }) => name).join(', ')}, examples
  --all    every figure of a measure, not just the main ones
  --json   one JSON line a measure`

const { values } = parseArgs({
  options: {
    corpora: { type: 'string' },
    reader: { type: 'string', default: READERS[0] },
    only: { type: 'string' },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const only = values.only?.split(',')
const wanted = (name: string) => !only || only.includes(name)
const faults: string[] = []

function show(name: string, figures: Figures, shown: readonly string[] | undefined, seconds: number): void {
  faults.push(...belowFloor(name, figures))
  if (values.json) {
    console.log(JSON.stringify({ name, seconds, figures }))
    return
  }
  const keys = values.all || !shown ? Object.keys(figures) : shown
  const text = keys.filter((key) => key in figures).map((key) => `${key} ${round(figures[key] ?? 0)}`)
  console.log(`${name.padEnd(22)} ${text.join('  ')}  (${seconds.toFixed(1)} s)`)
}

const round = (value: number): string => (Number.isInteger(value) ? `${value}` : value.toFixed(value >= 10 ? 1 : 4))

async function timed(
  name: string,
  shown: readonly string[] | undefined,
  measure: () => Promise<Figures>,
): Promise<void> {
  const start = performance.now()
  const figures = await measure()
  show(name, figures, shown, (performance.now() - start) / 1000)
}

async function main(): Promise<void> {
  if (values.help) {
    console.log(USAGE)
    return
  }
  const reader = await openReader(values.reader as ReaderName)
  if (wanted('examples')) await timed('examples', undefined, async () => exampleFigures(await exampleReadings(reader)))
  for (const { name, file, keep, shown, measure } of MEASURES) {
    if (!wanted(name) || (file !== undefined && !values.corpora)) continue
    const path = file === undefined ? undefined : join(values.corpora ?? '', file)
    const docs = (): readonly Doc[] => (path === undefined ? [] : corpusOf(path).filter(keep ?? (() => true)))
    if (path !== undefined && !existsSync(path)) console.log(`${name.padEnd(22)} not there: ${file}`)
    else await timed(name, shown, () => measure(docs(), reader))
  }
  for (const { name, shown, measure } of SPEEDS)
    if (wanted(name)) await timed(name, shown, () => measure(reader, values.corpora))
  for (const fault of faults) console.log(`below: ${fault}`)
  process.exitCode = faults.length ? 1 : 0
}

await main()
