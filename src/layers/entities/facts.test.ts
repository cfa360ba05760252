import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { phraseWeights } from '../../tagger/neural/same.ts'
import { FACTS } from './facts.ts'

it('facts of phrases are as many as the shipped numbers were fitted to', () => {
  const bytes = readFileSync(new URL('../../../models/reader/large.phrases.bin', import.meta.url))
  expect(phraseWeights(bytes, { slope: 1, shift: 0, length: 0 }).facts).toBe(FACTS)
})
