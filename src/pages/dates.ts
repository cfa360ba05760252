import words from './dates.json' with { type: 'json' }

const MONTHS: ReadonlyMap<string, number> = new Map(
  Object.entries(words.months).flatMap(([number, names]) => names.map((name) => [name, Number(number)] as const)),
)
const ZONES: ReadonlyMap<string, string> = new Map(Object.entries(words.zones))

/** A date found in a text: ISO date or date-time, and where it stood. */
export interface FoundDate {
  readonly value: string
  readonly start: number
  readonly end: number
}

const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?)?/
const WORD = '[\\p{L}\\p{M}]'
/** Behind a year stands no digit, but for a time of day that no space parts from it. */
const YEAR = '(\\d{4})(?:(?!\\d)|(?=\\d\\d?:\\d\\d))'
const DAY_FIRST = new RegExp(
  `(?<![\\p{L}\\d])(\\d{1,2})(?:st|nd|rd|th|er|º|ª)?(?:\\.|\\.?[\\s-]+)(?:de\\s+|of\\s+)?(${WORD}{2,14})\\.?,?[\\s-]+(?:del?\\s+)?${YEAR}`,
  'u',
)
const MONTH_FIRST = new RegExp(
  `(?<![\\p{L}\\d])(\\p{L}{3,9})\\.?\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:\\d{1,2}:\\d{2}\\s+)?|(\\d{2})(?=20))${YEAR}`,
  'u',
)
/** "2026. május 12.", "2026 May 12". */
const YEAR_FIRST = /(?<![\p{L}\d])(\d{4})[.,]?\s+(\p{L}{3,12})\.?\s+(\d{1,2})(?!\d)/u
/** "2026年5月12日", "2026년 5월 12일", "2026/05/12", "2026.5.12". */
const YEAR_NUMBERS = /(?<!\d)(\d{4})(?:\s?[年년]\s?|\s?[./]\s?)(\d{1,2})(?:\s?[月월]\s?|\s?[./]\s?)(\d{1,2})(?!\d)/
/** "12 tháng 5, 2026", "ngày 12 tháng 5 năm 2026". */
const NUMBERED_MONTH = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:,|\s+năm)?\s+(\d{4})(?!\d)/iu
const NUMBERS = /(?<![\d.,/-])(\d{1,2})\s?([./|-])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d:])/
/** "12.05.26", also where the time of day follows without a space. */
const SHORT_YEAR =
  /(?<![\d.,])(\d{1,2})\.(\d{1,2})\.(\d{2})(?![\d.]|,\d)|(?<![\d.,])(\d{2})\.(\d{2})\.(\d{2})(?=\d{2}:\d{2})/
