import { type Span, spanAt } from '../../text/span.ts'
import type { Role } from '../entities.ts'
import { pronounOf } from '../mentions/pronouns.ts'
import { genderOfRole, roleAfter, roleBefore, roleIs, skipHonorifics } from '../mentions/roles.ts'
import type { Word } from '../mentions/words.ts'
import type { Mention } from '../mentions.ts'
import { type Draft, draftOf, join, merge, root } from './draft.ts'
import { type Equation, explained, neighbours } from './equal.ts'
import { fitOf, isBusiness, namesHead, type Sense, senseOf } from './nominals.ts'
import { personsOf } from './persons.ts'
import { antecedent, genderOfWords, type Memory, remember } from './salience.ts'
import { byBlock, type Scene } from './scene.ts'
import { speaks } from './speakers.ts'
import { thingsOf } from './things.ts'

/** The state of gathering one article's entities. */
interface Gathering {
  readonly scene: Scene
  readonly drafts: Map<Mention, Draft>
  readonly senses: Map<Draft, Sense[]>
  readonly wordings: Map<string, Draft>
  /** The last "a former employee", for "the former employee" after it. */
  readonly indefinites: Map<string, Draft>
  /** Ends of descriptions that stand in front of a name between commas, with whom they describe. */
  readonly apposed: Map<number, Draft>
  readonly memory: Memory
  readonly bodies: Draft[]
  /** Whether the tagger took a mention for the source of a statement. */
  isSource(mention: Mention): boolean
}

/** The entities of an article as drafts, by their mentions. Names first, then what equates them, then descriptions and pronouns in order of place. */
export function gather(
  scene: Scene,
  mentions: readonly Mention[],
  sources: readonly Span[],
): ReadonlyMap<Mention, Draft> {
  const names = mentions.filter(({ form }) => form === 'name')
  const persons = names.filter(({ type }) => type === 'person')
  const things = names.filter(({ type }) => type !== 'person')
  const drafts = new Map([
    ...personsOf(persons, scene.text, (mention) => addressOf(scene, mention)),
    ...thingsOf(things, scene.text),
  ])
  const state: Gathering = {
    scene,
    drafts,
    senses: new Map(),
    wordings: new Map(),
    indefinites: new Map(),
    apposed: new Map(),
    memory: { traces: [] },
    bodies: [],
    isSource: (mention) => leads(sources, mention),
  }
  for (const equation of neighbours(scene.text, names)) equate(state, equation)
  addRoles(state, persons)
  for (const mention of mentions) place(state, mention)
  explainNames(state, names, mentions)
  return drafts
}

// A source's first description is who speaks: "|a spokesman| for the ministry".
const leads = (sources: readonly Span[], mention: Mention): boolean => {
  const source = spanAt(sources, mention.start)
  return source !== undefined && mention.start - source.start <= 4 && mention.end <= source.end
}

const draftAt = (state: Gathering, mention: Mention): Draft | undefined => {
  const draft = state.drafts.get(mention)
  return draft && root(draft)
}

function equate(state: Gathering, { one, other, by, score }: Equation): void {
  const [a, b] = [draftAt(state, one), draftAt(state, other)]
  if (!a || !b || a === b || (a.type === 'person') !== (b.type === 'person')) return
  merge(a, b, score)
  a.by = by
  if (a.type === 'misc') a.type = b.type
}

// Gender by the address in front: "Mrs Reed", "Sir Alan".
function addressOf(scene: Scene, mention: Mention): Draft['gender'] {
  const { words, from } = scene.around(mention)
  const first = skipHonorifics(words, from)
  return genderOfWords(words.slice(first, from).map((word) => word.lower))
}

function addRoles(state: Gathering, persons: readonly Mention[]): void {
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

function addRole(state: Gathering, draft: Draft, role: Role): void {
  if (draft.roles.some(({ start }) => start === role.start)) return
  draft.roles.push(role)
  const { words, from, to } = state.scene.around(role)
  const own = words.slice(from, to)
  draft.gender ??= genderOfWords(own.map((word) => word.lower).slice(-2))
  const sense = senseOf(own)
  if (sense) state.senses.set(draft, [...(state.senses.get(draft) ?? []), sense].slice(0, 12))
}

/** Puts one mention, in order of place, to the entity it stands for. */
function place(state: Gathering, mention: Mention): void {
  const draft = mention.form === 'name' ? draftAt(state, mention) : resolve(state, mention)
  if (!draft) return
  if (mention.form !== 'name') {
    join(draft, mention, state.scene.text)
    state.drafts.set(mention, draft)
  }
  if (draft.type === 'person' || (draft.type === 'source' && mention.type === 'person'))
    remember(state.memory, draft, mention, state.scene)
  else if (mention.form === 'name' && draft.type === 'organization') state.bodies.push(draft)
}

function resolve(state: Gathering, mention: Mention): Draft | undefined {
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

function described(state: Gathering, mention: Mention): Draft | undefined {
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
function unnamed(state: Gathering, mention: Mention): Draft | undefined {
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

// "another name for the jihadists": the description's entity is the body named most before it that it can describe.
function explainNames(state: Gathering, names: readonly Mention[], mentions: readonly Mention[]): void {
  const named = byBlock(state.scene.blocks, names)
  const all = byBlock(
    state.scene.blocks,
    mentions.filter(({ form }) => form !== 'pronoun'),
  )
  state.scene.blocks.forEach((block, at) => {
    for (const equation of explained(state.scene.text, block, named[at] ?? [], all[at] ?? [])) {
      if (equation.other.form === 'name') equate(state, equation)
      else equateDescribed(state, equation)
    }
  })
}

function equateDescribed(state: Gathering, { one, other, by, score }: Equation): void {
  const a = draftAt(state, one)
  const known = draftAt(state, other)
  const b = known && known.type !== 'source' ? known : mostNamed(state, other, a)
  if (!a || !b || a === b || (a.type === 'person' && isWhole(a))) return
  merge(b, a, score)
  b.by = by
  if (b.type === 'misc') b.type = 'organization'
}

// A person surely: a full name, a role or a gender.
const isWhole = (draft: Draft): boolean =>
  draft.roles.length > 0 || draft.gender !== undefined || [...draft.names.keys()].some((name) => /\s/.test(name))

function mostNamed(state: Gathering, before: Mention, except: Draft | undefined): Draft | undefined {
  const count = new Map<Draft, number>()
  for (const [mention, draft] of state.drafts) {
    const own = root(draft)
    if (mention.form !== 'name' || mention.end > before.start || own.type !== 'organization' || own === except) continue
    count.set(
      own,
      (count.get(own) ?? 0) +
        (/^ (?:group|movement|militants|fighters|jihadists|party)\b/.test(
          state.scene.text.slice(mention.end, mention.end + 12),
        )
          ? 2
          : 1),
    )
  }
  return [...count].sort((x, y) => y[1] - x[1])[0]?.[0]
}
