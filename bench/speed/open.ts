import { openTagger, type ReaderName } from '../../src/tagger/open.ts'
import type { Speed } from './speed.ts'

const SENTENCE =
  'Mayor Teresa Almonte said on Tuesday that the bridge in Lagos would open in May, and thanked the Ministry of Works. '
const LETTERS = 500_000
const MEGABYTE = 1024

/** Seconds that opening the tagger takes once its files are in memory, and what the process has held at most after it read half a megabyte in one line. */
export const openSpeed: Speed = {
  name: 'speed-open',
  shown: ['open_seconds', 'peak_mb'],
  measure: async ({ tools }) => {
    const reader = tools.tagger.name.split('/')[0] as ReaderName
    const start = performance.now()
    const tagger = await openTagger({ reader })
    const seconds = (performance.now() - start) / 1000
    const text = SENTENCE.repeat(LETTERS / SENTENCE.length)
    await tagger.tag(text, [{ start: 0, end: text.length, sentences: [] }])
    return { open_seconds: seconds, peak_mb: process.resourceUsage().maxRSS / MEGABYTE }
  },
}