const CLOCK = /\b(\d{1,2})[:.h](\d{2})(?::\d{2})?\s?([ap]\.?m\.?)?(?:\s?\(?([a-z]{1,4}|[+-]\d{2}:?\d{2})\b)?/i
const HOUR = /\b(\d{1,2})\s?([ap])\.?m\b/i

const pad = (n: number | string): string => `${n}`.padStart(2, '0')

/** An ISO day, if there is such a day between 1800 and 2200. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real && year >= 1800 && year <= 2200 ? `${year}-${pad(month)}-${pad(day)}` : undefined
}

/** A machine-written date ("2026-03-03T11:42:00+02:00") as ISO, with its offset where it has one; undefined where it is none. */
export function machineDate(text: string): string | undefined {
  const m = ISO.exec(text.trim())
  if (!m || m.index > 0) return findDate(text)?.value
  const day = isoDay(Number(m[1]), Number(m[2]), Number(m[3]))
  if (!day || !m[4]) return day
  const zone = m[7] && (m[7] === 'Z' ? 'Z' : m[7].replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2'))
  return Number(m[4]) > 23 || Number(m[5]) > 59 ? day : `${day}T${m[4]}:${m[5]}:${m[6] ?? '00'}${zone ?? ''}`
}

/** The first full date (day, month, year) that a text of at most 300 units writes out, with the time of day that follows it. */
export function findDate(text: string): FoundDate | undefined {
  const line = western(text.slice(0, 300))
  if (!/\d/.test(line)) return undefined
  const found = [
    matchOf(ISO, line, isoParts),
    matchOf(DAY_FIRST, line, dayFirst),
    matchOf(MONTH_FIRST, line, monthFirst),
    matchOf(YEAR_FIRST, line, yearFirst),
    matchOf(YEAR_NUMBERS, line, yearNumbers),
    matchOf(NUMBERED_MONTH, line, numberedMonth),
    matchOf(NUMBERS, line, numbers),
    matchOf(SHORT_YEAR, line, shortYear),
  ]
  const [first] = found.filter((f) => f !== undefined).sort((a, b) => a.start - b.start || b.end - a.end)
  if (!first || first.value.includes('T')) return first
  const clock =
    clockOf(line.slice(first.end, first.end + 40)) ?? clockOf(line.slice(Math.max(0, first.start - 24), first.start))
  return clock ? { ...first, value: `${first.value}T${clock}` } : first
}

/** Where the digits of other scripts begin: Arabic, Persian, Hindi, Bengali, Thai, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]
const OTHER_DIGITS = /[٠-٩۰-۹०-९০-৯๐-๙０-９]/g

/** Digits of any script as those of ours, unit for unit. */
const western = (text: string): string =>
  text.replace(OTHER_DIGITS, (digit) => {
    const code = digit.charCodeAt(0)
    return `${code - (ZEROS.find((zero) => code >= zero && code < zero + 10) ?? code)}`
  })

type Maker = (m: RegExpExecArray) => string | undefined

function matchOf(pattern: RegExp, text: string, make: Maker): FoundDate | undefined {
  const m = pattern.exec(text)
  const value = m && make(m)
  return m && value ? { value, start: m.index, end: m.index + m[0].length } : undefined
}

const monthOf = (name: string | undefined): number => MONTHS.get((name ?? '').toLowerCase()) ?? 0
const isoParts: Maker = (m) => machineDate(m[0])
const dayFirst: Maker = (m) => isoDay(Number(m[3]), monthOf(m[2]), Number(m[1]))
const monthFirst: Maker = (m) => isoDay(Number(m[4]), monthOf(m[1]), Number(m[2] ?? m[3]))
const yearFirst: Maker = (m) => isoDay(Number(m[1]), monthOf(m[2]), Number(m[3]))
const yearNumbers: Maker = (m) => isoDay(Number(m[1]), Number(m[2]), Number(m[3]))
const numberedMonth: Maker = (m) => isoDay(Number(m[3]), Number(m[2]), Number(m[1]))
/** Years of two digits lie between 1970 and 2069. */
const shortYear: Maker = (m) => {
  const year = Number(m[3] ?? m[6])
  return isoDay(year + (year < 70 ? 2000 : 1900), Number(m[2] ?? m[5]), Number(m[1] ?? m[4]))
}
/** "04/05/2026" is a day only where one order is possible, or dots say that the day comes first. */
const numbers: Maker = (m) => {
  const [a, b, year] = [Number(m[1]), Number(m[3]), Number(m[4])]
  if (m[2] === '.' || a > 12) return isoDay(year, b, a)
  return b > 12 || a === b ? isoDay(year, a, b) : undefined
}

function clockOf(text: string): string | undefined {
  const m = CLOCK.exec(text)
  const hour = m ? undefined : HOUR.exec(text)
  const half = (m?.[3] ?? hour?.[2])?.charAt(0).toLowerCase()
  const hours = Number(m?.[1] ?? hour?.[1] ?? Number.NaN)
  if (Number.isNaN(hours)) return undefined
  const full = half ? (hours % 12) + (half === 'p' ? 12 : 0) : hours
  if (full > 23 || Number(m?.[2] ?? 0) > 59) return undefined
  const zone =
    m?.[4] && (/^[+-]/.test(m[4]) ? m[4].replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2') : ZONES.get(m[4].toLowerCase()))
  return `${pad(full)}:${m?.[2] ?? '00'}${zone ? `:00${zone}` : ''}`
}
