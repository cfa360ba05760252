import type { Line } from '../views/line.ts'
import { labelsOf, plainText } from '../views/lines.ts'
import type { Export, ExportOptions, Viewed } from './export.ts'

/** A line as a feature after RFC 7946; one that no point stands for has no geometry, and is a feature all the same. */
interface Feature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [lon: number, lat: number] } | null
  readonly properties: Readonly<Record<string, unknown>>
}

const inRange = (lat: number, lon: number): boolean => Math.abs(lat) <= 90 && Math.abs(lon) <= 180

function geometryOf({ lat, lon }: NonNullable<Line['where']>): Feature['geometry'] {
  if (lat === undefined || lon === undefined || !inRange(lat, lon)) return null
  return { type: 'Point', coordinates: [lon, lat] }
}

// Each citation with the report that it is of.
const citationsOf = ({ from, reports }: Line): readonly unknown[] =>
  from.map(({ article, version, start, end, exact }, at) => {
    const { outlet, published, url } = reports[at] ?? {}
    return { article, version, start, end, exact, outlet, published, url }
  })

function featureOf(line: Line, where: NonNullable<Line['where']>, view: string): Feature {
  const [report] = line.reports
  return {
    type: 'Feature',
    id: line.id,
    geometry: geometryOf(where),
    properties: {
      ...{ line: line.id, view, shape: line.shape, text: plainText(line.text) },
      ...{ name: where.name, precision: where.precision, country: where.country, geonames: where.geonamesId },
      ...{ from: line.when?.from, to: line.when?.to },
      ...{ status: labelsOf(line), sure: line.sure, score: line.score, origins: line.origins },
      ...{ mentions: line.counts?.mentions, articles: line.counts?.articles },
      ...{ outlet: report?.outlet, published: report?.published, url: report?.url },
      citations: citationsOf(line),
    },
  }
}

// Written line by line, so that a long story is never held whole.
async function* write(views: readonly Viewed[], { all }: ExportOptions): AsyncIterable<string> {
  yield '{"type":"FeatureCollection","features":['
  let first = true
  for (const { view, lines } of views)
    for await (const line of lines) {
      if (!line.where || !(all || line.sure)) continue
      yield `${first ? '\n' : ',\n'}${JSON.stringify(featureOf(line, line.where, view.name))}`
      first = false
    }
  yield '\n]}\n'
}

/** Lines that have a place, for maps. */
export const geojson: Export = {
  name: 'geojson',
  extension: 'geojson',
  type: 'application/geo+json',
  about: 'Lines that have a place, with their citations, for map programs.',
  write,
}
