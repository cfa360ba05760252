import type { World } from './world.ts'

const EVERY = 100
const BAR = 30

/** A line on standard error that is rewritten as work goes on; silent where nobody watches. */
export interface Progress {
  /** Says how much is done. */
  step(done: number): void
  /** Clears the line, so that something else may be written. */
  clear(): void
}

/** Shows `label`, how much of `total` is done (0: unknown), the rate and the time left. */
export function progressOf(world: World, label: string, total: number): Progress {
  if (!world.terminal.err) return { step: () => {}, clear: () => {} }
  const started = world.now()
  let last = 0
  return {
    step: (done) => {
      const now = world.now()
      if (now - last < EVERY && done !== total) return
      last = now
      world.err(`\r${lineOf(label, done, total, (now - started) / 1000).slice(0, world.columns - 1)}\u001b[K`)
    },
    clear: () => world.err('\r\u001b[K'),
  }
}

/** "reading  38 of 61  ████░░░  9.2/s  3 s left". */
export function lineOf(label: string, done: number, total: number, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0
  const speed = rate > 0 ? `${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s` : ''
  if (total <= 0 || done > total) return [label, done, speed].filter(Boolean).join('  ')
  const filled = Math.round((done / total) * BAR)
  const left = rate > 0 && seconds > 1 && done < total ? `${Math.ceil((total - done) / rate)} s left` : ''
  return [label, `${done} of ${total}`, '█'.repeat(filled) + '░'.repeat(BAR - filled), speed, left]
    .filter(Boolean)
    .join('  ')
}
