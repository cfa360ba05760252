import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlain } from './plain.ts'

const P1 =
  'The river rose by two metres in the night, and the fire brigade cleared the streets beside it, the mayor said on Tuesday.'
const P2 =
  'Nobody was hurt, although several cellars were under water, and the road to the harbour stayed closed until noon.'
const P3 =
  'The water is expected to fall by the weekend, according to the river authority, which measures it at three places.'
const HEADLINE = 'River rises by two metres in Ormoz'

/** What a line becomes that stands between the paragraphs of an article. */
const between = (line: string) => {
  const text = `${HEADLINE}\n\n${P1}\n\n${P2}\n\n${line}\n\n${P3}\n`
  const { blocks } = readPlain(text)
  return blocks
    .filter(({ start }) => start >= text.indexOf(P2) + P2.length && start < text.indexOf(P3))
    .map(({ part, start, end }) => [part, text.slice(start, end)])
}

describe('lines between the paragraphs of a plain text', () => {
  it.each([
    'Advertisement', 'Share this with Email', 'Facebook Twitter Pinterest', '1 of 12', '3 min read', '214 comments', 'Sign up to our newsletter',
    'We use cookies to improve your experience.', '© 2026 The Courier. All rights reserved.', 'https://courier.example/river', '* * *',
    '(Reporting by Ana Roth; editing by Pavel Lenz)', 'ar/pl (AFP, dpa)', 'Home » News » Rivers', 'Story continues below',
    'Follow the Courier on Facebook', 'Hide Caption',
  ])('furniture: %s', (line) => expect(between(line)).toEqual([['furniture', line]])) // biome-ignore format: a list to be read

  it.each([
    'Video: Boats in Quay Street', 'READ MORE: Ten years of floods', 'Also Read | Why rivers rise', '» The river in pictures', '→ Ten years of floods',
    '[How the town lives with its river]', 'Watch – Boats in Quay Street', 'See also: Ten years of floods', 'In pictures: The night of the flood',
  ])('a link to another page: %s', (line) => expect(between(line)).toEqual([['related', line]])) // biome-ignore format: a list to be read

  it.each([
    "'We have seen worse'", 'The road to the harbour', 'Is more to come?', 'OWNER SILENT', 'What comes next',
  ])('a subheading: %s', (line) => expect(between(line)).toEqual([['subheading', line]])) // biome-ignore format: a list to be read

  it.each([
    '"We have seen worse," she said.', 'Dr. Lenz agreed.', 'He read more: three books about rivers lay on his desk.', 'It was one of 12 streets that were cleared.',
    'Reuters reported that two bridges were closed.', 'The picture is of a river that nobody can hold, said Ms Roth (52).',
    'Share prices of the harbour company fell by 3 percent on Tuesday morning.', 'Watch repairers in Quay Street had the worst of it.',
  ])('a paragraph: %s', (line) => expect(between(line)).toEqual([['paragraph', line]])) // biome-ignore format: a list to be read
})

