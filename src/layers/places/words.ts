import words from './words.json' with { type: 'json' }

const set = (list: readonly string[]): ReadonlySet<string> => new Set(list)

/** Lower-case surfaces that a location's name may have, and no place of the place data is meant by. */
export const ELSEWHERE = set(words.elsewhere)
/** Lower-case surfaces that mean something else more often than the place of that name. */
export const NOT_PLACES = set(words.notPlaces)
/** What stands after a first-level unit's name ("New York Gov."), or before it ("state of"). */
export const UNIT_WORDS = set(words.unitWords)
/** What only actors do: "Washington said". */
export const ACTOR_VERBS = set(words.actorVerbs)
/** What stands before a place that something is at or moves to. */
export const LITERAL_BEFORE = set(words.literalBefore)
/** Prepositions after which a country's name stands for its government as often as not. */
export const LOOSE_BEFORE = set(words.looseBefore)
/** Words that follow a name without belonging to its phrase; any other word after it is a noun that it goes with. */
export const AFTER_NAME = set(words.afterName)
