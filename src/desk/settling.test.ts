import { beforeEach, describe, expect, it } from 'vitest'
import { type Asked, askedDesk } from '../../test/browser/asked.ts'
import { all } from '../../test/record.ts'
import { type Making, makeDecision, targetOf } from '../decisions/index.ts'

let desk: Asked
beforeEach(async () => {
  desk = await askedDesk()
})

const HOST = 'http://127.0.0.1:8080'
const readingOf = async (article: string) => {
  const reading = (await desk.record.reading(article))?.reading
  if (!reading) throw new Error(`no article ${article}`)
  return reading
}
/** The reference of the item of a layer that stands at words. */
async function refOf(article: string, layer: 'events' | 'attributions' | 'entities' | 'places', words: string) {
  const reading = await readingOf(article)
  const start = reading.text.indexOf(words)
  const item = reading[layer].find(
    ({ id }) => targetOf(reading, layer, id).exact === words || id.includes(`:${start}-`),
  )
  return `${article}@${reading.version}#${item?.id}`
}
const spanOf = async (article: string, words: string) => {
  const start = (await readingOf(article)).text.indexOf(words)
  return `${start}-${start + words.length}`
}
const rows = async () => {
  const found = await desk.record.rows(desk.story)
  if (!found) throw new Error('no story')
  return { entities: await all(found.entities()), happenings: await all(found.happenings()) }
}

describe('the slots of an article', () => {
  it.each<[string, () => Promise<Record<string, string>>, object]>([
    [
      'a day of the list',
      async () => ({ kind: 'date', ref: await refOf('bugle-1', 'events', 'ran aground'), value: '2026-04-06' }),
      { kind: 'date', value: '2026-04-06' },
    ],
    [
      'another day',
      async () => ({ kind: 'date', ref: await refOf('bugle-1', 'events', 'ran aground'), value: 'other', other: '2026-04-05' }),
      { kind: 'date', value: '2026-04-05' },
    ],
    [
      'no place',
      async () => ({ kind: 'place', ref: await refOf('bugle-1', 'places', 'Cuxhaven'), value: 'none' }),
      { kind: 'place', geonamesId: null },
    ],
    [
      'another place, by its name',
      async () => ({ kind: 'place', ref: await refOf('bugle-1', 'events', 'ran aground'), value: 'other', other: 'Bremerhaven' }),
      { kind: 'place', as: { name: 'Bremerhaven', country: 'DE', precision: 'city' } },
    ],
    [
      'somebody of the list',
      async () => ({ kind: 'speaker', ref: await refOf('bugle-1', 'attributions', 'that the radar had failed'), value: await spanOf('bugle-1', 'Hanna Keller') }),
      { kind: 'speaker', speaker: { exact: 'Hanna Keller' } },
    ],
    [
      'other words for who',
      async () => ({ kind: 'speaker', ref: await refOf('bugle-1', 'attributions', 'that the radar had failed'), value: 'other', other: 'the harbour master' }),
      { kind: 'speaker', speaker: { exact: 'the harbour master' } },
    ],
    [
      'one more who takes part',
      async () => ({ kind: 'speaker', ref: await refOf('bugle-1', 'events', 'ran aground'), slot: 'victim+', value: 'other', other: '84 people' }),
      { kind: 'speaker', target: { slot: 'victim+' }, speaker: { exact: '84 people' } },
    ],
    [
      'a role',
      async () => ({ kind: 'role', ref: await refOf('bugle-1', 'entities', 'Hanna Keller'), role: 'the harbour master of Cuxhaven' }),
      { kind: 'role', role: 'the harbour master of Cuxhaven' },
    ],
    [
      'a note',
      async () => ({ kind: 'note', ref: await refOf('bugle-1', 'events', 'ran aground'), note: 'ask the port' }),
      { kind: 'note', note: 'ask the port' },
    ],
    [
      'a dispute',
      async () => ({ kind: 'dispute', ref: await refOf('bugle-1', 'events', 'ran aground') }),
      { kind: 'dispute' },
    ],
  ])('take %s', async (_, fields, want) => {
    const answer = await desk.post({ back: '/articles/bugle-1', ...(await fields()) })
    expect(answer.status).toBe(303)
    expect(await desk.record.settled()).toMatchObject([{ decision: want, state: 'applied' }])
    const page = await desk.text('/corrections')
    expect(page).toContain('Undo')
    expect((await desk.text('/articles/bugle-1')).length).toBeGreaterThan(1000)
  }) // biome-ignore format: a table to be read

  it.each<[string, Record<string, string>, string]>([
    ['a day that is none', { kind: 'date', value: 'other', other: '2026-02-31' }, 'This is no value that it may have.'],
    ['a day left empty', { kind: 'date', value: 'other', other: '' }, 'Something is missing'],
    ['a place that is not known', { kind: 'place', value: 'other', other: 'Nowhere Atall' }, 'do not know this name'],
    [
      'words that are not there',
      { kind: 'speaker', value: 'other', other: 'the mayor' },
      'do not stand in the article',
    ],
    ['a part that is none', { kind: 'speaker', slot: 'day', value: 'other', other: 'people' }, 'Something is missing'],
    ['nobody who speaks', { kind: 'speaker', value: 'none' }, 'Something is missing'],
    ['nobody where nobody is', { kind: 'speaker', slot: 'victim', value: 'none' }, 'do not stand in the article'],
    ['a role that is not there', { kind: 'role', role: 'the mayor' }, 'do not stand in the article'],
    ['another end that is not there', { kind: 'merge', other: 'x@y#z' }, 'Something is missing'],
    ['a kind that is none', { kind: 'constructor' }, 'Something is missing'],
  ])('refuse %s', async (_, fields, reason) => {
    const answer = await desk.post({ ref: await refOf('bugle-1', 'events', 'ran aground'), ...fields })
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(reason)])
    expect(await desk.record.decisions()).toEqual([])
  })

  it('each who takes part stands by their part, and takes none when that is said', async () => {
    const ref = await refOf('bugle-1', 'events', 'ran aground')
    await desk.post({ kind: 'speaker', ref, slot: 'victim+', value: 'other', other: '84 people', back: '/' })
    const at = await spanOf('bugle-1', 'ran aground')
    const page = await desk.text(`/articles/bugle-1?at=${at}&story=${desk.story}`)
    expect(page).toMatch(/name="slot" value="victim:84 people"/)
    await desk.post({ kind: 'speaker', ref, slot: 'victim:84 people', value: 'none', back: '/' })
    expect((await readingOf('bugle-1')).events.flatMap(({ roles }) => roles)).toEqual([])
    expect(await desk.text('/corrections')).toMatch(/hidden.*victim.*84 people/s)
  })

  it('stand under what was found, with what is now chosen', async () => {
    const at = await spanOf('bugle-1', 'ran aground')
    const page = await desk.text(`/articles/bugle-1?at=${at}&story=${desk.story}`)
    expect(page).toMatch(/name="value" value="2026-04-07" checked/)
    expect(page).toMatch(/name="value" value="2939658" checked/)
    for (const kind of ['date', 'place', 'speaker', 'dispute', 'note']) expect(page).toContain(`value="${kind}"`)
  })
})

