import type { Entity } from '../../layers/entities.ts'
import type { Mention } from '../../layers/mentions.ts'
import { overlaps } from '../../text/span.ts'
import { fold } from '../fold.ts'
import type { EntityItem } from '../items.ts'
import { acronymLetters, acronymOf, bodyCalled, fullName, isAcronym, organizationName } from './names.ts'
import { joinedLast, spelledAlike } from './sounds.ts'
import { present, type Source } from './source.ts'

const MOST_PLACES = 200

// Keys of a person: first and last name, as they are, with particles in one word, and as all spellings share them; never a surname alone.
function personKeys(names: readonly string[]): readonly string[] {
  const full = present(names.map(fullName))
  const plain = full.map(({ first, last }) => `p:${first} ${last}`)
  const joined = full.map((name) => `p:${name.first} ${joinedLast(name)}`)
  const spelled = present(full.map(spelledAlike)).map((sound) => `ps:${sound}`)
  return [...new Set([...plain, ...joined, ...spelled])]
}

function organizationKeys(names: readonly string[]): readonly string[] {
  const acronyms = present([
    ...names.map(acronymOf),
    ...names.map((name) => (isAcronym(name) ? acronymLetters(name) : undefined)),
  ])
  return [
    ...names.map((name) => `o:${organizationName(name)}`),
    ...acronyms.map((letters) => `oa:${letters}`),
    ...present(names.map(bodyCalled)).map((body) => `ob:${body}`),
  ]
}

function keysOf(entity: Entity, geonamesId: number | undefined): readonly string[] {
  const names = [entity.name, ...entity.aliases]
  if (entity.type === 'source') return []
  if (entity.type === 'person') return personKeys(names)
  if (entity.type === 'organization') return organizationKeys(names)
  if (entity.type === 'location' && geonamesId !== undefined) return [`g:${geonamesId}`]
  return names.map((name) => `${entity.type === 'location' ? 'l' : 'm'}:${fold(name)}`)
}

// The place that most of its mentions stand for.
function geonamesIdOf({ reading }: Source, mentions: readonly Mention[]): number | undefined {
  const counts = new Map<number, number>()
  for (const { geonamesId, ...span } of reading.places)
    if (geonamesId !== undefined && mentions.some((mention) => overlaps(mention, span)))
      counts.set(geonamesId, (counts.get(geonamesId) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]?.[0]
}

/** One entity of the article; undefined when the text never names it and it is not an unnamed source. */
export function entityItem(source: Source, entity: Entity): EntityItem | undefined {
  const { reading, decided, cite, sentenceAt, mentions, refOf } = source
  const all = present(entity.mentions.map((id) => mentions.get(id)))
  const naming = entity.type === 'source' ? all : all.filter(({ form }) => form === 'name')
  const sentence = naming[0] && sentenceAt(naming[0].start)
  if (!sentence) return undefined
  const geonamesId = entity.type === 'location' ? geonamesIdOf(source, naming) : undefined
  const settled = (kind: 'rename' | 'role') =>
    decided.applied.some(({ decision, item }) => decision.kind === kind && item === entity.id)
  return {
    kind: 'entity',
    ref: refOf(entity.id),
    article: reading.id,
    version: reading.version,
    keys: [...new Set(keysOf(entity, geonamesId))].slice(0, 64),
    score: entity.score,
    ...source.said(entity.id),
    name: entity.name,
    ...(settled('rename') ? { chosen: true } : {}),
    ...(settled('role') ? { roleChosen: true } : {}),
    type: entity.type,
    aliases: entity.aliases,
    roles: present(entity.roles.map(cite)),
    places: present(naming.slice(0, MOST_PLACES).map(cite)),
    mentions: entity.mentions.length,
    sentence,
    ...(geonamesId === undefined ? {} : { geonamesId }),
    ...(reading.published === undefined ? {} : { published: reading.published }),
  }
}
