import { type Cue, cueOf, cueOfPair } from './cues.ts'
import { lineStart, type Paragraph, type Stretch } from './paragraph.ts'
import { phraseEnding } from './subjects.ts'

/** A verb group that may signal an attribution: the verb with what helps it ("has also said"). */
export interface Verb extends Stretch {
  readonly cue: Cue
  /** Index of the verb proper. */
  readonly at: number
  /** "was asked", "is expected": the subject is not who says it. */
  readonly passive: boolean
}

const AUXILIARY =
  /^(?:has|had|have|is|was|are|were|be|been|being|did|does|do|will|would|could|should|can|may|might|must|didn['’]t|doesn['’]t|don['’]t|won['’]t|hasn['’]t|hadn['’]t|haven['’]t|isn['’]t|wasn['’]t|not|never|['’]s|['’]ve|['’]d)$/
const ADVERB =
  /^(?:also|later|then|now|still|once|even|already|again|just|previously|earlier|recently|further|often|always|only|soon|first|publicly|\w+ly)$/
const NOUNISH = /^(?:the|a|an|this|that|his|her|its|their|our|my|no|any|of|in|for|by|from|with|s|['’]s)$/
const BE = /^(?:is|was|are|were|be|been|being)$/

// How far left the verb's helpers reach.
function groupStart(p: Paragraph, verb: number): number {
  let from = verb
  const first = lineStart(p, verb)
  while (from > first && (p.quoted[from - 1] ?? -1) === (p.quoted[verb] ?? -1) && helps(p, from - 1)) from--
  // Adverbs at the head belong to the sentence, not to the verb; "'s" there marks an owner.
  while (from < verb && from === first && ADVERB.test(p.words[from]?.lower ?? '')) from++
  return from
}

const helps = (p: Paragraph, at: number): boolean => {
  const lower = p.words[at]?.lower ?? ''
  return AUXILIARY.test(lower) || ADVERB.test(lower)
}

function cueAt(p: Paragraph, at: number): { readonly cue: Cue; readonly to: number } | undefined {
  const word = p.words[at]
  if (
    word?.kind !== 'word' ||
    (/^\p{Lu}/u.test(word.text) && at > 0 && p.line[at - 1] === p.line[at] && (p.quoted[at - 1] ?? -1) < 0)
  )
    return undefined
  const next = p.words[at + 1]
  const pair = next && cueOfPair(word.lower, next.lower)
  if (pair) return { cue: pair, to: at + 2 }
  const cue = cueOf(word.lower)
  return cue && { cue, to: at + 1 }
}

// "the report", "his claims", "a charge": a noun that looks like the verb.
function isNoun(p: Paragraph, at: number, cue: Cue, from: number): boolean {
  const before = p.words[at - 1]
  if (!before || p.line[at - 1] !== p.line[at]) return cue.form === 'base' || cue.form === 'third'
  if (/^['’]s$/.test(before.lower) && (cue.form === 'base' || cue.form === 'third')) return true
  if (from < at) return false
  if (NOUNISH.test(before.lower)) return true
  if (before.lower === 'to') return true
  if (cue.form !== 'base' && cue.form !== 'third') return false
  if (before.text === ',' || (p.quoted[at - 1] ?? -1) >= 0) return false
  const subject = phraseEnding(p, at)
  if (!subject) return true
  const plural = /s$|^(?:they|we|i|you|who|people|police)$/.test(before.lower)
  return cue.form === 'base' ? !plural : /^(?:they|we|i|you)$/.test(before.lower)
}

/** The verbs of a paragraph that may signal an attribution, outside quotations, in order. */
export function verbsIn(p: Paragraph): readonly Verb[] {
  const found: Verb[] = []
  for (let at = 0; at < p.words.length; at++) {
    if ((p.quoted[at] ?? -1) >= 0) continue
    const here = cueAt(p, at)
    if (!here) continue
    const from = groupStart(p, at)
    if (isNoun(p, at, here.cue, from)) continue
    const passive = here.cue.form === 'past' && p.words.slice(from, at).some(({ lower }) => BE.test(lower))
    found.push({ cue: here.cue, at, from, to: here.to, passive })
    at = here.to - 1
  }
  return found
}
