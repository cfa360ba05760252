/** A judged span: its raw probability, and whether it is right. */
export interface Judged {
  readonly raw: number
  readonly right: boolean
}

const POINTS = 21
const EACH = 40

const placeOf = (raw: number): number => 1 - Math.cbrt(1 - Math.min(1, Math.max(0, raw)))

// Neighbouring bins in the wrong order are joined (pool adjacent violators).
function pooled(
  bins: readonly { place: number; right: number; count: number }[],
): { place: number; right: number; count: number }[] {
  const done: { place: number; right: number; count: number }[] = []
  for (const bin of bins) {
    let last = { ...bin }
    for (
      let before = done.at(-1);
      before && before.right / before.count >= last.right / last.count;
      before = done.at(-1)
    ) {
      done.pop()
      const count = before.count + last.count
      last = {
        place: (before.place * before.count + last.place * last.count) / count,
        right: before.right + last.right,
        count,
      }
    }
    done.push(last)
  }
  return done
}

/** Share right at each of 21 points of raw probability (spaced as `calibrated` reads them), by isotonic regression over bins of 40. */
export function curveOf(judged: readonly Judged[]): readonly number[] {
  const sorted = [...judged].sort((a, b) => a.raw - b.raw)
  const bins: { place: number; right: number; count: number }[] = []
  for (let at = 0; at < sorted.length; at += EACH) {
    const part = sorted.slice(at, at + EACH)
    const place = part.reduce((sum, one) => sum + placeOf(one.raw), 0) / part.length
    // One right and one wrong added: no bin of few is certain.
    bins.push({ place, right: part.filter((one) => one.right).length + 0.5, count: part.length + 1 })
  }
  const steps = pooled(bins)
  return Array.from({ length: POINTS }, (_, i) => Math.round(1000 * shareAt(steps, i / (POINTS - 1))) / 1000)
}

function shareAt(steps: readonly { place: number; right: number; count: number }[], place: number): number {
  const after = steps.findIndex((step) => step.place >= place)
  const high = steps[after < 0 ? steps.length - 1 : after]
  const low = steps[after < 0 ? steps.length - 1 : after - 1] ?? { place: 0, right: 0, count: 1 }
  if (!high) return place
  const a = low.right / low.count
  const b = high.right / high.count
  return high.place > low.place ? a + ((b - a) * (place - low.place)) / (high.place - low.place) : b
}
