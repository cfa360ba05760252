import { expect, it } from 'vitest'
import { openReader } from '../../bench/reader.ts'
import { memoryRecord } from './memory.ts'
import { lookAt } from './served.ts'

const ATTACK = `<img src=x onerror="window.hit=1"><svg onload="window.hit=1"><a href="javascript:window.hit=1">go</a></svg>`

const PAGE = `<!doctype html><html lang="en"><head>
<title>Mayor opens bridge &lt;script&gt;window.hit=1&lt;/script&gt;</title>
<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
<style>body { display: none } @import url(https://evil.example/a.css)</style>
<link rel="stylesheet" href="https://evil.example/b.css">
<script>window.hit = 1</script>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Mayor opens bridge <script>window.hit=1</script>","datePublished":"2026-04-07",
"author":{"name":"<img src=x onerror=window.hit=1>"},"publisher":{"name":"\\"><script>window.hit=1<\\/script>"},"url":"javascript:window.hit=1"}</script>
</head><body onload="window.hit=1">
<article><h1>Mayor opens bridge <b onclick="window.hit=1">&lt;script&gt;window.hit=1&lt;/script&gt;</b></h1>
<p>The mayor opened the bridge in Lyon on Tuesday. ${ATTACK} Two hundred people came to see the ribbon cut at noon.</p>
<p style="position:fixed">“&lt;img src=x onerror=window.hit=1&gt; is what I say,” said Ana "&gt;&lt;script&gt;window.hit=1&lt;/script&gt; Keller, the mayor of the town.</p>
<p>Anna Keller, the mayor, said the &lt;/span&gt;&lt;/p&gt;&lt;script src=https://evil.example/x.js&gt;&lt;/script&gt; bridge would stay open. <iframe srcdoc="<script>parent.hit=1</script>"></iframe></p>
<p>The <form action="https://evil.example/"><button>bridge</button></form> cost 12 million euros, the council said on Wednesday.</p>
<figure><img src="https://evil.example/p.png"><figcaption>The bridge &lt;svg/onload=window.hit=1&gt; at noon</figcaption></figure>
</article></body></html>`

it('nothing of a page but its words reaches the desk', async () => {
  const reader = await openReader('linear')
  const page = {
    bytes: new TextEncoder().encode(PAGE),
    type: 'text/html',
    url: 'javascript:window.hit=1',
    id: '"><script>hit',
  }
  const record = memoryRecord([await reader.reading(page)])
  const desk = await lookAt(record)
  const { page: look, faults } = await desk.open()
  const id = '/articles/%22%3E%3Cscript%3Ehit'
  const story = (await record.stories())[0]?.id
  const paths = [
    '/',
    id,
    `${id}?at=0-40&story=${story}`,
    ...['', '/timeline', '/statements', '/cast'].map((view) => `/stories/${story}${view}`),
  ]
  const asked =
    '?words=<script>window.hit=1</script>&from="><script>window.hit=1</script>&who="><img src=x onerror=window.hit=1>'
  for (const path of [...paths, `/stories/${story}/timeline${asked}`, `${id}?form=<script>&layers="><script>`]) {
    await look.goto(path)
    const found = await look.locator('html').evaluate((html) => ({
      hit: html.ownerDocument.defaultView.hit,
      brought: [...html.querySelectorAll('iframe, img, object, embed, base, style, link, script')]
        .map(({ outerHTML }) => outerHTML)
        .filter(
          (brought) => !/^<(?:link|script)[^>]* (?:href|src)="(?:\/assets\/desk\.(?:css|js)|data:,)"/.test(brought),
        ),
      attributes: [...html.querySelectorAll('*')].flatMap((one) =>
        one.getAttributeNames().filter((name: string) => name.startsWith('on') || name === 'style'),
      ),
      leads: [...html.querySelectorAll('[href], [action], [src]')]
        .map((one) => one.getAttribute('href') ?? one.getAttribute('action') ?? one.getAttribute('src'))
        .filter((to) => !/^(?:\/(?!\/)|#|data:,$)/.test(to)),
    }))
    expect([path, found]).toEqual([path, { hit: undefined, brought: [], attributes: [], leads: [] }])
  }
  await look.goto(id)
  expect(await look.textContent('main')).toContain('<img src=x onerror=window.hit=1> is what I say')
  expect(faults).toEqual({ errors: [], elsewhere: [] })
  await desk.close()
})
