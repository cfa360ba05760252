import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, garbledIn, isBinary } from './decode.ts'

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))
const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))
const page = (label: string, words: readonly number[]): Uint8Array =>
  join(
    ascii(`<!doctype html><html><head><meta charset="${label}"></head><body><p>`),
    words,
    ascii('</p></body></html>'),
  )

/** Bytes that are no UTF-8, and what they say in each encoding of the Encoding standard. */
const SINGLE: readonly (readonly [encoding: string, bytes: readonly number[], text: string])[] = [
  ['ibm866', [0x8c, 0xa8, 0xe0], 'Мир'],
  ['iso-8859-2', [0xa3, 0xf3, 0x64, 0xbc], 'Łódź'],
  ['iso-8859-3', [0xdd, 0x75], 'Ŭu'],
  ['iso-8859-4', [0xaa, 0x75], 'Ēu'],
  ['iso-8859-5', [0xbc, 0xd8, 0xe0], 'Мир'],
  ['iso-8859-6', [0xd3, 0xe4, 0xc7, 0xe5], 'سلام'],
  ['iso-8859-7', [0xc1, 0xe8, 0xde, 0xed, 0xe1], 'Αθήνα'],
  ['iso-8859-8', [0xf9, 0xec, 0xe5, 0xed], 'שלום'],
  ['iso-8859-10', [0xbd, 0x75], '―u'],
  ['iso-8859-13', [0xd8, 0xf0], 'Ųš'],
  ['iso-8859-14', [0xd0, 0x65], 'Ŵe'],
  ['iso-8859-15', [0xa4, 0x35], '€5'],
  ['iso-8859-16', [0xaa, 0x69], 'Și'],
  ['koi8-r', [0xed, 0xc9, 0xd2], 'Мир'],
  ['koi8-u', [0xeb, 0xc9, 0xa7, 0xd7], 'Київ'],
  ['macintosh', [0x8e, 0x74, 0x8e], 'été'],
  ['windows-874', [0xe4, 0xb7, 0xc2], 'ไทย'],
  ['windows-1250', [0x50, 0xe3, 0x64], 'Păd'],
  ['windows-1251', [0xcc, 0xe8, 0xf0], 'Мир'],
  ['windows-1252', [0x93, 0xe9, 0x94], '“é”'],
  ['windows-1253', [0xc1, 0xe8, 0xde, 0xed, 0xe1], 'Αθήνα'],
  ['windows-1254', [0xdd, 0x7a, 0x6d, 0x69, 0x72], 'İzmir'],
  ['windows-1255', [0xf9, 0xec, 0xe5, 0xed], 'שלום'],
  ['windows-1256', [0xd3, 0xe1, 0xc7, 0xe3], 'سلام'],
  ['windows-1257', [0xd8, 0xf0], 'Ųš'],
  ['windows-1258', [0xd0, 0xe0], 'Đà'],
  ['x-mac-cyrillic', [0x8c, 0xe8, 0xf0], 'Мир'],
  ['gbk', [0xb1, 0xb1, 0xbe, 0xa9], '北京'],
  ['gb18030', [0x81, 0x30, 0x81, 0x30, 0xb1, 0xb1], '\u0080北'],
  ['big5', [0xa5, 0x5f, 0xa8, 0xca], '北京'],
  ['euc-jp', [0xc5, 0xec, 0xb5, 0xfe], '東京'],
  ['iso-2022-jp', [0x1b, 0x24, 0x42, 0x45, 0x6c, 0x1b, 0x28, 0x42], '東'],
  ['shift_jis', [0x93, 0x8c, 0x8b, 0x9e], '東京'],
  ['euc-kr', [0xbc, 0xad, 0xbf, 0xef], '서울'],
]

describe('an encoding that the page declares', () => {
  it.each(SINGLE)('%s', (encoding, bytes, text) => {
    const found = decode({ bytes: page(encoding, bytes), type: 'text/html' })
    expect([found.encoding, /<p>(.*)<\/p>/.exec(found.text)?.[1]]).toEqual([encoding, text])
  })
  it.each(SINGLE)('%s, declared by the server alone', (encoding, bytes, text) => {
    const found = decode({ bytes: join(bytes), type: `text/plain; charset=${encoding}` })
    expect([found.encoding, found.text]).toEqual([encoding, text])
  })
})

