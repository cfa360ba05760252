import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const ROOT = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')

/** Paths below src/ as `folder/…/file.ts`, with their text. */
const FILES = readdirSync(new URL('src/', ROOT), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => `${parentPath}/${name}`.replace(/^.*?\/src\/+/, ''))
  .sort()
const SOURCES = FILES.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts')).map((file) => ({
  file,
  text: read(`src/${file}`),
}))
const SHIPPED = SOURCES.filter(({ file }) => !/\.test\.tsx?$/.test(file))

/** The folder that a path below src/ lies in; the file itself when it lies in none. */
const folderOf = (file: string): string => file.split('/', 1)[0] ?? ''

/** The table of ARCHITECTURE.md: what each folder may import, in the order of the flow. */
const ROWS = readRows(read('ARCHITECTURE.md'))

function readRows(document: string): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = new Map<string, ReadonlySet<string>>()
  for (const [, name = '', may = ''] of document.matchAll(/^\| `src\/([\w.]+)\/?` \| ([^|]*) \|/gm)) {
    rows.set(name, new Set(allowed(may.trim(), rows)))
  }
  return rows
}

function allowed(may: string, above: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const names = [...above.keys()]
  if (may === '–') return []
  if (may.startsWith('all')) return names.filter((name) => !may.endsWith(`but ${name}`))
  const [from, to] = may.split(' … ')
  if (from && to) return names.slice(names.indexOf(from), names.indexOf(to) + 1)
  if (may.startsWith('+ ')) return [...(above.get(names.at(-1) ?? '') ?? []), ...may.slice(2).split(' ')]
  return may.split(' ')
}

/** What a file imports, types included. */
const importsOf = (text: string): string[] =>
  [...text.matchAll(/^(?:import|export)\b[^'"`;]*?\bfrom '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    ([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '',
  )

/** The package of `@hono/zod-openapi` and `hono/jsx`. */
const packageOf = (from: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from

/** The path below src/ that a relative import names. */
const target = (file: string, from: string): string => new URL(from, `file:///${file}`).pathname.slice(1)

/** A text without its comments. */
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

/** From text to exports nothing touches the world, but where the data that come with the package are opened. */
const OPENERS = new Set(['tagger/open.ts', 'gazetteer/open.ts'])
const CORE = [...ROWS.keys()].slice(0, [...ROWS.keys()].indexOf('exports') + 1)
const PURE = SHIPPED.filter(({ file }) => CORE.includes(folderOf(file)) && !OPENERS.has(file))

const WORLD =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bperformance\b|\bprocess\b|\bfetch\(|\bglobalThis\b|\bset(?:Timeout|Interval|Immediate)\b|\bcrypto\.|\bconsole\./g

describe('the table of ARCHITECTURE.md', () => {
  it('names every folder and entry, and none that is not there', () => {
    expect([...ROWS.keys()].sort()).toEqual([...new Set(FILES.map(folderOf))].sort())
  })

  it('is in the order of the flow: each folder imports from those above it', () => {
    const names = [...ROWS.keys()]
    for (const [name, may] of ROWS)
      for (const other of may)
        expect(names.indexOf(other), `${name} imports ${other}`).toBeLessThan(names.indexOf(name))
  })
})

describe('imports', () => {
  it.each([...ROWS])('%s imports only from the folders of its row', (folder, may) => {
    const wrong = SHIPPED.filter(({ file }) => folderOf(file) === folder).flatMap(({ file, text }) =>
      importsOf(text)
        .filter((from) => from.startsWith('.'))
        .map((from) => target(file, from))
        .filter((to) => folderOf(to) !== folder && !may.has(folderOf(to)))
        .map((to) => `${file} imports ${to}`),
    )
    expect(wrong).toEqual([])
  })

  it('are of packages that are dependencies, or of Node', () => {
    const { dependencies, optionalDependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >
    const wrong = SOURCES.flatMap(({ file, text }) => {
      const known = { ...dependencies, ...optionalDependencies, ...(file.includes('.test.') ? devDependencies : {}) }
      return importsOf(text)
        .filter((from) => !/^(?:\.|node:)/.test(from) && !(packageOf(from) in known))
        .map((from) => `${file} imports ${from}`)
    })
    expect(wrong).toEqual([])
  })

  it('of a contract name no list of its members', () => {
    const contracts = SHIPPED.filter(({ file }) =>
      /^(inputs\/input|layers\/layer|views\/view|exports\/export)\.ts$/.test(file),
    )
    expect(contracts).toHaveLength(4)
    for (const { text } of contracts) expect(importsOf(text)).not.toContain('./index.ts')
  })
})

describe('the pure core', () => {
  it.each(CORE)('%s has no clock, chance, network, files or globals', (folder) => {
    const wrong = PURE.filter(({ file }) => folderOf(file) === folder).flatMap(({ file, text }) =>
      [
        ...importsOf(text).filter((from) => from.startsWith('node:')),
        ...(withoutComments(text).match(WORLD) ?? []),
      ].map((what) => `${file}: ${what}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('how it is written', () => {
  it('file names are one lower-case word', () => {
    const names = FILES.filter((file) => !/^(?:[a-z]+\/)*[a-z]+(?:\.test|\.d)?\.[a-z]+$/.test(file))
    expect(names).toEqual([])
  })

  it('files are under 500 lines', () => {
    const long = SOURCES.filter(({ text }) => text.split('\n').length > 500).map(({ file }) => file)
    expect(long).toEqual([])
  })

  it('functions are under 60 lines', () => {
    const long = SHIPPED.flatMap(({ file, text }) =>
      [...text.matchAll(/^(?:export )?(?:async )?(?:function\*? |const )(\w+)[^\n]*\{\n([\s\S]*?)^[})]/gm)]
        .filter(([whole]) => /function|=>/.test(whole.split('\n', 1)[0] ?? ''))
        .filter(([, , body = '']) => body.split('\n').length > 60)
        .map(([, name]) => `${file}: ${name}`),
    )
    expect(long).toEqual([])
  })

  it('exports have names', () => {
    expect(SOURCES.filter(({ text }) => /^export default\b/m.test(text)).map(({ file }) => file)).toEqual([])
  })

  it('nothing is of type any', () => {
    const wrong = SOURCES.filter(({ text }) => /(?::\s*|\bas |<|\| )any\b(?! [a-z])/.test(withoutComments(text)))
    expect(wrong.map(({ file }) => file)).toEqual([])
  })

  it('every exported name has a comment that says what it means', () => {
    const bare = SHIPPED.flatMap(({ file, text }) => undocumented(text).map((name) => `${file}: ${name}`))
    expect(bare).toEqual([])
  })
})

/** Exported names without a doc comment above them or above the block of lines in which they stand. */
function undocumented(text: string): string[] {
  const lines = text.split('\n')
  const above = (i: number): boolean => {
    const line = lines[i - 1]?.trim() ?? ''
    return line.endsWith('*/') || (line !== '' && above(i - 1))
  }
  return lines.flatMap((line, i) => {
    const name = /^export (?:async )?(?:const|function\*?|type|interface|class) (\w+)/.exec(line)?.[1]
    return name && !above(i) ? [name] : []
  })
}
