import { describe, expect, it } from 'vitest'
import { type Making, made } from '../../../test/made.ts'
import { wordsOf } from '../../text/span.ts'
import { answered } from './answer.ts'
import { sourceOf } from './source.ts'

const CLAIM = 'the plant ran without a permit for two years'

/** Jens Pellworm claims something in the first paragraph; the next ones say what Marta Hollen did. */
function answeredIn(body: readonly string[], cue: string, words: string, other = 'Jens Pellworm'): string | undefined {
  const making: Making = {
    id: 'one',
    body: [`${other} claimed that ${CLAIM}.`, ...body],
    entities: [{ names: [other] }, { names: ['Marta Hollen'] }],
    said: [
      { words: CLAIM, source: other, cue: 'claimed', speaker: other, kind: 'indirect' },
      { words, source: 'Marta Hollen', cue, speaker: 'Marta Hollen', kind: 'indirect' },
    ],
  }
  const reading = made(making)
  const [, second] = reading.attributions
  const source = sourceOf({ reading, applied: [], lost: [], waiting: [], confirmed: new Set() })
  const found = second && answered(source, second)
  return found?.content[0] && wordsOf(reading.text, found.content[0])
}

const HALL = 'It rained.'

describe('who answered whom', () => {
  it.each([
    ['a reply', ['Marta Hollen replied that every paper was in order.'], 'replied', 'every paper was in order', CLAIM],
    ['no cue of answering', ['Marta Hollen said that every paper was in order.'], 'said', 'every paper was in order', undefined],
    ['a reply far off', [HALL, HALL, 'Marta Hollen replied that every paper was in order.'], 'replied', 'every paper was in order', undefined],
    ['no reply', ['Marta Hollen did not respond to a request for comment.'], 'respond', 'to a request for comment', undefined],
    ['a denial in its words', [HALL, 'Marta Hollen denied that the plant had run without a permit.'], 'denied', 'the plant had run without a permit', CLAIM],
    ['a denial of the claim', ['Marta Hollen denied the claim.'], 'denied', 'the claim', CLAIM],
    ['a denial of a claim', ['Marta Hollen denied claims of fraud.'], 'denied', 'claims of fraud', undefined],
    ['a refusal', ['Marta Hollen rejected the offer from Danzig.'], 'rejected', 'the offer from Danzig', undefined],
  ])('%s', (_, body, cue, words, want) => expect(answeredIn(body, cue, words)).toBe(want)) // biome-ignore format: a table to be read
})
