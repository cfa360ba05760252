// Builds dist/ from src/, and data/built/ from the place data packages.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildGazetteer } from './gazetteer.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DIST = join(ROOT, 'dist')
const STAMP = join(DIST, '.built')

/** When the newest file of a folder was changed; milliseconds. */
const newest = (folder: string): number =>
  Math.max(
    0,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name)).mtimeMs),
  )

const upToDate = (): boolean => {
  if (!existsSync(STAMP)) return false
  const inputs = [
    newest(join(ROOT, 'src')),
    ...['package.json', 'tsconfig.json', 'tsconfig.build.json'].map((f) => statSync(join(ROOT, f)).mtimeMs),
  ]
  return Number(readFileSync(STAMP, 'utf8')) >= Math.max(...inputs)
}

function compile(): void {
  rmSync(DIST, { recursive: true, force: true })
  const started = Date.now()
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
  const assets = join(ROOT, 'src', 'desk', 'assets')
  if (existsSync(assets)) cpSync(assets, join(DIST, 'desk', 'assets'), { recursive: true })
  const main = join(DIST, 'cli', 'main.js')
  if (existsSync(main)) chmodSync(main, 0o755)
  writeFileSync(STAMP, String(started))
}

await buildGazetteer(ROOT)
if (!upToDate()) compile()
