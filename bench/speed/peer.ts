import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Page } from '../../src/articles/page.ts'
import type { Reader } from '../measures/measure.ts'
import type { Figures } from '../score/figures.ts'
import { newsPages } from './reading.ts'
import type { Speed } from './speed.ts'

const PAGES = 200
const TOGETHER = 10
const SCRIPT = fileURLToPath(new URL('peer.py', import.meta.url))

/** A Python that has spaCy and its small English model; its package says where it was looked for. */
const PYTHON = process.env.ONRECORD_PEER

/** Reads a few texts with spaCy on one thread, and says how long that took. */
async function spacyOf(python: string) {
  const child = spawn(python, [SCRIPT], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, OMP_NUM_THREADS: '1' },
  })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    secondsFor: async (texts: readonly string[]): Promise<number> => {
      child.stdin.write(`${JSON.stringify(texts)}\n`)
      return Number((await answers.next()).value)
    },
    end: async () => {
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}

// Both in turns, a few pages at a time: what slows the machine slows both.
async function inTurns(reader: Reader, pages: readonly Page[], python: string): Promise<Figures> {
  const spacy = await spacyOf(python)
  const texts = pages.map((page) => reader.article(page).text)
  await spacy.secondsFor(texts.slice(0, TOGETHER))
  for (const page of pages.slice(0, TOGETHER)) await reader.reading(page)
  let [own, theirs] = [0, 0]
  for (let at = 0; at < pages.length; at += TOGETHER) {
    const start = performance.now()
    for (const page of pages.slice(at, at + TOGETHER)) await reader.reading(page)
    own += (performance.now() - start) / 1000
    theirs += await spacy.secondsFor(texts.slice(at, at + TOGETHER))
  }
  await spacy.end()
  const documents = texts.reduce((sum, text) => sum + (text.match(/\S+/g)?.length ?? 0), 0) / 700
  return { documents_per_second: documents / own, spacy_documents_per_second: documents / theirs, ratio: theirs / own }
}

/** Documents of 700 words a second beside spaCy's whole pipeline, on the same pages in the same run; nothing where no Python is named. */
export const peerSpeed: Speed = {
  name: 'speed-spacy',
  shown: ['documents_per_second', 'spacy_documents_per_second', 'ratio'],
  measure: async (reader, corpora): Promise<Figures> =>
    PYTHON ? inTurns(reader, newsPages(corpora, PAGES), PYTHON) : {},
}
