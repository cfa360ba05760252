import { endsSentence } from '../classify.ts'
import { findDate, isoDay, machineDate } from '../dates.ts'
import type { Claim } from '../draft.ts'
import { claim, first, type Head, said } from './head.ts'
import type { Leaf } from './leaves.ts'
import { firstOf } from './meta.ts'
import { attribute, type Element, textIn } from './tree.ts'

const PUBLISHED = ['article:published_time', 'article:published', 'og:published_time', 'datepublished', 'sailthru.date', 'parsely-pub-date', 'cxenseparse:recs:publishtime', 'rnews:datepublished', 'originalpublicationdate', 'article.published', 'published_time', 'publication_date', 'article_date_original', 'pubdate', 'publishdate', 'publish-date', 'published', 'published-date', 'publish_date'] // biome-ignore format: a list to be read
/** Declarations by which sites mean the day of publication, or any other. */
const DATES = ['date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'dcterms.date', 'last-published']
const MODIFIED = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'lastmod',
  'dcterms.modified',
  'last-modified',
  'article:modified',
  'modified_time',
  'dc.date.modified',
]

/** Where a page may say when it was published: its head, lines near the headline, above the body, in it, and right behind it; its address. */
export interface Dated {
  readonly head: Head
  /** Around the headline, the nearest first. */
  readonly near: readonly Leaf[]
  readonly below: readonly Leaf[]
  readonly above: readonly Leaf[]
  readonly body: readonly Leaf[]
  readonly behind: readonly Leaf[]
  readonly url: string | undefined
}

/**
 * When it was published: linked data, declarations, a time element or a date line near the headline, its address, a line behind the body; failing
 * these, less surely, when it was last changed. A line that shows an earlier day than the page declares is believed: sites declare anew what they
 * publish again.
 */
export function publishedOf(dated: Dated): Claim | undefined {
  const { head, near, below, above, body, behind, url } = dated
  const { meta, linked, all } = head
  const declared =
    claim(dateIn(linked?.datePublished ?? linked?.dateCreated), said('json-ld', 0.93)) ??
    claim(dateIn(firstOf(meta, ...PUBLISHED)), said('meta-date', 0.94)) ??
    visibleDate(below.slice(0, CLOSE), BARE) ??
    claim(dateIn(firstOf(meta, ...DATES)), said('meta-date', 0.9))
  const page = all.find(({ datePublished }) => datePublished !== undefined)
  return (
    (declared && (earlierDate(below, declared.value) ?? localDate(below, declared.value))) ??
    declared ??
    visibleDate(near) ??
    timeElement(head, /publi|posted|created/i) ??
    visibleDate(above) ??
    statedDate([...behind, ...body.slice(0, EDGE), ...body.slice(-EDGE)]) ??
    timeElement(head, /./) ??
    openingDate([...below.slice(0, 3), ...body.slice(0, 3)]) ??
    claim(dateIn(page?.datePublished), said('json-ld-page', 0.8)) ??
    first(
      ...[firstOf(meta, 'og:url'), meta.canonical, url].map((address) =>
        claim(dateInAddress(address), said('address', 0.8)),
      ),
    ) ??
    claim(visibleDate(behind)?.value, said('date-line-below', 0.7)) ??
    claim(modifiedOf(dated)?.value, said('modified-only', 0.5))
  )
}

/** When it was last changed, as declared, or as a line near the headline says. */
export function modifiedOf({ head, near, behind }: Dated): Claim | undefined {
  const { meta, linked } = head
  return (
    first(
      claim(dateIn(linked?.dateModified), said('json-ld', 0.95)),
      claim(dateIn(firstOf(meta, ...MODIFIED)), said('meta-date', 0.93)),
    ) ??
    visibleChange(near) ??
    visibleChange(behind)
  )
}

