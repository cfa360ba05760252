import { type Span, spanAt } from '../../text/span.ts'
import type { Mention } from '../mentions.ts'
import { type Draft, merge, root } from './draft.ts'
import { type Equation, explained, neighbours } from './equal.ts'
import { draftAt, type Gathering } from './gathering.ts'
import { personsOf } from './persons.ts'
import { type Phrasing, placePhrases } from './phrased.ts'
import { place } from './place.ts'
import { addRoles, addressOf } from './roles.ts'
import { byBlock, type Scene } from './scene.ts'
import { thingsOf } from './things.ts'

/** The entities of an article as drafts, by their mentions. Names first, then what equates them, then descriptions and pronouns in order of place. */
export function gather(
  scene: Scene,
  mentions: readonly Mention[],
  sources: readonly Span[],
  reading: Phrasing | undefined,
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
    met: new Set(),
    bodies: [],
    isSource: (mention) => leads(sources, mention),
  }
  for (const equation of neighbours(scene.text, names)) equate(state, equation)
  addRoles(state, persons)
  if (reading) placePhrases(state, mentions, reading)
  else for (const mention of mentions) place(state, mention)
  explainNames(state, names, mentions)
  return drafts
}

// A source's first description is who speaks: "|a spokesman| for the ministry".
const leads = (sources: readonly Span[], mention: Mention): boolean => {
  const source = spanAt(sources, mention.start)
  return source !== undefined && mention.start - source.start <= 4 && mention.end <= source.end
}

function equate(state: Gathering, { one, other, by, score }: Equation): void {
  const [a, b] = [draftAt(state, one), draftAt(state, other)]
  if (!a || !b || a === b || (a.type === 'person') !== (b.type === 'person')) return
  merge(a, b, score)
  a.by = by
  if (a.type === 'misc') a.type = b.type
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
