import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Notice } from '../text/notice.ts'
import { openTagger, openTaggerIn, READERS, type ReaderName } from './open.ts'
import type { Tag, Tagger } from './tagger.ts'

const whole = (text: string) => [{ start: 0, end: text.length, sentences: [{ start: 0, end: text.length }] }]
const NAMES: ReadonlySet<string> = new Set(['person', 'organization', 'location', 'misc'])
const ROLES: ReadonlySet<string> = new Set(['source', 'cue', 'content'])

function disjoint(tags: readonly Tag[], labels: ReadonlySet<string>): boolean {
  const own = tags.filter(({ label }) => labels.has(label))
  return own.every((tag, i) => i === 0 || (own[i - 1]?.end ?? 0) <= tag.start)
}

function expectWellMade(tags: readonly Tag[], text: string): void {
  const odd = tags.filter(
    ({ start, end, score }) => !(0 <= start && start < end && end <= text.length && score >= 0 && score <= 1),
  )
  expect(odd).toEqual([])
  expect(tags.every((tag, i) => i === 0 || (tags[i - 1]?.start ?? 0) <= tag.start)).toBe(true)
  expect([disjoint(tags, NAMES), disjoint(tags, ROLES)]).toEqual([true, true])
}

/** Texts that no page should hold, and some do. */
const ODD: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['white space', ' \n\t\u00a0\u2028 '],
  ['one word of 100,000 letters', 'A'.repeat(100_000)],
  ['control characters', Array.from({ length: 400 }, (_, at) => `${String.fromCharCode(at % 32)}Lagos`).join('')],
  ['emoji', 'Mayor 👩‍👩‍👧 Teresa Almonte 😀 said 🇳🇬🇳🇬 “no” 👍🏽'.repeat(40)],
  ['halves of emoji', '\ud83d said \ude00 Teresa\ud83d Almonte\udc00'.repeat(40)],
  ['right-to-left text', 'قال محمد العربي إن السد انهار في بغداد. ראש העיר אמר אתמול כי הגשר ייפתח. '.repeat(40)],
  ['letters with many marks', `T${'\u0301'.repeat(500)}eresa Almonte said no. `.repeat(4)],
  ['marks alone', '“”".,–—!?'.repeat(300)],
  ['a name a line', 'Lagos\n'.repeat(800)],
]

describe.each(READERS)('%s', (reader) => {
  const notices: Notice[] = []
  let tagger: Tagger
  beforeAll(async () => {
    tagger = await openTagger({ reader, onNotice: (notice) => notices.push(notice) })
  })

  it('is opened as asked, and says so', () => {
    expect(notices).toEqual([])
    expect(tagger.name).toMatch(new RegExp(`^${reader}/\\d{4}-\\d{2}$`))
  })

  it('marks names and who said what', async () => {
    const text = 'Mayor Teresa Almonte said the bridge in Lagos would open in May, and thanked the Ministry of Works.'
    const found = (await tagger.tag(text, whole(text))).map(
      ({ start, end, label }) => `${label}: ${text.slice(start, end)}`,
    )
    expect(found).toContain('person: Teresa Almonte')
    expect(found).toContain('location: Lagos')
    expect(found).toContain('organization: Ministry of Works')
    expect(found).toContain('cue: said')
  })

  it('gives tags in order, inside the text, names and roles disjoint, scores in 0 to 1, on any text', () =>
    fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 40 })), async (text) => {
        expectWellMade(await tagger.tag(text, whole(text)), text)
      }),
      { numRuns: 50 },
    ))

  it.each(ODD)('takes %s', async (_, text) => {
    expectWellMade(await tagger.tag(text, whole(text)), text)
  })

  it('tags nothing in no passages, and takes a passage without sentences', async () => {
    expect(await tagger.tag('Kofi Mensah spoke.', [])).toEqual([])
    const names = (await tagger.tag('Kofi Mensah spoke.', [{ start: 0, end: 18, sentences: [] }])).filter(({ label }) =>
      NAMES.has(label),
    )
    expect(names).toMatchObject([{ start: 0, end: 11, label: 'person' }])
  })

  it('finds the same in the same text', async () => {
    const text = 'Teresa Almonte told reporters in Lagos that “the bridge is safe”. '.repeat(20)
    expect(await tagger.tag(text, whole(text))).toEqual(await tagger.tag(text, whole(text)))
  })
})

