/** By which words a language says whose a quotation is. Lists are parted by spaces, or by ", " where an entry has more than one word; all in lower case. */
export interface Quoting {
  /** Forms of verbs of saying, by stance. */
  readonly verbs: Readonly<Record<string, string>>
  /** Those of the verbs whose object speaks: "zitiert Abara mit den Worten". */
  readonly objects: string
  /** Words before an infinitive, which says nothing by itself. */
  readonly marker: string
  /** Verbs in two words that others may part, by stance: "fügte hinzu". */
  readonly pairs: Readonly<Record<string, string>>
  /** Forms before the subject of a verb that ends the sentence: "hatte … erklärt". */
  readonly auxiliaries: string
  /** Words behind a quotation and before its speaker: "…", so Abara. */
  readonly after: string
  /** Phrases before a speaker: "laut". */
  readonly before: string
  /** Words before somebody's account, and the nouns for such accounts: "nach der Ankündigung der Ministerin". */
  readonly by: string
  readonly accounts: string
  /** Words behind a speaker: "zufolge". */
  readonly behind: string
  /** Verb forms that report what someone else said: the subjunctive of "er sei". */
  readonly reported: string
  readonly pronouns: string
  /** Those of the pronouns that stand for nobody: "es heißt". */
  readonly impersonal: string
  /** Those of the pronouns that can only be subjects. */
  readonly nominative: string
  readonly determiners: string
  /** Those of the determiners that no subject has. */
  readonly oblique: string
  /** Forms by which a subject does not say but is said something of, and the words before who says it then. */
  readonly passive: string
  readonly agent: string
  /** Where such things are said: "in den Medien". */
  readonly media: string
  /** Nouns for words of somebody's: "der Begriff". */
  readonly terms: string
  /** Words that take up what was quoted: "Das sagte Abara". */
  readonly pointing: string
  /** Nouns for what is said, by which any verb is one of saying: "mit den Worten". */
  readonly wording: string
  /** Words between two verbs of one subject. */
  readonly coordinators: string
  /** Words that tie a further noun to a noun. */
  readonly links: string
  /** Words that sentences begin with, and no subject does. */
  readonly openers: string
  /** Words before a subject at the head of a sentence: "Auch Abara". */
  readonly focus: string
  /** Words before who said what the rest of the sentence tells: "Wie Abara sagte, …". */
  readonly comparing: string
  /** Those of the openers before which what follows says something: "In dem Bericht heißt es". */
  readonly origins: string
  /** Words that open a clause whose subject is next. */
  readonly subordinators: string
  /** Words that may stand between a verb and its subject. */
  readonly skipped: string
}