describe('lines of places and of articles', () => {
  const landed = async (view: string, id: string) =>
    new RegExp(`<(li|tr)[^>]* id="${id}".*?</\\1>`, 's').exec(await desk.text(`/stories/${desk.story}/${view}`))?.[0]
  const refsOn = (row: string | undefined, kind: string) => {
    const form = [...(row ?? '').matchAll(/<form.*?<\/form>/gs)].find(([one]) =>
      one.includes(`name="kind" value="${kind}"`),
    )
    return [...(form?.[0] ?? '').matchAll(/name="ref" value="([^"]+)"/g)].map(([, ref = '']) => ref)
  }
  const places = async () => all((await desk.record.rows(desk.story))?.places() ?? (async function* () {})())

  it.each([
    ['map', async () => (await places())[0]?.id ?? ''],
    ['coverage', async () => 'post-1'],
  ])('of the %s are confirmed, disputed, hidden, and brought back', async (view, idOf) => {
    const id = await idOf()
    const settle = async (kind: string) => {
      const ref = refsOn(await landed(view, id), kind)
      expect([kind, ref.length > 0]).toEqual([kind, true])
      return (await desk.post({ kind, ref, back: '/' })).status
    }
    expect(await settle('confirm')).toBe(303)
    expect(await landed(view, id)).toContain('<span class="state">confirmed')
    expect(await settle('dispute')).toBe(303)
    expect(await landed(view, id)).toContain('tag disputed')
    expect(await settle('hide')).toBe(303)
    expect(await landed(view, id)).toBe(undefined)
    expect((await desk.record.settled()).map(({ state }) => state)).not.toContain('lost')
    const undo = (await desk.record.settled()).flatMap(({ decision }) =>
      decision.kind === 'hide' ? [decision.id] : [],
    )
    await desk.post({ kind: 'undo', ref: undo, back: '/' })
    expect(await landed(view, id)).toContain('tag disputed')
  })

  it('hide a place with every mention in its articles, though a sentence names it twice', async () => {
    const [place] = await places()
    await desk.post({ kind: 'hide', ref: refsOn(await landed('map', place?.id ?? ''), 'hide'), back: '/' })
    expect(await places()).toEqual([])
    expect((await desk.record.reading('bugle-1'))?.reading.places).toEqual([])
  })

  it('keep an article that is not listed, and what it tells', async () => {
    await desk.post({ kind: 'hide', ref: refsOn(await landed('coverage', 'post-1'), 'hide'), back: '/' })
    const articles = await all((await desk.record.rows(desk.story))?.articles() ?? (async function* () {})())
    expect(articles.find(({ id }) => id === 'post-1')).toMatchObject({ hidden: true })
    expect(await desk.text(`/stories/${desk.story}/timeline`)).toContain('An inspector boarded the ferry')
  })
})

