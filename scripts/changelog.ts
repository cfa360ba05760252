// Makes CHANGELOG.md from the bodies of commits: lines that begin with FEATURE:, FIX: or BREAKING:.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

const TITLES = { BREAKING: 'Breaking changes', FEATURE: 'New', FIX: 'Mended' } as const
type Kind = keyof typeof TITLES

interface Entry {
  readonly release: string
  readonly kind: Kind
  readonly text: string
}

/** Commits, newest first, each under the release it went out with: a commit "Mark version X" opens that release. */
function entriesOf(log: string): Entry[] {
  let release = 'Unreleased'
  return log.split('\0').flatMap((message) => {
    const version = /^\s*Mark version (\S+)/.exec(message)?.[1]
    if (version) release = version
    return Array.from(message.matchAll(/^(BREAKING|FEATURE|FIX): (.+)$/gm), ([, kind, text]) => ({
      release,
      kind: kind as Kind,
      text: sentenceOf(text ?? ''),
    }))
  })
}

/** A line of a commit as a sentence; a name of the code at its beginning stays as it is. */
function sentenceOf(text: string): string {
  const [first = ''] = text.split(' ')
  const begun = /^\p{Ll}+(?:['’]\p{Ll}+)?[,;:]?$/u.test(first) ? text.charAt(0).toUpperCase() + text.slice(1) : text
  return /[.!?]$/.test(begun) ? begun : `${begun}.`
}

function changelogOf(entries: readonly Entry[]): string {
  const releases = [...new Set(entries.map(({ release }) => release))]
  const section = (release: string, kind: Kind) => {
    const lines = entries.filter((entry) => entry.release === release && entry.kind === kind)
    return lines.length ? [`\n### ${TITLES[kind]}\n`, ...lines.map(({ text }) => `- ${text}`)] : []
  }
  const parts = releases.flatMap((release) => [
    `\n## ${release}`,
    ...(Object.keys(TITLES) as Kind[]).flatMap((kind) => section(release, kind)),
  ])
  return `# Changelog\n\nMade from the commits by \`node scripts/changelog.ts\`.\n${parts.join('\n')}\n`
}

const log = execFileSync('git', ['log', '--format=%B%x00'], { encoding: 'utf8', maxBuffer: 1 << 28 })
writeFileSync(new URL('../CHANGELOG.md', import.meta.url), changelogOf(entriesOf(log)))
