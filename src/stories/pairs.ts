import { byTaking, type Decided, type Pairing } from '../decisions/index.ts'
import { BY_PERSON, type Never } from './cluster.ts'
import type { Ref } from './items.ts'
import type { Link, LinkKind } from './links.ts'
import { refOf } from './offer/source.ts'

const LETTERS: Readonly<Record<string, LinkKind>> = { e: 'entity', a: 'statement', v: 'happening' }

/** The kind of links that join items of a reading with an id like this one; undefined for what is never joined. */
export const linkKindOf = (item: string): LinkKind | undefined => LETTERS[item.slice(0, item.indexOf(':'))]

/** What a person's merge or split says of two items that are both there. */
export interface Joining {
  readonly decision: Pairing
  readonly kind: LinkKind
  readonly one: Ref
  readonly other: Ref
}

/** Links that people made, and pairs that they split. */
export interface Joinings {
  readonly all: readonly Joining[]
  readonly links: readonly Link[]
  readonly never: readonly Never[]
  /** Ids of decisions in whose place a later one about the same two items holds. */
  readonly overruled: ReadonlySet<string>
}

interface Ends {
  readonly decision: Pairing
  readonly target?: Ref
  readonly other?: Ref
}

function endsIn(decided: readonly Decided[]): readonly Ends[] {
  const found = new Map<string, Ends>()
  for (const { reading, pairs = [] } of decided)
    for (const { decision, target, other } of pairs)
      found.set(decision.id, {
        ...{ decision, ...found.get(decision.id) },
        ...(target === undefined ? {} : { target: refOf(reading, target) }),
        ...(other === undefined ? {} : { other: refOf(reading, other) }),
      })
  return [...found.values()].sort((a, b) => byTaking(a.decision, b.decision))
}

const kindOf = (ref: Ref): LinkKind | undefined => linkKindOf(ref.slice(ref.lastIndexOf('#') + 1))

/** What merges and splits say of items, whose ends may lie in two articles: of the same two items the last one taken holds. Pure. */
export function joiningsOf(decided: readonly Decided[]): Joinings {
  const found = new Map<string, Joining>()
  const overruled = new Set<string>()
  for (const { decision, target, other } of endsIn(decided)) {
    const kind = target === undefined ? undefined : kindOf(target)
    if (target === undefined || other === undefined || target === other || !kind || kind !== kindOf(other)) continue
    const [one, two] = target < other ? [target, other] : [other, target]
    const before = found.get(`${one} ${two}`)
    if (before) overruled.add(before.decision.id)
    found.set(`${one} ${two}`, { decision, kind, one, other: two })
  }
  const all = [...found.values()]
  const merges = all.filter(({ decision }) => decision.kind === 'merge')
  return {
    all,
    links: merges.map(({ kind, one, other }) => ({ kind, from: one, to: other, why: BY_PERSON, score: 1 })),
    never: all.flatMap(({ decision, one, other }) => (decision.kind === 'split' ? [[one, other] as const] : [])),
    overruled,
  }
}
