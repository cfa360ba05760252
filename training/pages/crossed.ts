/**
 * Reads each page by the block model that did not learn from its site: `node crossed.ts --corpora DIR --weights NAME`, where NAME0.json … NAME4.json
 * are what train.py wrote with `--without 0` … `--without 4`.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { scorePages } from '../../bench/score/pages.ts'
import { weightsOf } from '../../src/pages/html/weigh.ts'
import { articleOf } from '../../src/pages/index.ts'
import { CORPORA, pagesOf, siteOf } from './corpora.ts'

const GROUPS = 5

const { values } = parseArgs({ options: { corpora: { type: 'string' }, weights: { type: 'string' } } })
const { corpora, weights } = values
if (!corpora || !weights) throw new Error('wanted: --corpora DIR --weights NAME')

const models = Array.from({ length: GROUPS }, (_, k) =>
  weightsOf(JSON.parse(readFileSync(`${weights}${k}.json`, 'utf8'))),
)
for (const corpus of CORPORA) {
  const pages = pagesOf(corpora, corpus)
  const read = pages.map(({ id, url, html }) => {
    const page = { bytes: new TextEncoder().encode(html), type: 'text/html; charset=utf-8', url, id }
    return { ...articleOf(page, models[groupOf(siteOf(url))]), id }
  })
  const figures = Object.entries(scorePages(pages, read))
  console.log(corpus, figures.map(([name, value]) => `${name} ${Number(value.toFixed(4))}`).join('  '))
}

/** The same group as in train.py. */
function groupOf(site: string): number {
  return Number.parseInt(createHash('sha256').update(site).digest('hex').slice(0, 8), 16) % GROUPS
}