describe('captions of a plain text', () => {
  it.each<[line: string, caption: string, credit?: string]>([
    ['Ana Roth , AFP | Water in Quay Street on Tuesday morning', 'Water in Quay Street on Tuesday morning', 'Ana Roth, AFP'],
    ['© Ana Roth, AFP (archive) | Water in Quay Street in 2019', 'Water in Quay Street in 2019', 'Ana Roth, AFP (archive)'],
    ['AFP | Water in Quay Street on Tuesday', 'Water in Quay Street on Tuesday', 'AFP'],
    ['Water in Quay Street. Photograph: Ana Roth/Meridian', 'Water in Quay Street.', 'Ana Roth/Meridian'],
    ['Water in Quay Street on Tuesday (Photo: Ana Roth)', 'Water in Quay Street on Tuesday', 'Ana Roth'],
    ['Water in Quay Street on Tuesday [Ana Roth/Meridian]', 'Water in Quay Street on Tuesday', 'Ana Roth/Meridian'],
    ['Water in Quay Street, Ormoz, May 12, 2026. MERIDIAN/Ana Roth', 'Water in Quay Street, Ormoz, May 12, 2026.', 'MERIDIAN/Ana Roth'],
    ['Water in Quay Street on Tuesday. © Ana Roth / Meridian', 'Water in Quay Street on Tuesday.', 'Ana Roth / Meridian'],
    ['Water stands in Quay Street on Tuesday. (Reuters)', 'Water stands in Quay Street on Tuesday.', 'Reuters'],
    ['Image copyright Meridian Image caption Water in Quay Street', 'Water in Quay Street', 'Meridian'],
    ['Image caption Water in Quay Street', 'Water in Quay Street'],
    ['Getty Images Water stands in the streets beside the harbour', 'Water stands in the streets beside the harbour', 'Getty Images'],
    ['Mayor Ana Roth (L) and river warden Pavel Lenz in Quay Street', 'Mayor Ana Roth (L) and river warden Pavel Lenz in Quay Street'],
    ['FILE - The harbour of Ormoz in a dry summer', 'FILE - The harbour of Ormoz in a dry summer'],
    ['Photos: The flood Water in Quay Street. Hide Caption 3 of 9', 'The flood Water in Quay Street.'],
    ['Water in Quay Street on Tuesday\nPhoto: Ana Roth/Meridian', 'Water in Quay Street on Tuesday', 'Ana Roth/Meridian'],
    ['Image copyright Meridian\nImage caption Water in Quay Street', 'Water in Quay Street', 'Meridian'],
    ['Water stood in the streets on Tuesday.\n\nHide Caption', 'Water stood in the streets on Tuesday.'],
  ])('%s', (line, caption, credit) => {
    const { captions, text } = readPlain(`${HEADLINE}\n\n${P1}\n\n${line}\n\n${P2}\n\n${P3}`)
    expect(captions.map((found) => [found.caption, found.credit])).toEqual([[caption, credit]])
    for (const found of captions) expect(text.slice(found.start, found.end)).toBe(found.caption)
  }) // biome-ignore format: a table

  it.each([
    'The mayor, speaking on Tuesday, said nobody was hurt. "We were lucky," she added. (AFP)',
    'The harbour company earned 3 | 4 million last year.',
    '"It came up (right) to the windows," he said of the night.',
  ])('not: %s', (line) => {
    expect(readPlain(`${HEADLINE}\n\n${P1}\n\n${line}\n\n${P2}`).captions).toEqual([])
  })
})

describe('the head of a plain text', () => {
  it.each<[string, string, Record<string, unknown>]>([
    ['the first line', `${HEADLINE}\n\n${P1}`, { headline: HEADLINE }],
    ['a masthead and a section', `Ormoz Courier\nNews\n${HEADLINE}\n\n${P1}`, { headline: HEADLINE, outlet: 'Ormoz Courier' }],
    ['a title with its site, and the heading', `${HEADLINE} | Ormoz Courier\nMenu\n${HEADLINE}\n\n${P1}`, { headline: HEADLINE }],
    ['a standfirst', `${HEADLINE}\nCellars are flooded and the road to the harbour is closed\n\n${P1}`, { standfirst: 'Cellars are flooded and the road to the harbour is closed' }],
    ['a standfirst above the byline', `${HEADLINE}\nCellars are flooded, officials say.\nBy Ana Roth\n12 May 2026\n${P1}\n${P2}`, { standfirst: 'Cellars are flooded, officials say.', authors: ['Ana Roth'] }],
    ['a dateline', `${HEADLINE}\n\nORMOZ, Slovenia (Courier) — ${P1}`, { dateline: 'ORMOZ, Slovenia (Courier)' }],
    ['a dateline with its day', `${HEADLINE}\n\nORMOZ, May 12 (Courier) -- ${P1}`, { dateline: 'ORMOZ, May 12 (Courier)' }],
    ['a dateline of an opening', `${HEADLINE}\n\nOrmoz, Slovenia – ${P1}`, { dateline: 'Ormoz, Slovenia' }],
    ['a byline', `${HEADLINE}\nBy Ana Roth and Pavel Lenz\n\n${P1}`, { authors: ['Ana Roth', 'Pavel Lenz'] }],
    ['a name and a place', `${HEADLINE}\nAna Roth in Ormoz\n\n${P1}`, { authors: ['Ana Roth'] }],
    ['a line of several things', `${HEADLINE}\nThe Courier | Updated: May 12, 2026 | Written by Ana Roth\n\n${P1}`, { authors: ['Ana Roth'], published: '2026-05-12' }],
    ['who posted it', `${HEADLINE}\nPosted by Ana Roth on May 12, 2026 - 08:15\n\n${P1}`, { authors: ['Ana Roth'], published: '2026-05-12T08:15' }],
  ])('%s', (_, text, want) => {
    const { fields, authors } = readPlain(text)
    const values = Object.fromEntries(Object.entries({ ...fields, authors }).map(([key, claim]) => [key, claim?.value]))
    expect(values).toMatchObject(want)
  }) // biome-ignore format: a table
})