describe('a person’s page', () => {
  const persons = async () => (await rows()).entities.filter(({ type }) => type === 'person')
  it('merges two, and an undo parts them', async () => {
    const [one, other] = (await rows()).entities.filter(({ type }) => type === 'person' || type === 'organization')
    const ref = (row: typeof one) => {
      const [place] = row?.occurrences[0]?.places ?? []
      return `${place?.article}@${place?.version}#at:${place?.start}-${place?.end}`
    }
    const path = `/stories/${desk.story}/cast/${one?.id}`
    expect((await desk.post({ kind: 'merge', ref: ref(one), other: ref(other), back: path })).status).toBe(303)
    const merged = (await rows()).entities.find(({ aliases, name }) => [name, ...aliases].includes(other?.name ?? ''))
    const page = await desk.text(`/stories/${desk.story}/cast/${merged?.id}`)
    expect(page).toContain('by a person')
    const [, undo = ''] = /name="kind" value="undo".*?name="ref" value="(d\w+)"/s.exec(page) ?? []
    expect((await desk.post({ kind: 'undo', ref: undo })).status).toBe(303)
    expect((await rows()).entities).toHaveLength((await rows()).entities.length)
    expect((await desk.record.settled()).length).toBe(0)
  })

  it('says of a link that the two are not the same, and shows who is kept apart', async () => {
    const [keller] = await persons()
    const path = `/stories/${desk.story}/cast/${keller?.id}`
    const page = await desk.text(path)
    const [, ref = '', other = ''] = /name="kind" value="split".*?name="ref" value="([^"]+)".*?name="other" value="([^"]+)"/s.exec(page) ?? []
    const before = (await persons()).length
    expect((await desk.post({ kind: 'split', ref, other, back: path })).status).toBe(303)
    expect(await persons()).toHaveLength(before + 1)
    const now = await desk.text(`/stories/${desk.story}/cast/${(await persons())[0]?.id}`)
    expect(now).toContain('Kept apart')
    const [, undo = ''] = /id="apart".*?name="ref" value="(d\w+)"/s.exec(now) ?? []
    await desk.post({ kind: 'undo', ref: undo })
    expect(await persons()).toHaveLength(before)
  }) // biome-ignore format: one line
})

describe('checking', () => {
  const check = () => `/stories/${desk.story}/check`
  const open = async (path = check()) => {
    const page = await desk.text(path)
    const [, line = ''] = /name="line" value="(\w+)"/.exec(page) ?? []
    const [, count = ''] = />(\d+) open</.exec(page) ?? []
    return { page, line, count: Number(count) }
  }
  const say = async (key: string, line: string, more = {}) => {
    const answer = await desk.post({ say: key, line, ...more }, {}, check())
    return { status: answer.status, to: answer.headers.get('location') ?? '' }
  }

  it('confirms and disputes, and lands on the next line', async () => {
    const first = await open()
    const { status, to } = await say('y', first.line)
    expect([status, to]).toEqual([303, expect.stringMatching(/\/check\?at=\w+&settled=d\w+/)])
    const second = await open(to)
    expect([second.count, second.line === first.line]).toEqual([first.count - 1, false])
    expect(second.page).toContain('1 of ')
    const third = await open((await say('n', second.line, { note: 'the roster says otherwise' })).to)
    expect(third.count).toBe(first.count - 2)
    expect(third.page).toContain('1 disputed')
    expect(third.page).toContain('the roster says otherwise')
    expect((await desk.record.settled()).map(({ decision }) => decision.kind).sort()).toEqual(
      expect.arrayContaining(['confirm', 'dispute', 'note']),
    )
  })

  it('leaves for later, edits and undoes', async () => {
    const { line, count } = await open()
    const later = await open((await say('s', line)).to)
    expect([later.count, later.line === line]).toEqual([count, false])
    expect((await say('e', line)).to).toMatch(new RegExp(`^/articles/.*of=${line}.*#lit$`))
    await say('y', line)
    expect((await open()).count).toBe(count - 1)
    expect((await say('u', line)).to).toContain(`at=${line}`)
    expect((await open()).count).toBe(count)
  })

  it('of what is not there lands on the queue', async () => {
    expect((await say('y', 'h0000000000')).to).toBe(check())
  })

  it('asks for the desk’s token', async () => {
    const { line } = await open()
    expect((await desk.post({ token: 'x', say: 'y', line }, {}, check())).status).toBe(403)
    expect(await desk.record.decisions()).toEqual([])
  })
})

