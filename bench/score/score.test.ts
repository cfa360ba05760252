import { describe, expect, it } from 'vitest'
import { scoreAttributions } from './attributions.ts'
import { calibrationOf } from './calibration.ts'
import * as cases from './cases.ts'
import { bestMatching, scoreCoref } from './coref.ts'
import { scoreEventDays, scoreEvents } from './events.ts'
import type { Figures } from './figures.ts'
import { scoreNames } from './names.ts'
import { scorePages } from './pages.ts'
import { scorePlaces } from './places.ts'
import { type QuantitySpan, scoreQuantities } from './quantities.ts'
import { scoreSentences } from './sentences.ts'
import { scoreStories } from './stories.ts'
import { annotatedPart, scoreTimes } from './times.ts'

/** Figures that independent scorers of the same measures gave on the same cases, to four decimals. */
const REFERENCE: readonly [name: string, got: () => Figures, want: Figures][] = [
  ['pages', () => scorePages(cases.pages.gold, cases.pages.predicted), {
    body_f1: 0.793, body_precision: 0.7692, body_recall: 0.8182, body_accuracy: 0.5, headline_exact: 1, authors_f1: 0.5,
    published_same_day: 0.5, standfirst_right: 0, standfirst_in_body: 1, captions_f1: 0.6667, credits_f1: 1, captions_in_body: 0,
  }],
  ['sentences', () => scoreSentences(cases.sentences.gold, cases.sentences.predicted), { end_f1: 0.8, exact_precision: 0.3333, exact_f1: 0.4 }],
  ['names', () => scoreNames(cases.names.gold, cases.names.predicted), { all_f1: 0.5, person_f1: 0, location_f1: 1, span_f1: 0.5 }],
  ['attributions', () => scoreAttributions(cases.attributions.gold, cases.attributions.predicted), {
    source_segment_f1: 0.5, cue_segment_f1: 1, content_segment_f1: 0, source_exact_f1: 0.5, content_exact_f1: 0.4,
    triple_exact_f1: 0.4, content_found_f1: 0.8, triple_overlap_f1: 0.8, direct_speaker_accuracy: 1, indirect_content_recall: 1,
  }],
  ['times', () => scoreTimes(cases.times.gold, cases.times.predicted), { strict_f1: 0.4, relaxed_f1: 0.8, type_f1: 0.8, value_f1: 0.4, value_accuracy: 0.5 }],
  ['events', () => scoreEvents(cases.events.gold, cases.events.predicted, { annotated: true }), { strict_f1: 0.4, relaxed_f1: 0.8 }],
  ['places', () => scorePlaces(cases.places.gold, cases.places.predicted), {
    recognition_exact_f1: 0.8571, resolution_a161: 0.5, resolution_mean_km: 339.145, resolution_auc: 0.5286,
    resolution_id_accuracy: 0.5, resolution_id_or_a161: 1, endtoend_a161_f1: 0.4,
  }],
  ['stories', () => scoreStories(cases.stories.gold, cases.stories.predicted), { bcubed_f1: 0.7333, pair_f1: 0.5 }],
  ['coref', () => scoreCoref(cases.chains.gold, cases.chains.predicted), { mention_f1: 0.8, muc_f1: 0.4, b3_f1: 0.4545, ceafe_f1: 0.52, conll_f1: 0.4582 }],
  ['calibration', () => calibrationOf([{ score: 0.8, right: false }, { score: 0.95, right: true }]), { ece: 0.425, 'right_at_0.9': 1, right: 0.5 }],
] // biome-ignore format: a table to be read

describe('the annotated part of a document', () => {
  it.each([
    ['a time of an annotated sentence', { start: 32, end: 36 }, true],
    ['a time of another sentence', { start: 52, end: 56 }, false],
    ['what is found over the creation time', { start: 2, end: 12 }, false],
  ])('%s', (_, span, kept) => {
    const doc = {
      id: 'a',
      times: [{ start: 0, end: 10, function: 'CREATION_TIME' }],
      sentences: [
        { start: 0, end: 40, annotated: true },
        { start: 41, end: 60 },
      ],
    }
    expect(annotatedPart(doc, [span]).length).toBe(kept ? 1 : 0)
  })
})

