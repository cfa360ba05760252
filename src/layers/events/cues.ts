import cues from './cues.json' with { type: 'json' }
import forms from './forms.json' with { type: 'json' }

const set = (list: readonly string[]): ReadonlySet<string> => new Set(list)

/** Forms that stand in verb groups. */
export const ADVERBS = set(forms.adverbs)
export const BE = set(forms.be)
export const HAVE = set(forms.have)
export const DO = set(forms.do)
/** Words after which a noun stands, and words after which a verb does. */
export const BEFORE_NOUN = set(forms.determiners)
export const BEFORE_VERB = set(forms.subjects)

/** Auxiliaries by what they make of their verb. */
export const FUTURE = set(cues.future)
export const POSSIBLE = set(cues.possible)
export const DUTY = set(cues.duty)
/** What governs "to" and a verb: "plans to", "urged … to", "tried to", "managed to", "failed to". */
export const PLANS_TO = set(cues.plansTo)
export const CALLS_TO = set(cues.callsTo)
export const TRIES_TO = set(cues.triesTo)
export const MANAGES_TO = set(cues.managesTo)
export const FAILS_TO = set(cues.failsTo)
export const DENIALS = set(cues.denials)
export const IFS = set(cues.ifs)
/** Adjectives before an event noun. */
export const PLANNED_BEFORE = set(cues.plannedBefore)
export const POSSIBLE_BEFORE = set(cues.possibleBefore)
export const ONGOING_BEFORE = set(cues.ongoingBefore)
/** Phrases before an event noun, article left out. */
export const PLANNED_PHRASES = cues.plannedPhrases
export const POSSIBLE_PHRASES = cues.possiblePhrases
export const CALL_PHRASES = cues.callPhrases
/** Verbs that carry a noun's tense: "held talks". */
export const LIGHT = set(cues.lightVerbs)
export const HAPPEN = set(cues.happenVerbs)
export const REPORTING = set(cues.reporting)
/** Words and marks that part clauses. */
export const BOUNDARIES = set(cues.boundaries)
/** Adverbs before a verb that looks back further than the news, and before a participle that only describes. */
export const LOOKS_BACK = set(cues.looksBack)
export const JUST_DONE = set(cues.justDone)
/** Participles that say of something that it is to come. */
export const AWAITS = set(cues.awaits)
/** What is done to a noun that has yet to happen. */
export const DELAYED = set(cues.delayed)
export const PLACE_BEFORE = set(cues.placeBefore)
