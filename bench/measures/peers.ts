import { fieldsBy, PEERS } from '../peers/index.ts'
import type { Figures } from '../score/figures.ts'
import { type PageDoc, scorePages } from '../score/pages.ts'
import type { Measure } from './measure.ts'

// What other programs make of the same pages, by the same scorer: each figure with the program's name before it.
const peers = (corpus: string, figures: readonly string[]): Measure => ({
  name: corpus.replace('pages-', 'peers-'),
  file: `${corpus}/dev.jsonl.gz`,
  shown: PEERS.flatMap(({ name }) => figures.map((figure) => `${name}_${figure}`)),
  measure: async (docs) => {
    const all: Record<string, number> = {}
    for (const peer of PEERS) {
      const found = []
      for (const { id, html, url } of docs as readonly PageDoc[])
        found.push({ ...(await fieldsBy(peer, html, url)), id })
      const scored: Figures = scorePages(docs as readonly PageDoc[], found)
      for (const [figure, value] of Object.entries(scored)) all[`${peer.name}_${figure}`] = value
    }
    return all
  },
})

const BODY = ['body_f1', 'body_accuracy']
const FIELDS = ['headline_exact', 'authors_f1', 'published_same_day']

export const peersAeb = peers('pages-aeb', BODY)
export const peersFundus = peers('pages-fundus', [...BODY, ...FIELDS, 'captions_in_body', 'standfirst_in_body'])
export const peersWcxb = peers('pages-wcxb', [...BODY, ...FIELDS])
export const peersMetadata = peers('pages-metadata', FIELDS)
