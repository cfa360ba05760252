declare module 'html-encoding-sniffer' {
  const sniff: (
    bytes: Uint8Array,
    options?: { transportLayerEncodingLabel?: string; defaultEncoding?: string; maxPrescanBytes?: number },
  ) => string
  // biome-ignore lint/style/noDefaultExport: the package has one
  export default sniff
}
