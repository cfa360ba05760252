declare module 'html-encoding-sniffer' {
  const sniff: (bytes: Uint8Array, options?: { transportLayerEncodingLabel?: string; defaultEncoding?: string; maxPrescanBytes?: number }) => string
  export default sniff
}
