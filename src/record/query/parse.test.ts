import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alternativesOf } from './alternatives.ts'
import { parseQuery } from './parse.ts'
import { FIELDS, isProblem, type Query, REASONS } from './query.ts'

/** A query as it was understood, every bracket written. */
function shown(query: Query): string {
  if (query.kind === 'words') return query.prefix ? `[${query.words}*]` : `[${query.words}]`
  if (query.kind === 'field') return `${query.name}=${query.value}`
  if (query.kind === 'not') return `not ${shown(query.of)}`
  return `(${query.of.map(shown).join(` ${query.kind} `)})`
}

const read = (text: string): string => {
  const query = parseQuery(text)
  return isProblem(query) ? `${query.reason} @${query.at.start}-${query.at.end}` : shown(query)
}

describe('a query', () => {
  it.each([
    ['flood', '[flood]'],
    ['flood warning', '([flood] and [warning])'],
    ['"flood warning"', '[flood warning]'],
    ['“flood warning” north', '([flood warning] and [north])'],
    ['warn*', '[warn*]'],
    ['"flood warn"*', '[flood warn*]'],
    ['flood AND warning', '([flood] and [warning])'],
    ['flood OR fire', '([flood] or [fire])'],
    ['flood or fire', '([flood] and [or] and [fire])'],
    ['warning OR warned from:2026-05', '(([warning] or [warned]) and from=2026-05)'],
    ['a AND b OR c', '(([a] and [b]) or [c])'],
    ['a b OR c d', '([a] and ([b] or [c]) and [d])'],
    ['(a b) OR c', '(([a] and [b]) or [c])'],
    ['flood NOT fire', '([flood] and not [fire])'],
    ['flood -fire', '([flood] and not [fire])'],
    ['flood -"wild fire"', '([flood] and not [wild fire])'],
    ['flood -(fire OR quake)', '([flood] and not ([fire] or [quake]))'],
    ['NOT -fire', 'not not [fire]'],
    ['person:"Ana Holt" -place:Grenn', '(person=Ana Holt and not place=Grenn)'],
    ['PERSON:Holt said-by:e0123456789', '(person=Holt and said-by=e0123456789)'],
    ['outlet:“The Post”', 'outlet=The Post'],
    ['from:2026 to:2026-05-13', '(from=2026 and to=2026-05-13)'],
    ["O'Neill twenty-one U.S. 10:30", "([O'Neill] and [twenty-one] and [U.S.] and [10:30])"],
    ['flood – fire', '([flood] and [fire])'],
    ['flood & - fire', '([flood] and [fire])'],
    ['"a:b" x', '([a:b] and [x])'],
    ['Šibenik\tvõlu', '([Šibenik] and [võlu])'],
    ['flood\u0000fire', '([flood] and [fire])'],
  ])('%s', (text, want) => {
    expect(read(text)).toBe(want)
  })

  it.each([
    ['', 'there is nothing to look for @0-0'],
    ['  \n', 'there is nothing to look for @0-3'],
    ['– !', 'there is nothing to look for @0-3'],
    ['flood ""', 'there is nothing to look for @6-8'],
    ['flood ()', 'there is nothing to look for @7-8'],
    ['flood "fire', 'the quotation marks are not closed @6-11'],
    ['person:"Ana', 'the quotation marks are not closed @7-11'],
    ['(flood', 'the bracket is not closed @0-1'],
    ['flood)', 'the bracket closes nothing @5-6'],
    ['OR', 'AND and OR need something on both sides @0-2'],
    ['flood OR', 'AND and OR need something on both sides @6-8'],
    ['flood AND OR fire', 'AND and OR need something on both sides @10-12'],
    ['(flood OR)', 'AND and OR need something on both sides @7-9'],
    ['flood NOT', 'NOT and - need something to leave out @6-9'],
    ['flood NOT OR x', 'NOT and - need something to leave out @6-9'],
    ['flood by:Ana', 'there is no such field @6-9'],
    ['https://news.example/', 'there is no such field @0-6'],
    ['person:', 'the field needs a value @0-7'],
    ['person: Ana', 'the field needs a value @0-7'],
    ['from:May', 'this is no day, month or year @0-8'],
    ['x to:2026-02-30', 'this is no day, month or year @2-15'],
    ['fl*', 'a beginning needs three letters at least @0-3'],
    ['"the fl"*', 'a beginning needs three letters at least @0-9'],
    ['-flood', 'this leaves out without looking for anything @0-6'],
    ['flood OR NOT fire', 'this leaves out without looking for anything @0-17'],
    ['NOT (flood person:Ana)', 'this leaves out without looking for anything @0-22'],
    ['x '.repeat(2000), 'the query is too long @2000-4000'],
    [`${'('.repeat(40)}x${')'.repeat(40)}`, 'the query has too many brackets @17-18'],
    [`${'NOT '.repeat(40)}x`, 'the query has too many brackets @68-71'],
    ['(a OR person:b) '.repeat(7), 'the query has too many alternatives @0-112'],
  ])('that cannot be answered says why, and where: %s', (text, want) => {
    expect(read(text)).toBe(want)
  })
})