/** Words that say that a date is that of a change. */
const CHANGE =
  'updated|modified|reviewed|edited|revised|aktualisiert|aktualisierung|geändert|änderung|stand|mis à jour|mise à jour|actualizado|actualización|aggiornato|atualizado|bijgewerkt|uppdaterad|oppdatert|opdateret|zaktualizowano|обновлено|更新'
const CHANGED = new RegExp(`(?<!\\p{L})(?:${CHANGE}|last|letzte)(?!\\p{L})`, 'iu')
const CHANGED_ON = new RegExp(`(?<!\\p{L})(?:${CHANGE})(?!\\p{L})(.*)$`, 'iu')

// "Last updated 10 March 2026 at 09:12": the date right after the word.
function visibleChange(lines: readonly Leaf[]): Claim | undefined {
  for (const { text } of lines) {
    const after = text.length > 160 ? undefined : CHANGED_ON.exec(text)?.[1]
    const found = after === undefined ? undefined : findDate(after)
    if (found && found.start < 8) return { value: found.value, found: said('date-line', 0.85) }
  }
  return undefined
}

const dateIn = (value: unknown): string | undefined => {
  const one = [value].flat()[0]
  return typeof one === 'string' ? machineDate(one) : undefined
}

/** So many leaves below the headline a date that stands almost alone is the article's. */
const CLOSE = 4
/** So many leaves at either end of the body may say when it was published. */
const EDGE = 6

/** Words that say that a date is that of publication. */
const PUBLISH =
  'published|posted|released|veröffentlicht|erschienen|gepostet|geschrieben|datum|publié|mise en ligne|publicado|publicada|publicación|pubblicato|gepubliceerd|geplaatst|publicerad|publisert|udgivet|opublikowano|опубликовано|公開日|投稿日|発行'
const PUBLISHED_ON = new RegExp(`(?<!\\p{L})(?:${PUBLISH})(?!\\p{L})|(?:公開日|投稿日|発行)`, 'iu')

/** A date line, by its words or its markup, among the leaves around the headline. */
function visibleDate(lines: readonly Leaf[], most = 60): Claim | undefined {
  for (const leaf of lines) {
    const { text } = leaf
    if (text.length > 160 || CHANGED.test(text.slice(0, 30))) continue
    const found = findDate(text)
    if (!found) continue
    const [beside, opens] = [text.length - (found.end - found.start), found.start < 4 && !endsSentence(text)]
    if (beside < most || (most > BARE && (leaf.kinds.date || (opens && beside < 2 * most))))
      return { value: found.value, found: said('date-line', 0.93) }
  }
  return undefined
}

/** A line that says that it was published on a day. */
function statedDate(lines: readonly Leaf[]): Claim | undefined {
  for (const { text } of lines) {
    const found = text.length > 300 || !PUBLISHED_ON.test(text) ? undefined : findDate(text)
    const says = found && PUBLISHED_ON.exec(text.slice(Math.max(0, found.start - 30), found.end + 60))
    if (found && says) return { value: found.value, found: said('date-line-below', 0.8) }
  }
  return undefined
}

/** "(12.05.2026) The water…", "Press release of 12 May 2026 | Ormoz – The water…", "Ormoz, 12 May 2026. The water…": a paragraph that opens with its date. */
function openingDate(lines: readonly Leaf[]): Claim | undefined {
  for (const { text } of lines) {
    const found = text.length < 80 ? undefined : findDate(text.slice(0, 80))
    if (!found || found.start > 40 || !/^\s*(?:[).|:–—]|-\s)/.test(text.slice(found.end))) continue
    if (/[.!?]\s/.test(text.slice(0, found.start))) continue
    return { value: found.value.slice(0, 10), found: said('opening-date', 0.75) }
  }
  return undefined
}

/** Units beside the date in a line that shows when the article was first published. */
const BARE = 24
const DAY = 86_400_000
/** Hours by which a day that is shown may differ from a declared instant: time zones. */
const ZONES = 1.5

