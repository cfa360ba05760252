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
  { flags: '--type <type>', about: 'lines of this type' },
]

/** The filter that options ask for. Throws a Misuse for what is no day, a Failure for a name that nobody, or more than one, has. */
export async function filterOf(rows: StoryRows, options: Options): Promise<RowFilter> {
  const person = word(options, 'person')
  const [since, until] = [dayOf('since', options), dayOf('until', options)]
  const [outlet, words, type] = [word(options, 'outlet'), word(options, 'words'), word(options, 'type')]
  return {
    ...(person === undefined ? {} : { entity: (await entityNamed(rows, person)).id }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(since === undefined ? {} : { from: since }),
    ...(until === undefined ? {} : { to: until }),
    ...(words === undefined ? {} : { words }),
    ...(type === undefined ? {} : { type }),
  }
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

/** The one person, organization or place of a name, an alias, a part of a name, or an id. */
export async function entityNamed(rows: StoryRows, name: string): Promise<EntityRow> {
  const sought = fold(name)
  const found: { readonly row: EntityRow; readonly rank: number }[] = []
  for await (const row of rows.entities()) {
    const names = [row.name, ...row.aliases].map(fold)
    const rank =
      row.id === name
        ? 0
        : fold(row.name) === sought
          ? 1
          : names.includes(sought)
            ? 2
            : names.some((one) => one.split(' ').includes(sought))
              ? 3
              : 4
    if (rank < 4) found.push({ row, rank })
  }
  const best = Math.min(...found.map(({ rank }) => rank))
  const [first, ...others] = found.filter(({ rank }) => rank === best).map(({ row }) => row)
  if (!first) throw new Failure(messages.noPerson(name))
  if (others.length)
    throw new Failure(
      messages.manyPeople(
        name,
        [first, ...others].slice(0, 5).map(({ name: full, id }) => `${full} (${id})`),
      ),
    )
  return first
}
