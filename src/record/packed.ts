import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Deflates bytes or a text. */
export const packed = (data: Uint8Array | string): Uint8Array =>
  deflateRawSync(typeof data === 'string' ? Buffer.from(data, 'utf8') : data, { level: 4 })

/** The bytes that were deflated. Throws for what is damaged. */
export const unpacked = (data: Uint8Array): Uint8Array => new Uint8Array(inflateRawSync(data))

/** The text that was deflated. Throws for what is damaged. */
export const unpackedText = (data: Uint8Array): string => inflateRawSync(data).toString('utf8')
