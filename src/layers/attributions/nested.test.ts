import { describe, expect, it } from 'vitest'
import type { Span } from '../../text/span.ts'
import type { Attribution } from '../attributions.ts'
import { withParents } from './nested.ts'

const span = (start: number, end: number): Span => ({ start, end })
const said = (id: string, source: Span, cue: Span, ...content: readonly Span[]): Attribution => ({
  id, source: [source], cue: [cue], content, kind: 'direct', by: 'made', score: 1,
}) // biome-ignore format: one statement

describe('nested statements', () => {
  it.each<[name: string, items: readonly Attribution[], parents: readonly (string | undefined)[]]>([
    ['apart', [said('a', span(0, 5), span(6, 10), span(11, 50)), said('b', span(60, 65), span(66, 70), span(71, 90))], [undefined, undefined]],
    ['one in another', [said('a', span(0, 5), span(6, 10), span(11, 90)), said('b', span(20, 25), span(26, 30), span(31, 60))], [undefined, 'a']],
    ['one in one in another', [said('a', span(0, 5), span(6, 10), span(11, 90)), said('b', span(20, 25), span(26, 30), span(31, 80)), said('c', span(40, 45), span(46, 50), span(51, 60))], [undefined, 'a', 'b']],
    ['in a second piece', [said('a', span(20, 25), span(26, 30), span(0, 19), span(31, 90)), said('b', span(40, 45), span(46, 50), span(51, 60))], [undefined, 'a']],
    ['a content alone in another', [said('a', span(0, 5), span(6, 10), span(11, 90)), said('b', span(0, 5), span(6, 10), span(51, 60))], [undefined, undefined]],
  ])('%s', (_, items, parents) => {
    expect(withParents(items).map(({ parent }) => parent)).toEqual(parents)
  }) // biome-ignore format: a table to be read
})
