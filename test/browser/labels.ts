import type { Page } from 'playwright-core'
import { LABELS } from '../../src/desk/labels.ts'
import { EXPORTS } from '../../src/exports/index.ts'
import { EVENT_TYPES, MODALITIES } from '../../src/layers/events.ts'
import { ENTITY_TYPES } from '../../src/layers/mentions.ts'
import type { OnRecord } from '../../src/record/record.ts'

const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const DATE = `(?:\\d{1,2}(?: ${MONTH})?(?: \\d{4})? ?– ?)?(?:\\d{1,2} )?${MONTH}(?: \\d{4})?|\\d{4}`
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day'
const CLOCK = '\\d\\d:\\d\\d(?: UTC| [+-]\\d\\d:\\d\\d)?'
const NUMBER = '(?:[≥≤≈] )?\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:–\\d+(?:,\\d{3})*(?:\\.\\d+)?)?'
const SYMBOL = '[‹›→…,]|¶\\d*|j|k|o|Esc|Enter|\\[ \\]|y|n|e|s|j k|u|b|g|/|\\?|1 – 5'

const escaped = (text: string): string => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&')

/** All that may stand on a page beside a source's words and a person's own: one label, or one value, of a record with these outlets. */
function sayable(outlets: readonly string[]): RegExp {
  const outlet = `(?:${outlets.map(escaped).join('|')})`
  const cited = `${outlet}(?:, (?:${DATE}))?(?: ¶\\d+)?`
  const slots: Readonly<Record<string, string>> = {
    n: '\\d+',
    of: '\\d+',
    date: `(?:${DATE})`,
    date2: `(?:${DATE})`,
    outlet: cited,
    time: '\\d\\d:\\d\\d',
  }
  const labels = LABELS.map((label) => escaped(label).replace(/\{(\w+)\}/g, (_, name: string) => slots[name] ?? '.+'))
  const names = [...EXPORTS.map(({ name }) => name), ...EVENT_TYPES, ...MODALITIES, ...ENTITY_TYPES].map(escaped)
  const values = [DATE, `(?:${DATE}), ${CLOCK}`, WEEKDAY, CLOCK, NUMBER, SYMBOL, cited, ...names]
  return new RegExp(`^(?:${[...labels, ...values].join('|')})$`)
}

/** Words of a page that are no source's, no person's, no name of place data or rule. */
const textsOn = (page: Page): Promise<readonly string[]> =>
  page.locator('body').evaluate((body) => {
    const found: string[] = []
    const texts = body.ownerDocument.createTreeWalker(body, 4)
    while (texts.nextNode()) {
      const apart = texts.currentNode.parentElement.closest(
        '[data-quote], [data-own], [data-place], [data-removed], code, script, .cut',
      )
      if (!apart) found.push(texts.currentNode.data)
    }
    return found
  })

// The longest run of words first: "one article from 3 outlets" is two labels with nothing, or a comma, between them.
function isSayable(words: readonly string[], known: RegExp): boolean {
  if (words.length === 0) return true
  for (let n = words.length; n > 0; n--)
    if (known.test(words.slice(0, n).join(' ').replace(/,$/, '')) && isSayable(words.slice(n), known)) return true
  return false
}

/** What a page says that is neither a label nor a value. */
export async function unsayableOn(page: Page, record: OnRecord): Promise<readonly string[]> {
  const known = sayable((await record.stories()).flatMap(({ outlets }) => outlets))
  return (await textsOn(page))
    .flatMap((text) => text.split(/ · | → /))
    .map((part) => part.replace(/^[\s·→]+|[\s·→]+$/g, ''))
    .filter((part) => part !== '' && !isSayable(part.split(/\s+/), known))
}
