import sniff from 'html-encoding-sniffer'
import type { Page } from '../articles/page.ts'
import type { Notice } from '../text/notice.ts'

/** More bytes than this are not read; a notice says so. */
const MOST_BYTES = 32 * 1024 * 1024

/** Encodings whose bytes may look like valid UTF-8: null bytes, or seven bits with escapes. */
const OWN_WAY = /^(?:utf-16|iso-2022)/

/** A page's characters, and how its bytes were understood. */
export interface Decoded {
  readonly text: string
  /** Name as in the Encoding standard, lower case. */
  readonly encoding: string
  readonly notices: readonly Notice[]
}

/**
 * Decodes as a browser does (byte order mark, HTTP label, meta declaration), but bytes that are valid UTF-8 with characters beyond ASCII are
 * UTF-8 whatever the page declares: the chance that another encoding's text is valid UTF-8 is next to none.
 */
export function decode(page: Page): Decoded {
  const bytes = page.bytes.length > MOST_BYTES ? page.bytes.subarray(0, MOST_BYTES) : page.bytes
  const notices: Notice[] = []
  if (bytes.length < page.bytes.length)
    notices.push({
      rule: 'pages/too-long',
      reason: `only the first ${MOST_BYTES} of ${page.bytes.length} bytes were read`,
      grade: 'warning',
    })
  const label = /charset\s*=\s*["']?([^\s;"']+)/i.exec(page.type ?? '')?.[1]
  const declared = sniff(bytes, {
    ...(label ? { transportLayerEncodingLabel: label } : {}),
    maxPrescanBytes: 4096,
  }).toLowerCase()
  const valid = OWN_WAY.test(declared) ? undefined : asUtf8(bytes)
  const encoding = valid === undefined ? declared : 'utf-8'
  const text = valid ?? decoderFor(encoding).decode(bytes)
  const broken = text.split('\ufffd').length - 1
  if (broken > 0)
    notices.push({ rule: 'pages/undecodable', reason: `${broken} places are not valid ${encoding}`, grade: 'warning' })
  return { text, encoding, notices }
}

/** The text of bytes that are valid UTF-8. */
function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const decoderFor = (encoding: string): InstanceType<typeof TextDecoder> => {
  try {
    return new TextDecoder(encoding)
  } catch {
    return new TextDecoder('windows-1252')
  }
}

// Null and the controls that no text uses: not tab, line ends, form feed, nor escape, which some encodings use.
const isControl = (byte: number): boolean =>
  byte < 0x20 && !(byte >= 0x08 && byte <= 0x0f) && byte !== 0x1a && byte !== 0x1b

/** Whether bytes are no text at all: control bytes outside UTF-16, or the marks of well-known binary files. */
export function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1024)
  if (head.length >= 2 && ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)))
    return false
  const marks = ['%PDF', '\x89PNG', 'GIF8', 'PK\x03\x04', '\xff\xd8\xff', 'RIFF', '\x7fELF', '\x1f\x8b', 'OggS', 'ID3']
  const start = String.fromCharCode(...head.subarray(0, 4))
  return marks.some((mark) => start.startsWith(mark)) || head.filter(isControl).length > 4
}