describe('what is asked of the index', () => {
  it.each([
    ['flood "big fire" warn*', [{ match: '("flood" AND "big fire" AND "warn" *)', fields: [] }]],
    ['flood -fire -"a b"', [{ match: '("flood" NOT ("fire" OR "a b"))', fields: [] }]],
    ['person:Ana -fire', [{ without: '"fire"', fields: [{ name: 'person', wanted: true }] }]],
    ['flood -person:Ana', [{ match: '"flood"', fields: [{ name: 'person', wanted: false }] }]],
    [
      'flood (fire OR person:Ana)',
      [
        { match: '("flood" AND "fire")', fields: [] },
        { match: '"flood"', fields: [{ name: 'person', wanted: true }] },
      ],
    ],
    [
      'flood -(fire person:Ana)',
      [
        { match: '("flood" NOT "fire")', fields: [] },
        { match: '"flood"', fields: [{ name: 'person', wanted: false }] },
      ],
    ],
  ])('%s', (text, want) => {
    const query = parseQuery(text)
    if (isProblem(query)) throw new Error(query.reason)
    expect(alternativesOf(query)).toMatchObject(want)
    expect(alternativesOf(query)).toHaveLength(want.length)
  })
})

describe('any text', () => {
  const database = new DatabaseSync(':memory:')
  database.exec("create virtual table f using fts5 (words, tokenize = 'unicode61 remove_diacritics 2')")
  database.exec("insert into f values ('A flood warning in Grenn'), ('the fire “was” out')")
  const sought = database.prepare('select count(*) as n from f where f match ?')

  const piece = fc.oneof(
    fc.constantFrom('flood', 'fire', '"', '“', '(', ')', '-', '*', ':', 'AND', 'OR', 'NOT', ' ', ' ', '\u0000', 'NEAR(', '+', '^', '{', '\ud800'), // biome-ignore format: a list
    fc.constantFrom(...FIELDS.map((name) => `${name}:`), 'from:2026-05', 'words:'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(' ')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )

  it('is a query that FTS5 takes, or one problem inside it', () => {
    fc.assert(
      fc.property(text, (given) => {
        const query = parseQuery(given)
        if (isProblem(query)) {
          expect(REASONS).toContain(query.reason)
          expect(query.at.start).toBeLessThanOrEqual(query.at.end)
          expect(query.at.end).toBeLessThanOrEqual(given.length)
          return
        }
        const alternatives = alternativesOf(query)
        if (typeof alternatives === 'string') throw new Error(alternatives)
        for (const { match, without, fields } of alternatives) {
          expect(match !== undefined || fields.some(({ wanted }) => wanted)).toBe(true)
          for (const one of [match, without]) if (one !== undefined) sought.get(one)
        }
      }),
      { numRuns: 2000 },
    )
  })

  // Every way of joining words, in brackets: what is found is what the words say.
  type Tree = string | readonly [sign: 'AND' | 'OR' | 'NOT', left: Tree, right: Tree]
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('ant', 'bee', 'cow', 'dog'),
      fc.tuple(fc.constantFrom('AND' as const, 'OR' as const, 'NOT' as const), tie('tree'), tie('tree')),
    ),
  }))
  const written = (one: Tree): string =>
    typeof one === 'string' ? one : `(${written(one[1])} ${one[0]} ${written(one[2])})`
  const holds = (one: Tree, words: ReadonlySet<string>): boolean => {
    if (typeof one === 'string') return words.has(one)
    const [left, right] = [holds(one[1], words), holds(one[2], words)]
    return one[0] === 'AND' ? left && right : one[0] === 'OR' ? left || right : left && !right
  }

  it('of words and signs finds what logic says', () => {
    const rows = Array.from({ length: 16 }, (_, n) =>
      ['ant', 'bee', 'cow', 'dog'].filter((_word, bit) => n & (1 << bit)),
    )
    const animals = new DatabaseSync(':memory:')
    animals.exec("create virtual table f using fts5 (words, tokenize = 'unicode61 remove_diacritics 2')")
    for (const [at, words] of rows.entries())
      animals.prepare('insert into f (rowid, words) values (?, ?)').run(at + 1, words.join(' '))
    const find = animals.prepare('select rowid from f where f match ?')
    fc.assert(
      fc.property(tree, (one) => {
        const query = parseQuery(written(one))
        if (isProblem(query)) return expect(query.reason).toBe('this leaves out without looking for anything')
        const alternatives = alternativesOf(query)
        if (typeof alternatives === 'string') throw new Error(alternatives)
        const found = new Set(
          alternatives.flatMap(({ match = '' }) => find.all(match).map(({ rowid }) => Number(rowid))),
        )
        const want = rows.flatMap((words, at) => (holds(one, new Set(words)) ? [at + 1] : []))
        expect([...found].sort((a, b) => a - b)).toEqual(want)
      }),
      { numRuns: 500 },
    )
  })
})
