import { describe, expect, it } from 'vitest'
import { gapsOf, ledgerOf } from './gaps.ts'
import type { Line } from './line.ts'

const WORDS = { article: 'a', version: 'v', start: 0, end: 1, exact: 'x' }
const line = (more: Partial<Line>): Line => ({
  id: 'h1',
  shape: 'event',
  text: [{ quote: WORDS }],
  from: [WORDS],
  sure: true,
  score: 1,
  origins: 2,
  reports: [{ article: 'a', outlet: 'Oldmarsh Post' }],
  ...more,
})
const ANA = [{ id: 'e1', name: 'Ana Kral', type: 'person' }] as const
const OFFICIAL = [{ id: 'e2', name: 'an official', type: 'source' }] as const

describe('what a line lacks', () => {
  it.each<[string, Partial<Line>, readonly string[]]>([
    ['nothing', {}, []],
    ['a second origin', { origins: 1 }, ['one origin']],
    ['nothing more once a person confirmed it', { origins: 1, status: { confirmed: true, disputed: true } }, []],
    ['agreement', { status: { disputed: true } }, ['disputed']],
    ['an end', { status: { modality: 'planned', end: 'overdue' } }, ['overdue']],
    ['nothing when its plan was met', { status: { modality: 'planned', end: 'met' } }, []],
    ['no origin that a card or an article could have', { shape: 'card', origins: 1 }, []],
    ['no origin that a copy could have', { shape: 'report', origins: 0 }, []],
    ['a speaker', { shape: 'claim' }, ['speaker open']],
    ['a name for its speaker', { shape: 'claim', who: OFFICIAL }, ['unnamed source']],
    ['nothing when somebody says it', { shape: 'claim', who: ANA }, []],
    ['one wording', { shape: 'claim', who: ANA, status: { altered: true } }, ['words differ']],
    ['anybody who says the number', { shape: 'series' }, ['figure without a source']],
    ['a name for who says the number', { shape: 'series', who: OFFICIAL }, ['figure without a source']],
    ['nothing when somebody gives the number', { shape: 'series', who: ANA }, []],
  ])('%s', (_, more, want) => {
    expect(gapsOf(line(more))).toEqual(want)
  })
})

describe('the ledger', () => {
  const told = (id: string, outlet: string, who: Line['who']) =>
    line({ id, shape: 'claim', ...(who ? { who } : {}), reports: [{ article: 'a', outlet }] })
  const views = [
    { view: { name: 'timeline', title: 'Timeline' }, lines: [line({ id: 'h1', origins: 1 }), line({ id: 'h2' })] },
    {
      view: { name: 'statements', title: 'Statements' },
      lines: [
        told('s1', 'Oldmarsh Post', ANA),
        told('s2', 'Oldmarsh Post', OFFICIAL),
        told('s3', 'Harbour Star', OFFICIAL),
        told('s4', 'Danube Wire', ANA),
      ],
    },
  ]

  it('holds each gap of each view with its lines, in their order', () => {
    const found = ledgerOf(views).gaps.map(({ gap, view, lines }) => [gap, view.name, lines.map(({ id }) => id)])
    expect(found).toEqual([
      ['one origin', 'timeline', ['h1']],
      ['unnamed source', 'statements', ['s2', 's3']],
    ])
  })

  it('says how much each outlet leans on unnamed sources', () => {
    const found = ledgerOf(views).unnamed.map(({ outlet, lines, statements }) => [outlet, lines.length, statements])
    expect(found).toEqual([
      ['Harbour Star', 1, 1],
      ['Oldmarsh Post', 1, 2],
    ])
  })
})
