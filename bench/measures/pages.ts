import { type PageDoc, scorePages } from '../score/pages.ts'
import type { Measure } from './measure.ts'

// The block model has learnt from these pages, so these figures are floors and no more: training/pages/crossed.ts measures by site.
const pages = (name: string, shown: readonly string[]): Measure => ({
  name,
  file: `${name}/dev.jsonl.gz`,
  shown,
  measure: async (docs, reader) =>
    scorePages(
      docs as readonly PageDoc[],
      (docs as readonly PageDoc[]).map(({ id, url, html }) => {
        const article = reader.article({
          bytes: new TextEncoder().encode(html),
          type: 'text/html; charset=utf-8',
          url,
          id,
        })
        return { ...article, id }
      }),
    ),
})

export const pagesAeb = pages('pages-aeb', ['body_f1', 'body_accuracy'])
export const pagesFundus = pages('pages-fundus', [
  'body_f1', 'body_accuracy', 'headline_exact', 'authors_f1', 'published_same_day', 'captions_f1', 'credits_f1', 'captions_in_body', 'standfirst_in_body',
]) // biome-ignore format: a list to be read
export const pagesWcxb = pages('pages-wcxb', ['body_f1', 'headline_exact', 'authors_f1', 'published_same_day'])
/** Of no page of this corpus has the block model learnt; rules for fields were written with these in sight. */
export const pagesMetadata = pages('pages-metadata', [
  'headline_exact',
  'authors_f1',
  'published_same_day',
  'segment_f1',
])
