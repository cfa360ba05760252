import type { Decided } from '../decisions/decided.ts'
import type { Event } from '../layers/events.ts'
import type { Item } from './items.ts'
import { articleItem } from './offer/article.ts'
import { entityItem } from './offer/entity.ts'
import { figureItems } from './offer/figure.ts'
import { happeningItem } from './offer/happening.ts'
import { placeItems } from './offer/place.ts'
import { present, sourceOf } from './offer/source.ts'
import { statementItem } from './offer/statement.ts'

/**
 * An event less sure than this is left to the reading, unless a person confirmed it: words that only one of lexicon and tagger takes for an event, with
 * no time near.
 */
const LEAST = 0.3

/** What an article offers for linking: itself, its entities, statements, events, places and figures. Depends on the decided reading alone. */
export function itemsOf(decided: Decided): readonly Item[] {
  const source = sourceOf(decided)
  const isSure = ({ id, score }: Event): boolean => score >= LEAST || decided.confirmed.has(id)
  const { entities, attributions, events } = decided.reading
  const told = events.filter(isSure)
  const article = articleItem(source)
  return [
    article,
    ...present(entities.map((entity) => entityItem(source, entity))),
    ...present(attributions.map((attribution) => statementItem(source, attribution))),
    ...present(told.map((event) => happeningItem(source, event))),
    ...placeItems(source, told),
    ...figureItems(source, article.terms),
  ]
}
