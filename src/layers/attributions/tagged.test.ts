import { describe, expect, it } from 'vitest'
import { articleOver, rulesOnly, saying } from '../../../test/reading.ts'
import { readArticle } from '../../readings/read.ts'
import type { Label, Tag } from '../../tagger/tagger.ts'

const ROLES: Readonly<Record<string, Label>> = { s: 'source', c: 'cue', k: 'content' }

/** A text whose tags stand in it: `{s The mayor} {c said} {k she would go}.` */
function marked(text: string): { readonly plain: string; readonly tags: readonly Tag[] } {
  const tags: Tag[] = []
  let plain = ''
  for (const { 0: piece, 1: role, 2: words } of text.matchAll(/\{([sck]) ([^}]+)\}|[^{]+/g)) {
    const start = plain.length
    plain += words ?? piece
    const label = ROLES[role ?? '']
    if (label) tags.push({ start, end: plain.length, label, score: 0.9 })
  }
  return { plain, tags }
}

/** "[source] {cue} <content>", one a statement. */
async function all(text: string): Promise<string> {
  const { plain, tags } = marked(text)
  const tools = await rulesOnly()
  const labels: ReadonlySet<Label> = new Set(Object.values(ROLES))
  const tagger = { name: 'made', labels, tag: async () => tags }
  const { attributions } = await readArticle(articleOver(plain), { ...tools, tagger })
  return attributions
    .map(({ source, cue, content }) => `[${saying(plain, source)}] {${saying(plain, cue)}} <${saying(plain, content)}>`)
    .join(' | ')
}

const TABLE: readonly (readonly [text: string, want: string])[] = [
  ['{s The mayor} {c said} {k she would go}.', '[The mayor] {said} <she would go>'],
  ['{k Twenty people} {c were confirmed} dead.', '[] {were confirmed} <Twenty people>'],
  ['{s This combination of photos} {c shows} {k the mayor, left}. {s He} {c said} {k no}.', '[He] {said} <no>'],
  ['{k Six judges} {c were named} by the council.', '[the council] {were named} <Six judges>'],
  ['{c Citing} {k the storm}, {s the mayor} closed the port.', '[the mayor] {Citing} <the storm>'],
  [
    '{k “The dam has held,”} {s the mayor} {c said}, {c referring to} {k the flood}. {k “We were lucky.”}',
    '[the mayor] {said} <“The dam has held,” … “We were lucky.”> | [the mayor] {referring to} <the flood>',
  ],
  ['{s The mayor} {c said} {k that she would go. The port was shut}.', '[The mayor] {said} <that she would go>'],
  [
    '{s The paper} {c seized on} {k Lena Abara’s claim that the dam was safe}.',
    '[Lena Abara’s] {claim} <that the dam was safe>',
  ],
  [
    '{s The paper} {c took} {k one of her lines as a title: “We held on to what we had.”}',
    '[The paper] {took one of her lines as a title:} <“We held on to what we had.”>',
  ],
  [
    'When {s Tomas Odell} {c asked about} {k the dam}, the mayor smiled and {c said}, {k “It held.”}',
    '[Tomas Odell] {asked about} <the dam> | [the mayor] {said} <“It held.”>',
  ],
]

describe('tagged statements', () => {
  it.each(TABLE)('%s', async (text, want) => expect(await all(text)).toBe(want))

  it.each([
    ['where only pronouns are said', '{s The mayor} {c rejected} {k it}.', [0.5]],
    ['not where a plain verb of saying stands', 'The dam has held, the mayor said.', [0.85]],
    ['where rules alone see that somebody hopes', 'The mayor hoped that the dam had held.', [0.425]],
    ['where a scrap is quoted', 'The mayor wrote “a wonder” on Monday.', [0.45]],
    ['not where a whole sentence is', '“The dam held,” the mayor said.', [0.9]],
  ])('are less sure %s', async (_, text, scores) => {
    const { plain, tags } = marked(text)
    const tagger = { name: 'made', labels: new Set(Object.values(ROLES)), tag: async () => tags }
    const { attributions } = await readArticle(articleOver(plain), { ...(await rulesOnly()), tagger })
    expect(attributions.map(({ score }) => score)).toEqual(scores)
  })
})
