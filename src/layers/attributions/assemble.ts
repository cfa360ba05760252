import { idOf, type Span } from '../../text/span.ts'
import type { Attribution } from '../attributions.ts'
import type { Entity } from '../entities.ts'
import { BODIES, isFunction } from '../mentions/roles.ts'
import { isCapital, isPossessive } from '../mentions/words.ts'
import type { Mention } from '../mentions.ts'
import type { Circumstances } from './circumstances.ts'
import { neat, type Paragraph, type Placed, type Stretch, spanOf } from './paragraph.ts'
import type { Link } from './rules.ts'

/** Entities by the ids of their mentions. */
export type Cast = ReadonlyMap<string, Entity>

/** Who each mention stands for. */
export const castOf = (entities: readonly Entity[]): Cast =>
  new Map(entities.flatMap((entity) => entity.mentions.map((id) => [id, entity] as const)))

const RANK: Readonly<Record<Mention['type'], number>> = { person: 0, organization: 1, misc: 2, location: 3 }

/** The entity that a source's words stand for: the person it names outside possessives, else the body, else the description. */
export function speakerOf(p: Paragraph, source: Stretch, cast: Cast): Entity | undefined {
  const inside = p.placed.filter(
    (item) =>
      item.from >= source.from && item.to <= source.to && cast.has(item.mention.id) && !isAttached(p, item, source),
  )
  const [relative, last] = [relativeIn(p, source), neat(p, source)?.to]
  const apposed = (at: number): boolean => p.words[at - 1]?.text === ',' && p.words[relative - 1]?.text !== ','
  const heads = inside.filter(
    ({ from, to, mention }) => to <= relative || (mention.type === 'person' && to === last && apposed(from)),
  )
  const owner = (to: number): boolean => isOwning(p, to, source) || inside.some(({ from }) => describes(p, to, from))
  const ranked = (heads.length > 0 ? heads : inside)
    .filter((item) => !isModifier(p, item, source) && (!owner(item.to) || inside.length === 1))
    .map((item) => ({ item, rank: RANK[item.mention.type] + (item.mention.form === 'nominal' ? 0.5 : 0) }))
    .sort((a, b) => a.rank - b.rank || a.item.from - b.item.from)
  const found = ranked[0]?.item ?? around(p, source)
  return found && !isOneOfTwo(p, found, source) ? cast.get(found.mention.id) : undefined
}

