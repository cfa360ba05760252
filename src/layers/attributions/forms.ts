import type { Entity } from '../entities.ts'
import type { Word } from '../mentions/words.ts'
import { neat, type Paragraph, type Stretch } from './paragraph.ts'
import type { Link } from './rules.ts'

/** Who speaks in a transcript, by the words in front of the colon, and how often each stands so. */
export type Voices = ReadonlyMap<string, number>

const LONGEST_VOICE = 5
const NOTE =
  /^(?:UPDATE|UPDATED|WATCH|NOTE|VIDEO|PHOTOS?|RELATED|READ|READ MORE|MORE|SEE ALSO|LISTEN|CORRECTION|EDITOR['’]?S? NOTE|PS|WARNING|SOURCE|SOURCES|CREDIT|BREAKING|LIVE|OPINION|ANALYSIS|EXCLUSIVE|POLL|WATCH LIVE|FYI|TL;DR|FACT|FACTS|MYTH|VERDICT)$/i

const isVoiceWord = ({ text, kind }: Word): boolean =>
  (kind === 'word' && !/\p{Ll}{2}/u.test(text) && /\p{Lu}/u.test(text)) || text === '.'

// A transcript set as one long quotation opens each paragraph with a mark.
const OPENING = /^["“‘]$|^''$/

// "PENCE:", "MR. LEHRER:", "Q:" at a paragraph's head; undefined for any other paragraph.
function voiceAt(p: Paragraph): Stretch | undefined {
  const first = OPENING.test(p.words[0]?.text ?? '') ? 1 : 0
  const colon = p.words.slice(0, first + LONGEST_VOICE + 1).findIndex(({ text }) => text === ':')
  const own = p.words.slice(first, Math.max(colon, first))
  if (own.length === 0 || p.words.length < colon + 2 || !own.every(isVoiceWord)) return undefined
  const name = nameOf(own)
  return name.length > 0 && !NOTE.test(name) ? { from: first, to: colon } : undefined
}

const nameOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ')

/** Who speaks at the heads of paragraphs, over the article. */
export function voicesOf(paragraphs: readonly Paragraph[]): Voices {
  const found = new Map<string, number>()
  for (const p of paragraphs) {
    const voice = voiceAt(p)
    const name = voice && nameOf(p.words.slice(voice.from, voice.to))
    if (name) found.set(name, (found.get(name) ?? 0) + 1)
  }
  return found
}

/** Persons by the last word of each name in capitals, as transcripts call them. */
export const callNames = (entities: readonly Entity[]): ReadonlyMap<string, Entity> =>
  new Map(
    entities
      .filter(({ type }) => type === 'person')
      .flatMap((entity) =>
        [entity.name, ...entity.aliases].map(
          (name) => [(name.split(/\s+/).at(-1) ?? '').toUpperCase(), entity] as const,
        ),
      ),
  )

/** A transcript's paragraph as one statement of the voice in front, with the person it stands for where the article names one. */
export function spoken(
  p: Paragraph,
  voices: Voices,
  persons: ReadonlyMap<string, Entity>,
): { readonly link: Link; readonly speaker?: Entity } | undefined {
  const voice = voiceAt(p)
  if (!voice) return undefined
  const name = nameOf(p.words.slice(voice.from, voice.to))
  const speaker = persons.get(name.split(' ').at(-1) ?? '')
  const content = neat(p, { from: voice.to + 1, to: p.words.length })
  if (!content || (!speaker && (voices.get(name) ?? 0) < 2)) return undefined
  const to = /^[.?!]$/.test(p.words[content.to]?.text ?? '') ? content.to + 1 : content.to
  const link: Link = {
    source: [voice], cue: [{ from: voice.to, to: voice.to + 1 }], content: [{ from: content.from, to }], quotes: [],
    stance: 'said', by: 'attributions/transcript', score: 0.85,
  } // biome-ignore format: one statement
  return speaker ? { link, speaker } : { link }
}

const DASH = /^(?:[—–―‒]|-{1,2})$/

/** A reader's letter: a quotation that fills the paragraph up to a dash and a name. */
export function signed(p: Paragraph): Link | undefined {
  const quote = p.quotes.at(-1)
  if (!quote || (p.quotes[0] !== quote && p.quotes[0]?.from !== 0)) return undefined
  const dash = p.words[quote.to]
  const name = p.words[quote.to + 1]
  if (!dash || !name || !DASH.test(dash.text) || !/^\p{Lu}/u.test(name.text) || quote.from > 0) return undefined
  const source = neat(p, { from: quote.to + 1, to: p.words.length })
  if (!source || source.to - source.from > 14) return undefined
  return {
    source: [source],
    cue: [{ from: quote.to, to: quote.to + 1 }],
    content: [{ from: quote.from, to: quote.to }],
    quotes: [p.quotes.length - 1],
    stance: 'said',
    by: 'attributions/letter',
    score: 0.85,
  }
}
