import { onePage } from './bytes.ts'
import type { Input } from './input.ts'

const TYPES = ['text/html', 'application/xhtml+xml'] as const

/** A tag, comment or doctype that begins a page, after a byte order mark and white space. */
const BEGINS =
  /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype\s+html|!--|html|head|body|meta|title|article|div|p|h1|\?xml[^>]*>\s*<(?:!doctype\s+html|html))[\s>/-]?/i

const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

// Two bytes a character, as UTF-16 has them: the null bytes are left out.
const looksWide = ([a, b]: Uint8Array): boolean => (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)

/** A saved or fetched page. */
export const html: Input = {
  name: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  types: TYPES,
  sniff: (head) => BEGINS.test(latin(looksWide(head) ? head.subarray(2).filter((byte) => byte !== 0) : head)),
  read: (bytes, hint) => onePage(bytes, hint, TYPES),
}
