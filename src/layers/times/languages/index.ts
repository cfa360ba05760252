import deContexts from './de/contexts.json' with { type: 'json' }
import deGrammar from './de/grammar.json' with { type: 'json' }
import deHolidays from './de/holidays.json' with { type: 'json' }
import deLexicon from './de/lexicon.json' with { type: 'json' }
import deMarks from './de/marks.json' with { type: 'json' }
import deNumbers from './de/numbers.json' with { type: 'json' }
import deTense from './de/tense.json' with { type: 'json' }
import enContexts from './en/contexts.json' with { type: 'json' }
import enGrammar from './en/grammar.json' with { type: 'json' }
import enHolidays from './en/holidays.json' with { type: 'json' }
import enLexicon from './en/lexicon.json' with { type: 'json' }
import enMarks from './en/marks.json' with { type: 'json' }
import enNumbers from './en/numbers.json' with { type: 'json' }
import enTense from './en/tense.json' with { type: 'json' }
import frContexts from './fr/contexts.json' with { type: 'json' }
import frGrammar from './fr/grammar.json' with { type: 'json' }
import frHolidays from './fr/holidays.json' with { type: 'json' }
import frLexicon from './fr/lexicon.json' with { type: 'json' }
import frMarks from './fr/marks.json' with { type: 'json' }
import frNumbers from './fr/numbers.json' with { type: 'json' }
import frTense from './fr/tense.json' with { type: 'json' }
import type { Language } from './language.ts'

/** Every language whose times are read, by its ISO 639-1 code; English, the first, reads what no other claims. */
export const LANGUAGES: Readonly<Record<string, Language>> & { readonly en: Language } = {
  en: { grammar: enGrammar, lexicon: enLexicon, holidays: enHolidays, numbers: enNumbers, tense: enTense, contexts: enContexts, marks: enMarks },
  de: { grammar: deGrammar, lexicon: deLexicon, holidays: deHolidays, numbers: deNumbers, tense: deTense, contexts: deContexts, marks: deMarks },
  fr: { grammar: frGrammar, lexicon: frLexicon, holidays: frHolidays, numbers: frNumbers, tense: frTense, contexts: frContexts, marks: frMarks },
} // biome-ignore format: a list to be read