describe('phrases', () => {
  it('of the default reader nest, hang on a head, and stand for the same where the text means the same', async () => {
    const { read, same } = await openTagger()
    const text = 'The engineer who signed the permit has resigned. She said the ministry had known of the cracks.'
    const phrases = (await read?.(text, whole(text)))?.phrases ?? []
    const shown = phrases.map(({ start, end, head, kind }) => [
      text.slice(start, end),
      text.slice(head.start, head.end),
      kind,
    ])
    expect(shown).toContainEqual(['The engineer who signed the permit', 'engineer', 'person'])
    expect(shown).toContainEqual(['She', 'She', 'person'])
    expect(shown).toContainEqual(['the ministry', 'ministry', 'organization'])
    const of = (words: string) => phrases.find(({ start, end }) => text.slice(start, end) === words)?.meaning
    const [engineer, she, ministry] = ['The engineer who signed the permit', 'She', 'the ministry'].map(of)
    if (!same || !engineer || !she || !ministry) throw new Error('no phrases')
    expect(same(she, engineer, [])).toBeGreaterThan(same(ministry, engineer, []))
  })

  it('are none of the linear reader', async () => {
    expect((await openTagger({ reader: 'linear' })).read).toBeUndefined()
  })
})

describe('long texts', () => {
  it.each([
    ['linear', 20_000],
    ['small', 10_000],
  ] as const)('%s takes %d sentences in one line', async (reader, count) => {
    const tagger = await openTagger({ reader })
    const sentence = 'Anna Berg said no. '
    const text = sentence.repeat(count)
    const tags = await tagger.tag(text, whole(text))
    expectWellMade(tags, text)
    const people = tags.filter(({ start, end, label }) => label === 'person' && text.slice(start, end) === 'Anna Berg')
    expect(people.length).toBeGreaterThan(count / 2)
    expect(people.every(({ start }) => start % sentence.length === 0)).toBe(true)
  })
})

describe('openTagger', () => {
  let models: string
  beforeAll(async () => {
    models = await mkdtemp(join(tmpdir(), 'onrecord-models-'))
    await cp(new URL('../../models/linear', import.meta.url), join(models, 'linear'), { recursive: true })
    await mkdir(join(models, 'reader'))
  })
  afterAll(() => rm(models, { recursive: true }))

  async function opened(reader: ReaderName): Promise<{ readonly name: string; readonly notices: readonly Notice[] }> {
    const notices: Notice[] = []
    const onNotice = (notice: Notice) => void notices.push(notice)
    const { name } = await openTaggerIn(pathToFileURL(`${models}/`), { reader, onNotice })
    return { name: name.replace(/\/.*/, ''), notices }
  }
  const instead = (why: unknown) => ({
    name: 'linear',
    notices: [{ rule: 'tagger/instead', reason: why, grade: 'warning' }],
  })

  it.each(['neural', 'small'] as const)(
    'opens the linear tagger where %s is not there, and says why',
    async (reader) => {
      const reason = `the ${reader} reader cannot be opened, the linear one reads instead: its weights are not there`
      expect(await opened(reader)).toEqual(instead(reason))
    },
  )

  it('opens the linear tagger where the network is damaged, and says why', async () => {
    for (const [name, text] of [
      ['small.json', '{"version":"2026-01","heads":[]}'],
      ['words.txt', '[PAD]\n[UNK]\n[CLS]\n[SEP]\n'],
      ['small.onnx', 'no network'],
    ] as const)
      await writeFile(join(models, 'reader', name), text)
    const reason = expect.stringMatching(
      /^the small reader cannot be opened, the linear one reads instead: .*small\.onnx/,
    )
    expect(await opened('small')).toEqual(instead(reason))
  })

  it('needs the linear tagger’s weights where it is the one to read', async () => {
    const nowhere = pathToFileURL(join(models, 'nowhere/'))
    await expect(openTaggerIn(nowhere, { reader: 'linear' })).rejects.toThrow('ENOENT')
    await expect(openTaggerIn(nowhere)).rejects.toThrow('ENOENT')
  })

  it.each(['large', '', 'constructor'])('refuses %j, which is no reader', async (name) => {
    await expect(openTagger({ reader: name as ReaderName })).rejects.toThrow(
      new RangeError(`${name} is no reader: neural, small, linear`),
    )
  })
})
