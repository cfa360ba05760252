import { describe, expect, it } from 'vitest'
import { articleOf } from '../index.ts'

const TEXT =
  `<p>${'The water rose over the dam in the night, and the town was cleared before dawn. '.repeat(4)}</p>`.repeat(3)
const shown = (inside: string): [string, string | undefined][] =>
  articleOf({
    bytes: new TextEncoder().encode(
      `<html><head><title>Dam breaks near Ormoz</title></head><body><main><h1>Dam breaks near Ormoz</h1>${TEXT}${inside}${TEXT}</main></body></html>`,
    ),
    type: 'text/html; charset=utf-8',
  }).captions.map(({ caption, credit }) => [caption, credit])

const CAPTION = 'Firemen carry sandbags to the broken dam on Monday.'
describe('captions and their credits', () => {
  it.each<[string, string, [string, string | undefined][]]>([
    [
      'in one line',
      `<figure><img src="/a.jpg"><figcaption>${CAPTION} Photo: Ana Roth</figcaption></figure>`,
      [[CAPTION, 'Ana Roth']],
    ],
    [
      'a name and an agency',
      `<figure><img src="/a.jpg"><figcaption><p>${CAPTION}</p><p>Ana Roth / AP</p></figcaption></figure>`,
      [[CAPTION, 'Ana Roth / AP']],
    ],
    [
      'a label in a block of its own',
      `<figure><img src="/a.jpg"><figcaption><p>${CAPTION}</p><p class="credit">Copyright</p><p class="credit">Ana Roth/AP</p></figcaption></figure>`,
      [[CAPTION, 'Ana Roth/AP']],
    ],
    [
      'below a figure',
      `<div><figure><img src="/a.jpg"><figcaption>${CAPTION}</figcaption></figure><p>© Ana Roth/Meridian</p></div>`,
      [[CAPTION, 'Ana Roth/Meridian']],
    ],
    [
      'without markup, between a picture and its credit',
      `<div class="sidebar"><img src="/a.jpg"><p>${CAPTION}</p><p>Image: Ana Roth</p></div>`,
      [[CAPTION, 'Ana Roth']],
    ],
    [
      'in a gallery',
      `<div class="carousel"><p>${CAPTION} (AP Photo/Ana Roth)</p></div>`,
      [[CAPTION, 'AP Photo/Ana Roth']],
    ],
    [
      'an agency in another script',
      `<figure><img src="/a.jpg"><figcaption>소방대원들이 월요일 무너진 댐으로 모래주머니를 나르고 있다. 연합뉴스</figcaption></figure>`,
      [['소방대원들이 월요일 무너진 댐으로 모래주머니를 나르고 있다.', '연합뉴스']],
    ],
    ['no paragraph beside a picture', `<img src="/a.jpg"><p>${CAPTION}</p><p>The mayor spoke at noon.</p>`, []],
  ])('%s', (_, inside, want) => expect(shown(inside)).toEqual(want))
})
