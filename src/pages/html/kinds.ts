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

/** Class names, ids and item properties as they stand and as their words: `wp-caption-text` gives itself, `wp`, `caption`, `text`. */
function tokensOf(element: Element): { readonly raw: string[]; readonly whole: string[]; readonly parts: string[] } {
  const raw = [
    attribute(element, 'class'),
    attribute(element, 'id'),
    attribute(element, 'itemprop'),
    attribute(element, 'data-component'),
    attribute(element, 'data-testid'),
  ]
  const whole = raw.join(' ').slice(0, 400).split(/\s+/).filter(Boolean)
  const parts = whole.flatMap(partsOf)
  return { raw: whole, whole: whole.map((word) => word.toLowerCase()), parts }
}

/** "has-sidebar", "w-sidebar", "no-comments": what stands beside, not what this is. */
const BESIDE = /(?:^|[-_])(?:has|with|w|no|without|hide|show|is|not)[-_]/

/** Words that count as they stand alone only: WordPress gives an article `tag-rail-strike category-economy`. */
const ALONE: ReadonlySet<string> = new Set(['tag', 'topic', 'category'])

/** Marks an element by its own markup alone; what is inside inherits in `leaves`. */
export function kindsOf(element: Element): Kinds {
  const { raw, whole, parts } = tokensOf(element)
  const names = [...whole, ...parts]
  const kinds: { [kind in Kind]?: boolean } = {}
  for (const [kind, list] of KINDS)
    if ((WHOLE.has(kind) ? whole : names).some((name) => list.has(name))) kinds[kind] = true
  const furniture =
    TAGS[element.tagName] ??
    ROLES[attribute(element, 'role') ?? ''] ??
    [
      ...whole,
      ...raw
        .filter((name) => !BESIDE.test(name.toLowerCase()))
        .flatMap(partsOf)
        .filter((name) => !ALONE.has(name)),
    ]
      .map((name) => FURNITURE.get(name))
      .find(Boolean)
  return furniture === undefined ? kinds : { ...kinds, furniture }
}

/** Kinds whose words count as whole class names only, since they are parts of many. */
const WHOLE: ReadonlySet<Kind> = new Set<Kind>(['body', 'staff', 'date', 'kicker'])
