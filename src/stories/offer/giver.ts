import type { Citation } from '../../text/citation.ts'
import type { Span } from '../../text/span.ts'
import { fold } from '../fold.ts'
import type { FigureItem } from '../items.ts'
import table from './figures.json' with { type: 'json' }
import type { Source } from './source.ts'

// "… puts the number at", "… has counted", right before a number.
const GIVES = new RegExp(
  String.raw`\s(?:${table.gives})(?:\s+(?:it|(?:${table.its})\s+(?:\S+\s+)?(?:${table.counts})(?:\s+of\s+[^,;]+)?)\s+at)?\s+$`,
  'iu',
)
// What may stand between who gives a number and the verb: "in Galati", ", which counts those who died there,".
const BETWEEN = /^(?:\s+(?:in|of|at|for)\s[^,;]{1,50}|\s*,[^;]*,)?(?:\s+(?:now|also|still|has|have|had))*$/iu
/** Where a sentence's subject begins, in units: after "The" or a mark. */
const OPENING = 5
/** How far from it a number may stand. */
const LONGEST = 300

/**
 * Who gives a number as the subject of a verb of counting: "St Andrew's Hospital counts 15 dead". Empty where nobody does. `giver` is their name,
 * folded, or their words where the article has no entity for them.
 */
export function giverOf(
  { reading, refOf, entities, mentions }: Source,
  sentence: Citation,
  number: Span,
): Pick<FigureItem, 'speaker' | 'speakerName'> & { readonly giver?: string } {
  if (number.start - sentence.start > LONGEST) return {}
  const lead = reading.text.slice(sentence.start, number.start)
  const verb = GIVES.exec(lead)
  if (!verb) return {}
  const subject = [...mentions.values()]
    .filter(
      ({ start, end }) =>
        start - sentence.start < OPENING && start >= sentence.start && end <= sentence.start + verb.index,
    )
    .find(({ end }) => BETWEEN.test(lead.slice(end - sentence.start, verb.index)))
  if (!subject) return {}
  const entity = [...entities.values()].find((one) => one.mentions.includes(subject.id))
  const giver = fold(entity?.name ?? reading.text.slice(subject.start, subject.end))
  if (!entity || entity.type === 'location' || entity.type === 'source') return { giver }
  return { giver, speaker: refOf(entity.id), speakerName: entity.name }
}
