import type { Role } from '../entities.ts'
import { genderOfRole, roleAfter, roleBefore, roleIs, skipHonorifics } from '../mentions/roles.ts'
import type { Word } from '../mentions/words.ts'
import type { Mention } from '../mentions.ts'
import type { Draft } from './draft.ts'
import { draftAt, type Gathering } from './gathering.ts'
import { fitOf, type Sense, senseOf } from './nominals.ts'
import { genderOfWords } from './salience.ts'
import type { Scene } from './scene.ts'

/** Gender by the address in front: "Mrs Reed", "Sir Alan". */
export function addressOf(scene: Scene, mention: Mention): Draft['gender'] {
  const { words, from } = scene.around(mention)
  const first = skipHonorifics(words, from)
  return genderOfWords(words.slice(first, from).map((word) => word.lower))
}

/** Gives each person named the roles that stand beside the names. */
export function addRoles(state: Gathering, persons: readonly Mention[]): void {
  const owned = new Set(persons.map(({ start }) => start))
  for (const mention of persons) {
    const draft = draftAt(state, mention)
    if (!draft) continue
    const { words, from, to } = state.scene.around(mention)
    const blocked = (word: Word): boolean => owned.has(word.start)
    const front = roleInFront(state.scene, mention)
    if (front) state.apposed.set(front.end, draft)
    for (const span of [
      roleBefore(words, from, blocked),
      roleAfter(words, to, blocked),
      roleIs(words, to, blocked),
      front,
    ])
      if (span)
        addRole(state, draft, { start: span.start, end: span.end, text: state.scene.text.slice(span.start, span.end) })
  }
}

const IN_FRONT =
  /(?:^|[.;:"“,]\s|\b(?:and|but|as|when|while|of|by|for|from|to|with|against)\s)(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s([^,.;:"“”]{3,80}),\s$/

// "The US defence chief, |Ashton Carter, said": the description in front of a name between commas.
function roleInFront(scene: Scene, mention: Mention): { readonly start: number; readonly end: number } | undefined {
  const line = scene.lineAt(mention.start)
  if (!line || !/^[,.]/.test(scene.text.slice(mention.end, mention.end + 1))) return undefined
  const from = Math.max(line.start, mention.start - 110)
  const found = IN_FRONT.exec(scene.text.slice(from, mention.start))?.[1]
  if (!found || /\b(?:said|says|told|was|were|is|are|has|had|have|will)\b/.test(found)) return undefined
  const end = mention.start - 2
  const span = { start: end - found.length, end }
  const { words, from: first, to } = scene.around(span)
  const sense = senseOf(words.slice(first, to))
  return sense && fitOf(sense, sense) >= 2 && isRole(sense) ? span : undefined
}

const isRole = ({ head }: Sense): boolean =>
  genderOfRole(head) !== undefined || fitOf({ head, modifiers: new Set() }, { head, modifiers: new Set() }) > 0

/** Gives one a role, with the gender and the sense that its words tell. */
export function addRole(state: Gathering, draft: Draft, role: Role): void {
  if (draft.roles.some(({ start }) => start === role.start)) return
  draft.roles.push(role)
  const { words, from, to } = state.scene.around(role)
  const own = words.slice(from, to)
  draft.gender ??= genderOfWords(own.map((word) => word.lower).slice(-2))
  const sense = senseOf(own)
  if (sense) state.senses.set(draft, [...(state.senses.get(draft) ?? []), sense].slice(0, 12))
}
