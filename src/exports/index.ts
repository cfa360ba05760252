import { annotations } from './annotations.ts'
import { bibtex } from './bibtex.ts'
import { csv } from './csv.ts'
import type { Export } from './export.ts'
import { ftm } from './ftm.ts'
import { geojson } from './geojson.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { ninjs } from './ninjs.ts'
import { timelinejs } from './timelinejs.ts'

/** Every way of writing views for another program or a reader. */
export const EXPORTS: readonly Export[] = [json, csv, markdown, timelinejs, annotations, ftm, ninjs, bibtex, geojson]
