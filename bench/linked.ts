import type { Reading } from '../src/readings/reading.ts'
import {
  clustersOf,
  type FigureRow,
  type HappeningItem,
  type HappeningRow,
  type Item,
  type ItemKind,
  type ItemOf,
  type StatementRow,
  type Story,
  storyOf,
} from '../src/stories/index.ts'
import { closest, type Gold, squeeze, type ToldThere } from './gold.ts'
import { type Figures, f1Of } from './score/figures.ts'
import { scoreStories } from './score/stories.ts'
import { figureFacts } from './series.ts'

/** The readings of the pages linked, with what looking at them against the gold asks. */
interface Linked {
  readonly gold: Gold
  readonly story: Story
  /** Pages of the newest versions: those alone are linked. */
  readonly pages: ReadonlySet<string>
  pageOf(article: string): string
  of<K extends ItemKind>(kind: K, page: string): readonly ItemOf<K>[]
  readonly rows: {
    readonly statements: readonly StatementRow[]
    readonly happenings: readonly HappeningRow[]
    readonly figures: readonly FigureRow[]
  }
  /** By page, the page whose text it copies. */
  readonly copies: ReadonlyMap<string, string>
}

const isOf =
  <K extends ItemKind>(kind: K) =>
  (item: Item): item is ItemOf<K> =>
    item.kind === kind

async function linkedOf(readings: ReadonlyMap<string, Reading>, gold: Gold): Promise<Linked> {
  const story = await storyOf([...readings.values()])
  const older = new Set(gold.versions.flatMap((versions) => versions.slice(0, -1)))
  const newest = [...readings].filter(([page]) => !older.has(page))
  const pages = new Map(newest.map(([page, { id }]) => [id, page]))
  const pageOf = (article: string): string => pages.get(article) ?? article
  const [statements, happenings, figures]: [StatementRow[], HappeningRow[], FigureRow[]] = [[], [], []]
  const copies = new Map<string, string>()
  for (const { id } of await story.stories()) {
    const rows = await story.rows(id)
    if (!rows) continue
    for await (const row of rows.statements()) statements.push(row)
    for await (const row of rows.happenings()) happenings.push(row)
    for await (const row of rows.figures()) figures.push(row)
    for await (const { id: article, origin } of rows.articles())
      if (origin !== undefined) copies.set(pageOf(article), pageOf(origin))
  }
  const of = <K extends ItemKind>(kind: K, page: string): readonly ItemOf<K>[] =>
    story.items.filter(isOf(kind)).filter(({ article }) => pageOf(article) === page)
  return { gold, story, pages: new Set(pages.values()), pageOf, of, rows: { statements, happenings, figures }, copies }
}

/** One telling of the gold: the cluster that it belongs to, and the item found for it. */
interface Found {
  readonly cluster: string
  readonly item: Item | undefined
}

function entitiesIn({ gold, pages, of }: Linked): readonly Found[] {
  return gold.entities.flatMap(({ name, type, aliases, pages: named }) => {
    const wanted = new Set([name, ...aliases].map(squeeze))
    const isIt = (item: ItemOf<'entity'>): boolean =>
      item.type === type && [item.name, ...item.aliases].some((one) => wanted.has(squeeze(one)))
    // A surname alone may be another's: the fullest name first.
    const fullest = (item: ItemOf<'entity'>): number => Number(squeeze(item.name) === squeeze(name))
    return named
      .filter((page) => pages.has(page))
      .map((page) => ({
        cluster: name,
        item: of('entity', page)
          .filter(isIt)
          .sort((a, b) => fullest(b) - fullest(a) || b.mentions - a.mentions)[0],
      }))
  })
}

// A quotation that goes on after its speaker may be two statements of the gold and one of the reading: it counts once.
function statementsIn({ gold, of }: Linked): readonly Found[] {
  const seen = new Set<string>()
  return gold.statements.flatMap(({ tellings }, at) =>
    tellings.flatMap(({ page, content }) => {
      const item = closest(of('statement', page), ({ content: spans }) => spans.map(({ exact }) => exact), content)
      if (item && seen.has(item.ref)) return []
      if (item) seen.add(item.ref)
      return [{ cluster: `${at}`, item }]
    }),
  )
}

const isOn = (item: HappeningItem, day: string): boolean => {
  const [from, to] = day.split('/')
  return item.day?.from.slice(0, 10) === from && item.day?.to.slice(0, 10) === (to ?? from)
}

// The event that the word of the gold names; else one of its sentence that has the day and the modality.
function eventOf(
  { of }: Linked,
  { page, sentence, word }: ToldThere,
  { day, modality }: Gold['happenings'][number],
): HappeningItem | undefined {
  const inside = of('happening', page).filter((item) => item.sentence.exact.startsWith(sentence))
  const at = (item: HappeningItem): number => item.sentence.start + item.sentence.exact.indexOf(word)
  const named = inside.find((item) => item.words.start < at(item) + word.length && at(item) < item.words.end)
  return named ?? inside.find((item) => isOn(item, day) && item.modality === modality)
}

