import { describe, expect, it } from 'vitest'
import { articleOver, rulesOnly } from '../../../test/reading.ts'
import { readArticle } from '../../readings/read.ts'
import type { Reading } from '../../readings/reading.ts'
import type { Phrase, PhraseKind, Tag, Tagger } from '../../tagger/tagger.ts'

/** A phrase as a test writes it: its words and their kind, the last of them its head unless told; equal `takes` stand for the same. */
interface Written {
  readonly words: string
  readonly kind: PhraseKind
  readonly takes: number
}

/** A tagger that finds what it is told, names and phrases, in the order in which they stand. */
function told(text: string, names: readonly string[], written: readonly Written[]): Tagger {
  const tags = names.map((name): Tag => {
    const start = text.indexOf(name)
    return { start, end: start + name.length, label: 'person', score: 0.95 }
  })
  let from = 0
  const phrases = written.map(({ words, kind, takes }): Phrase => {
    const start = text.indexOf(words, from)
    from = start
    const end = start + words.length
    const number = Float32Array.of(takes)
    const head = { start: start + words.lastIndexOf(' ') + 1, end }
    return { start, end, head, kind, score: 0.9, meaning: { later: number, earlier: number } }
  })
  return {
    name: 'told/test',
    labels: new Set(['person']),
    tag: async () => tags,
    read: async () => ({ tags, phrases }),
    same: (later, earlier) => (later.later[0] === earlier.earlier[0] ? 2 : -2),
  }
}

async function chainsIn(
  text: string,
  names: readonly string[],
  written: readonly Written[],
): Promise<readonly string[]> {
  const tools = { ...(await rulesOnly()), tagger: told(text, names, written) }
  const reading: Reading = await readArticle(articleOver(text), tools)
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, mention]))
  return reading.entities.map(({ name, type, unnamed, mentions: own }) => {
    const words = own.map((id) => {
      const { start, end } = mentions.get(id) ?? { start: 0, end: 0 }
      return text.slice(start, end)
    })
    return `${name} (${unnamed ? 'unnamed ' : ''}${type}): ${words.join(' | ')}`
  })
}

const person = (words: string, takes: number): Written => ({ words, kind: 'person', takes })
const other = (words: string, takes: number): Written => ({ words, kind: 'other', takes })

describe('what a tagger takes for the same', () => {
  it.each<[string, string, readonly string[], readonly Written[], readonly string[]]>([
    [
      'is one entity, the name its name',
      'Mina Kovač came late. The tired welder slept.',
      ['Mina Kovač'],
      [person('Mina Kovač', 1), person('The tired welder', 1)],
      ['Mina Kovač (person): Mina Kovač | The tired welder'],
    ],
    [
      'is what the name after it names',
      'A tired welder slept. Mina Kovač came late.',
      ['Mina Kovač'],
      [person('A tired welder', 1), person('Mina Kovač', 1)],
      ['Mina Kovač (person): A tired welder | Mina Kovač'],
    ],
    [
      'is unnamed where no name stands for it',
      'A tired welder slept. I woke the welder.',
      [],
      [person('A tired welder', 1), person('I', 2), person('the welder', 1)],
      ['A tired welder (unnamed person): A tired welder | the welder', 'I (unnamed person): I'],
    ],
    [
      'is no entity where it is of no kind that is told apart',
      'The old crane fell. It was rusty.',
      [],
      [other('The old crane', 1), other('It', 1)],
      [],
    ],
    [
      'is not one where gender or kind speaks against it',
      'Maria Roth slept. The old crane fell. He woke.',
      ['Maria Roth'],
      [person('Maria Roth', 1), other('The old crane', 1), person('He', 1)],
      ['Maria Roth (person): Maria Roth', 'He (unnamed person): He'],
    ],
  ])('%s', async (_, text, names, written, wanted) => {
    expect(await chainsIn(text, names, written)).toEqual(wanted)
  })

  it('keeps two names apart, which rules tell better', async () => {
    const text = 'Mina Kovač slept. Ada Roth woke.'
    const found = await chainsIn(text, ['Mina Kovač', 'Ada Roth'], [person('Mina Kovač', 1), person('Ada Roth', 1)])
    expect(found).toEqual(['Mina Kovač (person): Mina Kovač', 'Ada Roth (person): Ada Roth'])
  })
})
