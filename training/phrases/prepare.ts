/** Documents to windows of pieces, with the phrases that people marked: `node prepare.ts --corpora DIR --out FILE.jsonl`. */
import { createWriteStream, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { plainPage } from '../../bench/measures/measure.ts'
import { openReader } from '../../bench/reader.ts'
import { runningBlocks } from '../../src/articles/article.ts'
import { quotes as quotesLayer } from '../../src/layers/quotes.ts'
import { inputOf } from '../../src/tagger/neural/network.ts'
import { portionsOf } from '../../src/tagger/neural/portions.ts'
import { vocabularyOf } from '../../src/tagger/neural/vocabulary.ts'
import { windowsOf } from '../../src/tagger/neural/windows.ts'
import { type Words, wordsOf } from '../../src/tagger/neural/words.ts'
import type { Span } from '../../src/text/span.ts'
import { documentsIn, type Marked } from './corpora.ts'

const { values } = parseArgs({ options: { corpora: { type: 'string' }, out: { type: 'string' } } })
if (!values.corpora || !values.out) throw new Error('wanted: --corpora DIR --out FILE.jsonl')

const reader = await openReader('neural')
const vocabulary = vocabularyOf(
  readFileSync(new URL('../../models/reader/words.txt', import.meta.url), 'utf8').split('\n'),
)

/** First and last word of a span; undefined where it begins or ends inside a word. */
function wordsAt({ starts, ends }: Words, { start, end }: Span): readonly [number, number] | undefined {
  const [from, to] = [starts.indexOf(start), ends.indexOf(end)]
  return from >= 0 && to >= from ? [from, to] : undefined
}

async function lessonOf({ doc, part, corpus, gold }: Marked) {
  const page = plainPage(doc)
  const article = reader.article(page)
  const reading = await reader.reading(page)
  const spans = new Map(reading.mentions.map((m) => [m.id, m]))
  const portions = [...portionsOf(article.text, runningBlocks(article))]
  if (portions.length !== 1) throw new Error(`${doc.id} is too long`)
  const words = wordsOf(article.text, portions[0] ?? [], vocabulary)
  const windows = windowsOf(words).map((window) => {
    const { pieces, shapes, glued, quoted, firsts } = inputOf(words, window, vocabulary)
    const numbers = (list: BigInt64Array) => [...list].map(Number)
    return { pieces: numbers(pieces), shapes: numbers(shapes), glued: numbers(glued), quoted: numbers(quoted), firsts }
  })
  const sentence = words.starts.map((start) => reading.sentences.findIndex((s) => s.start <= start && start < s.end))
  const outer = (await quotesLayer.read(article, { sentences: reading.sentences }, reader.tools)).filter(
    (q) => q.within === undefined,
  )
  const missed = gold.filter((one) => !wordsAt(words, one)).length
  return {
    id: doc.id,
    corpus,
    part,
    genre: doc.genre,
    windows,
    starts: words.starts,
    ends: words.ends,
    passages: words.passages,
    words: words.starts.map((start, at) => article.text.slice(start, words.ends[at])),
    quote: words.starts.map((start) => outer.findIndex((q) => q.start <= start && start < q.end)),
    sentence,
    missed,
    scored: doc.scored
      ? words.starts.map((start) => (doc.scored?.some((s) => s.start <= start && start < s.end) ? 1 : 0))
      : undefined,
    gold: gold.flatMap((one) => {
      const at = wordsAt(words, one)
      const head = words.starts.findLastIndex((start) => start <= (one.head ?? one.start))
      return at ? [[...at, one.head === undefined ? -1 : head, one.type, one.chain]] : []
    }),
    mentions: reading.entities.flatMap((entity, n) =>
      entity.mentions.flatMap((id) => {
        const mention = spans.get(id)
        const at = mention && wordsAt(words, mention)
        return at ? [[...at, entity.type, n, mention.form]] : []
      }),
    ),
  }
}

const out = createWriteStream(values.out)
let [count, missed] = [0, 0]
for (const marked of documentsIn(values.corpora)) {
  const lesson = await lessonOf(marked)
  count += lesson.gold.length
  missed += lesson.missed
  out.write(`${JSON.stringify(lesson)}\n`)
}
out.end()
console.log(`${count} phrases, ${missed} that begin or end inside a word`)
