import { initialsOf } from '../mentions/names.ts'
import type { Mention } from '../mentions.ts'
import { type Draft, draftOf, join, merge, root } from './draft.ts'
import phrases from './phrases.json' with { type: 'json' }

const SUFFIXES: ReadonlySet<string> = new Set(phrases.suffixes)

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[.’']/g, '')
    .replace(/^the\s+/, '')
    .replace(/\s+/g, ' ')

// "Islamic State group" and "Acme Inc" are known as "Islamic State" and "Acme".
function stem(key: string): string {
  const at = key.lastIndexOf(' ')
  return at > 0 && SUFFIXES.has(key.slice(at + 1)) ? key.slice(0, at) : key
}

const ACRONYM = /^\p{Lu}[\p{Lu}&.-]{1,6}s?$/u

/** Gathers names of bodies, places and other things: the same words, with or without "group" and the like, are one. */
export function thingsOf(names: readonly Mention[], text: string): Map<Mention, Draft> {
  const drafts = new Map<Mention, Draft>()
  const byKey = new Map<string, Draft>()
  for (const mention of names) {
    const key = stem(plain(text.slice(mention.start, mention.end)))
    const draft = byKey.get(key) ?? draftOf(mention.type, 'entities/name', 0.9)
    byKey.set(key, draft)
    join(draft, mention, text)
    drafts.set(mention, draft)
  }
  for (const draft of byKey.values()) draft.type = usualType(draft.mentions)
  joinAcronyms(byKey)
  joinFirstWords(byKey)
  return drafts
}

function usualType(mentions: readonly Mention[]): Mention['type'] {
  const weight = new Map<Mention['type'], number>()
  for (const { type, score } of mentions) weight.set(type, (weight.get(type) ?? 0) + score)
  return [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'misc'
}

// "WHO" is the "World Health Organization" named elsewhere in the text, if only one name has those initials.
function joinAcronyms(byKey: ReadonlyMap<string, Draft>): void {
  const byInitials = new Map<string, Draft[]>()
  for (const draft of byKey.values()) {
    for (const name of draft.names.keys()) {
      const initials = initialsOf(name)
      if (initials.length >= 2) byInitials.set(initials, [...(byInitials.get(initials) ?? []), draft].slice(0, 3))
    }
  }
  for (const draft of byKey.values()) {
    const short = [...draft.names.keys()].find((name) => ACRONYM.test(name))
    const long = short ? new Set(byInitials.get(short.replace(/[.&-]/g, ''))) : undefined
    const [only] = long ?? []
    if (only && long?.size === 1 && root(only) !== draft) merge(root(only), draft, 0.85)
  }
}

// "Velmora" is the "Velmora Agrochem" named elsewhere in the text, if only one body's name begins so; "UN" is not the "UN Security Council".
function joinFirstWords(byKey: ReadonlyMap<string, Draft>): void {
  const byFirst = new Map<string, Draft[]>()
  for (const [key, draft] of byKey) {
    const [first = '', ...rest] = key.split(' ')
    if (rest.length > 0 && root(draft).type === 'organization')
      byFirst.set(first, [...(byFirst.get(first) ?? []), draft].slice(0, 3))
  }
  for (const [key, draft] of byKey) {
    if ([...draft.names.keys()].every((name) => ACRONYM.test(name))) continue
    const long = new Set(byFirst.get(key)?.map(root))
    const [only] = long
    if (only && long.size === 1 && root(draft).type === 'organization' && only !== root(draft))
      merge(only, root(draft), 0.75)
  }
}
