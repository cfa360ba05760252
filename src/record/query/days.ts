/** Whether a text is an ISO day, month or year that the calendar has. */
export function isDay(value: string): boolean {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value)) return false
  const full = `${value}-01-01`.slice(0, 10)
  const time = Date.parse(`${full}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(full)
}
