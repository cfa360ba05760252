import type { Generated, Kysely } from 'kysely'

/** Tables of a record, as Kysely knows them. What each is for stands with its SQL in `migrations.ts`. */
export interface Tables {
  text: { hash: string; words: Uint8Array }
  article: { id: string; newest: number }
  version: { id: Generated<number>; article: string; version: string; text: string; told: string; added: string }
  page: { version: number; about: string; bytes: Uint8Array }
  reading: { version: number; body: Uint8Array }
  removed: { article: string; at: string }
  decision: { id: string; article: string | null; body: string }
  applied: { decision: string; article: string; state: 'applied' | 'lost' | 'waiting'; item: string | null }
  item: {
    id: Generated<number>
    ref: string
    digest: string
    kind: string
    article: string
    published: string
    body: string
    outline: string | null
  }
  key: { key: number; item: number }
  link: { kind: string; source: number; target: number; why: string; score: number }
  cluster: { id: Generated<number>; kind: string; first: number; size: number }
  member: { kind: string; item: number; cluster: number }
  concerns: { article: string; decision: string }
  pair: { decision: string; says: 'merge' | 'split'; kind: string; one: number; other: number }
  part: { item: number; first: number }
  stale: { item: number }
  story: { id: string; body: string }
  story_of: { article: string; story: string }
  redirect: { id: string; heir: string }
  sentence_fts: { rowid: number; words: string; place: number; paragraph: number | null }
  held: { sentence: number; item: number; says: 0 | 1; start: number; end: number }
  name: { name: string; item: number; type: string }
  source: { version: number; article: string; outlet: string | null; day: string | null }
  unsearched: { version: number }
  linked: { way: string }
  entry: {
    story: string
    kind: string
    head: number
    digest: string
    a: string | number
    b: string
    word: string | null
    told: string | null
    facts: string
    items: string
  }
  unplaced: { item: number }
}

/** A record's database, or a transaction in it. */
export type Db = Kysely<Tables>
