/** What another program takes from a page. */
export interface Extracted {
  /** The article as HTML. */
  readonly html: string
  readonly headline?: string | null | undefined
  readonly byline?: string | null | undefined
  readonly published?: string | null | undefined
}

/** Another program that reads the same pages, as its users run it. */
export interface Peer {
  readonly name: string
  /** What it takes from a page; undefined where it finds no article. May throw. */
  read(html: string, url: string): Promise<Extracted | undefined>
}
