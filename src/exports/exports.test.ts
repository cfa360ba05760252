import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ferryStory } from '../../test/browser/story.ts'
import { told } from '../../test/exported.ts'
import { made } from '../../test/made.ts'
import { storyOf } from '../stories/index.ts'
import { VIEWS } from '../views/index.ts'
import type { Line } from '../views/line.ts'
import { cell, csv } from './csv.ts'
import type { Export, Viewed } from './export.ts'
import { EXPORTS } from './index.ts'
import { json } from './json.ts'
import { markdown, plain } from './markdown.ts'

const READINGS = [1, 2].map((at) =>
  made({
    id: `a${at}`,
    outlet: at === 1 ? '=Times, "daily"' : 'The *Harbour* Star',
    published: `2026-04-0${at}`,
    headline: 'Ferry runs aground',
    body: [`The ferry ran aground off Oldmarsh on Tuesday, [1] said Marta Hollen <b>${at}</b>.`, 'A storm came.'],
    entities: [{ names: ['Marta Hollen'] }],
    said: [
      {
        words: 'The ferry ran aground off Oldmarsh on Tuesday',
        source: 'Marta Hollen',
        cue: 'said',
        speaker: 'Marta Hollen',
        kind: 'indirect',
      },
    ],
    events: [
      { words: 'aground', day: '2026-03-31' },
      { words: 'storm', score: 0.4 },
    ],
  }),
)

async function viewed(): Promise<{ readonly views: readonly Viewed[]; readonly lines: readonly Line[] }> {
  const rows = await (await storyOf(READINGS)).rows()
  if (!rows) throw new Error('no story')
  const story = await rows.story()
  const lines: Line[] = []
  for (const view of VIEWS) for await (const line of view.lines(rows, {})) lines.push(line)
  return { views: VIEWS.map((view) => ({ view, story, lines: view.lines(rows, {}) })), lines }
}

async function written(one: Export, all = false): Promise<string> {
  let text = ''
  for await (const piece of one.write((await viewed()).views, { all })) text += piece
  return text
}

// RFC 4180, strictly: what is not of that form fails.
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  const cells = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y
  while (cells.lastIndex < text.length) {
    const [whole, value = '', end] = cells.exec(text) ?? []
    if (whole === undefined) throw new Error('not a cell')
    rows.at(-1)?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

describe('json', () => {
  it('is JSON of every line, with every citation', async () => {
    const { lines } = await viewed()
    const read = JSON.parse(await written(json, true)) as { format: string; views: { lines: Line[] }[] }
    expect(read.format).toBe('onrecord-views/1')
    expect(read.views.flatMap((view) => view.lines)).toEqual(JSON.parse(JSON.stringify(lines)))
  })

  it('folds what is less sure, unless asked for all', async () => {
    const count = (text: string) =>
      (JSON.parse(text) as { views: { lines: unknown[] }[] }).views.flatMap(({ lines }) => lines).length
    expect(count(await written(json))).toBeLessThan(count(await written(json, true)))
  })
})

describe('csv', () => {
  it.each([
    [undefined, ''],
    [-3, '-3'],
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "no"', '"say ""no"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['＝1', "'＝1"],
    ['=a,"b"', '"\'=a,""b"""'],
  ])('writes %j as %j', (value, want) => {
    expect(cell(value)).toBe(want)
  })

  it('never lets words begin as a formula, and gives them back', () => {
    fc.assert(
      fc.property(fc.string(), (words) => {
        const [[read = ''] = []] = csvRows(`${cell(words)}\r\n`)
        expect(read.replace(/^'/, '')).toBe(words.replace(/^'/, ''))
        expect(read).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })

  it('is one row of the same width a line, with the citation', async () => {
    const { lines } = await viewed()
    const [head = [], ...rows] = csvRows(await written(csv, true))
    expect(rows).toHaveLength(lines.length)
    for (const row of rows) expect(row).toHaveLength(head.length)
    const sentences = rows.map((row) => row[head.indexOf('sentence')]?.replace(/^'/, ''))
    expect(sentences).toEqual(lines.map(({ from }) => from[0].exact))
  })
})

describe('markdown', () => {
  it.each([
    ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
    ['<script>', '\\<script\\>'],
    ['[link](x)', '\\[link\\](x)'],
    ['1. first', '1\\. first'],
    ['- item', '\\- item'],
    ['# head', '\\# head'],
    ['two\n\nlines', 'two lines'],
    ['a | b', 'a \\| b'],
  ])('writes %j as words: %j', (words, want) => {
    expect(plain(words)).toBe(want)
  })

  it('has a note for every citation, and a mark for every note', async () => {
    const text = await written(markdown, true)
    const { lines } = await viewed()
    const notes = new Set([...text.matchAll(/^\[\^(\d+)\]: /gm)].map(([, n]) => n))
    const marks = new Set([...text.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, n]) => n))
    const places = new Set(
      lines.flatMap(({ from }) =>
        from.map(({ article, version, start, end }) => `${article}@${version}#${start}-${end}`),
      ),
    )
    expect(marks).toEqual(notes)
    expect(notes.size).toBe(places.size)
  })

  it('lets no markup of a source through', async () => {
    expect(await written(markdown, true)).not.toMatch(/(?<!\\)<(?!https?:)/)
  })
})

describe('figures', () => {
  const toll = (id: string, published: string, sentence: string, words: string) =>
    made({
      id,
      outlet: `The ${id}`,
      published,
      headline: 'Flood at Oldmarsh',
      body: [
        'The Alder broke its banks at Oldmarsh on Monday night.',
        sentence,
        `A choir of ${id} rehearsed for spring.`,
      ],
      figures: [{ words, hedge: 'At least', of: 'people', state: 'killed' }],
    })
  const readings = [
    toll('Star', '2026-04-01', 'At least 12 people were killed in the flood.', '12'),
    toll('Post', '2026-04-02', 'At least 14 people were killed in the flood.', '14'),
  ]

  async function writtenBy(one: Export): Promise<string> {
    const rows = await (await storyOf(readings)).rows()
    const view = VIEWS.find(({ shape }) => shape === 'series')
    if (!rows || !view) throw new Error('no figures')
    let text = ''
    for await (const piece of one.write([{ view, story: await rows.story(), lines: view.lines(rows, {}) }], {}))
      text += piece
    return text
  }

  it('csv: their numbers stand in columns of their own', async () => {
    const [head = [], row = []] = csvRows(await writtenBy(csv))
    expect(['low', 'high', 'unit', 'hedge', 'of', 'state'].map((name) => row[head.indexOf(name)])).toEqual([
      '14', '14', '', 'At least', 'people', 'killed',
    ]) // biome-ignore format: one row
  })

  it('markdown: every number of a series, with its sources', async () => {
    expect(await writtenBy(markdown)).toContain(
      [
        '- **At least 14 people · killed** At least 14 people were killed in the flood.[^1][^2]',
        '  - 1 April 2026: At least 12 people *first*[^2]',
        '  - 2 April 2026: At least 14 people *supersedes*[^1]',
        '',
      ].join('\n'),
    )
  })
})

describe.each(EXPORTS.map((one) => [one.name, one] as const))('%s', (_, one) => {
  it('names the article of every line that it has', async () => {
    const { lines, written: writtenBy } = await told(ferryStory)
    const text = await writtenBy(one)
    const ids = new Set(lines.map(({ id }) => id).filter((id) => text.includes(id)))
    expect(text).toContain('https://news.example/')
    for (const { id, reports } of lines) if (ids.has(id)) expect(text).toContain(reports[0]?.url)
  })
})
