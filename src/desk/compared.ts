import type { Reading } from '../readings/reading.ts'
import { type Comparison, compare } from '../stories/compare.ts'
import type { ArticleRow } from '../stories/rows.ts'
import { address, storyPath } from './addresses.ts'
import { dateOf } from './days.ts'
import { say } from './labels.ts'
import type { Scene, Shown } from './scene.ts'

/** One version of an article, as addresses name it: `ARTICLE@VERSION`, or the article alone for its newest. */
export const versionName = (article: string, version?: string): string =>
  version === undefined ? article : `${article}@${version}`

/** The page on which two versions stand side by side. */
export const comparePath = (story: string, a: string, b: string): string =>
  address(`${storyPath(story)}/compare`, { a, b })

/** The article's row and the version that a name in an address stands for. */
export function versionNamed(
  scene: Scene,
  name: string,
): { readonly row: ArticleRow; readonly version: string } | undefined {
  const whole = scene.articles.get(name)
  if (whole) return { row: whole, version: whole.version }
  const at = name.lastIndexOf('@')
  const [row, version] = [scene.articles.get(name.slice(0, at)), name.slice(at + 1)]
  return row?.versions.includes(version) ? { row, version } : undefined
}

/** What a version is called beside another: its outlet and day, and which version where there are several. */
export function calledOf(row: ArticleRow, version: string): string {
  const printed = [row.outlet, row.published && dateOf(row.published)].filter(Boolean).join(', ') || row.id
  const n = row.versions.indexOf(version) + 1
  return row.versions.length > 1
    ? `${printed} · ${say('version {n} of {of}', { n, of: row.versions.length })}`
    : printed
}

/** Two texts compared, with what they are called and where they stand side by side. */
export interface Pair {
  readonly left: Reading
  readonly right: Reading
  readonly called: { readonly left: string; readonly right: string }
  readonly comparison: Comparison
  readonly path: string
}

// A record's readings never change under one version; a decision that does change them changes no words.
const compared = new WeakMap<Scene['articles'], Map<string, Comparison>>()

function comparisonOf(scene: Scene, left: Reading, right: Reading): Comparison {
  const known = compared.get(scene.articles) ?? new Map<string, Comparison>()
  compared.set(scene.articles, known)
  const key = `${left.id}@${left.version} ${right.id}@${right.version}`
  const made = known.get(key) ?? compare(left, right)
  known.set(key, made)
  return made
}

/** Compares two versions of a story's articles; undefined where one is not there. */
export async function pairOf(
  { scene, read }: Pick<Shown, 'scene' | 'read'>,
  a: string,
  b: string,
): Promise<Pair | undefined> {
  const [one, other] = [versionNamed(scene, a), versionNamed(scene, b)]
  const left = one && (await read(one.row.id, one.version))
  const right = other && (await read(other.row.id, other.version))
  if (!one || !other || !left || !right) return undefined
  return {
    left,
    right,
    called: { left: calledOf(one.row, one.version), right: calledOf(other.row, other.version) },
    comparison: comparisonOf(scene, left, right),
    path: comparePath(scene.story.id, a, b),
  }
}

/** Every two neighbouring versions of an article, the earlier first. */
export const editsOf = ({ id, versions }: ArticleRow): readonly (readonly [string, string])[] =>
  versions.slice(1).map((version, at) => [versionName(id, versions[at]), versionName(id, version)] as const)
