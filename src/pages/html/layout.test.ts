import { expect, it } from 'vitest'
import { layoutsOf } from './layout.ts'
import { leavesOf } from './leaves.ts'
import { rootOf, treeOf } from './tree.ts'

const layouts = (body: string) => {
  const { leaves } = leavesOf(rootOf(treeOf(`<html><body>${body}</body></html>`).document))
  return layoutsOf(leaves)
}
const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

it.each<[string, unknown[]]>([
  ['<p>a</p>', [undefined]],
  ['<h3>a</h3>', [{ level: 3 }]],
  ['<ul><li>a</li><li><p>b</p><p>c</p></li></ul>', [1, 2, 2].map((n) => ({ item: { list: 1, n, depth: 1, ordered: false } }))],
  ['<ul><li>a<ol><li>b</li></ol></li></ul>', [{ item: { list: 1, n: 1, depth: 1, ordered: false } }, { item: { list: 2, n: 2, depth: 2, ordered: true } }]],
  ['<li>a</li>', [undefined]],
  ['<blockquote><p>a</p></blockquote>', [{ quote: true }]],
  [`<table>${row('a', 'b')}${row('c', '<p>d</p><p>e</p>')}</table>`, [[1, 1], [1, 2], [2, 3], [2, 4], [2, 4]].map(([r, n]) => ({ cell: { table: 1, row: r, n } }))],
  [`<table>${row('a', 'b')}</table>`, [undefined, undefined]],
  [`<table>${row('a')}${row('b')}</table>`, [undefined, undefined]],
  [`<table>${row('a', 'b')}${row('c', 'long '.repeat(70))}</table>`, [undefined, undefined, undefined, undefined]],
])('%s', (body, want) => expect(layouts(body)).toEqual(want)) // biome-ignore format: a table

it('takes time in line with the depth of a page', () => {
  const started = performance.now()
  layouts(`${'<div>'.repeat(20_000)}${'<p>a</p>'.repeat(2000)}`)
  expect(performance.now() - started).toBeLessThan(3000)
})
