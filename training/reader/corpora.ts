import { createHash } from 'node:crypto'
import type { Span } from '../../src/text/span.ts'
import { type Gold, type Line, linesOf, namesIn, rolesIn } from '../linear/corpora.ts'
import { isMeasured } from '../split.ts'

/** What the model answers. Corpora that follow other rules have heads of their own, which are not shipped. */
export type Head = 'names' | 'silver' | 'roles' | 'times' | 'events' | 'actions'

/** Gold of one head; `looked` are the stretches that people looked at, all of the text where it is missing. */
interface Looked {
  readonly gold: readonly Gold[]
  readonly looked?: readonly Span[]
}

/** A document to learn from or to measure on. */
export interface Lesson {
  readonly id: string
  readonly corpus: string
  readonly text: string
  readonly heads: Partial<Readonly<Record<Head, Looked>>>
  /** `kept` is for calibration and for choosing when to stop; `measured` is never trained on. */
  readonly part: 'fit' | 'kept' | 'measured'
}

/** A line of a corpus of times and events. */
export interface Timed extends Line {
  readonly times?: readonly (Span & { readonly type: string })[]
  readonly events?: readonly (Span & { readonly parts?: readonly Span[] })[]
  readonly sentences?: readonly (Span & { readonly annotated?: boolean })[]
}

/** One document in ten of those to fit on is kept. */
const isKept = (id: string): boolean =>
  createHash('sha256').update(`onrecord/reader-kept/1/${id}`).digest().readUInt32BE(0) % 10 === 0

const partOf = (id: string, split: boolean): Lesson['part'] =>
  split && isMeasured(id) ? 'measured' : isKept(id) ? 'kept' : 'fit'

/** Gold times of a line. */
export const timesIn = ({ times = [] }: Timed): readonly Gold[] =>
  times.map(({ start, end, type }) => ({ start, end, label: type as Gold['label'] }))

/** Gold event words of a line, without those in pieces. */
export const eventsIn = ({ events = [] }: Timed): readonly Gold[] =>
  events.filter(({ parts }) => !parts).map(({ start, end }) => ({ start, end, label: 'event' }))

/** Sentences of a line that somebody looked at; none where all of it was. */
export const annotated = ({ sentences = [] }: Timed): readonly Span[] => sentences.filter((one) => one.annotated)

interface Source {
  readonly file: string
  /** Whether a fifth of it is measured on; where not, another file is, or nothing. */
  readonly split: boolean
  readonly part?: Lesson['part']
  readonly keep?: (line: Line) => boolean
  readonly heads: (line: Timed) => Lesson['heads']
}

/** What is learnt from, by corpus. */
const SOURCES: Readonly<Record<string, Source>> = {
  polnear: {
    file: 'attributions-polnear/train.jsonl',
    split: false,
    heads: (line) => ({ roles: { gold: rolesIn(line) } }),
  },
  'polnear-dev': {
    file: 'attributions-polnear/dev.jsonl',
    split: false,
    part: 'measured',
    heads: (line) => ({ roles: { gold: rolesIn(line) } }),
  },
  worldwide: { file: 'names-worldwide/dev.jsonl', split: true, heads: (line) => ({ names: { gold: namesIn(line) } }) },
  // Texts whose licence shuts out commercial use are not learnt from.
  gum: {
    file: 'names-gum/train.jsonl.gz',
    split: false,
    keep: ({ licence }) => !/\bNC\b/.test(licence ?? ''),
    heads: (line) => ({ names: { gold: namesIn(line) } }),
  },
  gmb: { file: 'names-gmb/dev.jsonl.gz', split: false, heads: (line) => ({ silver: { gold: namesIn(line) } }) },
  conll: {
    file: 'names-conll03/dev.jsonl',
    split: false,
    part: 'measured',
    heads: (line) => ({ names: { gold: namesIn(line) } }),
  },
  te3: {
    file: 'time-te3/dev.jsonl',
    split: true,
    heads: (line) => ({ times: { gold: timesIn(line) }, events: { gold: eventsIn(line) } }),
  },
  wikiwars: { file: 'time-wikiwars/dev.jsonl', split: true, heads: (line) => ({ times: { gold: timesIn(line) } }) },
  ecb: {
    file: 'events-ecb/dev.jsonl',
    split: true,
    heads: (line) => ({ actions: { gold: eventsIn(line), looked: annotated(line) } }),
  },
  meantime: {
    file: 'events-meantime/dev.jsonl',
    split: true,
    heads: (line) => ({ events: { gold: eventsIn(line), looked: annotated(line) } }),
  },
}

/** News that nobody marked: what a reader is taught on, beside the rest. Those with a sentence a line are put into paragraphs. */
const NEWS: readonly { readonly file: string; readonly sentences: boolean }[] = [
  { file: 'timelines-entities/articles.jsonl.gz', sentences: true },
  { file: 'timelines-t17/articles.jsonl.gz', sentences: true },
  { file: 'stories-giveme5w/dev.jsonl', sentences: false },
  { file: 'stories-basil/dev.jsonl', sentences: false },
]

/** Lines joined, one to four a paragraph, as an id's hash says. */
function paragraphsOf(id: string, text: string): string {
  const digest = createHash('sha256').update(id).digest()
  let left = 0
  return text
    .split('\n')
    .map((line, at) => {
      left = left > 0 ? left - 1 : (digest[at % digest.length] ?? 0) % 4
      return `${line}${left > 0 ? ' ' : '\n'}`
    })
    .join('')
}

/** Every document, corpus by corpus; `news` adds those that nobody marked. */
export function* lessonsFrom(folder: string, { news }: { readonly news: boolean }): Iterable<Lesson> {
  if (news)
    for (const { file, sentences } of NEWS)
      for (const { id, text } of linesOf(folder, file))
        yield { id, corpus: 'news', text: sentences ? paragraphsOf(id, text) : text, heads: {}, part: 'fit' }
  for (const [corpus, { file, split, part, keep, heads }] of Object.entries(SOURCES))
    for (const line of linesOf(folder, file)) {
      if (keep && !keep(line)) continue
      const { id, text } = line
      yield { id, corpus, text, heads: heads(line as Timed), part: part ?? partOf(id, split) }
    }
}
