import { pronounOf } from '../mentions/pronouns.ts'
import { genderOfRole } from '../mentions/roles.ts'
import type { Mention } from '../mentions.ts'
import { type Draft, draftOf, root } from './draft.ts'
import type { Gathering } from './gathering.ts'
import { fitOf, isBusiness, namesHead, type Sense, senseOf } from './nominals.ts'
import { addRole } from './roles.ts'
import { antecedent, genderOfWords } from './salience.ts'
import { speaks } from './speakers.ts'

/** Whom a description or a pronoun stands for, by rules; undefined where they tell nobody. */
export function resolve(state: Gathering, mention: Mention): Draft | undefined {
  if (mention.form === 'nominal') {
    const apposed = mention.type === 'person' ? state.apposed.get(mention.end) : undefined
    return apposed ? root(apposed) : (described(state, mention) ?? unnamed(state, mention))
  }
  const gender = pronounOf(state.scene.text.slice(mention.start, mention.end).toLowerCase())
  if (gender === 'plural') return severalBefore(state, mention)
  const found = gender && antecedent(state.memory, mention, gender, state.scene)
  if (!found || found.score < 0.5) return undefined
  if (found.score > 0.75) found.draft.gender ??= gender
  found.draft.leaning ??= gender
  return found.draft
}

// "they" as a speaker: the last description of several that spoke.
function severalBefore(state: Gathering, mention: Mention): Draft | undefined {
  const { words, from, to } = state.scene.around(mention)
  if (!speaks(words, from, to)) return undefined
  const line = state.scene.lineAt(mention.start)?.at ?? 0
  const last = [...state.wordings.values()].findLast(
    (draft) => draft.type === 'source' && /s$|^police$|people$/.test(draft.description ?? ''),
  )
  const near = last?.mentions.at(-1)
  return near && line - (state.scene.lineAt(near.start)?.at ?? 0) <= 4 ? last : undefined
}

const DEFINITE = /^(?:the|this|that|these|those|his|her|their|its|our)$|['’]s$/

/** Whom a definite description describes: a body whose name holds its head, a person of such a role, one of that kind named shortly before. */
export function described(state: Gathering, mention: Mention): Draft | undefined {
  const { words, from, to } = state.scene.around(mention)
  const own = words.slice(from, to)
  const definite = DEFINITE.test(own[0]?.lower ?? '') || own.some((word) => /^['’]s$/.test(word.lower))
  const sense = definite ? senseOf(own) : undefined
  if (!sense) return undefined
  if (mention.type === 'organization')
    return state.bodies.findLast((draft) => namesHead(root(draft), sense.head) || isBusiness(root(draft), sense.head))
  if (mention.type !== 'person') return undefined
  const person = byRole(state, sense)
  if (person) describeAs(state, person, mention, sense)
  return person ?? byKind(state, sense, mention)
}

// "the US defence chief" is a role too, where it says more than "the minister".
function describeAs(state: Gathering, draft: Draft, mention: Mention, { modifiers }: Sense): void {
  const { words, from, to } = state.scene.around(mention)
  const first = words[DEFINITE.test(words[from]?.lower ?? '') ? from + 1 : from]
  if (modifiers.size === 0 || !first || from + 1 >= to) return
  const text = state.scene.text.slice(first.start, mention.end)
  if (!draft.roles.some((role) => role.text.toLowerCase() === text.toLowerCase()))
    addRole(state, draft, { start: first.start, end: mention.end, text })
}

const FITS = 1.5

// The person whose role the description repeats, the last named of equals.
function byRole(state: Gathering, sense: Sense): Draft | undefined {
  let best: Draft | undefined
  let fit = FITS
  for (const [draft, senses] of state.senses) {
    const own =
      Math.max(...senses.map((role) => fitOf(sense, role))) +
      (state.memory.traces.some((trace) => trace.draft === draft) ? 0.3 : 0)
    if (own > fit) [best, fit] = [draft, own]
  }
  return best && root(best)
}

// "the 43-year-old", "the woman": the last person named who can be meant.
function byKind(state: Gathering, sense: Sense, mention: Mention): Draft | undefined {
  const gender = genderOfRole(sense.head)
  const aged = /^\d+-year-old$/.test(sense.head)
  if (!aged && !(gender && sense.modifiers.size === 0 && /^(?:man|woman|boy|girl)$/.test(sense.head))) return undefined
  const found = state.memory.traces.findLast(
    ({ draft, line }) =>
      (!gender || !draft.gender || draft.gender === gender) && (state.scene.lineAt(mention.start)?.at ?? 0) - line <= 4,
  )
  return found?.draft
}

/** A speaker whom the text does not name: a draft of its own, one with an earlier one only under the same words with "the". */
export function unnamed(state: Gathering, mention: Mention): Draft | undefined {
  const { words, from, to } = state.scene.around(mention)
  const wording = state.scene.text.slice(mention.start, mention.end).toLowerCase()
  const definite =
    /^the /.test(wording) ||
    (!/^(?:an?|one|another|some|several|many|two|three) /.test(wording) && mention.by === 'mentions/plural')
  const bare = wording.replace(/^(?:the|an?|one) /, '')
  const known = definite ? (state.wordings.get(wording) ?? state.indefinites.get(bare)) : undefined
  if (known) return root(known)
  if (!state.isSource(mention) && !speaks(words, from, to)) return undefined
  const draft = draftOf('source', 'entities/unnamed', 0.75)
  draft.description = wording
  draft.gender = genderOfWords([words[to - 1]?.lower ?? ''])
  state.wordings.set(definite ? wording : `${wording} ${mention.start}`, draft)
  if (/^(?:an?|one) /.test(wording)) state.indefinites.set(bare, draft)
  return draft
}
