import { describe, expect, it } from 'vitest'
import { perhapsSame } from './perhaps.ts'
import type { EntityRow } from './rows.ts'

const row = (name: string, type: EntityRow['type'], mentions: number) =>
  ({ id: name, name, type, mentions }) as EntityRow

const pairs = (type: EntityRow['type'], ...names: readonly string[]) =>
  perhapsSame(names.map((name, at) => row(name, type, names.length - at))).map(({ one, other, why }) => [
    one.name,
    other.name,
    why,
  ])

describe('perhapsSame', () => {
  it.each<[string, EntityRow['type'], string[], string[][]]>([
    ['a letter', 'person', ['Ivana Horvat', 'Ivana Horvath'], [['Ivana Horvat', 'Ivana Horvath', 'perhaps/spelling']]],
    ['accents are none', 'person', ['Luka Kovač', 'Luka Kovac'], [['Luka Kovač', 'Luka Kovac', 'perhaps/same-name']]],
    ['letters changed about', 'person', ['Petar Hladnik', 'Petar Hladnki'], [['Petar Hladnik', 'Petar Hladnki', 'perhaps/spelling']]],
    ['two letters', 'person', ['Petar Hladnik', 'Petar Hlodnek'], []],
    ['short names', 'person', ['Aram Demir', 'Adam Demir'], []],
    ['both parts', 'person', ['Ivana Horvat', 'Ivanka Horvath'], []],
    ['order', 'person', ['Gábor Szalai', 'Szalai Gábor'], [['Gábor Szalai', 'Szalai Gábor', 'perhaps/order']]],
    ['an initial', 'person', ['Gábor Szalai', 'G. Szalai'], [['Gábor Szalai', 'G. Szalai', 'perhaps/initial']]],
    ['another initial', 'person', ['Gábor Szalai', 'T. Szalai'], []],
    ['a surname', 'person', ['Gábor Szalai', 'Szalai'], [['Gábor Szalai', 'Szalai', 'perhaps/shorter-form']]],
    ['a surname mentioned more', 'person', ['Szalai', 'Gábor Szalai'], [['Szalai', 'Gábor Szalai', 'perhaps/shorter-form']]],
    ['a surname of two', 'person', ['Gábor Szalai', 'Erik Szalai', 'Szalai'], []],
    ['middle names that differ', 'person', ['John A. Miller', 'John B. Miller'], [['John A. Miller', 'John B. Miller', 'perhaps/same-name']]],
    ['a shorter form', 'organization', ['Upper Drava Hydro', 'Drava Hydro'], [['Upper Drava Hydro', 'Drava Hydro', 'perhaps/shorter-form']]],
    ['a shorter form of two', 'organization', ['Upper Drava Hydro', 'Lower Drava Hydro', 'Drava Hydro'], []],
    ['words in the middle', 'organization', ['Upper Drava Hydro Union', 'Drava Hydro'], []],
    ['two of one name', 'organization', ['Interior Ministry', 'The Interior Ministry'], [['Interior Ministry', 'The Interior Ministry', 'perhaps/same-name']]],
    ['two places', 'location', ['Varaždin', 'Varazdin'], [['Varaždin', 'Varazdin', 'perhaps/same-name']]],
    ['strangers', 'person', ['Ivana Horvat', 'Luka Kovač'], []],
  ])('%s', (_, type, names, want) => expect(pairs(type, ...names)).toEqual(want)) // biome-ignore format: a table to be read

  it('compares no person with an organization, and nobody who is not named', () => {
    const rows = [row('Horvat', 'organization', 3), row('Ivana Horvat', 'person', 2), row('an official', 'source', 2), row('an official', 'source', 1)] // biome-ignore format: a list
    expect(perhapsSame(rows)).toEqual([])
  })

  it('tells first those of whom the less mentioned one is mentioned more', () => {
    const rows = [row('Luka Kovač', 'person', 9), row('Ivana Horvat', 'person', 8), row('Horvat', 'person', 7), row('Kovač', 'person', 1)] // biome-ignore format: a list
    expect(perhapsSame(rows).map(({ other }) => other.name)).toEqual(['Horvat', 'Kovač'])
  })
})
