// Letters that Unicode does not take apart into a Latin letter and a mark.
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th', ħ: 'h', ŧ: 't',
} // biome-ignore format: a list to be read

const WIDE = /[^\x00-\x7f]/

function plain(text: string): string {
  const apart = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  return apart.replace(/[ßæœøđðłıþħŧ]/g, (letter) => PLAIN[letter] ?? letter)
}

/**
 * The form under which a name is looked up: lower case, marks and apostrophes off, hyphens as spaces, single spaces.
 * `Saʿdah`, `Sa'dah` and `SADAH` share one; "" for a surface without a letter or digit.
 */
export function keyOf(surface: string): string {
  const lower = WIDE.test(surface) ? plain(surface) : surface.toLowerCase()
  return lower
    .replace(/['’‘ʼʻʿʾ`´.,()=]/g, '')
    .replace(/[\s\-‐-―/_]+/g, ' ')
    .trim()
}

/** The key of an abbreviation, where case and points count: `US` and `us` differ. */
export const abbreviationKey = (surface: string): string => `=${surface}`
