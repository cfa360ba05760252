import {
  type Dirent,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { writeReason } from './failures.ts'
import { messages } from './messages.ts'
import { Failure } from './world.ts'

/** What lists the files of a published folder, so that it is known again. */
const LIST = 'onrecord-site.json'
const FORMAT = 'onrecord-site/1'
/** Plain words and slashes: no way out of the folder. */
const SAFE = /^[a-z0-9-]+(?:\/[a-z0-9-]+)*\.[a-z0-9]+(?:\.[a-z0-9]+)?$/

/** A folder that files are published into. */
export interface Folder {
  /** Says which files are to come, before the first is written: what breaks off is known again. */
  begin(paths: readonly string[]): void
  write(path: string, body: string): void
  /** Takes away what an earlier time wrote and this one did not, unless that is to stay. */
  end(stays: boolean): void
}

function listed(folder: string): ReadonlySet<string> {
  const file = join(folder, LIST)
  if (!existsSync(file)) return new Set()
  try {
    const list = JSON.parse(readFileSync(file, 'utf8')) as { format?: unknown; files?: unknown }
    if (list.format !== FORMAT || !Array.isArray(list.files)) return new Set()
    return new Set([LIST, ...list.files.filter((path): path is string => typeof path === 'string' && SAFE.test(path))])
  } catch {
    return new Set()
  }
}

const pathIn = (folder: string, { parentPath, name }: Dirent): string =>
  relative(folder, join(parentPath, name)).split(sep).join('/')

/** The first thing in a folder that no earlier time published; undefined where there is none. */
function otherThing(folder: string, own: ReadonlySet<string>): string | undefined {
  const folders = new Set(
    [...own].flatMap((file) => [...file.matchAll(/\//g)].map(({ index }) => file.slice(0, index))),
  )
  const open = [folder]
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = pathIn(folder, entry)
      // A folder may be left from before; one with nothing of ours in it is another's.
      if (entry.isDirectory() && folders.has(path)) open.push(join(at, entry.name))
      else if (!entry.isFile() || !own.has(path)) return path
    }
  return undefined
}

function withReason<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(messages.cannotWrite(path, writeReason(error)), { cause: error })
  }
}

// A file, and the folders that it leaves empty.
function take(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true })
  for (let at = dirname(path); at !== '.'; at = dirname(at)) {
    if (!existsSync(join(folder, at)) || readdirSync(join(folder, at)).length > 0) return
    rmdirSync(join(folder, at))
  }
}

/** Opens a folder to publish into, made where it is not there yet. Throws a Failure where it holds anything that was not published before. */
export function openFolder(folder: string): Folder {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found && !found.isDirectory()) throw new Failure(messages.notAFolder(folder))
  const earlier = found ? withReason(folder, () => listed(folder)) : new Set<string>()
  const other = found && withReason(folder, () => otherThing(folder, earlier))
  if (other) throw new Failure(messages.holdsOthers(folder, other))
  let coming: ReadonlySet<string> = new Set()
  const list = (files: Iterable<string>) =>
    writeFileSync(join(folder, LIST), `${JSON.stringify({ format: FORMAT, files: [...files].sort() }, null, 1)}\n`)
  return {
    begin: (paths) => {
      const bad = paths.find((path) => !SAFE.test(path))
      if (bad !== undefined) throw new RangeError(`not a path of a published folder: ${bad}`)
      coming = new Set(paths)
      withReason(folder, () => {
        mkdirSync(folder, { recursive: true })
        list([...new Set([...earlier, ...paths])].filter((path) => path !== LIST))
      })
    },
    write: (path, body) =>
      withReason(join(folder, path), () => {
        if (!coming.has(path)) throw new RangeError(`not a path that was to come: ${path}`)
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), body)
      }),
    end: (stays) =>
      withReason(folder, () => {
        if (stays) return
        for (const path of earlier) if (path !== LIST && !coming.has(path)) take(folder, path)
        list(coming)
      }),
  }
}