describe('days of events', () => {
  it.each([
    ['2004', { from: '2004-03-02', to: '2004-03-02' }, 'days_right'],
    ['2004-XX-XX', { from: '2004-01-01', to: '2004-12-31' }, 'days_right'],
    ['2004-02-XX', { from: '2004-02-01', to: '2004-02-29' }, 'days_right'],
    ['2004-02', { from: '2004-01-01', to: '2004-12-31' }, 'days_wider_of_given'],
    ['2004-02-03', { from: '2004-02-03', to: '2004-02-03' }, 'days_right'],
    ['2004-02-03', { from: '2004-02-02', to: '2004-02-04' }, 'days_wider_of_given'],
    ['2004-02-03', { from: '2004-02-04', to: '2004-02-04' }, 'days_wrong_of_given'],
    ['2004-02', { from: '2004-02-20', to: '2004-03-02' }, 'days_wrong_of_given'],
  ])('%s, read as %o, count as %s', (anchor, day, figure) => {
    const doc = (more: object) => [{ id: 'a', events: [{ start: 0, end: 4, ...more }] }]
    const found = scoreEventDays(doc({ anchor }), doc({ day }))
    const shares = ['days_right', 'days_wider_of_given', 'days_wrong_of_given'].map((name) => found[name])
    expect(shares).toEqual(
      ['days_right', 'days_wider_of_given', 'days_wrong_of_given'].map((name) => (name === figure ? 1 : 0)),
    )
  })
})

describe('quantities', () => {
  const dead: QuantitySpan = { start: 0, end: 2, low: 12, high: 12, of: 'people', state: 'killed', where: 'Oldmarsh' }
  const hurt: QuantitySpan = { start: 9, end: 11, low: 30, high: 40, of: 'people', state: 'hurt' }
  const score = (...quantities: readonly QuantitySpan[]) =>
    scoreQuantities([{ id: 'a', quantities: [dead, hurt] }], [{ id: 'a', quantities }])

  it.each<[string, Partial<QuantitySpan>, number, number, number]>([
    ['all right, an article before what is counted', { of: 'the people' }, 1, 1, 1],
    ['another bound', { high: 41 }, 0.5, 0.5, 0.5],
    ['another thing counted', { of: 'houses' }, 1, 0.5, 0.5],
    ['another state', { state: 'killed' }, 1, 1, 0.5],
    ['a place that is not told', { where: 'Grenn' }, 1, 1, 0.5],
  ])('count as far as they are right: %s', (_, other, value, of, whole) => {
    expect(score(dead, { ...hurt, ...other })).toMatchObject({ value_f1: value, of_f1: of, of_state_where_f1: whole })
  })

  it('that are missing or beside the gold cost as much', () => {
    expect(score(dead)).toMatchObject({ value_precision: 1, value_recall: 0.5 })
    expect(score(dead, hurt, { ...hurt, start: 20, end: 22 })).toMatchObject({
      value_precision: 2 / 3,
      value_recall: 1,
    })
  })

  it('are asked what else they tell where it is told alone', () => {
    const told = scoreQuantities([{ id: 'a', quantities: [{ ...dead, said: 'police' }, hurt] }], [{ id: 'a', quantities: [dead, hurt] }]) // biome-ignore format: one thought
    expect(told).toMatchObject({ value_f1: 1, told_said_recall: 0, told_was_f1: 0 })
  })
})

describe('scorers', () => {
  it.each(REFERENCE)('%s gives the reference figures', (_, got, want) => {
    const figures = got()
    for (const [name, value] of Object.entries(want)) expect(figures[name], name).toBeCloseTo(value, 3)
  })

  it.each([
    [
      'pages',
      () =>
        scorePages(
          cases.pages.gold,
          cases.pages.gold.map(({ id, gold }) => ({ id, ...gold })),
        ),
      'body_f1',
    ],
    ['sentences', () => scoreSentences(cases.sentences.gold, cases.sentences.gold), 'exact_f1'],
    ['names', () => scoreNames(cases.names.gold, cases.names.gold), 'all_f1'],
    ['attributions', () => scoreAttributions(cases.attributions.gold, cases.attributions.gold), 'triple_exact_f1'],
    ['times', () => scoreTimes(cases.times.gold, cases.times.gold), 'value_f1'],
    ['places', () => scorePlaces(cases.places.gold, cases.places.gold), 'endtoend_a161_f1'],
    ['stories', () => scoreStories(cases.stories.gold, cases.stories.gold), 'bcubed_f1'],
    ['coref', () => scoreCoref(cases.chains.gold, cases.chains.gold), 'conll_f1'],
  ] as const)('%s gives 1 to the gold itself', (_, got, name) => {
    expect((got() as Figures)[name]).toBe(1)
  })

  it('matches as well as trying every matching', () => {
    const table = [
      [0.2, 0.9, 0.5],
      [0.8, 0.85, 0.1],
      [0.3, 0.7, 0.6],
      [0.9, 0.1, 0.4],
    ]
    const best = (row: number, used: number): number =>
      row === table.length
        ? 0
        : Math.max(
            best(row + 1, used),
            ...[0, 1, 2]
              .filter((c) => !(used & (1 << c)))
              .map((c) => (table[row]?.[c] ?? 0) + best(row + 1, used | (1 << c))),
          )
    expect(bestMatching(table)).toBeCloseTo(best(0, 0), 9)
  })
})
