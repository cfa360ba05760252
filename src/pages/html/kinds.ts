import { attribute, type Element } from './tree.ts'
import words from './words.json' with { type: 'json' }

/** What an element's own name, class, id and role say that it holds. */
export interface Kinds {
  /** Why it is furniture, if it is: `navigation`, `sharing` … */
  readonly furniture?: string
  readonly body?: boolean
  readonly standfirst?: boolean
  readonly byline?: boolean
  readonly caption?: boolean
  readonly credit?: boolean
  readonly correction?: boolean
  readonly date?: boolean
  readonly kicker?: boolean
  readonly staff?: boolean
}
type Kind = Exclude<keyof Kinds, 'furniture'>

const FURNITURE: ReadonlyMap<string, string> = new Map(
  Object.entries(words.furniture).flatMap(([reason, list]) => list.map((word) => [word, reason] as const)),
)
const KINDS: readonly (readonly [Kind, ReadonlySet<string>])[] = (
  ['body', 'standfirst', 'byline', 'caption', 'credit', 'correction', 'date', 'kicker', 'staff'] as const
).map((kind) => [kind, new Set(words[kind])])

const TAGS: Readonly<Record<string, string>> = {
  nav: 'navigation',
  footer: 'footer',
  aside: 'sidebar',
  dialog: 'popup',
  form: 'form',
  menu: 'navigation',
  button: 'form',
  select: 'form',
}
const ROLES: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  banner: 'navigation',
  contentinfo: 'footer',
  complementary: 'sidebar',
  dialog: 'popup',
  search: 'form',
  alertdialog: 'popup',
}

/** `wp-captionText` → wp, caption, text. */
const partsOf = (word: string): string[] =>
  word
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_:]+/)

/** Attributes whose words say what an element holds. */
const TELLING: ReadonlySet<string> = new Set(['class', 'id', 'itemprop', 'data-component', 'data-testid'])

/** The words of an element's telling attributes. */
function namesOf({ attrs }: Element): string {
  let names = ''
  for (const { name, value } of attrs) if (TELLING.has(name)) names += names ? ` ${value}` : value
  return names.slice(0, 400)
}

/** "has-sidebar", "w-sidebar", "no-comments": what stands beside, not what this is. */
const BESIDE = /(?:^|[-_])(?:has|with|w|no|without|hide|show|is|not)[-_]/

/** Words that count as they stand alone only: WordPress gives an article `tag-rail-strike category-economy`. */
const ALONE: ReadonlySet<string> = new Set(['tag', 'topic', 'category'])

/** Kinds whose words count as whole class names only, since they are parts of many. */
const WHOLE: ReadonlySet<Kind> = new Set<Kind>(['body', 'staff', 'date', 'kicker'])

/** What one class name or id says. */
interface Word {
  readonly kinds: readonly Kind[]
  /** Why it is furniture, as it stands and by its parts. */
  readonly whole?: string | undefined
  readonly part?: string | undefined
}

/** `wp-caption-text` counts as it stands and as `wp`, `caption`, `text`. */
function wordOf(raw: string): Word {
  const [whole, parts] = [raw.toLowerCase(), partsOf(raw)]
  const kinds = KINDS.filter(
    ([kind, list]) => list.has(whole) || (!WHOLE.has(kind) && parts.some((part) => list.has(part))),
  )
  const part = BESIDE.test(whole) ? undefined : parts.find((name) => FURNITURE.has(name) && !ALONE.has(name))
  return {
    kinds: kinds.map(([kind]) => kind),
    whole: FURNITURE.get(whole),
    part: part === undefined ? undefined : FURNITURE.get(part),
  }
}

function kindsIn(words: readonly Word[]): Kinds {
  const kinds: { [kind in Kind]?: boolean } = {}
  for (const word of words) for (const kind of word.kinds) kinds[kind] = true
  const furniture = words.find(({ whole }) => whole)?.whole ?? words.find(({ part }) => part)?.part
  return furniture === undefined ? kinds : { ...kinds, furniture }
}

/** Marks elements by their own markup alone; what is inside inherits in `leaves`. A page's elements share names and words: each is looked up once a page. */
export function kindsReader(): (element: Element) => Kinds {
  const known = new Map<string, Word>()
  const lookUp = (raw: string): Word => {
    const word = known.get(raw) ?? wordOf(raw)
    known.set(raw, word)
    return word
  }
  const read = new Map<string, Kinds>()
  const readAll = (names: string): Kinds => {
    const kinds = read.get(names) ?? kindsIn(names.split(/\s+/).filter(Boolean).map(lookUp))
    read.set(names, kinds)
    return kinds
  }
  return (element) => {
    if (!element.attrs.length) return marked(NONE, TAGS[element.tagName])
    const names = namesOf(element)
    const kinds = names === '' ? NONE : readAll(names)
    const role = attribute(element, 'role')
    return marked(kinds, TAGS[element.tagName] ?? (role === undefined ? undefined : ROLES[role]))
  }
}

const NONE: Kinds = {}
const marked = (kinds: Kinds, furniture: string | undefined): Kinds =>
  furniture === undefined ? kinds : { ...kinds, furniture }
