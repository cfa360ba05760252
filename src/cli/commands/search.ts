import { gathered } from '../../exports/gathered.ts'
import { EXPORTS } from '../../exports/index.ts'
import { type Found, isProblem, type OnRecord } from '../../record/index.ts'
import { sentenceLine } from '../../views/sentence.ts'
import { type Command, type Options, RECORD, word } from '../command.ts'
import { messages } from '../messages.ts'
import { NAME_FORMATS, namesFrom } from '../names.ts'
import { printHits } from '../terminal/hits.ts'
import { textsOf, withRecord } from '../tools.ts'
import { Misuse, type World } from '../world.ts'

const MOST = 1000
const FORMATS = ['table', 'jsonl', ...EXPORTS.map(({ name }) => name)]

/** Sentences of a record that a query finds, or what it says of a file of names. */
export const search: Command = {
  name: 'search',
  about: 'Find sentences of a record: by words, people, places, speakers, outlets and days.',
  takes: '[query...]',
  options: [
    { flags: '--limit <n>', about: `so many sentences, up to ${MOST}`, fallback: '20' },
    {
      flags: '--by <order>',
      about: 'the best match first, or the one printed last',
      choices: ['match', 'day'],
      fallback: 'match',
    },
    { flags: '--names <file>', about: 'instead of a query, every name of this file, one a line' },
    { flags: '--format <format>', about: 'a table on a terminal, json elsewhere, unless given', choices: FORMATS },
    RECORD,
  ],
  examples: [
    [`onrecord search 'warning OR warned from:2026-05'`, 'sentences with either word, printed in May 2026 or later'],
    [`onrecord search 'person:"Marija Kovač" -flood'`, 'sentences that name her, without the word'],
    [`onrecord search 'said-by:Kovač warn*' --format csv`, 'what anyone of that surname says, for a spreadsheet'],
    ['onrecord search --names names.txt', 'for each name: how often, where first, and who that is'],
  ],
  run: async (given, options, world) => {
    const names = word(options, 'names')
    if ((names === undefined) === (given.length === 0)) throw new Misuse(messages.queryOrNames)
    return names === undefined ? sought(queryOf(given), options, world) : named(names, options, world)
  },
}

const formatOf = (options: Options, world: World): string =>
  word(options, 'format') ?? (world.terminal.out ? 'table' : 'json')

// A shell takes quotation marks away: what came as one of several words with a space in it was in them.
function queryOf(given: readonly string[]): string {
  if (given.length === 1) return given[0] ?? ''
  return given
    .map((one) => (/\s/.test(one) && !/["“”()]/.test(one) ? one.replace(/^(-?(?:[a-z-]+:)?)(.*)$/s, '$1"$2"') : one))
    .join(' ')
}

function limitOf(options: Options): number {
  const given = word(options, 'limit') ?? ''
  const limit = Number(given)
  if (!(/^\d+$/.test(given) && limit >= 1 && limit <= MOST)) throw new Misuse(messages.badLimit(given, MOST))
  return limit
}

async function sought(query: string, options: Options, world: World): Promise<number> {
  const limit = limitOf(options)
  const order = word(options, 'by') === 'day' ? 'day' : 'match'
  await withRecord(options, async (record) => {
    const found = await record.search(query, { limit, order })
    if (isProblem(found)) throw new Misuse(messages.badQuery(found.reason, found.at.start + 1, query))
    for (const { name, value } of found.unknown) world.err(`${messages.unknownField(name, value)}\n`)
    await write(record, found, formatOf(options, world), world)
  })
  return 0
}

async function write(record: OnRecord, found: Found, format: string, world: World): Promise<void> {
  if (format === 'table') return printHits(found, world)
  if (world.terminal.err) world.err(`${messages.found(found.total, found.more, found.articles, found.hits.length)}\n`)
  const chosen = EXPORTS.find(({ name }) => name === format)
  if (!chosen) {
    for (const hit of found.hits) await world.out(`${JSON.stringify(hit)}\n`)
    return
  }
  const stories = new Map((await record.stories()).map((story) => [story.id, story]))
  const lines = found.hits.flatMap(({ id, sentence, report, story = '' }) => {
    const row = stories.get(story)
    return row ? [{ line: sentenceLine(id, sentence, report), story: row }] : []
  })
  const view = { name: 'search', title: 'Search', groups: 'none' } as const
  for await (const text of chosen.write(gathered(view, lines), { all: true, texts: textsOf(record) }))
    await world.out(text)
}

async function named(path: string, options: Options, world: World): Promise<number> {
  const format = formatOf(options, world)
  const write = NAME_FORMATS[format]
  if (!write) throw new Misuse(messages.noNamesFormat(format, Object.keys(NAME_FORMATS)))
  const names = await namesFrom(path)
  await withRecord(options, (record) => write(record.called(names), world))
  return 0
}
