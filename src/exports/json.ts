import type { Line } from '../views/line.ts'
import type { Export, ExportOptions, Viewed } from './export.ts'

/** Format of the JSON that this export writes. */
export const VIEWS_FORMAT = 'onrecord-views/1'

async function* linesOf({ lines }: Viewed, { all }: ExportOptions): AsyncIterable<Line> {
  for await (const line of lines) if (all || line.sure) yield line
}

// Written line by line, so that a long story is never held whole.
async function* write(views: readonly Viewed[], options: ExportOptions): AsyncIterable<string> {
  yield `{"format":${JSON.stringify(VIEWS_FORMAT)},"views":[`
  let first = true
  for (const viewed of views) {
    const { name, title, groups } = viewed.view
    const head = JSON.stringify({ view: name, title, groups, story: viewed.story })
    yield `${first ? '\n' : ',\n'}${head.slice(0, -1)},"lines":[`
    first = false
    let open = true
    for await (const line of linesOf(viewed, options)) {
      yield `${open ? '\n' : ',\n'}${JSON.stringify(line)}`
      open = false
    }
    yield ']}'
  }
  yield ']}\n'
}

/** Lines as they are, with every citation: for programs. */
export const json: Export = {
  name: 'json',
  extension: 'json',
  type: 'application/json',
  about: 'Every line with its citations, for programs.',
  write,
}
