import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLES, linesOf, ran } from './terminal.ts'

const ROOT = join(import.meta.dirname, '..')
const PAGE = 'meridian-0305-toll.html'
const folder = mkdtempSync(join(tmpdir(), 'onrecord-pack-'))
const home = join(folder, 'empty')

// The Node of the tests, as in a shell of its own: what npm says of the package whose tests run must not lead npm back into it.
const env: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(?:npm_(?:package|lifecycle|config_(?:local_|global_)?prefix|command)|INIT_CWD|NODE_ENV|NODE_OPTIONS|VITEST)/i.test(
          name,
        ),
    ),
  ),
  PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
}

async function command(file: string, argv: readonly string[], cwd: string): Promise<string> {
  const shell = process.platform === 'win32'
  const { stdout } = await promisify(execFile)(file, [...argv], { cwd, env, shell, maxBuffer: 1 << 26 })
  return stdout
}

const script = (name: string, text: string): Promise<string> => {
  writeFileSync(join(home, name), text)
  return command(process.execPath, ['--disable-warning=ExperimentalWarning', name], home)
}

let files: readonly string[] = []

beforeAll(async () => {
  mkdirSync(home)
  await command('npm', ['pack', '--pack-destination', folder], ROOT)
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  const quietly = [
    '--prefer-offline',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--fetch-retries=1',
  ]
  await command('npm', ['install', ...quietly, join(folder, tarball)], home)
  files = readdirSync(join(home, 'node_modules/onrecord'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(home, 'node_modules/onrecord/').length))
  copyFileSync(join(EXAMPLES, PAGE), join(home, 'page.html'))
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true }))

/** What is published. */
const PUBLISHED: readonly RegExp[] = [
  /^dist\/.+(?:\.js|\.d\.ts|\.json|\/assets\/[a-z]+\.[a-z]+)$/,
  /^data\/built\/gazetteer\.bin$/,
  /^models\/[a-z]+\/(?:CARD\.md|[a-z]+\.(?:bin\.br|phrases\.bin|bin|json|onnx|txt))$/,
  /^examples\/story\/pages\/[\w-]+\.(?:html|txt)$/,
  /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|NOTICE)$/,
]

describe('the package', () => {
  it('holds what is needed, and nothing else', () => {
    expect(files.filter((file) => !PUBLISHED.some((known) => known.test(file)) || /\.test\./.test(file))).toEqual([])
    for (const known of PUBLISHED) expect(files.filter((file) => known.test(file))).not.toEqual([])
    expect(files.filter((file) => file.startsWith('examples')).length).toBe(readdirSync(EXAMPLES).length)
  })

  it('reads a page with npx, as from the source', async () => {
    const out = await command('npx', ['--no-install', 'onrecord', 'read', 'page.html'], home)
    expect(linesOf(out)).toHaveLength(1)
    expect(out).toBe((await ran(['read', join(EXAMPLES, PAGE), '--reader', 'neural'])).out)
  })

  it('keeps pages in a record, and verifies it', async () => {
    const npx = (...argv: readonly string[]) => command('npx', ['--no-install', 'onrecord', ...argv], home)
    expect(await npx('add', join('node_modules', 'onrecord', 'examples'))).toMatch(/^added 24 · new versions 2 · /)
    expect(await npx('verify')).toBe('all is well: every citation of 24 articles equals its words\n')
  })

  it('gives the library, and each of its other doors', async () => {
    const out = await script(
      'doors.mjs',
      `import { articleOf, readArticle, storyOf } from 'onrecord'
import { openGazetteer, openTagger } from 'onrecord/node'
import { openRecord } from 'onrecord/record'
import { serveDesk } from 'onrecord/desk'
const record = await openRecord('doors.db')
const { url, close } = await serveDesk(record, { port: 0 })
const { status } = await fetch(url)
await close()
await record.close()
console.log(JSON.stringify([[articleOf, readArticle, storyOf, openGazetteer, openTagger].map((one) => typeof one), status]))`,
    )
    expect(JSON.parse(out)).toEqual([Array(5).fill('function'), 200])
  })

  it("runs the README's example", async () => {
    const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? []
    const out = await script('readme.mjs', `${example}\nconsole.log((await story.stories()).length)`)
    expect(linesOf(out).at(-1)).toBe('1')
    expect(linesOf(out).length).toBeGreaterThan(3)
    expect(out).toMatch(/^\p{Lu}\S+ .*\[/mu)
  })

  it('carries types that a strict compiler takes', async () => {
    const text = `import { type Reading, storyOf } from 'onrecord'\nexport const titles = async (readings: readonly Reading[]): Promise<string[]> =>\n  (await (await storyOf(readings)).stories()).map(({ id }) => id)\n`
    writeFileSync(join(home, 'typed.ts'), text)
    const options = { strict: true, module: 'nodenext', target: 'esnext', noEmit: true, types: [] }
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['typed.ts'] }))
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
    expect(await command(process.execPath, [compiler, '-p', '.'], home).catch(({ stdout }) => stdout)).toBe('')
  })
})
