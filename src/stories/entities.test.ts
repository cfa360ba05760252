import { describe, expect, it } from 'vitest'
import { type Making, made } from '../../test/made.ts'
import { storyOf } from './story.ts'

type Named = NonNullable<Making['entities']>[number]

// Two articles that tell of the same blaze, each with one entity; do they come out as one?
async function areOne(a: Named, b: Named): Promise<boolean> {
  const reading = (id: string, named: Named) =>
    made({
      id,
      outlet: id,
      published: '2026-04-02',
      body: [
        'Fire crews fought the warehouse blaze in Oldmarsh harbour through the night.',
        [...named.names, ...(named.roles ?? [])].join(' and '),
      ],
      entities: [named],
    })
  const story = await storyOf([reading('north', a), reading('south', b)])
  const rows = await story.rows()
  const found: string[] = []
  for await (const row of rows?.entities() ?? []) found.push(row.id)
  expect(found.length).toBeGreaterThan(0)
  return found.length === 1
}

const person = (...names: [string, ...string[]]): Named => ({ names })
const called = (name: string, role: string): Named => ({ names: [name], roles: [role] })
const organization = (...names: [string, ...string[]]): Named => ({ names, type: 'organization' })

describe('entities across articles', () => {
  it.each([
    ['full names', person('Marta Hollen'), person('Marta Hollen'), true],
    ['a title before one', person('Dr Marta Hollen'), person('Marta Hollen'), true],
    [
      'full name, then surname with title, in each',
      person('Marta Hollen', 'Ms Hollen'),
      person('Marta Hollen', 'Hollen'),
      true,
    ],
    ['accents on one side', person('Ana Kovač'), person('Ana Kovac'), true],
    ['a middle initial', person('Paul R. Winder'), person('Paul Winder'), true],
    ['middle initials that differ', person('Paul R. Winder'), person('Paul T. Winder'), false],
    ['father and son', person('Paul Winder Sr.'), person('Paul Winder Jr.'), false],
    ['a surname alone on one side', person('Marta Hollen'), person('Hollen'), false],
    ['a surname with title on one side', person('Marta Hollen'), person('Ms Hollen'), false],
    ['surnames alone on both', person('Hollen'), person('Hollen'), false],
    ['titled surnames on both', person('Mayor Hollen'), person('Mayor Hollen'), false],
    ['two of one surname', person('Marta Hollen'), person('Jens Hollen'), false],
    ['a first name alone', person('Marta Hollen'), person('Marta'), false],
    ['a particle written as one word', person('Jean-Yves Le Drian'), person('Jean-Yves Ledrian'), true],
    ['a surname with its particle on both', person('Dos Santos'), person('dos Santos'), false],
    ['a first name that is a particle, too', person('Ben Ortmann'), person('Ben Ortmann'), true],
    ['one that is printed small', person('van Ortmann'), person('van Ortmann'), false],
    ['an Arabic article', person('Nadim al-Sarraf'), person('Nadim Sarraf'), true],
    [
      'another spelling, the same role',
      called('Moammar Gadhafi', 'Libyan leader'),
      called('Muammar Qaddafi', 'the Libyan leader'),
      true,
    ],
    [
      'another spelling of both names',
      called('Yevgeny Zelenskyy', 'mayor of Oldmarsh'),
      called('Evgeni Zelensky', 'Oldmarsh mayor'),
      true,
    ],
    ['another spelling, no role', person('Moammar Gadhafi'), person('Muammar Qaddafi'), false],
    [
      'another spelling, other roles',
      called('Moammar Gadhafi', 'leader'),
      called('Muammar Qaddafi', 'goalkeeper'),
      false,
    ],
    [
      'another spelling, other initials',
      called('Ian D. Qaddafi', 'Libyan leader'),
      called('Ian R. Gadhafi', 'Libyan leader'),
      false,
    ],
    ['a man and a woman', called('Mario Hollen', 'mayor'), called('Maria Hollen', 'mayor'), false],
    ['short surnames', called('Jan Lim', 'mayor'), called('Jan Lam', 'mayor'), false],
    ['an article before the name', organization('The Oldmarsh Gas Works'), organization('Oldmarsh Gas Works'), true],
    ['a legal form', organization('Pellworm Shipping Ltd'), organization('Pellworm Shipping'), true],
    ['an alias that is the other name', organization('Pellworm Shipping', 'Pellworm'), organization('Pellworm'), true],
    ['acronym and full name', organization('Coastal Rescue League', 'CRL'), organization('CRL'), true],
    ['acronym never spelled out', organization('CRL'), organization('Coastal Rescue League'), true],
    ['a translation', organization('Médecins Sans Frontières'), organization('Doctors Without Borders'), true],
    ['the acronym of a translation', organization('OTAN'), organization('NATO'), true],
    [
      'two that share an acronym',
      organization('Coastal Rescue League', 'CRL'),
      organization('Central Rail Line', 'CRL'),
      false,
    ],
    ['a person and a company of one name', person('Marta Hollen'), organization('Marta Hollen'), false],
    [
      'unnamed sources in the same words',
      { names: ['a senior official'], type: 'source' },
      { names: ['a senior official'], type: 'source' },
      false,
    ],
  ] as const)('%s', async (_, a, b, want) => {
    expect(await areOne(a, b)).toBe(want)
    expect(await areOne(b, a)).toBe(want)
  })

  it('links two full names at the same score whatever comes first, lower where roles share no word', async () => {
    const mayor: Named = { names: ['Marta Hollen'], roles: ['mayor of Oldmarsh'] }
    const goalkeeper: Named = { names: ['Marta Hollen'], roles: ['goalkeeper'] }
    const linksOf = async (a: Named, b: Named) => {
      const readings = [a, b].map(({ names, roles = [] }, at) =>
        made({
          id: `a${at}`,
          published: `2026-04-0${at + 1}`,
          body: [`${names[0]}, ${roles.join()}, spoke in Oldmarsh.`],
          entities: [{ names, roles }],
        }),
      )
      return (await storyOf(readings)).links.filter(({ kind }) => kind === 'entity')
    }
    const [alike] = await linksOf(mayor, mayor)
    const [apart] = await linksOf(mayor, goalkeeper)
    const [back] = await linksOf(goalkeeper, mayor)
    expect(alike?.why).toBe('same-person/name-and-role')
    expect(apart?.score).toBeLessThan(alike?.score ?? 0)
    expect(back?.score).toBe(apart?.score)
  })
})
