import { beforeEach, describe, expect, it } from 'vitest'
import { type Asked, askedDesk } from '../../test/browser/asked.ts'

let desk: Asked
beforeEach(async () => {
  desk = await askedDesk()
})

const timeline = (): string => `/stories/${desk.story}/timeline`

/** The fields of the forms of a page, in order. */
function formsIn(page: string): readonly Record<string, string[]>[] {
  return [...page.matchAll(/<form method="post"[^>]*>(.*?)<\/form>/gs)].map(([, inside = '']) => {
    const fields: Record<string, string[]> = {}
    for (const [, name = '', value = ''] of inside.matchAll(/name="(\w+)" value="([^"]*)"/g)) {
      const decoded = value.replaceAll('&amp;', '&')
      fields[name] = [...(fields[name] ?? []), decoded]
    }
    return fields
  })
}

const formOf = async (path: string, kind: string, at = 0): Promise<Record<string, string[]>> => {
  const form = formsIn(await desk.text(path)).filter((one) => one.kind?.[0] === kind)[at]
  if (!form) throw new Error(`${path} has no form that would ${kind}`)
  return form
}

const landed = (answer: Response): string => answer.headers.get('location') ?? ''

describe('forms of a line', () => {
  it('hide every report of it, land on the next, and are undone', async () => {
    const form = await formOf(timeline(), 'hide')
    expect(form.ref).toHaveLength(2)
    const answer = await desk.post(form)
    expect(answer.status).toBe(303)
    expect(landed(answer)).toMatch(new RegExp(`^${timeline()}\\?settled=d\\w+&settled=d\\w+#h\\w+$`))
    const after = await desk.text(landed(answer).replace(/#.*/, ''))
    expect(after).not.toContain('84 people on board')
    expect(after).toContain(`id="${landed(answer).split('#')[1]}"`)
    expect(after).toContain('role="status"')

    const undone = await desk.post(await formOf(landed(answer).replace(/#.*/, ''), 'undo'))
    expect(landed(undone)).toBe(timeline())
    expect(await desk.text(timeline())).toContain('84 people on board')
  })

  it('hide all that their sentence tells of the day, so that nothing takes its place', async () => {
    const form = await formOf(timeline(), 'hide', 1)
    expect(form.ref).toHaveLength(2)
    await desk.post(form)
    expect(await desk.text(timeline())).not.toContain('An inspector boarded')
  })

  it('keep the filters of the page they stand on', async () => {
    const form = await formOf(`${timeline()}?outlet=Weser+Post&words=inspector`, 'confirm')
    expect(landed(await desk.post(form))).toMatch(/\/timeline\?outlet=Weser\+Post&words=inspector&settled=d\w+#h\w+$/)
  })

  it('confirm it', async () => {
    await desk.post(await formOf(timeline(), 'confirm'))
    expect(await desk.text(timeline())).toContain('<span class="state">confirmed</span>')
    expect(await desk.record.decisions()).toMatchObject([
      { kind: 'confirm', by: 'ana', at: '2026-04-11T09:00:00.000Z' },
      { kind: 'confirm' },
    ])
  })
})

describe('the form of a name', () => {
  it('renames, and shows the name as a person’s own', async () => {
    const cast = await desk.text(`/stories/${desk.story}/cast`)
    const [path = ''] = /\/stories\/\w+\/cast\/e[0-9a-f]{10}/.exec(cast) ?? []
    const form = await formOf(path, 'rename')
    const answer = await desk.post({ ...form, name: 'Dr Hanna Keller' })
    expect(landed(answer)).toContain(path)
    const page = await desk.text(path)
    expect(page).toContain('<span data-own="true">Dr Hanna Keller</span>')
    expect(page).toContain('named by you')
  })
})

describe('the form of a paragraph', () => {
  const open = async (): Promise<Record<string, string[]>> => {
    const reading = (await desk.record.reading('wire-1'))?.reading
    const block = reading?.blocks.find(({ n }) => n === 2)
    const page = await desk.text(`/articles/wire-1?form=${encodeURIComponent(block?.id ?? '')}`)
    const [, inside = ''] = /<form class="pop"(.*?)<\/form>/s.exec(page) ?? []
    const fields = [...inside.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      [value],
    ])
    return Object.fromEntries(fields)
  }

  it.each<[string, Record<string, string>, string]>([
    [
      'an event',
      { as: 'events', type: 'OTHER', modality: 'happened', day: '2026-04-10', words: 'would stay' },
      'events',
    ],
    ['a name', { as: 'mentions', named: 'person', words: 'Divers' }, 'mentions'],
    ['a date', { as: 'times', value: '2026-04-10', words: 'Friday' }, 'times'],
    ['a figure', { as: 'quantities', low: '1', high: '', unit: 'crack', words: 'a crack' }, 'quantities'],
    ['a statement', { as: 'attributions', speaker: 'Hanna Keller', words: 'a crack' }, 'attributions'],
  ])('adds %s', async (_, fields, layer) => {
    const answer = await desk.post({ ...(await open()), ...fields })
    expect(answer.status).toBe(303)
    expect(await desk.record.decisions()).toMatchObject([{ kind: 'assert', target: { layer, exact: fields.words } }])
    const reading = (await desk.record.reading('wire-1'))?.reading
    const items = reading?.[layer as 'events'] ?? []
    expect(items.some(({ by, score }) => by === 'person' && score === 1)).toBe(true)
  })

  it.each<[string, Record<string, string>, string]>([
    [
      'words that are not there',
      { as: 'mentions', named: 'person', words: 'Pilots' },
      'These words are not in the paragraph',
    ],
    [
      'words that stand there twice',
      { as: 'mentions', named: 'misc', words: 'ou' },
      'These words are not in the paragraph',
    ],
    ['no kind', { as: '', words: 'Divers' }, 'Something is missing'],
    [
      'an unknown kind of event',
      { as: 'events', type: 'PARTY', modality: 'happened', words: 'Divers' },
      'Something is missing',
    ],
    ['a figure without a number', { as: 'quantities', low: 'many', words: 'Divers' }, 'Something is missing'],
    [
      'an unknown paragraph',
      { as: 'mentions', named: 'person', words: 'Divers', ref: 'wire-1@x#b:0-1' },
      'Something is missing',
    ],
  ])('refuses %s', async (_, fields, reason) => {
    const answer = await desk.post({ ...(await open()), ...fields })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(reason)
    expect(await desk.record.decisions()).toEqual([])
  })
})

it('lists every correction that stands, with its undo', async () => {
  expect(await desk.text('/corrections')).toContain('Nothing is corrected yet')
  await desk.post(await formOf(timeline(), 'hide', 2))
  const page = await desk.text('/corrections')
  expect(page).toContain('hidden')
  expect(page).toContain('pulled the ferry Wangerland free')
  await desk.post(await formOf('/corrections', 'undo'))
  expect(await desk.text('/corrections')).toContain('Nothing is corrected yet')
})

it('undoes once, and nothing that was never done', async () => {
  await desk.post(await formOf(timeline(), 'confirm', 1))
  const form = await formOf('/corrections', 'undo')
  expect((await desk.post(form)).status).toBe(303)
  expect((await desk.post(form)).status).toBe(422)
  expect((await desk.post({ ...form, ref: 'd0000000000' })).status).toBe(422)
  expect(await desk.record.decisions()).toHaveLength(2)
})
