import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { PageLine } from './parts.ts'

/** What the block model learns from. */
export const CORPORA = ['pages-aeb', 'pages-fundus', 'pages-wcxb']

/** The pages of a corpus's development file. */
export function pagesOf(corpora: string, corpus: string): PageLine[] {
  const text = gunzipSync(readFileSync(join(corpora, corpus, 'dev.jsonl.gz'))).toString()
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

/** The registrable part of a host, near enough: pages of one site are never on both sides of a split. */
export function siteOf(url: string): string {
  return new URL(url).hostname.split('.').slice(-2).join('.')
}
