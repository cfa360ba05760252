import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Article } from '../articles/article.ts'
import { articleOf } from './index.ts'

const FOLDER = join(import.meta.dirname, '../../test/pages')

/** What a page of `test/pages` is: every field that `expected.json` may name. */
function shown(article: Article) {
  const words = (...parts: readonly string[]) =>
    article.blocks.filter(({ part }) => parts.includes(part)).map(({ start, end }) => article.text.slice(start, end))
  const paragraphs = words('paragraph')
  return {
    headline: article.headline,
    standfirst: article.standfirst,
    authors: article.authors,
    dateline: article.dateline,
    published: article.published,
    publishedIsStated: article.found.published?.stated,
    modified: article.modified,
    outlet: article.outlet,
    section: article.section,
    language: article.language,
    captions: article.captions.map(({ caption, credit, image }) => [caption, credit, image].filter(Boolean)),
    subheadings: words('subheading'),
    related: article.related.map(({ text }) => text),
    corrections: article.corrections,
    furniture: words('furniture'),
    removed: article.removed.map(({ text }) => text),
    paragraphs: paragraphs.length,
    first: paragraphs[0],
    last: paragraphs.at(-1),
    notices: article.notices.map(({ rule }) => rule),
  }
}

const read = (name: string): Article => {
  const html = join(FOLDER, name, 'page.html')
  return existsSync(html)
    ? articleOf({ bytes: readFileSync(html), type: 'text/html', url: `https://news.example/${name}` })
    : articleOf({ bytes: readFileSync(join(FOLDER, name, 'page.txt')), type: 'text/plain' })
}

describe('whole pages', () => {
  it.each(readdirSync(FOLDER))('%s', (name) => {
    const expected = JSON.parse(readFileSync(join(FOLDER, name, 'expected.json'), 'utf8'))
    const all = shown(read(name))
    expect(Object.fromEntries(Object.entries(all).filter(([key]) => key in expected))).toEqual(expected)
  })
})
