import { byId, countOf, type Doc, type Figures, f1Of } from './figures.ts'

export interface StoryDoc extends Doc {
  readonly story?: string | number | null
}

const pairsOf = (counts: Map<string, number>): number =>
  [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)

/** BCubed (Bagga & Baldwin 1998) and pairwise agreement of two clusterings; a document without a prediction is alone. */
export function scoreStories(gold: readonly StoryDoc[], predicted: readonly StoryDoc[]): Figures {
  const found = byId(predicted)
  const wanted = gold.map((doc) => String(doc.story))
  const given = gold.map((doc) => {
    const story = found.get(doc.id)?.story
    return story === undefined || story === null ? `alone ${doc.id}` : `in ${story}`
  })
  const cells = gold.map((_, i) => `${wanted[i]}\n${given[i]}`)
  const [bothCount, wantCount, givenCount] = [countOf(cells), countOf(wanted), countOf(given)]
  let [p, r] = [0, 0]
  gold.forEach((_, i) => {
    const both = bothCount.get(cells[i] ?? '') ?? 0
    p += both / (givenCount.get(given[i] ?? '') ?? 1)
    r += both / (wantCount.get(wanted[i] ?? '') ?? 1)
  })
  p /= gold.length
  r /= gold.length
  const together = pairsOf(bothCount)
  const pp = pairsOf(givenCount) ? together / pairsOf(givenCount) : 1
  const pr = pairsOf(wantCount) ? together / pairsOf(wantCount) : 1
  return {
    documents: gold.length,
    stories_gold: wantCount.size,
    stories_predicted: givenCount.size,
    bcubed_p: p,
    bcubed_r: r,
    bcubed_f1: f1Of(p, r),
    pair_p: pp,
    pair_r: pr,
    pair_f1: f1Of(pp, pr),
  }
}
