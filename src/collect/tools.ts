import { openGazetteer } from '../gazetteer/open.ts'
import type { Tools } from '../layers/layer.ts'
import { type Opening, openTagger } from '../tagger/open.ts'

/** Opens what reading needs, with the tagger that is named. */
export async function openTools(opening: Opening): Promise<Tools> {
  const [tagger, gazetteer] = await Promise.all([openTagger(opening), openGazetteer()])
  return { tagger, gazetteer }
}
