import type { Article } from '../../articles/article.ts'
import { tame } from '../terminal/wrap.ts'
import type { World } from '../world.ts'
import type { Printer } from './format.ts'

/** Prints articles in words of some form, with a gap before each but the first; those without words are passed over. */
export function partedBy(gap: string, wordsOf: (article: Article) => string, world: World): Printer<Article> {
  let isFirst = true
  return {
    one: async (article) => {
      const words = wordsOf(article)
      if (!words) return
      await world.out(`${isFirst ? '' : gap}${world.terminal.out ? tame(words) : words}`)
      isFirst = false
    },
    end: async () => {},
  }
}
