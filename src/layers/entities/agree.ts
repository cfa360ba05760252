import type { Phrase, PhraseKind } from '../../tagger/tagger.ts'
import { type PronounKind, pronounKind, pronounOf } from '../mentions/pronouns.ts'
import { genderOfRole } from '../mentions/roles.ts'
import type { Draft } from './draft.ts'

/** What a phrase asks of whatever it takes up. */
export interface Asked {
  readonly gender: Draft['gender']
  /** Whether that must be a person, or must not be one; undefined where either may be. */
  readonly person: boolean | undefined
  /** Whether that may be of a kind that is not told apart: a pronoun may take up anything. */
  readonly other: boolean
}

const PERSONS: Readonly<Partial<Record<PronounKind, boolean>>> = {
  i: true,
  he: true,
  she: true,
  it: false,
  which: false,
  here: false,
}

/** What a phrase asks, by its pronoun or by what its head tells. */
export function askedOf(text: string, phrase: Phrase): Asked {
  const own = text.slice(phrase.start, phrase.end).toLowerCase()
  const pronoun = pronounKind(own)
  if (pronoun) {
    const gender = pronounOf(own)
    return {
      gender: gender === 'plural' ? undefined : gender,
      person: PERSONS[pronoun],
      other: PERSONS[pronoun] !== true,
    }
  }
  const head = text.slice(phrase.head.start, phrase.head.end).toLowerCase()
  return { gender: genderOfRole(head), person: undefined, other: phrase.kind === 'other' }
}

// A source may be a body that the text does not name: "the port authority".
const isPerson = ({ type, mentions }: Draft): boolean =>
  type === 'person' || (type === 'source' && mentions.some((mention) => mention.type === 'person'))

/** Whether somebody or something may be what a phrase takes up; `kind` is that of the words that stand for it. */
export function agrees({ gender, person, other }: Asked, draft: Draft, kind: PhraseKind): boolean {
  if (kind === 'other' && !other) return false
  if (gender && draft.gender && gender !== draft.gender) return false
  return person === undefined || person === isPerson(draft)
}

/** Whether what is described only may be what is named: a person is no thing. */
export const fitsType = (unnamed: Draft, named: Draft): boolean => isPerson(unnamed) === isPerson(named)
