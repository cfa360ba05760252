import { once } from 'node:events'
import { createWriteStream, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createGzip } from 'node:zlib'
import { vocabularyOf } from '../../src/tagger/neural/vocabulary.ts'
import { type Words, wordsOf } from '../../src/tagger/neural/words.ts'
import { trimmed } from '../../src/text/span.ts'
import { type Head, type Lesson, lessonsFrom } from './corpora.ts'

const USAGE = 'usage: node training/reader/prepare.ts --corpora DIR --words vocab.txt --out lessons.jsonl.gz [--news]'

const { values } = parseArgs({
  options: {
    corpora: { type: 'string' },
    words: { type: 'string' },
    out: { type: 'string' },
    news: { type: 'boolean' },
  },
})
if (!values.corpora || !values.words || !values.out) {
  console.error(USAGE)
  process.exit(2)
}

const vocabulary = vocabularyOf(readFileSync(values.words, 'utf8').split('\n'))

/** Labels of a head in the order of their numbers: outside, then two for each, its first word and those that go on. */
export const KINDS: Readonly<Record<Head, readonly string[]>> = {
  names: ['person', 'organization', 'location', 'misc'],
  silver: ['person', 'organization', 'location', 'misc'],
  roles: ['source', 'cue', 'content'],
  times: ['DATE', 'TIME', 'DURATION', 'SET'],
  events: ['event'],
  actions: ['event'],
}

/** What a word must be for a head: 0 outside, odd at a span's first word, even where it goes on, -1 where nobody looked. */
function labelsOf(
  words: Words,
  { gold, looked }: Lesson['heads'][Head] & {},
  kinds: readonly string[],
): readonly number[] {
  const labels: number[] = words.starts.map((start) =>
    looked && !looked.some((one) => one.start <= start && start < one.end) ? -1 : 0,
  )
  const longest = [...gold].sort((a, b) => b.end - b.start - (a.end - a.start))
  for (const { start, end, label } of longest) {
    const kind = kinds.indexOf(label)
    const held = words.starts.flatMap((from, at) => (from < end && (words.ends[at] ?? 0) > start ? [at] : []))
    if (kind < 0 || held.some((at) => (labels[at] ?? 0) > 0)) continue
    for (const [nth, at] of held.entries()) labels[at] = kind * 2 + (nth === 0 ? 1 : 2)
  }
  return labels
}

/** A text's lines that hold something. */
function linesOf(text: string) {
  let start = 0
  return text.split('\n').flatMap((line) => {
    const span = trimmed(text, { start, end: start + line.length })
    start += line.length + 1
    return span ?? []
  })
}

const out = createGzip()
out.pipe(createWriteStream(values.out))
const counts: Record<string, number> = {}
for (const lesson of lessonsFrom(values.corpora, { news: values.news ?? false })) {
  const words = wordsOf(lesson.text, linesOf(lesson.text), vocabulary)
  const heads = Object.fromEntries(
    Object.entries(lesson.heads).map(([head, looked]) => [head, labelsOf(words, looked, KINDS[head as Head])]),
  )
  const { pieces, firsts, passages } = words
  // Features are one digit each.
  const marks = { shapes: words.shapes.join(''), glued: words.glued.join(''), quoted: words.quoted.join('') }
  const { id, corpus, part } = lesson
  const line = JSON.stringify({ id, corpus, part, pieces, firsts, passages, ...marks, heads })
  if (!out.write(`${line}\n`)) await once(out, 'drain')
  const name = `${lesson.corpus} ${lesson.part}`
  counts[name] = (counts[name] ?? 0) + words.pieces.length
}
out.end()
console.log(counts)
