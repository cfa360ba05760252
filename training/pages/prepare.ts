/** Pages to rows of features with the part of each leaf: `node prepare.ts --corpora DIR --out NAME` writes NAME.rows and NAME.parts. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { FEATURES } from '../../src/pages/html/features.ts'
import { groundOf } from '../../src/pages/html/ground.ts'
import { CORPORA, pagesOf, siteOf } from './corpora.ts'
import { partsOf } from './parts.ts'

const { values } = parseArgs({ options: { corpora: { type: 'string' }, out: { type: 'string' } } })
const { corpora, out } = values
if (!corpora || !out) throw new Error('wanted: --corpora DIR --out NAME')

const rows: Buffer[] = []
const lines: string[] = []
for (const corpus of CORPORA)
  for (const page of pagesOf(corpora, corpus)) {
    const { leaves, rows: found } = groundOf(page.html)
    const parts = partsOf(leaves, page.gold)
    rows.push(Buffer.from(found.numbers.buffer))
    leaves.forEach((leaf, i) => {
      const words = leaf.text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0
      lines.push(
        JSON.stringify({ corpus, id: page.id, site: siteOf(page.url), part: parts[i], words, text: leaf.text }),
      )
    })
  }
writeFileSync(`${out}.rows`, Buffer.concat(rows))
writeFileSync(`${out}.parts`, lines.join('\n'))
writeFileSync(`${out}.features`, JSON.stringify(FEATURES))
console.log(`${lines.length} leaves, ${FEATURES.length} features`)
