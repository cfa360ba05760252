import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import type { Notice } from '../text/notice.ts'
import { linearTagger } from './linear/linear.ts'
import { neuralTagger, type Settings } from './neural/neural.ts'
import { phraseWeights } from './neural/same.ts'
import { openNetwork } from './neural/session.ts'
import { vocabularyOf } from './neural/vocabulary.ts'
import type { Tagger } from './tagger.ts'

/** The taggers that come with the package; the first reads unless another is named. */
export const READERS = ['neural', 'small', 'linear'] as const
/** Names a tagger: `neural` reads best, `small` is a smaller network of the same kind, `linear` is the fastest and needs no network. */
export type ReaderName = (typeof READERS)[number]

/** How a tagger is opened. */
export interface Opening {
  /** `neural` unless named. */
  readonly reader?: ReaderName
  /** Told where another tagger reads than the one named, and why. A tagger's own name says which it is. */
  readonly onNotice?: (notice: Notice) => void
}

interface Opener {
  open(models: URL): Promise<Tagger>
  /** Who reads where this one cannot be opened. */
  readonly instead?: ReaderName
}

const OPENERS: Readonly<Record<ReaderName, Opener>> = {
  neural: { open: (models) => openNeural(models, 'neural', 'large'), instead: 'linear' },
  small: { open: (models) => openNeural(models, 'small', 'small'), instead: 'linear' },
  linear: { open: openLinear },
}

/** The folder of weights; two levels up from both src/tagger and dist/tagger lies the package. */
const MODELS = new URL('../../models/', import.meta.url)

/**
 * Opens a tagger that comes with the package. Where a network or what it runs on, onnxruntime-node, cannot be loaded, the linear tagger is opened
 * instead, with a notice. Rejects with a RangeError for a name that is none, and where the linear tagger's weights are missing.
 */
export const openTagger = (opening: Opening = {}): Promise<Tagger> => openTaggerIn(MODELS, opening)

/** Opens a tagger, as `openTagger` does, with the weights of another folder. */
export async function openTaggerIn(models: URL, { reader = READERS[0], onNotice }: Opening = {}): Promise<Tagger> {
  if (!READERS.includes(reader)) throw new RangeError(`${reader} is no reader: ${READERS.join(', ')}`)
  const { open, instead } = OPENERS[reader]
  if (!instead) return open(models)
  try {
    return await open(models)
  } catch (error) {
    const reason = `the ${reader} reader cannot be opened, the ${instead} one reads instead: ${reasonOf(error)}`
    onNotice?.({ rule: 'tagger/instead', reason, grade: 'warning' })
    return openTaggerIn(models, { reader: instead })
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ERR_MODULE_NOT_FOUND: 'onnxruntime-node is not installed',
  MODULE_NOT_FOUND: 'onnxruntime-node has no library for this system',
  ERR_DLOPEN_FAILED: 'the library of onnxruntime-node does not load on this system',
  ENOENT: 'its weights are not there',
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}

async function openLinear(models: URL): Promise<Tagger> {
  return linearTagger(await promisify(brotliDecompress)(await readFile(new URL('linear/weights.bin.br', models))))
}

/** The networks share a word table, and stand in one folder with it. */
async function openNeural(models: URL, kind: string, name: string): Promise<Tagger> {
  const folder = new URL('reader/', models)
  const settings = JSON.parse(await readFile(new URL(`${name}.json`, folder), 'utf8')) as Settings
  const vocabulary = vocabularyOf((await readFile(new URL('words.txt', folder), 'utf8')).split('\n'))
  const network = await openNetwork(fileURLToPath(new URL(`${name}.onnx`, folder)))
  const { phrases: told } = settings
  const phrases = told && phraseWeights(await readFile(new URL(told.file, folder)), told.curve)
  return neuralTagger(kind, network, { vocabulary, settings, phrases })
}
