import type { Reader } from '../measures/measure.ts'
import type { Figures } from '../score/figures.ts'

/** Something timed, on one core, in this process. */
export interface Speed {
  readonly name: string
  readonly shown: readonly string[]
  /** `corpora` is the corpora folder; without it the examples are read over and over. */
  measure(reader: Reader, corpora: string | undefined): Promise<Figures>
}

/** Runs `work` over all items once to warm up, then times it over all again; items a second. */
export async function rateOf<T>(items: readonly T[], work: (item: T) => unknown): Promise<number> {
  for (const item of items) await work(item)
  const start = performance.now()
  for (const item of items) await work(item)
  return items.length / ((performance.now() - start) / 1000)
}
