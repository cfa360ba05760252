import { mediaType } from '../inputs/bytes.ts'
import { INPUTS } from '../inputs/index.ts'
import type { Hint, Input } from '../inputs/input.ts'

const endingOf = (name: string): string =>
  name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : ''

/** The input whose file ending a name has. */
export const inputOfName = (name: string): Input | undefined =>
  INPUTS.find(({ extensions }) => extensions.includes(endingOf(name)))

// What servers say of a file that they know nothing of, and what says only that there are characters.
const isVague = (type: string): boolean => !type || type === 'application/octet-stream' || type.startsWith('text/')

/** The input for bytes: by file ending, then by media type, then by the first bytes. Undefined where the type is of something else, a picture say. */
export function inputFor({ name, type }: Pick<Hint, 'name' | 'type'>, head: Uint8Array): Input | undefined {
  const declared = mediaType(type ?? '')
  const known = inputOfName(name ?? '') ?? INPUTS.find(({ types }) => types.includes(declared))
  if (known) return known
  return isVague(declared) ? INPUTS.find((input) => input.sniff(head)) : undefined
}