describe('what is no furniture', () => {
  const furnitureIn = (text: string) =>
    readPlain(text)
      .blocks.filter(({ part }) => part === 'furniture' || part === 'byline')
      .map(({ start, end }) => text.slice(start, end))
  it.each<[string, string]>([
    ['a short last sentence', `${HEADLINE}\n\n${P1}\n\nNobody was hurt.`],
    ['a list at the end', `${HEADLINE}\n\n${P1}\n\n- Ormoz: two metres\n- Ptuj: one metre`],
    ['what a colon promised', `${HEADLINE}\n\n${P1.slice(0, -1)}:\n\nOrmoz two metres\nPtuj one metre`],
    [
      'results below a short text',
      `${HEADLINE}\n\nThe results of the day are these, the club said on Sunday.\n${'Ormoz 3 Ptuj 2\n'.repeat(12)}`,
    ],
    [
      'a headline that ends as a sentence does',
      `River rises by two metres in Ormoz.\nFire brigade clears streets\n\n${P1}`,
    ],
    ['a heading below the headline', `${HEADLINE}\n\nGeneral questions\n\n${P1}\n\n${P2}`],
    ['a year as a heading', `${HEADLINE}\n\n${P1}\n\n1917\n\n${P2}`],
  ])('%s', (_, text) => expect(furnitureIn(text)).toEqual([]))
})

describe('when a plain text was published', () => {
  const dated = (above: string, below = '') => {
    const { fields } = readPlain(`${HEADLINE}\n\n${above}\n\n${P1}\n\n${P2}\n\n${below}`)
    return [fields.published?.value, fields.published?.found.stated, fields.modified?.value]
  }
  it.each<[string, string, string, (string | boolean | undefined)[]]>([
    ['a date line', '12 May 2026', '', ['2026-05-12', true, undefined]],
    ['with an update', 'Published: 12 May 2026, 14:05 CET\nLast modified on 13 May 2026', '', ['2026-05-12T14:05:00+01:00', true, '2026-05-13']],
    ['the update alone', 'Updated 1423 GMT May 12, 2026', '', ['2026-05-12', true, undefined]],
    ['labelled, behind the text', '', 'Date created : 2026-05-12', ['2026-05-12', true, undefined]],
    ['a caption of the lead’s weekday', 'Ana Roth, AFP | Water in Quay Street on May 12, 2026', '', ['2026-05-12', false, undefined]],
    ['a caption of the day before', 'Ana Roth, AFP | Water in Quay Street on Monday, May 11, 2026', '', ['2026-05-12', false, undefined]],
    ['a caption of another time', 'Ana Roth, AFP | The harbour on May 14, 2020', '', [undefined, undefined, undefined]],
    ['a file photo', 'FILE - The harbour on May 12, 2020', '', [undefined, undefined, undefined]],
    ['a day of long ago in the text', '', 'The worst flood was that of May 12, 1965.', [undefined, undefined, undefined]],
    ['nothing', '', '', [undefined, undefined, undefined]],
  ])('%s', (_, above, below, want) => expect(dated(above, below)).toEqual(want)) // biome-ignore format: a table
})

describe('wrapped lines', () => {
  it('are one paragraph where a program broke them at a width', () => {
    const wrap = (text: string) => text.replace(/(.{1,60})(?: |$)/g, '$1\n').trim()
    const text = `${HEADLINE}\nBy Ana Roth\n\n${wrap(P1)}\n\n${wrap(P2)}\n\n${wrap(P3)}`
    const found = readPlain(text).blocks.filter(({ part }) => part === 'paragraph')
    expect(found.map(({ start, end }) => text.slice(start, end).replaceAll('\n', ' '))).toEqual([P1, P2, P3])
  })
  it('are paragraphs of their own where each holds whole sentences', () => {
    const found = readPlain([HEADLINE, P1, P2, P3].join('\n')).blocks
    expect(found.map(({ part }) => part)).toEqual(['headline', 'paragraph', 'paragraph', 'paragraph'])
  })
})

describe('any plain text', () => {
  const pieces = fc.constantFrom(
    '\n', '\n\n', ' | ', 'Photo: ', 'Image caption ', '(AFP)', '[', ']', '© ', 'By ', 'Ana Roth', '12 May 2026', 'Video: ', 'Hide Caption', 'ORMOZ — ', '“', HEADLINE, P1, P2,
  ) // biome-ignore format: a list
  it('is covered by blocks in order that hold no white space at their edges', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 20 })), { maxLength: 25 }),
        (list) => {
          const text = list.join('')
          let at = 0
          for (const { start, end } of readPlain(text).blocks) {
            expect(start).toBeGreaterThanOrEqual(at)
            expect(end).toBeGreaterThan(start)
            expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
            at = end
          }
          expect(at).toBeLessThanOrEqual(text.length)
        },
      ),
      { numRuns: 300, examples: [[['ORMOZ — ', ' | ']]] },
    )
  })
})
