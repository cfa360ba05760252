import type { Attribution } from '../attributions.ts'
import type { Entity } from '../entities.ts'
import { type Paragraph, type Stretch, spanOf } from './paragraph.ts'
import type { Link } from './rules.ts'

const RELATIVE = /^(?:who|which)$/
const GOES_ON = /^(?:and|but|or|nor|who|which|that)$/

// "Ms Abara, who said the plan was a mistake, |left": the comma that opened the clause is answered by the next one.
function relativeEnd(p: Paragraph, source: Stretch, content: Stretch): number {
  const opened = RELATIVE.test(p.words[source.from]?.lower ?? '') && p.words[source.from - 1]?.text === ','
  if (!opened || content.from < source.from) return content.to
  for (let at = content.from + 1; at < content.to - 1; at++) {
    const ends = p.words[at]?.text === ',' && ((p.quoted[at] ?? -1) < 0 || (p.quoted[at + 1] ?? -1) < 0)
    if (ends && !GOES_ON.test(p.words[at + 1]?.lower ?? '')) return at
  }
  return content.to
}

const ANONYMOUS =
  /^(?:that (?:he|she|they|his|her|their|its)\b.{0,20}\b)?(?:not )?(?:to )?(?:be (?:named|identified|quoted)|(?:remain|stay) anonymous|speak (?:on condition of )?anonym\w+|anonymity)\b/

// "asked not to be named" asks something of the reporter; the news says nothing by it.
const isAnonymity = (p: Paragraph, { content }: Link): boolean =>
  content.length === 1 &&
  content.every((piece) => {
    const { start, end } = spanOf(p, piece)
    return ANONYMOUS.test(p.text.slice(start, Math.min(end, start + 80)).toLowerCase())
  })

/** Links without what a relative clause does not hold, and without requests to stay unnamed. */
export const trimmedLinks = (p: Paragraph, links: readonly Link[]): readonly Link[] =>
  links
    .filter((link) => !isAnonymity(p, link))
    .map((link) => {
      const [source] = link.source
      if (!source) return link
      return {
        ...link,
        content: link.content.map((piece) => ({ from: piece.from, to: relativeEnd(p, source, piece) })),
      }
    })

const TAKING_UP = /^(?:it|they)$/i
const SURE = 0.7

/** "It added", "they said": whoever spoke right before in the paragraph, where that is no single person. */
export function takenUp(
  text: string,
  items: readonly Attribution[],
  byId: ReadonlyMap<string, Entity>,
): readonly Attribution[] {
  let last: Entity | undefined
  return items.map((item) => {
    const [source] = item.source
    const taking = !item.speaker && source && TAKING_UP.test(text.slice(source.start, source.end))
    const speaker = taking && last && last.type !== 'person' ? last : undefined
    last = byId.get(item.speaker ?? '') ?? speaker ?? (source ? undefined : last)
    return speaker ? { ...item, speaker: speaker.id, score: Math.min(item.score, SURE) } : item
  })
}
