import sniff from 'html-encoding-sniffer'
import type { Page } from '../articles/page.ts'
import type { Notice } from '../text/notice.ts'
import encodings from './encodings.json' with { type: 'json' }

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
  const sniffed = (fallback: string): string =>
    sniff(bytes, {
      ...(label ? { transportLayerEncodingLabel: label } : {}),
      defaultEncoding: fallback,
      maxPrescanBytes: 4096,
    }).toLowerCase()
  const valid = OWN_WAY.test(sniffed('windows-1252')) ? undefined : asUtf8(bytes)
  const fallback = valid === undefined ? defaultFor(bytes, page.url) : 'utf-8'
  const declared = valid === undefined ? sniffed(fallback) : 'utf-8'
  const encoding = valid === undefined ? likelier(declared, bytes, fallback) : 'utf-8'
  const text = valid ?? decoderFor(encoding).decode(bytes)
  if (valid === undefined && encoding !== declared)
    notices.push({
      rule: 'pages/wrong-encoding',
      reason: `the page says that it is ${declared}, but its bytes are not; it was read as ${encoding}`,
      grade: 'warning',
    })
  const broken = text.split('\ufffd').length - 1
  if (broken > 0)
    notices.push({ rule: 'pages/undecodable', reason: `${broken} places are not valid ${encoding}`, grade: 'warning' })
  return { text, encoding, notices }
}

/** Encodings by the languages and top-level domains of those who use them. */
const DEFAULTS: ReadonlyMap<string, string> = new Map(
  Object.entries(encodings).flatMap(([encoding, users]) =>
    typeof users === 'string' ? [] : users.map((user) => [user, encoding] as const),
  ),
)

/** The encoding of a page that declares none: by the language that it names, else by where it comes from. */
function defaultFor(bytes: Uint8Array, url: string | undefined): string {
  const head = String.fromCharCode(...bytes.subarray(0, 2048))
  const language = /<html[^>]{0,400}?\slang\s*=\s*["']?([a-z]{2,3}(?:-[a-z]{2,4})?)/i.exec(head)?.[1]?.toLowerCase()
  const domain = /^https?:\/\/[^/:?#]*\.([a-z]{2})(?:[/:?#]|$)/i.exec(url ?? '')?.[1]?.toLowerCase()
  const found = language === undefined ? undefined : (DEFAULTS.get(language) ?? DEFAULTS.get(language.slice(0, 2)))
  return found ?? (language === undefined && domain ? DEFAULTS.get(domain) : undefined) ?? 'windows-1252'
}

/** So many bytes tell whether a declaration is right. */
const LOOKED = 1 << 18
/** So many letters that are none, and no other beyond ASCII, make UTF-8 no UTF-8. */
const NONE = 3
/** Of UTF-8 at most one letter in so many is broken. */
const FEW = 20

/** The encoding of bytes that are no valid UTF-8: the declared one, unless that is UTF-8 and hardly a letter of it holds, or it is another and nearly all would. */
function likelier(declared: string, bytes: Uint8Array, fallback: string): string {
  if (OWN_WAY.test(declared)) return declared
  const beyond = new TextDecoder('utf-8').decode(bytes.subarray(0, LOOKED)).match(/[^\0-\x7f]/g) ?? []
  const broken = beyond.filter((letter) => letter === '\ufffd').length
  if (declared === 'utf-8') return broken >= NONE && broken === beyond.length ? fallback : declared
  return beyond.length - broken > FEW * broken ? 'utf-8' : declared
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

/** UTF-8 that was read as windows-1252 and written down so: "Ã©", "â€™", "Â°". */
const GARBLED =
  /Ã[\u0080-\u00bf\u0152-\u0178‚-›€™]|â(?:€|\u0080)[\u0080-\u00bf\u0152-\u0178‚-›€™]|Â[\u00a0-\u00bf]|[ÐÑ][\u0080-\u00bf‚-›€™][ÐÑ][\u0080-\u00bf‚-›€™]/g

/** How many letters of a text are garbled: another encoding's, misread before the page was written. */
export const garbledIn = (text: string): number => text.match(GARBLED)?.length ?? 0
