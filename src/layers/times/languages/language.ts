/** Number words of a language. */
export interface NumberWords {
  /** From zero on, in order. */
  readonly ones: string
  /** Twenty, thirty … in order. */
  readonly tens: string
  /** Numbers that are one word of two, "einundzwanzig": the ones as they stand before the tens, and what joins them. */
  readonly compounds?: { readonly ones: string; readonly joiner: string }
  readonly ordinals: Readonly<Record<string, number>>
  readonly scales: Readonly<Record<string, number>>
  /** Before a scale, "a hundred"; inside a number, "two hundred and ten"; after one, "two and a half". */
  readonly one: string
  readonly and: string
  readonly half: string
  /** What follows the figures of an ordinal ("3rd"), and of a day of the month where it may stand so ("3."), as patterns. */
  readonly ordinalFigure: string
  readonly dayFigure: string
  /** Whether years are told in two numbers: "nineteen ninety-six". */
  readonly yearWords: boolean
  /** Phrases whose count is not said, and phrases with their count. */
  readonly vague: Readonly<Record<string, string>>
  readonly known: Readonly<Record<string, number>>
}

/** What verbs and small words say of a time without its year or week. Lists are parted by ", ", patterns are regular expressions. */
export interface TenseWords {
  readonly future: string
  readonly past: string
  /** Endings by which a form is known to be past, or to come. */
  readonly pastForms: string
  readonly futureForms?: string
  /** "Is to decide": a form of be, and the word after it. */
  readonly be: string
  readonly to: string
  /** Words of the future that count only before some words, or never before some. */
  readonly needs: Readonly<Record<string, string>>
  readonly bars: Readonly<Record<string, string>>
  /** "By Friday", and the word that is also that of an agent; the auxiliary that puts such a limit into the past. */
  readonly limits: string
  readonly agent: string
  readonly pluperfect: string
  /** "'s": what a day owns has mostly been. */
  readonly owner: string
  /** Words right before a time that look ahead. */
  readonly directly: string
  /** Verbs of saying, whose day is that of what they quote. */
  readonly saying: string
  /** What only looks like a past form. */
  readonly neither: string
}

/** Words around a match that let it be a time or not, parted by blanks, and patterns; missing ones hold nothing. */
export interface ContextWords {
  readonly beforeYear: string
  readonly afterCount: string
  /** What makes the figure before it a share. */
  readonly shares: string
  readonly zones?: string
  /** What a number after it only numbers: "page". */
  readonly headings?: string
  /** Before "a week" it is how often or how much, after these or these amounts. */
  readonly beforeRate?: string
  readonly amounts?: string
  readonly short?: string
  readonly verbs?: string
  readonly beforeVague?: string
  /** Words that are a month only after some others, "mars" of "en mars"; and those that are verbs at a sentence's head, "May the best win". */
  readonly doubtful?: string
  readonly beforeDoubtful?: string
  readonly auxiliaries?: string
  /** Words that tell on which side a length lies, "two days before", and those of them that a noun may follow. */
  readonly offsets?: string
  readonly looseOffsets?: string
  /** "In her 80s": whose age it is. */
  readonly owners?: string
  /** "By nightfall": times of the day of telling after these words, where no other day is named. */
  readonly dusk?: string
  readonly limits?: string
  readonly otherDays?: string
  /** Seasons that are other words, too, and what they are seasons after. */
  readonly doubtedSeasons?: string
  readonly beforeSeason?: string
  readonly of?: string
  readonly in?: string
  /** Units that are other words, too; those that "the" does not take up; long ones, and what must stand before "the" and them; "earlier in the day". */
  readonly moments?: string
  readonly unrepeated?: string
  readonly spans?: string
  readonly beforeSpan?: string
  readonly stages?: string
  /** Units that "a" does not count; quarters, which may be fractions; "over", where it hedges, and what it does not hedge before. */
  readonly ordinalUnits?: string
  readonly quarters?: string
  readonly hedges?: string
  readonly article?: string
  readonly definite?: string
  /** "Five years old", and the units of ages. */
  readonly aged?: string
  readonly ageUnits?: string
  /** "Per hour": a speed, not how often. */
  readonly per?: string
  readonly paces?: string
  readonly pointing?: string
  /** Parts of the day that are named for what they were like, and what they are times after. */
  readonly nights?: string
  readonly beforeNight?: string
  /** Patterns of ordinals, of decades in figures, of plurals. */
  readonly ordinal?: string
  readonly decade?: string
  readonly plural?: string
  /** Rules of the grammar whose matches are to be looked at so. */
  readonly tests: readonly string[]
}

/** Small words and patterns. */
export interface Marks {
  /** Words between two times of one year; after a length that a day ends; after a length that is counted up to now. */
  readonly joins: string
  readonly ends: string
  readonly into: string
  /** Halves of the day with the hours that they add, also in words ("in the morning"), and what follows a full hour or an hour of four figures. */
  readonly halves: Readonly<Record<string, number>>
  readonly dayParts: Readonly<Record<string, number>>
  /** Those of the phrases that go on past midnight: "at night". */
  readonly nights: string
  readonly oclock: string
  readonly zoned: string
  /** What follows the figures of a decade, as a pattern. */
  readonly decade: string
  /** Words of a class that count only with a capital, or only without one. */
  readonly capital: Readonly<Record<string, string>>
  readonly small?: Readonly<Record<string, string>>
  /** Words that say nothing alone, and words beside those of the lexicon that show a time. */
  readonly common: string
  readonly others: string
  /** Patterns of a year that is told, caught as the first group, and of words that are reckoned from the day of telling. */
  readonly year: string
  readonly telling: string
}

/**
 * A day that has a name: of a month; the nth weekday of one (-1 is its last), or the first one on a day of it or after (`from`); or so many days
 * from Easter, of the western churches or of the orthodox.
 */
export interface Holiday {
  readonly words: string
  readonly month?: number
  readonly day?: number
  readonly weekday?: number
  readonly nth?: number
  readonly from?: number
  readonly easter?: number
  readonly orthodox?: number
}

/** All that the layer knows of a language: a folder of data. */
export interface Language {
  /** Patterns of each rule, in the order in which rules are tried. */
  readonly grammar: Readonly<Record<string, readonly string[]>>
  /** Words by class and by what they say; phrases are parted by ", ". */
  readonly lexicon: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly holidays: Readonly<Record<string, Holiday>>
  readonly numbers: NumberWords
  readonly tense: TenseWords
  readonly contexts: ContextWords
  readonly marks: Marks
}