const happeningsIn = (linked: Linked): readonly Found[] =>
  linked.gold.happenings.flatMap((happening) =>
    happening.tellings.map((telling) => ({ cluster: happening.what, item: eventOf(linked, telling, happening) })),
  )

const storiesIn = ({ gold, pages, of }: Linked): readonly Found[] =>
  gold.stories.flatMap((story) =>
    story.pages
      .filter((page) => pages.has(page))
      .map((page) => ({ cluster: story.what, item: of('article', page)[0] })),
  )

// BCubed over the tellings of the gold; one that was not found is alone.
function bcubed(
  { story }: Linked,
  kind: 'entity' | 'statement' | 'happening' | 'story',
  found: readonly Found[],
): number {
  const items = story.items.filter(isOf(kind === 'story' ? 'article' : kind))
  const clusters = new Map(
    clustersOf(kind, items, story.links).flatMap(({ id, items: own }) => own.map(({ ref }) => [ref, id] as const)),
  )
  const wanted = found.map(({ cluster }, at) => ({ id: `${at}`, story: cluster }))
  const given = found.flatMap(({ item }, at) => {
    const id = item && clusters.get(item.ref)
    return id === undefined ? [] : [{ id: `${at}`, story: id }]
  })
  return scoreStories(wanted, given).bcubed_f1 ?? 0
}

/** F1 of two sets of facts, worded. */
function f1Facts(wanted: ReadonlySet<string>, given: ReadonlySet<string>): number {
  const both = [...given].filter((fact) => wanted.has(fact)).length
  return f1Of(both / (given.size || 1), both / (wanted.size || 1))
}

/** Facts as the gold has them, and as the rows do. */
type Facts = readonly [wanted: ReadonlySet<string>, given: ReadonlySet<string>]

// A plan's rows: those of its tellings' sentences that are planned.
function planned({ gold, pageOf }: Linked, row: HappeningRow): string | undefined {
  const isTold = ({ page, sentence }: ToldThere): boolean =>
    row.tellings.some(({ item }) => pageOf(item.article) === page && item.sentence.exact.startsWith(sentence))
  return gold.happenings.find(({ modality, tellings }) => modality === 'planned' && tellings.some(isTold))?.what
}

/** How plans ended. */
function plansIn(linked: Linked): Facts {
  const ended = linked.rows.happenings.filter(({ end }) => end !== undefined)
  return [
    new Set(linked.gold.plans.map(({ what, end }) => `${what}: ${end}`)),
    new Set(ended.map((row) => `${planned(linked, row) ?? row.id}: ${row.end}`)),
  ]
}

// How many origins the row has that holds a marked line's tellings.
function countIn(
  rows: readonly { readonly origins: number; readonly tellings: readonly { readonly item: Item }[] }[],
  found: readonly (Item | undefined)[],
): number | undefined {
  const refs = new Set(found.flatMap((item) => (item ? [item.ref] : [])))
  const held = rows.map((row) => ({ row, count: row.tellings.filter(({ item }) => refs.has(item.ref)).length }))
  const [most] = held.sort((a, b) => b.count - a.count)
  return most && most.count > 0 ? most.row.origins : undefined
}

/** Which page copies which, and of how many origins each marked line is. */
function originsIn(linked: Linked, statements: readonly Found[], happenings: readonly Found[]): Facts {
  const { gold, rows, copies } = linked
  const copied = (all: Iterable<readonly [string, string]>): string[] => [...all].map(([a, b]) => `${a} copies ${b}`)
  const lines = [
    ...gold.statements.map(({ origins }, at) => ({ cluster: `${at}`, origins, found: statements, rows: rows.statements })),
    ...gold.happenings.map(({ what, origins }) => ({ cluster: what, origins, found: happenings, rows: rows.happenings })),
  ].filter(({ origins }) => origins !== undefined) // biome-ignore format: two lists side by side
  const given = lines.flatMap(({ cluster, found, rows: all }) => {
    const own = found.filter((one) => one.cluster === cluster).map(({ item }) => item)
    const count = countIn(all, own)
    return count === undefined ? [] : [`${cluster}: ${count}`]
  })
  return [
    new Set([...copied(Object.entries(gold.copies)), ...lines.map(({ cluster, origins }) => `${cluster}: ${origins}`)]),
    new Set([...copied(copies), ...given]),
  ]
}

/** How well the linked stories of the example pages agree with the gold: BCubed of clusters, F1 of plans and origins. */
export async function linkedFigures(readings: ReadonlyMap<string, Reading>, gold: Gold): Promise<Figures> {
  const linked = await linkedOf(readings, gold)
  const [statements, happenings] = [statementsIn(linked), happeningsIn(linked)]
  return {
    entities_b3: bcubed(linked, 'entity', entitiesIn(linked)),
    statements_b3: bcubed(linked, 'statement', statements),
    happenings_b3: bcubed(linked, 'happening', happenings),
    stories_b3: bcubed(linked, 'story', storiesIn(linked)),
    plans_f1: f1Facts(...plansIn(linked)),
    figures_f1: f1Facts(...figureFacts(gold, linked.rows.figures, linked.pageOf)),
    origins_f1: f1Facts(...originsIn(linked, statements, happenings)),
  }
}