describe('what a page says against its bytes', () => {
  const utf8 = new TextEncoder().encode('<p>Pădure</p>')
  it.each<[string, Uint8Array, string | undefined, string, string]>([
    ['a mark of UTF-8 goes before all', join([0xef, 0xbb, 0xbf], utf8), 'text/html; charset=windows-1251', 'utf-8', 'Pădure'],
    ['a mark of UTF-16, little end first', new Uint8Array(Buffer.from('\ufeff<p>Pădure</p>', 'utf16le')), undefined, 'utf-16le', 'Pădure'],
    ['a mark of UTF-16, big end first', new Uint8Array(Buffer.from('\ufeff<p>Pădure</p>', 'utf16le').swap16()), undefined, 'utf-16be', 'Pădure'],
    ['valid UTF-8 is no other encoding', utf8, 'text/html; charset=iso-8859-1', 'utf-8', 'Pădure'],
    ['nothing declared, valid UTF-8', utf8, undefined, 'utf-8', 'Pădure'],
    ['nothing declared, no UTF-8', join(ascii('<p>'), [0xe9, 0x74, 0xe9], ascii('</p>')), undefined, 'windows-1252', 'été'],
    ['UTF-8 declared, but it is not', join(ascii('<meta charset=utf-8><p>'), [0xe9], ascii('</p>')), undefined, 'utf-8', '\ufffd'],
    ['UTF-8 declared, but no letter is', join(ascii('<meta charset=utf-8><p>'), [0xe9, 0x74, 0xe9, 0x74, 0xe9], ascii('</p>')), undefined, 'windows-1252', 'étété'],
    ['another declared, nearly all is UTF-8', join(ascii('<meta charset=koi8-r><p>'), new TextEncoder().encode('é'.repeat(30)), [0xe9], ascii('</p>')), undefined, 'utf-8', `${'é'.repeat(30)}\ufffd`],
    ['nothing declared but the language', join(ascii('<html lang="ru-RU"><p>'), [0xcc, 0xe8, 0xf0], ascii('</p>')), undefined, 'windows-1251', 'Мир'],
    ['nothing declared but Chinese of Taiwan', join(ascii('<html class=a lang=zh-TW><p>'), [0xa5, 0x5f, 0xa8, 0xca], ascii('</p>')), undefined, 'big5', '北京'],
    ['an encoding that nobody knows', join(ascii('<p>'), [0xe9], ascii('</p>')), 'text/html; charset=martian', 'windows-1252', 'é'],
    ['latin-1 means windows-1252', join(ascii('<p>'), [0x93], ascii('</p>')), 'text/html; charset=iso-8859-1', 'windows-1252', '“'],
    ['http-equiv', join(ascii('<meta http-equiv=Content-Type content="text/html; charset=koi8-r"><p>'), [0xed], ascii('</p>')), undefined, 'koi8-r', 'М'],
    ['the server goes before the page', join(ascii('<meta charset=koi8-r><p>'), [0xcc], ascii('</p>')), 'text/html; charset="windows-1251"', 'windows-1251', 'М'],
    ['a declaration deep in a long head', join(ascii(`<!--${' '.repeat(2000)}--><meta charset=koi8-r><p>`), [0xed], ascii('</p>')), undefined, 'koi8-r', 'М'],
  ])('%s', (_, bytes, type, encoding, words) => {
    const found = decode({ bytes, ...(type ? { type } : {}) })
    expect([found.encoding, /<p>(.*)<\/p>/.exec(found.text)?.[1]]).toEqual([encoding, words])
  }) // biome-ignore format: a table

  it('takes an address for what it says of the language', () => {
    const bytes = join(ascii('<p>'), [0xcc, 0xe8, 0xf0], ascii('</p>'))
    const read = (url: string) => decode({ bytes, url }).encoding
    expect([read('https://courier.ru/a'), read('https://courier.example/ru')]).toEqual(['windows-1251', 'windows-1252'])
  })

  it('says where a declaration was wrong', () => {
    const { notices } = decode({ bytes: join(ascii('<meta charset=utf-8>'), [0xe9, 0x74, 0xe9, 0x74, 0xe9]) })
    expect(notices.map(({ rule }) => rule)).toEqual(['pages/wrong-encoding'])
  })

  it.each<[string, number]>([
    ['Caf\u00c3\u00a9 and the mayor\u00e2\u20ac\u2122s house', 2],
    ['the mayor\u00e2\u0080\u0099s house', 1],
    ['\u00d0\u0153\u00d0\u00b8\u00d1\u20ac', 1],
    ['São João, ÂNGELA, naïve', 0],
  ])('letters in a wrong encoding: %s', (text, want) => expect(garbledIn(text)).toBe(want))

  it('counts the places that could not be read', () => {
    const { notices } = decode({ bytes: join(ascii('<meta charset=utf-8>'), [0xff, 0x61, 0xfe]) })
    expect(notices).toEqual([{ rule: 'pages/undecodable', reason: '2 places are not valid utf-8', grade: 'warning' }])
  })
})

describe('bytes that are no text', () => {
  it.each<[string, Uint8Array, boolean]>([
    ['a picture', join([0x89], ascii('PNG\r\n')), true],
    ['an archive', ascii('PK\x03\x04abc'), true],
    ['a program', ascii('\x7fELF'), true],
    ['null bytes', ascii('a\0b\0c\0d\0e\0f'), true],
    ['text in UTF-16 with its mark', new Uint8Array(Buffer.from('\ufeffab', 'utf16le')), false],
    ['a text about PDF', ascii('The %PDF mark'), false],
    ['nothing', ascii(''), false],
  ])('%s', (_, bytes, want) => expect(isBinary(bytes)).toBe(want))
})

it('any text comes back from UTF-8 and UTF-16, but for its mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const plain = text.replace(/^\ufeff/, '')
      expect(decode({ bytes: new TextEncoder().encode(plain), type: 'text/plain; charset=utf-8' }).text).toBe(plain)
      expect(decode({ bytes: new Uint8Array(Buffer.from(`\ufeff${plain}`, 'utf16le')) }).text).toBe(plain)
    }),
  )
})

describe('bytes that are no text', () => {
  const noise = Uint8Array.from({ length: 5000 }, (_, at) => (at * at * 31 + at * 7 + 13) % 256)
  it.each<[string, Uint8Array, boolean]>([
    ['noise', noise, true],
    ['text with tabs and form feeds', new TextEncoder().encode('One\ttwo\r\n\fthree\r\n'.repeat(20)), false],
    ['seven-bit Japanese, with its escapes', new TextEncoder().encode('\x1b$B$3$s\x1b(B'.repeat(20)), false],
  ])('%s', (_, bytes, want) => {
    expect(isBinary(bytes)).toBe(want)
  })
})
