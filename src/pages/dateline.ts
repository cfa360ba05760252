const DASH = '(?:\\s?[—–-]{1,2}\\s|\\s?[—–])'
const CAPITALS = "(?!FILE\\b)\\p{Lu}[\\p{Lu}.'’\\- ]{2,30}"
const NAME = "\\p{Lu}[\\p{L}.'’\\- ]{2,24}"
const LAND = ', \\p{L}[\\p{L}. ]{2,20}'
const DAY = ', \\p{L}{3,9}\\.? \\d{1,2}'
const AGENCY = ' ?\\([\\p{L} /.]{2,30}\\)'

/** "BEIRUT (AP) — ", "GALATI, Romania (Meridian) – ", "MINSK, May 20 (Wire) -- ". */
const ANYWHERE = new RegExp(
  `^(?:${CAPITALS}(?:${LAND})?(?:${DAY})?(?: ?\\([^)]{2,30}\\))?|${NAME}(?:${LAND})?(?:${DAY})?${AGENCY})${DASH}`,
  'u',
)
/** At the head of an article also "Lima, Peru – ", "CHISINAU: " and "(CNT) ". */
const OPENING = new RegExp(
  `^(?:${NAME}${LAND}\\s[—–-]\\s(?=["“‘']?\\p{Lu})|${CAPITALS}(?:${LAND})?:\\s(?=["“‘']?\\p{Lu})|\\([\\p{Lu}]{2,8}\\)\\s?(?:[—–-]{1,2}\\s?)?(?=["“‘']?\\p{Lu}))`,
  'u',
)

/** A paragraph's dateline: its words, and its length with what parts it from the text. `opening`: the paragraph is the article's first. */
export function datelineOf(
  paragraph: string,
  opening = false,
): { readonly text: string; readonly length: number } | undefined {
  const head = paragraph.slice(0, 90)
  const m = ANYWHERE.exec(head) ?? (opening ? OPENING.exec(head) : null)
  if (!m) return undefined
  // All white space before the text goes with the dash.
  const length = m[0].length + (/^\s*/.exec(paragraph.slice(m[0].length))?.[0].length ?? 0)
  return length < paragraph.length ? { text: m[0].replace(/\s*(?:[—–:]|-{1,2})?\s*$/, ''), length } : undefined
}
