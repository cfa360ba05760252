import { describe, expect, it } from 'vitest'
import { elementsOf, rootOf, textIn, treeOf } from './tree.ts'

const WORDS = Array.from({ length: 2000 }, (_, i) => `w${i}`).join(' ')

describe('a page as a tree', () => {
  it.each<[string, string, string]>([
    ['a long text', `<p>${WORDS}`, WORDS],
    ['texts beside elements', '<p>a<b>b</b>c<i>d</i>e f', 'abcde f'],
    ['a text that goes on behind a formatting tag', `<b><p>${WORDS}</b> more`, `${WORDS} more`],
    [
      'a text that a table does not allow',
      'one <table>two <tr><td>x</td></tr>three</table> four',
      'one two threex four',
    ],
    ['a text before a long one that a table does not allow', `one <table>${WORDS}<tr><td>x`, `one ${WORDS}x`],
    ['a style and a script', '<style>a {}</style><script>let a = 1</script>x', 'x'],
    ['a script that holds data', '<script type="application/ld+json">{"a": 1}</script>x', '{"a": 1}x'],
  ])('has all of its words, in order: %s', (_, html, want) => {
    const { document } = treeOf(html)
    expect(textIn(rootOf(document), 1e6)).toBe(want)
  })

  it('says where each text stands in the source', () => {
    const html = `<p>${WORDS}</p><table>two<tr><td>x</table>`
    const texts = elementsOf(rootOf(treeOf(html).document)).flatMap(({ childNodes }) =>
      childNodes.filter((node) => 'value' in node),
    )
    for (const text of texts) {
      const { startOffset = 0, endOffset = 0 } = text.sourceCodeLocation ?? {}
      expect(html.slice(startOffset, endOffset)).toBe(text.value)
    }
    expect(texts.length).toBe(3)
  })
})
