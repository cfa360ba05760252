import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all } from '../../test/record.ts'
import { articleOf } from '../pages/index.ts'
import { addressSources, fileSource, lineOf, nameOf, pastedProblem, pastedSource } from './given.ts'

const never = new AbortController().signal

describe('names of files', () => {
  it.each([
    ['page.html', 'page.html'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['/etc/passwd', 'passwd'],
    ['a\u0000b.txt', 'ab.txt'],
    ['bill\u202etxt.exe', 'billtxt.exe'],
    ['a\nb\r.html', 'a b .html'],
    ['<script>alert(1)</script>.html', 'script>.html'],
    ['\u0000', 'file'],
    ['', 'file'],
    ['folder/', 'file'],
    ['..', '..'],
    [`${'x'.repeat(5000)}.html`, `${'x'.repeat(88)}…xxxxxx.html`],
  ])('%j is shown as %j', (name, want) => {
    expect(nameOf(name)).toBe(want)
  })

  it('are one short line without a slash or a mark that turns it around, whatever they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const shown = nameOf(name)
        expect(shown).not.toMatch(/[\\/]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
        expect([...shown].length).toBeGreaterThan(0)
        expect([...shown].length).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('files', () => {
  it.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
    ['empty.html', '', 'is empty'],
    ['blank.txt', ' \n ', 'is empty'],
    ['picture.html', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'is no text: it looks like a picture, an archive or a program'],
    ['report.pdf', '%PDF-1.7\n1 0 obj', 'is no text: it looks like a picture, an archive or a program'],
    [
      'random.txt',
      new Uint8Array(4096).map((_, at) => (at * 7919) % 256),
      'is no text: it looks like a picture, an archive or a program',
    ],
    ['a.jsonl', 'no json\n', 'is not JSON'],
  ])('that hold no page say so once: %s', async (name, bytes, reason) => {
    const body = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes
    const found = await all(fileSource(new File([body], name), {})(never))
    expect(found.map((one) => 'problem' in one && one.problem.reason)).toEqual([reason])
  })

  it('never become a path, and are named by their name alone', async () => {
    const file = new File(['Rain fell in the town on Tuesday.'], '../../../etc/passwd')
    expect(await all(fileSource(file, {})(never))).toMatchObject([{ origin: 'passwd', type: 'text/plain' }])
  })
})

describe('addresses', () => {
  it.each([
    '/etc/passwd', 'file:///etc/passwd', 'etc', '-', '.', 'http:/one.slash', 'http://', 'ftp://example.org/', 'javascript:alert(1)', 'http://[', '\\\\host\\share',
  ])('that are none are named as such, and read no file: %s', async (line) => {
    const [source] = addressSources(line, {})
    expect(await all(source?.(never) ?? emptied())).toEqual([
      { source: lineOf(line), problem: { rule: 'collect/address', reason: 'is no http or https address', grade: 'error' } },
    ])
  }) // biome-ignore format: a list to be read

  it('of this machine and its network are refused unless they are allowed', async () => {
    for (const line of ['http://127.0.0.1:9/', 'http://10.0.0.1/', 'http://[::1]/', 'http://169.254.169.254/latest/']) {
      const [source] = addressSources(line, {})
      expect(await all(source?.(never) ?? emptied())).toMatchObject([{ problem: { rule: 'collect/private' } }])
    }
  })

  it('are one a line, empty lines aside', () => {
    expect(addressSources(' https://a.example/ \r\n\n https://b.example/\n', {})).toHaveLength(2)
  })
})

async function* emptied(): AsyncIterable<never> {}

describe('a pasted text', () => {
  it('is an article of the outlet and day that are given, under the headline that is given', async () => {
    const given = {
      text: 'The ferry ran aground off Grenn on Tuesday, the harbour office said.\n\nNobody was hurt, the owner said later that day.',
      headline: 'Ferry runs aground off Grenn',
      outlet: 'Oldmarsh Times',
      published: '2026-04-07',
      url: 'https://oldmarsh.example/ferry',
    }
    const [page] = await all(pastedSource(given, new Date('2026-04-08T09:00:00Z'))(never))
    if (!page || 'problem' in page) throw new Error('no page')
    const { headline, outlet, published, source, body } = articleOf(page)
    expect({ headline, outlet, published, url: source.url }).toEqual({ headline: given.headline, outlet: given.outlet, published: given.published, url: given.url }) // biome-ignore format: one line
    expect(body).toBe(given.text)
  })

  it.each([
    [{}, 'There is nothing to read: choose a file, paste a text or give an address.'],
    [{ text: ' \n' }, 'There is nothing to read: choose a file, paste a text or give an address.'],
    [{ text: 'Rain.', url: 'oldmarsh.example' }, 'This is no http or https address.'],
    [{ text: 'Rain.', url: 'javascript:alert(1)' }, 'This is no http or https address.'],
    [{ text: 'Rain.', published: 'yesterday' }, 'This is no day, as 2026-05-13.'],
    [{ text: 'Rain.', published: '2026-02-31T99:00' }, 'This is no day, as 2026-05-13.'],
    [{ text: 'Rain.', published: '2026-05-13T07:20:00+02:00' }, undefined],
    [{ html: '<p>Rain.' }, undefined],
  ])('%j: %s', (given, want) => {
    expect(pastedProblem(given)).toBe(want)
  })
})
