import { STANCES } from '../layers/attributions/cues.ts'
import { EVENT_TYPES } from '../layers/events.ts'
import { ENTITY_TYPES } from '../layers/mentions.ts'
import type { Quantity } from '../layers/quantities.ts'
import type { EntityRow, RowFilter, StoryRows } from '../stories/rows.ts'
import { type OptionSpec, type Options, word } from './command.ts'
import { messages } from './messages.ts'
import { Failure, Misuse } from './world.ts'

/** What narrows the lines of a view. */
export const FILTERS: readonly OptionSpec[] = [
  { flags: '--person <name>', about: 'lines of this person, organization or place (a name or an id)' },
  { flags: '--outlet <name>', about: 'lines that this outlet tells' },
  { flags: '--since <day>', about: 'from this day on (2026-05-13, 2026-05, 2026)' },
  { flags: '--until <day>', about: 'up to this day' },
  { flags: '--words <text>', about: 'lines whose sentence holds these words' },
  {
    flags: '--type <type>',
    about:
      'lines of this type: DISASTER … (timeline), person … (cast), direct … (statements), city … (map), money … (figures)',
  },
  { flags: '--stance <stance>', about: 'statements of this stance: said, claimed, denied, warned, promised …' },
]

const FIGURES: readonly Quantity['kind'][] = ['count', 'money', 'measure', 'percent', 'ratio', 'change']

/** What `--type` takes: types of happenings and of names, forms of statements, how finely a place is named, what sort of number it is. */
const TYPES: readonly string[] = [
  ...EVENT_TYPES,
  ...ENTITY_TYPES,
  ...['direct', 'mixed', 'indirect'],
  ...['country', 'region', 'city', 'site'],
  ...FIGURES,
]

/** The filter that options ask for. Throws a Misuse for what is no day or type, a Failure for a name that nobody, or more than one, has. */
export async function filterOf(rows: StoryRows, options: Options): Promise<RowFilter> {
  const person = word(options, 'person')
  const [since, until] = [dayOf('since', options), dayOf('until', options)]
  const [outlet, words, type] = [await outletOf(rows, options), word(options, 'words'), typeOf(options)]
  const stance = stanceOf(options)
  return {
    ...(person === undefined ? {} : { entity: (await entityNamed(rows, person)).id }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(since === undefined ? {} : { from: since }),
    ...(until === undefined ? {} : { to: until }),
    ...(words === undefined ? {} : { words }),
    ...(type === undefined ? {} : { type }),
    ...(stance === undefined ? {} : { stance }),
  }
}

async function outletOf(rows: StoryRows, options: Options): Promise<string | undefined> {
  const name = word(options, 'outlet')
  if (name === undefined) return undefined
  const { outlets } = await rows.story()
  const found = outlets.find((outlet) => outlet === name) ?? outlets.find((outlet) => fold(outlet) === fold(name))
  if (found === undefined) throw new Failure(messages.noOutlet(name, outlets))
  return found
}

function typeOf(options: Options): string | undefined {
  const type = word(options, 'type')
  const found = TYPES.find((known) => known.toLowerCase() === type?.toLowerCase())
  if (type !== undefined && found === undefined) throw new Misuse(messages.noType(type, TYPES))
  return found
}

function stanceOf(options: Options): string | undefined {
  const stance = word(options, 'stance')?.toLowerCase()
  if (stance !== undefined && !STANCES.includes(stance)) throw new Misuse(messages.noStance(stance, STANCES))
  return stance
}

function dayOf(name: 'since' | 'until', options: Options): string | undefined {
  const value = word(options, name)
  if (value === undefined) return undefined
  const full = `${value}-01-01`.slice(0, 10)
  const real =
    /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value) &&
    !Number.isNaN(Date.parse(`${full}T00:00:00Z`)) &&
    new Date(`${full}T00:00:00Z`).toISOString().startsWith(full)
  if (!real) throw new Misuse(messages.badDay(`--${name}`, value))
  return value
}

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

/** The one person, organization or place of a name, an alias, a part of a name, or an id. Throws a Failure where there is none, or more than one. */
export async function entityNamed(rows: StoryRows, name: string): Promise<EntityRow> {
  const found = await entityCalled(rows, name)
  if (!found) throw new Failure(messages.noPerson(name))
  return found
}

/** As `entityNamed`, but undefined where nobody has the name. */
export async function entityCalled(rows: StoryRows, name: string): Promise<EntityRow | undefined> {
  const found: { readonly row: EntityRow; readonly rank: number }[] = []
  for await (const row of rows.entities()) {
    const rank = rankOf(row, name)
    if (rank !== undefined) found.push({ row, rank })
  }
  const best = Math.min(...found.map(({ rank }) => rank))
  const [first, ...others] = found.filter(({ rank }) => rank === best).map(({ row }) => row)
  if (!others.length) return first
  const list = [first, ...others].flatMap((row) => (row ? `${row.name} (${row.id})` : []))
  throw new Failure(messages.manyPeople(name, list.slice(0, 5)))
}

/** How well a row answers to a name, the best first; undefined where it does not. */
function rankOf(row: EntityRow, name: string): number | undefined {
  const sought = fold(name)
  if (row.id === name) return 0
  if (fold(row.name) === sought) return 1
  const names = [row.name, ...row.aliases].map(fold)
  // A surname alone may be another's as well, though one article calls nobody else by it.
  const isSurname = row.type === 'person' && !sought.includes(' ')
  if (names.includes(sought) && !isSurname) return 2
  return names.some((one) => one.split(' ').includes(sought)) ? 3 : undefined
}
