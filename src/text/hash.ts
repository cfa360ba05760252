import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** Units of a text that are turned into bytes at once: a text of twenty megabytes is never held twice. */
const PIECE = 65_536

/** SHA-256 of bytes, or of a text's UTF-8 bytes, in 64 lower-case hexadecimal digits. */
export function hashOf(data: Uint8Array | string): string {
  if (typeof data !== 'string') return bytesToHex(sha256(data))
  if (data.length <= PIECE) return bytesToHex(sha256(utf8ToBytes(data)))
  const hash = sha256.create()
  for (let from = 0; from < data.length; ) {
    const to = from + PIECE - (isFirstHalf(data.charCodeAt(from + PIECE - 1)) ? 1 : 0)
    hash.update(utf8ToBytes(data.slice(from, to)))
    from = to
  }
  return bytesToHex(hash.digest())
}

/** Whether a unit is the first of a pair that is one character. */
const isFirstHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