/** A line near the headline that is a date and little else, and earlier than the declared one. */
function earlierDate(near: readonly Leaf[], declared: string): Claim | undefined {
  for (const { text, kinds } of near) {
    const whole = kinds.furniture === undefined && text.length <= 80 && /\d{4}/.test(text) && !CHANGED.test(text)
    const found = whole ? findDate(text) : undefined
    if (!found || text.length - (found.end - found.start) > BARE) continue
    const apart = Date.parse(declared.slice(0, 10)) - Date.parse(found.value.slice(0, 10))
    return apart > ZONES * DAY ? { value: found.value, found: said('date-line', 0.85) } : undefined
  }
  return undefined
}

const HOUR = 3_600_000
/** The time zone of no place is further from Greenwich. */
const FURTHEST = 14

/**
 * A time declared in Greenwich time, as the page shows it: the time of its place, which tells the zone; or the day alone, where that is the day
 * before or after.
 */
function localDate(below: readonly Leaf[], declared: string): Claim | undefined {
  const instant = /T.*(?:Z|\+00:00)$/.test(declared) ? Date.parse(declared) : Number.NaN
  if (Number.isNaN(instant)) return undefined
  for (const { text, kinds } of below) {
    const whole =
      kinds.furniture !== 'comments' && kinds.furniture !== 'related' && text.length <= 80 && !CHANGED.test(text)
    const found = whole ? findDate(text) : undefined
    if (!found || text.length - (found.end - found.start) > BARE) continue
    const value = inZone(found.value, instant)
    return value === undefined ? undefined : { value, found: said('date-line', 0.9) }
  }
  return undefined
}

/** A date that is shown, with the zone in which it is that of the instant; undefined where there is none, or it is Greenwich's. */
function inZone(shown: string, instant: number): string | undefined {
  const apart = Date.parse(`${shown.length > 10 ? shown.slice(0, 16) : `${shown}T12:00`}:00Z`) - instant
  if (shown.length === 10) {
    const greenwich = new Date(instant).toISOString().slice(0, 10)
    return shown !== greenwich && Math.abs(apart) <= (FURTHEST + 12) * HOUR ? shown : undefined
  }
  const quarters = Math.round((4 * apart) / HOUR)
  const fits = shown.length === 16 && Math.abs(apart - (quarters * HOUR) / 4) < 60_000
  if (!fits || quarters === 0 || Math.abs(quarters) > 4 * FURTHEST) return undefined
  const pad = (n: number) => `${Math.floor(n)}`.padStart(2, '0')
  const zone = `${quarters < 0 ? '-' : '+'}${pad(Math.abs(quarters) / 4)}:${pad((Math.abs(quarters) % 4) * 15)}`
  return `${shown}:00${zone}`
}

/** Tags that hold a time for programs to read. */
const TIMES = /^(?:time|relative-time|time-ago)$/

/** The first time that an element holds for programs, of those whose class or property says so. */
function timeElement({ elements }: Head, says: RegExp): Claim | undefined {
  for (const element of elements) {
    const property = attribute(element, 'itemprop')
    if (!TIMES.test(element.tagName) && !/^date(?:Published|Created)$/i.test(property ?? '')) continue
    const value = says.test(`time ${attribute(element, 'class')} ${property}`) ? timeIn(element) : undefined
    if (value) return { value, found: said('time-element', 0.85) }
  }
  return undefined
}

const timeIn = (element: Element): string | undefined =>
  dateIn(attribute(element, 'datetime') ?? attribute(element, 'content') ?? textIn(element, 60))

/** "/2026/05/12/", "/2026-05-12-", "/20260512/". */
function dateInAddress(url: string | undefined): string | undefined {
  const m = /[/_-](20\d{2})(?:([/-])(\d{1,2})\2(\d{1,2})|()(\d{2})(\d{2}))(?:[/_.-]|$)/.exec(url ?? '')
  if (!m) return undefined
  return isoDay(Number(m[1]), Number(m[3] ?? m[6]), Number(m[4] ?? m[7]))
}
