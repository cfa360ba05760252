import type { When } from './line.ts'

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
] // biome-ignore format: a list to be read

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

function partsOf(iso: string): Parts | undefined {
  const [, year, month, day] = iso.match(/^(\d{4})-(\d{2})-(\d{2})/) ?? []
  return day === undefined ? undefined : { year: Number(year), month: Number(month), day: Number(day) }
}

const lastOf = ({ year, month }: Parts): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const name = ({ month }: Parts): string => MONTHS[month - 1] ?? ''

/** A calendar day as it is shown: "13 May 2026". Anything but an ISO day is given back as it is. */
export function dayText(iso: string): string {
  const parts = partsOf(iso)
  return parts ? `${parts.day} ${name(parts)} ${parts.year}` : iso
}

/** Days as they are shown, never finer than they are: "13 May 2026", "13–15 May 2026", "May 2026", "2026". */
export function whenText({ from, to }: Pick<When, 'from' | 'to'>): string {
  const [start, end] = [partsOf(from), partsOf(to)]
  if (!start || !end || from.slice(0, 10) === to.slice(0, 10)) return dayText(from)
  const whole = start.day === 1 && end.day === lastOf(end)
  if (start.year !== end.year)
    return whole && start.month === 1 && end.month === 12
      ? `${start.year}–${end.year}`
      : `${dayText(from)} – ${dayText(to)}`
  if (start.month !== end.month)
    return whole && start.month === 1 && end.month === 12
      ? String(start.year)
      : whole
        ? `${name(start)}–${name(end)} ${end.year}`
        : `${start.day} ${name(start)} – ${dayText(to)}`
  return whole ? `${name(start)} ${start.year}` : `${start.day}–${dayText(to)}`
}
