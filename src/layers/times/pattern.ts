/** What a pattern reads: the word at a place and the readings of a class there. */
export interface Source<Value> {
  /** Lower-case word at a place; empty past the end. */
  word(at: number): string
  /** Every reading of a word class that begins at a place: where it ends and what it says. */
  read(kind: string, at: number): readonly Reading<Value>[]
}

/** A stretch of words that a class or a pattern matched, `end` exclusive. */
export interface Reading<Value> {
  readonly end: number
  readonly value: Value
}

/** What a pattern's names caught. */
export type Caught<Value> = ReadonlyMap<string, Value>

type Node =
  | { readonly kind: 'words'; readonly words: ReadonlySet<string> }
  | { readonly kind: 'class'; readonly name: string; readonly of: string }
  | { readonly kind: 'choice'; readonly of: readonly (readonly Node[])[]; readonly optional: boolean }

/** A compiled pattern, with the words and classes it can begin with. */
export interface Pattern {
  readonly nodes: readonly Node[]
  readonly firsts: ReadonlySet<string>
}

/**
 * Compiles a pattern. Words are lower case, `a|b` is either; a class is upper case; `n:CLASS` catches what it says under `n`; `( … )` groups,
 * `( … / … )` is one of several; `?` after a word, class or group makes it optional. Throws on a pattern that is not closed.
 */
export function compile(source: string): Pattern {
  const parts = source.match(/\(|\)\??|\/(?=\s)|[^\s()]+/g) ?? []
  const { nodes, next } = sequence(parts, 0)
  if (next !== parts.length) throw new Error(`Pattern is not closed: ${source}`)
  return { nodes, firsts: firstsOf(nodes).words }
}

function sequence(parts: readonly string[], from: number): { nodes: Node[]; next: number } {
  const nodes: Node[] = []
  let at = from
  for (; at < parts.length; at++) {
    const part = parts[at] ?? ''
    if (part.startsWith(')') || part === '/') break
    if (part === '(') {
      const group = choice(parts, at + 1)
      nodes.push(group.node)
      at = group.next
    } else nodes.push(leaf(part))
  }
  return { nodes, next: at }
}

function choice(parts: readonly string[], from: number): { node: Node; next: number } {
  const of: Node[][] = []
  let at = from
  for (;;) {
    const { nodes, next } = sequence(parts, at)
    of.push(nodes)
    if (parts[next] !== '/') return { node: { kind: 'choice', of, optional: parts[next] === ')?' }, next }
    at = next + 1
  }
}

function leaf(part: string): Node {
  const optional = part.length > 1 && part.endsWith('?')
  const bare = optional ? part.slice(0, -1) : part
  const colon = bare.indexOf(':')
  const of = bare.slice(colon + 1)
  const node: Node = /^[A-Z]/.test(of)
    ? { kind: 'class', name: colon < 0 ? '' : bare.slice(0, colon), of }
    : { kind: 'words', words: new Set(bare.split('|')) }
  return optional ? { kind: 'choice', of: [[node]], optional } : node
}

function firstsOf(nodes: readonly Node[]): { words: Set<string>; empty: boolean } {
  const words = new Set<string>()
  for (const node of nodes) {
    if (node.kind === 'class') words.add(node.of)
    else if (node.kind === 'words') for (const word of node.words) words.add(word)
    else {
      const inner = node.of.map(firstsOf)
      for (const first of inner) for (const word of first.words) words.add(word)
      if (node.optional || inner.some(({ empty }) => empty)) continue
    }
    return { words, empty: false }
  }
  return { words, empty: true }
}

type Done<Value> = (end: number, caught: Map<string, Value>) => void

const NONE: readonly never[] = []

// Most patterns fail at their first word.
function canBegin<Value>(node: Node | undefined, source: Source<Value>, at: number): boolean {
  if (node?.kind === 'words') return node.words.has(source.word(at))
  return node?.kind !== 'class' || source.read(node.of, at).length > 0
}

/** Every way that a pattern matches from a place on. Patterns do not repeat and classes do not nest in themselves, so this ends soon. */
export function matches<Value>(pattern: Pattern, source: Source<Value>, at: number): readonly Reading<Caught<Value>>[] {
  if (!canBegin(pattern.nodes[0], source, at)) return NONE
  const found: Reading<Caught<Value>>[] = []
  run(pattern.nodes, 0, source, at, new Map(), (end, caught) => {
    if (end > at) found.push({ end, value: new Map(caught) })
  })
  return found
}

function run<Value>(
  nodes: readonly Node[],
  step: number,
  source: Source<Value>,
  at: number,
  caught: Map<string, Value>,
  done: Done<Value>,
): void {
  const node = nodes[step]
  if (!node) {
    done(at, caught)
    return
  }
  const go = (end: number): void => run(nodes, step + 1, source, end, caught, done)
  if (node.kind === 'words') {
    if (node.words.has(source.word(at))) go(at + 1)
  } else if (node.kind === 'class') {
    for (const { end, value } of source.read(node.of, at)) {
      const before = caught.get(node.name)
      if (node.name) caught.set(node.name, value)
      go(end)
      if (!node.name) continue
      if (before === undefined) caught.delete(node.name)
      else caught.set(node.name, before)
    }
  } else {
    for (const option of node.of) run(option, 0, source, at, caught, go)
    if (node.optional) go(at)
  }
}
