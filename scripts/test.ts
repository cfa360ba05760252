// Every check, in order of cost; the first that fails ends the run. Closes with the runner's counts.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, installBrowser } from './browser.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BIN = join(ROOT, 'node_modules', '.bin')

function run(title: string, command: string, args: readonly string[], env: Record<string, string> = {}): number {
  console.log(`\n── ${title}`)
  const shell = process.platform === 'win32'
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell, env: { ...process.env, ...env } })
  return status ?? 1
}

function must(title: string, command: string, args: readonly string[]): void {
  const status = run(title, command, args)
  if (status === 0) return
  console.log(`\n${title}: failed`)
  process.exit(status)
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numFailedTestSuites: number
}

function unitAndBrowser(browser: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'))
  const file = join(folder, 'report.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const status = run('tests', join(BIN, 'vitest'), args, { ONRECORD_BROWSER: browser })
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  rmSync(folder, { recursive: true })
  const skipped = report.numPendingTests ? `, ${report.numPendingTests} skipped` : ''
  console.log(`\n${report.numPassedTests} passed, ${report.numFailedTests} failed${skipped}`)
  return status || (report.numFailedTests + report.numFailedTestSuites > 0 ? 1 : 0)
}

must('types', join(BIN, 'tsc'), ['--noEmit'])
must('lint', join(BIN, 'biome'), ['check', '.'])
must('build', process.execPath, ['scripts/build.ts'])
// Where there is none, the browser tests say so themselves, and fail.
process.exit(unitAndBrowser(findBrowser() ?? installBrowser() ?? ''))
