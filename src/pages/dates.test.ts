import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDate, isoDay, machineDate } from './dates.ts'

describe('a date that a page writes out', () => {
  it.each<[string, string | undefined]>([
    ['12 May 2026', '2026-05-12'],
    ['12th May, 2026', '2026-05-12'],
    ['the 12th of May 2026', '2026-05-12'],
    ['May 12, 2026', '2026-05-12'],
    ['Sept. 3, 2026', '2026-09-03'],
    ['Tuesday, May 12th, 2026', '2026-05-12'],
    ['2026-05-12', '2026-05-12'],
    ['12.05.2026', '2026-05-12'],
    ['4.5.2026', '2026-05-04'],
    ['25/10/2016 - 18:22', '2016-10-25T18:22'],
    ['10/25/2016', '2016-10-25'],
    ['05/05/2026', '2026-05-05'],
    ['04/05/2026', undefined],
    ['12. Mai 2026', '2026-05-12'],
    ['3. März 2026, 14:05 Uhr', '2026-03-03T14:05'],
    ['le 12 février 2026 à 8h30', '2026-02-12T08:30'],
    ['12 de mayo de 2026', '2026-05-12'],
    ['12 maggio 2026', '2026-05-12'],
    ['12 mei 2026', '2026-05-12'],
    ['12 maja 2026', '2026-05-12'],
    ['May 12, 2026 9:30 a.m. EDT', '2026-05-12T09:30:00-04:00'],
    ['May 12, 2026 12.05 am', '2026-05-12T00:05'],
    ['12 May 2026, 12 pm', '2026-05-12T12:00'],
    ['12 May 2026 14:05 +0200', '2026-05-12T14:05:00+02:00'],
    ['12 May 2026 14:05 GMT', '2026-05-12T14:05:00+00:00'],
    ['14:05, 12 May 2026', '2026-05-12T14:05'],
    ['12 May 2026, 27:80', '2026-05-12'],
    ['12. mája 2026', '2026-05-12'],
    ['12 мая 2026, 15:43', '2026-05-12T15:43'],
    ['2026. május 12.', '2026-05-12'],
    ['2026年5月12日', '2026-05-12'],
    ['2026년 5월 12일', '2026-05-12'],
    ['2026/05/12 09:30', '2026-05-12T09:30'],
    ['２０２６年５月１２日', '2026-05-12'],
    ['ngày 12 tháng 5 năm 2026', '2026-05-12'],
    ['١٢ مايو ٢٠٢٦', '2026-05-12'],
    ['12 मई 2026', '2026-05-12'],
    ['12.05.26', '2026-05-12'],
    ['Water, 2.5.26', '2026-05-02'],
    ['12.05.2609:30', '2026-05-12T09:30'],
    ['Version 10.15.20', undefined],
    ['26 | 05 | 2026', '2026-05-26'],
    ['12. 5. 2026', '2026-05-12'],
    ['Ana Roth3.11.2026', '2026-11-03'],
    ['12 de mayo de 202621:25', '2026-05-12T21:25'],
    ['12.Mai 2026', '2026-05-12'],
    ['May 04 09:34 2026', '2026-05-04'],
    ['May 042026', '2026-05-04'],
    ['02-May-2026', '2026-05-02'],
    ['1399/04/12', undefined],
    ['31 February 2026', undefined],
    ['29 February 2024', '2024-02-29'],
    ['12 May', undefined],
    ['May 2026', undefined],
    ['12 Foo 2026', undefined],
    ['since May 12, 0026', undefined],
    ['', undefined],
  ])('%s', (text, want) => expect(findDate(text)?.value).toBe(want))

  it('is found where it stands', () => {
    const text = 'Published on Tuesday 12 May 2026 at noon'
    const found = findDate(text)
    expect(text.slice(found?.start, found?.end)).toBe('12 May 2026')
  })
})

describe('a date that a machine wrote', () => {
  it.each<[string, string | undefined]>([
    ['2026-03-03T11:42:00+02:00', '2026-03-03T11:42:00+02:00'],
    ['2026-03-03T11:42:07.123Z', '2026-03-03T11:42:07Z'],
    ['2026-03-03 11:42', '2026-03-03T11:42:00'],
    ['2026-03-03T11:42:00+0200', '2026-03-03T11:42:00+02:00'],
    ['2026-03-03', '2026-03-03'],
    ['2026-03-03T99:99', '2026-03-03'],
    ['2026-13-03', undefined],
    ['Tue, 03 Mar 2026 11:42:00 GMT', '2026-03-03T11:42:00+00:00'],
    ['March 3, 2026', '2026-03-03'],
    ['yesterday', undefined],
  ])('%s', (text, want) => expect(machineDate(text)).toBe(want))
})

it('every day there is, in each way of writing it', () => {
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] // biome-ignore format: a list
  fc.assert(
    fc.property(
      fc.integer({ min: 1800, max: 2200 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      (year, month, day) => {
        const want = isoDay(year, month, day)
        const name = months[month - 1]
        expect(want === undefined).toBe(day > new Date(Date.UTC(year, month, 0)).getUTCDate())
        for (const text of [`${day} ${name} ${year}`, `${name} ${day}, ${year}`, `${day}.${month}.${year}`])
          expect(findDate(text)?.value).toBe(want)
      },
    ),
  )
})

it('any text gives a real day inside it, or none', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('12 ', 'May ', '2026', '年', '٢', ' | ', '-', '/', '.', ':', '05', 'T', 'am', ' GMT', '+02:00'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const found = findDate(text)
      if (!found) return
      expect(found.end).toBeLessThanOrEqual(text.length)
      expect(found.start).toBeLessThan(found.end)
      expect(new Date(found.value.slice(0, 10)).toISOString().slice(0, 10)).toBe(found.value.slice(0, 10))
    }),
    { numRuns: 500 },
  )
})
