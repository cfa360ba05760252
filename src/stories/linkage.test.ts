import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleItem } from './items.ts'
import { ALIKE, chanceOf, gathered, likeness, meanLikeness, oddsOf, together } from './likeness.ts'
import { linkage } from './linkage.ts'

const unit = (words: readonly string[]) => ({
  words: words.join(' '),
  weights: words.map(() => 1 / Math.sqrt(words.length)),
})

const article = (ref: string, words: readonly string[], published?: string): ArticleItem => ({
  kind: 'article',
  ref,
  article: ref,
  version: 'v',
  keys: [],
  score: 1,
  report: published === undefined ? {} : { published },
  words: words.length,
  terms: unit(words),
  aspects: {
    head: unit(words.slice(0, 2)),
    lead: unit(words),
    names: unit(words.slice(0, 1)),
    plain: unit(words.slice(1)),
  },
  prints: [],
})

const linksOf = (items: readonly ArticleItem[]) =>
  items.flatMap((from, at) =>
    items
      .slice(at + 1)
      .map((to) => ({ from: from.ref, to: to.ref, score: chanceOf(likeness(from, to)) }))
      .filter(({ score }) => oddsOf(score) >= ALIKE),
  )

// Which articles are in one group, as sorted lists.
function groups(items: readonly ArticleItem[], links = linksOf(items)): readonly string[] {
  const of = new Map(items.map(({ ref }) => [ref, [ref]]))
  for (const [one, other] of linkage(items, links)) {
    const both = [...(of.get(one) ?? []), ...(of.get(other) ?? [])]
    for (const ref of both) of.set(ref, both)
  }
  return [...new Set([...of.values()].map((group) => [...new Set(group)].sort().join(' ')))].sort()
}

describe('likeness', () => {
  const barge = ['oldmarsh', 'barge', 'bridge', 'sank', 'gravel']
  const later = ['quay', 'oldmarsh', 'divers', 'pier', 'crack']
  it.each<[string, ArticleItem, ArticleItem, boolean]>([
    ['the same words', article('a', barge), article('b', barge), true],
    ['nothing in common', article('a', barge), article('b', ['grenn', 'quartet', 'prize', 'viola']), false],
    [
      'nothing in common, on one day',
      article('a', barge, '2026-04-02'),
      article('b', ['grenn', 'prize'], '2026-04-02'),
      false,
    ],
    ['a few words in common, days unknown', article('a', barge), article('b', later), false],
    ['a few words in common, in one week', article('a', barge, '2026-04-02'), article('b', later, '2026-04-07'), true],
    [
      'a few words in common, a year later',
      article('a', barge, '2026-04-02'),
      article('b', later, '2027-04-07'),
      false,
    ],
  ])('%s', (_, a, b, want) => {
    expect(likeness(a, b) >= ALIKE).toBe(want)
    expect(likeness(b, a)).toBe(likeness(a, b))
  })

  it('of groups is the mean over their pairs', () => {
    const items = [barge, later, ['oldmarsh', 'quay'], ['barge', 'crew']].map((words, at) =>
      article(`${at}`, words, `2026-04-0${at + 1}`),
    )
    const [a, b, c, d] = items as [ArticleItem, ArticleItem, ArticleItem, ArticleItem]
    const mean = (likeness(a, c) + likeness(a, d) + likeness(b, c) + likeness(b, d)) / 4
    expect(meanLikeness(together(gathered(a), gathered(b)), together(gathered(c), gathered(d)))).toBeCloseTo(mean, 9)
  })
})

describe('average linkage', () => {
  const quake = (place: string, more: readonly string[]) => [place, 'quake', 'magnitude', 'struck', ...more]

  it('keeps apart two like stories that one article between them is like', () => {
    const items = [
      article('a1', quake('arda', ['harbour', 'mayor'])),
      article('a2', quake('arda', ['harbour', 'school'])),
      article('a3', quake('arda', ['mayor', 'school'])),
      article('both', quake('arda', ['bergen', 'compared'])),
      article('b1', ['bergen', 'compared', 'aftershock', 'valley', 'dam']),
      article('b2', ['bergen', 'compared', 'aftershock', 'valley', 'road']),
    ]
    expect(groups(items)).toEqual(['a1 a2 a3 both', 'b1 b2'])
  })

  it('looks at pairs that no link names', () => {
    const items = ['a', 'b', 'c', 'd'].map((ref) => article(ref, quake('arda', ['harbour'])))
    expect(groups(items, linksOf(items).slice(0, 3))).toEqual(['a b c d'])
    const [a, b] = [items[0] as ArticleItem, items[1] as ArticleItem]
    const other = article('z', ['grenn', 'quartet', 'prize'])
    const forced = [...linksOf([a, b]), { from: 'b', to: 'z', score: chanceOf(ALIKE + 0.1) }]
    expect(groups([a, b, other], forced)).toEqual(['a b', 'z'])
  })

  it('passes over links of articles that are not there', () => {
    const one = article('a', quake('arda', []))
    expect(linkage([one], [{ from: 'a', to: 'b', score: 0.99 }, { from: 'a', to: 'a', score: 0.99 }])).toEqual([]) // biome-ignore format: one line
  })

  it('does not depend on the order of articles and links', () => {
    const words = fc.uniqueArray(fc.constantFrom('oldmarsh', 'barge', 'bridge', 'crew', 'pier', 'gravel', 'grenn'), {
      minLength: 2,
      maxLength: 5,
    })
    const order = fc.array(fc.double({ noNaN: true }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 12 }), order, (texts, keys) => {
        const items = texts.map((text, at) => article(`r${at}`, text))
        const shuffle = <T>(all: readonly T[]) =>
          [...all]
            .map((one, at) => ({ one, key: keys[at % 12] ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ one }) => one)
        const turned = linksOf(items).map(({ from, to, score }) => ({ from: to, to: from, score }))
        expect(groups(shuffle(items), shuffle(turned))).toEqual(groups(items))
      }),
    )
  })
})
