import { describe, expect, it } from 'vitest'
import { readHtml } from '../html.ts'
import { isClock } from './entries.ts'

const TEXTS = [
  'The bridge at Arklow has been closed to all traffic since two o’clock, the county council says, because water stands above the roadway.',
  'Some 4,000 homes in the county are without power, according to the network’s operator, which expects to reach most of them by the evening.',
  'Schools in the south of the county stay shut on Monday, the education board says, and buses are sent by way of Woodenbridge.',
]
const page = (entries: readonly string[]) =>
  `<html><body><main><h1>Storm Berta: what we know so far</h1><div class="live">${entries.join('')}</div></main></body></html>`
const times = (html: string) =>
  readHtml(html, {}).blocks.flatMap(({ layout }) => (layout?.entry ? [[layout.entry.n, layout.entry.time]] : []))
const iso = (i: number) => `2026-11-02T1${i}:05:00Z`

describe('entries of a live blog', () => {
  it.each<[string, string, unknown[]]>([
    ['with times in the markup', page(TEXTS.map((text, i) => `<section><time datetime="${iso(i)}">1${i}:05</time><h2>News of the storm</h2><p>${text}</p></section>`)), [0, 1, 2].flatMap((i) => [[i + 1, iso(i)], [i + 1, iso(i)]])],
    ['with a heading above the time', page(TEXTS.map((text, i) => `<section><h2>News of the storm, part ${i}</h2><span class="time">1${i}:05</span><p>${text}</p></section>`)), [0, 1, 2].flatMap((i) => [[i + 1, `1${i}:05`], [i + 1, `1${i}:05`]])],
    ['with the time in the heading', page(TEXTS.map((text, i) => `<h3>1${i}.05 Uhr: News of the storm</h3><p>${text}</p>`)), [0, 1, 2].flatMap((i) => [[i + 1, `1${i}.05 Uhr`], [i + 1, `1${i}.05 Uhr`]])],
    ['no two', page(TEXTS.slice(0, 2).map((text) => `<h3>14:05</h3><p>${text}</p>`) ), []],
    ['no numbers', page(TEXTS.map((text, i) => `<p>${text}</p><p>4.9${i}</p><p>4.1${i} of all were more than before.</p>`)), []],
  ])('%s', (_, html, want) => expect(times(html)).toEqual(want)) // biome-ignore format: a table

  it.each<[string, boolean]>([
    ['14:05', true], ['4:14 p.m.', true], ['9h00', true], ['11.39 Uhr', true], ['06:10 GMT', true],
    ['4.96', false], ['25:10', false], ['14:75', false], ['14:05 and later', false], ['3:2', false], ['', false],
  ])('%s is a time: %s', (text, want) => expect(isClock(text)).toBe(want)) // biome-ignore format: a table
})
