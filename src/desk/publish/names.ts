import { hashOf } from '../../text/hash.ts'

const PLAIN = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/
// Names that some systems keep for devices, and the one that a folder's own page has.
const TAKEN = /^(?:con|prn|aux|nul|com\d|lpt\d|index)$/
const HASHED = /-[0-9a-f]{12}$/

/**
 * A file's or a folder's name for an id: the id itself where it is a plain word, else what is plain of it and a hash. Different ids have
 * different names, whatever they hold; no name leads to another folder.
 */
export function fileName(id: string): string {
  if (PLAIN.test(id) && !TAKEN.test(id) && !HASHED.test(id)) return id
  const plain = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  // As JSON: halves of characters stay apart.
  return `${plain || 'x'}-${hashOf(JSON.stringify(id)).slice(0, 12)}`
}

/** The file of a page of the desk, by its path without a query: `/stories/y1/timeline` is `stories/y1/timeline.html`. */
export function pageFile(path: string): string {
  const parts = path.split('/').filter(Boolean).map(decoded).map(fileName)
  // A story's front stands in its folder, beside its views.
  if (parts.length <= 2) return [...parts, 'index.html'].join('/')
  return `${parts.join('/')}.html`
}

/** The file of what a page offers to download, by its address and the name that it is given there. */
export function downloadFile(address: URL, given: string): string {
  const parts = address.pathname.split('/').filter(Boolean).map(decoded)
  const values = [...address.searchParams.values()].filter(Boolean)
  const ending = /\.([a-z0-9]+(?:\.[a-z0-9]+)?)$/.exec(given)?.[1] ?? 'txt'
  const [folder, name] = [parts.slice(0, 2), [...parts.slice(2, -1), ...values].join('-')]
  return `${[...folder, name].map(fileName).join('/')}.${ending}`
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The way from one file of the site to another. */
export function wayTo(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')]
  let same = 0
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/')
}