// "|Romer|'s office", "|Harris|' team".
const isOwning = (p: Paragraph, to: number, source: Stretch): boolean =>
  isPossessive(p.words[to]) ||
  (to + 1 < source.to && /^['’]$/.test(p.words[to]?.text ?? '') && /s$/.test(p.words[to - 1]?.lower ?? ''))

// "|Romer| adviser Eva Lind": a name that only says whose adviser the next one is, one or two small words on.
function describes(p: Paragraph, to: number, from: number): boolean {
  const between = p.words.slice(to, from)
  return (
    between.length > 0 &&
    between.length <= 3 &&
    between.every(({ text, kind }) => kind === 'word' && /^\p{Ll}/u.test(text) && !LINKS.test(text))
  )
}
const LINKS = /^(?:and|or|of|for|from|at|in|to|with|by|who|as|said|says|told)$/

// "a driver, |who did not want his name printed|": what a clause tells of the speaker does not name one.
function relativeIn(p: Paragraph, { from, to }: Stretch): number {
  const at = p.words.slice(from + 1, to).findIndex(({ lower }) => /^(?:who|whose|whom|which|that)$/.test(lower))
  return at < 0 ? to : from + 1 + at
}

// "|her| office", "the |Corvan| dockers", "top |House| Republican": only says whose or which.
function isModifier(p: Paragraph, { from, to, mention }: Placed, source: Stretch): boolean {
  const next = p.words[to]
  if (to >= source.to || next?.kind !== 'word' || isFunction(next) || isPossessive(next)) return false
  if (mention.form === 'pronoun') return to - from === 1 && POSSESSIVE.test(p.words[from]?.lower ?? '')
  if (mention.form === 'nominal' || AFTER_NAME.test(next.lower)) return false
  if (mention.type === 'person') return !isCapital(next)
  return !(mention.type === 'organization' && BODIES.has(next.lower))
}

const POSSESSIVE = /^(?:my|your|his|her|its|our|their)$/
const AFTER_NAME = /ly$|sel(?:f|ves)$|^(?:also|alone|later|then|once|here|there|on|about|says)$/

// "|Ostrava| and Corvan": what two say together is not one's.
function isOneOfTwo(p: Paragraph, { from, to, mention }: Placed, source: Stretch): boolean {
  if (mention.form !== 'name') return false
  const joined = (at: number): boolean => /^(?:and|&)$/.test(p.words[at]?.lower ?? '')
  const after = to + 1 < source.to && joined(to) ? p.starting.get(to + 1) : undefined
  const before = from - 1 > source.from && joined(from - 1) ? p.ending.get(from - 1) : undefined
  return after?.mention.form === 'name' || before?.mention.form === 'name'
}

// What hangs on the head by a link is not the speaker: "a spokesman for |the ministry|".
const isAttached = (p: Paragraph, { from }: Stretch, source: Stretch): boolean =>
  [from - 1, from - 2].some(
    (at) => at > source.from && /^(?:of|for|from|at|in|to|with|by)$/.test(p.words[at]?.lower ?? ''),
  )

// "an official in |the ministry|, who …": a body speaks by the person before it.
function ownerOf(p: Paragraph, item: Paragraph['placed'][number] | undefined): typeof item {
  const linked = item && /^(?:in|at|of|for|from|with)$/.test(p.words[item.from - 1]?.lower ?? '')
  const person = linked && item.mention.type !== 'person' ? p.ending.get(item.from - 1) : undefined
  return person?.mention.type === 'person' ? person : item
}

// "who" after a name, and sources that are part of a longer mention.
function around(p: Paragraph, source: Stretch): Paragraph['placed'][number] | undefined {
  if (/^(?:who|which)$/.test(p.words[source.from]?.lower ?? '')) {
    const before = p.words[source.from - 1]?.text === ',' ? source.from - 1 : source.from
    return ownerOf(p, p.ending.get(before))
  }
  return p.placed.find(({ from, to }) => from <= source.from && to >= source.to)
}

const LETTERS = /[\p{L}\p{N}]/u

/** `direct`: every letter of the content stands in quotation marks; `mixed`: some do; `indirect`: none. */
export function kindOf(p: Paragraph, content: readonly Stretch[]): Attribution['kind'] {
  let [inside, outside] = [0, 0]
  for (const { from, to } of content) {
    for (let at = from; at < to; at++) {
      if (!LETTERS.test(p.words[at]?.text ?? '')) continue
      if ((p.quoted[at] ?? -1) >= 0) inside++
      else outside++
    }
  }
  if (inside === 0) return 'indirect'
  return outside === 0 ? 'direct' : 'mixed'
}

/** The attribution that a link makes, without what other paragraphs know of it. `known` is its speaker where that is settled already. */
export function attributionOf(
  p: Paragraph,
  link: Link,
  cast: Cast,
  around: Circumstances,
  known?: Entity,
): Attribution | undefined {
  const content = [...link.content].sort((a, b) => a.from - b.from).map((stretch) => spanOf(p, stretch))
  const [first] = content
  if (!first) return undefined
  const speaker = known ?? link.source.map((source) => speakerOf(p, source, cast)).find((entity) => entity)
  const spans = (list: readonly Stretch[]): readonly Span[] => list.map((stretch) => spanOf(p, stretch))
  return {
    id: idOf('a', first),
    source: spans(link.source),
    cue: spans(link.cue),
    content,
    kind: kindOf(p, link.content),
    ...(speaker ? { speaker: speaker.id } : {}),
    ...(link.stance ? { stance: link.stance } : {}),
    ...around,
    by: link.by,
    score: link.score,
  }
}
