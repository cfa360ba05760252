import { covers, type Span, trimmed } from '../../src/text/span.ts'
import { byId, type Doc, type Figures, rates, sharedOf, Tally } from './figures.ts'

export interface NameDoc extends Doc {
  readonly mentions?: readonly (Span & { readonly type: string; readonly form?: string; readonly score?: number })[]
  /** Where only parts of a text were annotated: predictions elsewhere do not count. */
  readonly scored?: readonly Span[]
}

/** Keys `start-end-type` of the names of a document that are of the wanted types, each once. */
export function namesOf(
  doc: NameDoc | undefined,
  text: string,
  types: readonly string[],
  scored?: readonly Span[],
): Set<string> {
  const keys = new Set<string>()
  for (const mention of doc?.mentions ?? []) {
    if (!types.includes(mention.type) || (mention.form ?? 'name') !== 'name') continue
    if (scored && !scored.some((part) => covers(part, mention))) continue
    const span = trimmed(text, mention)
    if (span) keys.add(`${span.start}-${span.end}-${mention.type}`)
  }
  return keys
}

/** Names by exact span and type, as in the CoNLL-2003 shared task; `span_…` without the type. */
export function scoreNames(
  gold: readonly NameDoc[],
  predicted: readonly NameDoc[],
  types: readonly string[] = ['person', 'organization', 'location', 'misc'],
): Figures {
  const found = byId(predicted)
  const tallies = new Map(['all', ...types, 'span'].map((name) => [name, new Tally()]))
  const add = (name: string, want: Set<string>, got: Set<string>) =>
    tallies.get(name)?.add(sharedOf(want, got), got.size, want.size)
  for (const doc of gold) {
    const want = namesOf(doc, doc.text ?? '', types)
    const got = namesOf(found.get(doc.id), doc.text ?? '', types, doc.scored)
    add('all', want, got)
    for (const type of types) add(type, ofType(want, type), ofType(got, type))
    add('span', spansOf(want), spansOf(got))
  }
  const figures: Figures = { documents: gold.length }
  for (const [name, tally] of tallies) Object.assign(figures, rates(name, tally))
  return figures
}

const ofType = (keys: Set<string>, type: string): Set<string> =>
  new Set([...keys].filter((key) => key.endsWith(`-${type}`)))
const spansOf = (keys: Set<string>): Set<string> => new Set([...keys].map((key) => key.slice(0, key.lastIndexOf('-'))))