describe('corrections', () => {
  const taken = async (by: string, minute: number, making: object) => {
    const reading = await readingOf('bugle-1')
    const target = targetOf(reading, 'events', (await refOf('bugle-1', 'events', 'ran aground')).split('#')[1] ?? '')
    const at = `2026-04-12T08:0${minute}:00Z`
    await desk.record.decide(makeDecision({ target, by, at, ...making } as unknown as Making))
  }

  it('show what opposes, side by side, and mark its line', async () => {
    await taken('ana', 1, { kind: 'date', value: '2026-04-06' })
    await taken('ben', 2, { kind: 'date', value: '2026-04-05' })
    const page = await desk.text('/corrections')
    expect(/id="conflicts".*?<\/section>/s.exec(page)?.[0].match(/day given/g)).toHaveLength(2)
    expect((await rows()).happenings.some(({ disputed }) => disputed)).toBe(true)
    expect(await desk.text(`/stories/${desk.story}/timeline`)).toContain('tag disputed')
  })

  it('show what is lost with its words, and what waits', async () => {
    const reading = await readingOf('bugle-1')
    const [event] = reading.events
    const target = { ...targetOf(reading, 'events', event?.id ?? ''), exact: 'ran ashore' }
    await taken('ana', 1, { kind: 'hide', target })
    await taken('ana', 2, { kind: 'hide', target: { ...target, article: 'elsewhere' } })
    const page = await desk.text('/corrections')
    expect(/id="lost".*?<\/section>/s.exec(page)?.[0]).toContain('ran ashore')
    expect(page).toContain('waiting: its article is not here')
  })
})

describe('the API', () => {
  const post = (body: unknown, headers: Record<string, string> = { Origin: HOST }) =>
    desk.app.request(`${HOST}/api/v1/decisions`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    })
  const hide = async () => {
    const reading = await readingOf('bugle-1')
    return { kind: 'hide', target: targetOf(reading, 'events', reading.events[0]?.id ?? '') }
  }

  it('takes decisions, and lists them with what they came to', async () => {
    const answer = await post({ decisions: [await hide()] })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ decisions: [{ kind: 'hide', by: 'ana', state: 'applied' }] })
    const list = JSON.parse(await desk.text('/api/v1/decisions'))
    expect(list).toMatchObject({ decisions: [{ kind: 'hide', state: 'applied' }], conflicts: [] })
    expect(JSON.parse(await desk.text('/api/v1/decisions?state=lost')).decisions).toEqual([])
    expect(JSON.parse(await desk.text('/api/v1/openapi.json')).paths['/decisions']).toHaveProperty('post')
  })

  it.each<[string, (good: object) => readonly unknown[], number, RegExp]>([
    ['no kind', (good) => [good, { ...good, kind: 'forget' }], 400, /./],
    ['a day that is none', (good) => [good, { ...good, kind: 'date', value: 'soon' }], 400, /decision 2: value/],
    ['an article that is not there', (good) => [good, { kind: 'hide', target: { article: 'x', layer: 'events', exact: 'y', prefix: '', suffix: '' } }], 404, /no article has the id x/],
    ['an unknown field', (good) => [{ ...good, colour: 'red' }], 400, /decision 1/],
    ['none', () => [], 400, /./],
  ])('takes nothing of %s', async (_, make, status, reason) => {
    const answer = await post({ decisions: make(await hide()) })
    expect([answer.status, ((await answer.json()) as { problem: string }).problem]).toEqual([status, expect.stringMatching(reason)])
    expect(await desk.record.decisions()).toEqual([])
  }) // biome-ignore format: a table to be read

  it('takes nothing that does not name the desk as its origin', async () => {
    expect((await post({ decisions: [await hide()] }, { Origin: 'http://elsewhere.example' })).status).toBe(403)
    expect(await desk.record.decisions()).toEqual([])
  })
})
