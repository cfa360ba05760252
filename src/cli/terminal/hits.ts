import type { Called, Found, Hit } from '../../record/index.ts'
import { dayText } from '../../views/days.ts'
import { messages } from '../messages.ts'
import type { World } from '../world.ts'
import { type Style, styleOf } from './style.ts'
import { padded, tame, widthOf, wrap } from './wrap.ts'

const MARGIN = 4

// Where lit words begin and end while lines are broken: signs that no source's words reach a terminal with.
const [OPEN, CLOSE] = ['\u0002', '\u0003'] as const

function markedWords({ sentence, lit }: Hit): string {
  let text = ''
  let at = sentence.start
  const words = (start: number, end: number) => tame(sentence.exact.slice(start - sentence.start, end - sentence.start))
  for (const { start, end } of lit) {
    // Each word by itself: a line may break between two.
    const inside = words(start, end).replace(/\S+/g, (word) => `${OPEN}${word}${CLOSE}`)
    text += words(at, start) + inside
    at = end
  }
  return text + words(at, sentence.end)
}

// Breaks as `wrap` does, with the signs taking no room.
function broken(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const room = (words: string) => widthOf(words.replaceAll(OPEN, '').replaceAll(CLOSE, ''))
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && room(line) + 1 + room(word) > columns) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return line ? [...lines, line] : lines
}

const lit = (line: string, style: Style): string =>
  line.replace(new RegExp(`${OPEN}([^${CLOSE}]*)${CLOSE}`, 'g'), (_, words: string) => style.label(words))

function sourceOf({ sentence, report }: Pick<Hit, 'sentence' | 'report'>): string {
  const named = [report.outlet ?? report.headline ?? sentence.article, report.published && dayText(report.published)]
  return tame(`${named.filter(Boolean).join(', ')}${sentence.n === undefined ? '' : ` ¶${sentence.n}`}`)
}

/** Writes what a search found for a person at a terminal: each sentence with the sought words set off, and where it stands. */
export async function printHits({ hits, total, more, articles }: Found, world: World): Promise<void> {
  const style = styleOf(world.color)
  await world.out(`${style.faint(messages.found(total, more, articles, hits.length))}\n`)
  const width = Math.max(30, world.columns - MARGIN)
  for (const hit of hits) {
    const lines = broken(markedWords(hit), width).map((line) => lit(line, style))
    await world.out(
      `\n${[...lines, style.faint(sourceOf(hit))].map((line) => `${padded('', MARGIN)}${line}`).join('\n')}\n`,
    )
  }
}

/** Writes what the record says of some names for a person at a terminal. */
export async function printCalled(names: AsyncIterable<Called>, world: World): Promise<void> {
  const style = styleOf(world.color)
  const width = Math.max(30, world.columns - MARGIN)
  let [all, known] = [0, 0]
  for await (const { name, sentences, articles, first, entities } of names) {
    all++
    if (sentences > 0) known++
    const counts = messages.holds(sentences, articles)
    await world.out(`${style.strong(tame(name))} ${style.faint(counts)}\n`)
    for (const { id, name: own, type } of entities)
      await world.out(`${padded('', MARGIN)}${tame(own)} ${style.faint(`${type} ${id}`)}\n`)
    if (!first) continue
    const lines = [...wrap(first.sentence.exact, width), style.faint(sourceOf(first))]
    await world.out(`${lines.map((line) => `${padded('', MARGIN)}${line}`).join('\n')}\n`)
  }
  await world.out(`${style.faint(messages.namesFound(all, known))}\n`)
}
