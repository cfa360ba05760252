import { eld } from 'eld/small'
import type { Claim } from './draft.ts'

/** Fewer letters than this say too little of their language. */
const LEAST = 60

/** The language of a text (ISO 639-1), by its letters; a page's own declaration where the text is too short to tell. */
export function languageOf(text: string, declared: string | undefined): Claim {
  const tag = /^[a-z]{2}\b/i.exec(declared ?? '')?.[0].toLowerCase()
  if (text.length >= LEAST) {
    const { language, isReliable } = detected(text)
    if (language && (isReliable() || language === tag))
      return { value: language, found: { by: 'pages/letters', score: 0.95, stated: false } }
  }
  if (tag) return { value: tag, found: { by: 'pages/declared-language', score: 0.8, stated: true } }
  return { value: 'en', found: { by: 'pages/default-language', score: 0.3, stated: false } }
}

const detected = (text: string) => {
  const { language, isReliable } = eld.detect(text.slice(0, 1200))
  return { language, isReliable: () => isReliable() }
}
