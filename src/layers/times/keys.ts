import type { Language } from './languages/language.ts'
import type { Word } from './words.ts'

/** Classes one of whose words stands in every time, unless its figures tell it. */
const CLASSES = [
  ...['WEEKDAY', 'WEEKDAYS', 'MONTH', 'UNIT', 'UNITS', 'SEASON', 'SEASONS', 'PART', 'PARTS', 'NEAR', 'TONIGHT', 'NOW', 'ADVERB'],
  ...['DECADE', 'NOON', 'FISCAL', 'SECTION', 'YEARAGO', 'ERA', 'WEEKPART', 'SPAN', 'LONG', 'YEAREND', 'TOLDDAY'],
] as const // biome-ignore format: a list to be read

function keysOf({ lexicon, holidays, marks }: Language): ReadonlySet<string> {
  const common = new Set(marks.common.split(' '))
  const lists = [
    ...CLASSES.flatMap((name) => Object.values(lexicon[name] ?? {})),
    ...Object.values(holidays).map(({ words }) => words),
  ]
  // One word of a phrase is enough: its last, as first ones are words of everything ("human rights day").
  const lastOf = (phrase: string): readonly string[] =>
    phrase
      .split(' ')
      .filter((word) => !common.has(word))
      .slice(-1)
  const phrases = lists.flatMap((list) => list.split(', '))
  return new Set([...phrases.flatMap(lastOf), ...marks.others.split(' ')])
}

// "1989", "1990s", "10:35", "5pm", "q3", "25.10.2016".
const FIGURE = /^['‘]?\d\d0?['’]?s?$|^\d{3,}|^\d+[:.]\d|^\d+[ap]\.?m|^q\d|^\dq/

// Figures, and what may stand before one: an apostrophe, the q of a quarter.
const mayHoldFigure = (low: string): boolean => {
  const first = low.charCodeAt(0)
  return first < 0x3a || first === 0x71 || first === 0x2018
}

/** The most words that a time has before the word that shows it to be one. */
const REACH = 9

/** For each word of a sentence whether a word that shows a time stands there or soon after it: no time begins elsewhere. */
export function beginningsOf(language: Language): (words: readonly Word[]) => Uint8Array {
  const keys = keysOf(language)
  return (words) => {
    const found = new Uint8Array(words.length)
    let left = 0
    for (let at = words.length - 1; at >= 0; at--) {
      const low = words[at]?.low ?? ''
      if (keys.has(low) || (mayHoldFigure(low) && FIGURE.test(low))) left = REACH
      found[at] = left > 0 ? 1 : 0
      left--
    }
    return found
  }
}
