import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Label, Passage } from '../../src/tagger/tagger.ts'
import { sentencesIn } from '../../src/text/sentences.ts'
import { type Span, trimmed } from '../../src/text/span.ts'

/** A span of gold with its label. */
export interface Gold extends Span {
  readonly label: Label
}

/** A document to learn from. */
export interface Lesson {
  readonly id: string
  readonly text: string
  readonly passages: readonly Passage[]
  readonly gold: readonly Gold[]
  /** How much its tokens count. */
  readonly weight: number
  /** Kept out of fitting: scores are calibrated on it. */
  readonly kept: boolean
}

/** A line of a corpus file: mentions, or attributions, over a text; spans in UTF-16 units. */
export interface Line {
  readonly id: string
  readonly text: string
  /** Of the text, where the corpus tells it for each: `CC BY 2.5`. */
  readonly licence?: string
  readonly mentions?: readonly (Span & { readonly type: string })[]
  readonly attributions?: readonly {
    readonly source: readonly Span[]
    readonly cue: readonly Span[]
    readonly content: readonly Span[]
  }[]
}

/** The documents of a JSON Lines file, gzipped or not. */
export function linesOf(folder: string, file: string): readonly Line[] {
  const raw = readFileSync(join(folder, file))
  return (file.endsWith('.gz') ? gunzipSync(raw) : raw)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}

/** A text's lines as passages, each with its sentences. */
export function passagesOf(text: string): readonly Passage[] {
  const found: Passage[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const span = trimmed(text, { start, end: start + line.length })
    if (span) found.push({ ...span, sentences: sentencesIn(text, span) })
    start += line.length + 1
  }
  return found
}

const TYPES: readonly Label[] = ['person', 'organization', 'location', 'misc']
const ROLES = ['source', 'cue', 'content'] as const

/** Names of a line as gold. */
export const namesIn = (line: Line): readonly Gold[] =>
  (line.mentions ?? []).flatMap(({ start, end, type }) => {
    const label = TYPES.find((known) => known === type)
    return label ? [{ start, end, label }] : []
  })

/** Source, cue and content spans of a line as gold. */
export const rolesIn = (line: Line): readonly Gold[] =>
  (line.attributions ?? []).flatMap((one) =>
    ROLES.flatMap((label) => one[label].map(({ start, end }) => ({ start, end, label }))),
  )

/** Share of the documents to fit on that is kept to calibrate on: one in `1/share`, by a hash of the id. */
const isKept = (id: string, every: number): boolean =>
  createHash('sha256').update(`onrecord/calibration/1/${id}`).digest().readUInt32BE(0) % every === 0

/** A line as a lesson; one in `every` is kept for calibration, none at 0. */
export const lessonOf = (line: Line, gold: readonly Gold[], weight: number, every: number): Lesson => ({
  id: line.id,
  text: line.text,
  passages: passagesOf(line.text),
  gold,
  weight,
  kept: every > 0 && isKept(line.id, every),
})
