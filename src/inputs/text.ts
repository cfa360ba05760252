import { onePage } from './bytes.ts'
import type { Input } from './input.ts'

/** A page as another program saved it, in plain text. */
export const text: Input = {
  name: 'text',
  extensions: ['txt', 'text'],
  types: ['text/plain'],
  sniff: (head) => head.length > 0,
  read: (bytes, hint) => onePage(bytes, hint, ['text/plain']),
}
