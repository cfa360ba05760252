import { describe, expect, it } from 'vitest'
import { readByRules, saying } from '../../test/reading.ts'
import type { Reading } from '../readings/reading.ts'
import { wordsOf } from '../text/span.ts'
import type { Quantity } from './quantities.ts'

const range = ({ low, high }: Quantity): string => (low === high ? `${low}` : `${low}..${high}`)

/** "words = low..high unit kind | hedge | of | state", what is not there left out. */
function told({ text }: Reading, one: Quantity): string {
  const kind = one.kind === 'count' ? [] : [one.kind]
  const value = [range(one), ...(one.unit ? [one.unit] : []), ...kind].join(' ')
  const rest = [
    one.hedge && `~${one.hedge}`,
    one.of && `of ${saying(text, one.of)}`,
    one.state && `(${one.state})`,
    one.later && `before ${one.later.replace('q:', '')}`,
    one.again && `again ${one.again.replace('q:', '')}`,
  ]
  return [`${wordsOf(text, one)} = ${value}`, ...rest.filter(Boolean)].join(' ')
}

async function all(text: string): Promise<string> {
  const reading = await readByRules(text)
  return reading.quantities.map((one) => told(reading, one)).join('; ')
}

const TABLE: readonly (readonly [text: string, want: string])[] = [
  ['The blast killed at least 14 people.', '14 = 14 ~at least of people (killed)'],
  ['More than 1,500 houses were destroyed in the flood.', '1,500 = 1500 ~More than of houses (destroyed)'],
  ['Dozens of passengers were hurt.', 'Dozens = 24..99 of passengers (hurt)'],
  ['Between 10 and 20 fighters fled.', '10 and 20 = 10..20 of fighters (fled)'],
  ['The war has displaced nearly two million people.', 'two million = 2000000 ~nearly of people (displaced)'],
  ['About 40 per cent of voters stayed away.', '40 per cent = 40 % percent ~About of voters'],
  ['The bridge will cost $3.2bn to rebuild.', '$3.2bn = 3200000000 USD money'],
  ['They were fined €5m last year.', '€5m = 5000000 EUR money'],
  ['Tens of thousands of farmers marched.', 'Tens of thousands = 20000..99999 of farmers'],
  ['A dozen soldiers were wounded.', 'A dozen = 12 of soldiers (wounded)'],
  ['Rescuers found 14 of the 20 miners alive.', '14 = 14 of miners; 20 = 20 of miners'],
  ['There were no deaths.', 'no = 0 of deaths (deaths)'],
  ['Nobody was hurt in the fire.', 'Nobody = 0 (hurt)'],
  ['No one was injured.', 'No one = 0 (injured)'],
  ['There were no reported casualties.', 'no = 0 of casualties (casualties)'],
  ['The storm left 14 dead and 30 injured.', '14 = 14 (dead); 30 = 30 (injured)'],
  [
    'At least 14 people, including three children, were killed.',
    '14 = 14 ~At least of people (killed); three = 3 of children (killed)',
  ],
  ['The shelling killed 14 people and wounded 30 others.', '14 = 14 of people (killed); 30 = 30 (wounded)'],
  ['The shelling killed 14 civilians and two soldiers.', '14 = 14 of civilians (killed); two = 2 of soldiers (killed)'],
  ['The death toll rose to 43 overnight.', '43 = 43 (death toll)'],
  ['Sixty-two people are still missing.', 'Sixty-two = 62 of people (missing)'],
  ['Two hundred and fifty families lost their homes.', 'Two hundred and fifty = 250 of families (lost)'],
  ['The estimated 3,000-4,000 rebels are in the hills.', '3,000-4,000 = 3000..4000 ~estimated of rebels'],
  ['Some 5 to 10 million refugees are expected.', '5 to 10 million = 5000000..10000000 ~Some of refugees'],
  ['The army is outnumbered about one to 10.', 'one to 10 = 0.1 ratio ~about'],
  ['One in five children goes hungry.', 'One in five = 0.2 ratio of children'],
  ['Two-thirds of the crop was lost.', 'Two-thirds = 0.6667 ratio of crop'],
  ['The fire burned 12,000 hectares.', '12,000 hectares = 12000 ha measure'],
  ['A 10-mile tailback formed.', '10-mile = 10 mi measure'],
  ['Trucks brought 200 tonnes of wheat.', '200 tonnes = 200 t measure of wheat'],
  ['Winds reached 120 kilometres per hour.', '120 kilometres per hour = 120 km/h measure'],
  ['Prices rose by 5 percent.', '5 percent = 5 % change'],
  ['Exports fell 7% in June.', '7% = -7 % change'],
  ['Donors pledged US$ 20 million in aid.', 'US$ 20 million = 20000000 USD money of aid'],
  ['The scheme costs A$40 million.', 'A$40 million = 40000000 AUD money'],
  ['It is a $5m plan.', '$5m = 5000000 USD money'],
  ['It costs between $5 million and $8 million.', '$5 million and $8 million = 5000000..8000000 USD money'],
  ['The fund holds 30 million euros.', '30 million euros = 30000000 EUR money'],
  ['It was worth 900 Australian dollars.', '900 Australian dollars = 900 AUD money'],
  ['Police arrested 40 protesters.', '40 = 40 of protesters (arrested)'],
  ['Three dead children were found.', 'Three = 3 of children (dead)'],
  ['Up to 300 villagers may be trapped.', '300 = 300 ~Up to of villagers (trapped)'],
  ['As many as 1.5 million Syrian refugees live there.', '1.5 million = 1500000 ~As many as of Syrian refugees'],
  ['The camp holds 400 people or more.', '400 = 400 of people'],
  ['About 120 soldiers died.', '120 = 120 ~About of soldiers (died)'],
  ['It may cost hundreds of millions of dollars.', 'hundreds of millions of dollars = 200000000..999999999 USD money'],
  ['It makes up 40 percent of the budget.', '40 percent = 40 % percent of budget'],
  ['A quarter of a million people came.', 'A quarter of a million = 250000 of people'],
  ['Only 9 percent of the country’s water really comes from there.', '9 percent = 9 % percent of country’s water'],
  [
    'It took a few hundred million barrels of oil.',
    'a few hundred million barrels = 300000000..500000000 bbl measure of oil',
  ],
  ['There were 167 deaths and 3,960 cases.', '167 = 167 of deaths (deaths); 3,960 = 3960 of cases'],
  ['It lost 1 percent of the bank’s 100,000 clerks.', '1 percent = 1 % percent; 100,000 = 100000 of clerks'],
  ['More than 2000 people came.', '2000 = 2000 ~More than of people'],
  ['The number of people killed in the fire rose to 11.', '11 = 11 of people (killed)'],
  [
    'The number of refugees in the camp fell from 400 to 320.',
    '400 = 400 of refugees (refugees) before 52-55; 320 = 320 of refugees (refugees)',
  ],
  ['Bread prices more than doubled in a year.', 'doubled = 2 × change ~more than of Bread prices'],
  ['The number of new cases in the valley has tripled since May.', 'tripled = 3 × change of new cases'],
  ['Officials said the price of diesel had nearly halved.', 'halved = 0.5 × change ~nearly of price of diesel'],
  ['The ministry doubled its aid budget.', 'doubled = 2 × change of aid budget'],
  ['The number of miners killed has quadrupled.', 'quadrupled = 4 × change of miners (killed)'],
  ['Her sentence was halved on appeal.', 'halved = 0.5 × change of sentence'],
  ['Arrests of smugglers doubled over the winter.', 'doubled = 2 × change of Arrests of smugglers'],
  ['Arrests doubled to 40 from 19.', 'doubled = 2 × change of Arrests'],
  ['“Rents have halved,” she said.', 'halved = 0.5 × change of Rents'],
  ['Rents have not doubled.', ''],
  ['The council has not doubled its grants.', ''],
  ['The council hasn’t doubled its grants.', ''],
  ['It could have doubled its grants.', ''],
  ['The council has since doubled its grants.', 'doubled = 2 × change of grants'],
  ['Rents will have doubled by May.', ''],
  ['The fine is to be doubled.', ''],
  ['It has doubled since May.', ''],
  ['The mayor doubled down on his plan.', ''],
  ['He doubled over in pain.', ''],
  ['The hall doubled as a shelter.', ''],
  ['Odell doubled in the third inning.', ''],
  ['The number of households led by single mothers doubled.', ''],
  ['The number of missing stands at 12.', '12 = 12 (missing)'],
  ['Police put the number of protesters at 300.', '300 = 300 of protesters'],
  ['The toll rose to 41 from 38 on Friday.', '41 = 41 (toll); 38 = 38 (toll) before 17-19'],
  ['The toll rose from 38 to 41.', '38 = 38 (toll) before 25-27; 41 = 41 (toll)'],
  ['Sixty people died, up from 52.', 'Sixty = 60 of people (died); 52 = 52 of people (died) before 0-5'],
  ['Fares rose from $3 to $5.', '$3 = 3 USD money before 22-24; $5 = 5 USD money'],
  ['Three children are among the dead.', 'Three = 3 of children (dead)'],
  ['About 1,200 people were moved out of the district.', '1,200 = 1200 ~About of people (moved out)'],
  ['The storm left 400 homes without power.', '400 = 400 of homes (without power)'],
  ['It held 90 milligrams of nitrate a litre.', '90 milligrams = 90 mg measure of nitrate'],
  ['Thirteen dead, two more than the prefect says.', 'Thirteen = 13 (dead)'],
  ['We have six confirmed dead.', 'six = 6 (dead)'],
  ['On March 3 it killed 14 people.', '14 = 14 of people (killed)'],
  ['It lies within five kilometres of homes.', 'five kilometres = 5 km measure'],
  ['It lost 4.4 m barrels of oil.', '4.4 m barrels = 4400000 bbl measure of oil'],
  ['It fired 30 rockets.', '30 = 30 of rockets (fired)'],
  ['Nine out of ten pupils passed.', 'Nine out of ten = 0.9 ratio of pupils'],
  ['One in every 12 shops closed.', 'One in every 12 = 0.08333 ratio of shops'],
  ['Half the houses burned.', 'Half = 0.5 ratio of houses'],
  ['Two and a half million people fled.', 'Two and a half million = 2500000 of people (fled)'],
  ['It weighs two-and-a-half tonnes.', 'two-and-a-half tonnes = 2.5 t measure'],
  ['It is 2½ metres long.', '2½ metres = 2.5 m measure'],
  ['A handful of guards were hurt.', 'A handful = 3..7 of guards (hurt)'],
  ['Several hundred pupils sang.', 'Several hundred = 300..900 of pupils'],
  ['They sent Sh50,000 each.', 'Sh50,000 = 50000 shillings money'],
  ['It fell to minus 12 degrees Celsius.', 'minus 12 degrees Celsius = -12 °C measure'],
  ['Rents rose by between 2% and 3%.', '2% and 3% = 2..3 % change'],
  ['It raised its main rate by 25 basis points.', '25 basis points = 25 bp change'],
  ['A 6.1-magnitude quake hit.', '6.1-magnitude = 6.1 magnitude measure'],
  ['A quake of magnitude 5.8 hit.', '5.8 = 5.8 magnitude measure'],
  ['They dug through 15 feet of mud.', '15 feet = 15 ft measure of mud'],
  ['It came within 15 feet of homes.', '15 feet = 15 ft measure'],
  ['A crowd of 900 sang.', '900 = 900 of crowd'],
  ['They approved 250 new flats.', '250 = 250 of new flats'],
  ['They voted 212 to 98.', '212 = 212; 98 = 98'],
  ['The bill passed by 212 votes to 98.', '212 = 212 of votes; 98 = 98 of votes'],
  ['Two soldiers and three officers were killed.', 'Two = 2 of soldiers (killed); three = 3 of officers (killed)'],
  ['Two soldiers and a child were killed.', 'Two = 2 of soldiers (killed)'],
  ['Five children were among the 14 who died.', 'Five = 5 of children (died); 14 = 14 (died)'],
  ['Two of the 14 miners were killed.', 'Two = 2 of miners (killed); 14 = 14 of miners'],
  ['Seventeen people died, including five cooks.', 'Seventeen = 17 of people (died); five = 5 of cooks (died)'],
  ['It hurt 11 cooks, four of them women.', '11 = 11 of cooks (hurt); four = 4 of women (hurt)'],
  ['Four gunmen killed the mayor.', 'Four = 4 of gunmen'],
  ['Several hundred pupils blocked the road.', 'Several hundred = 300..900 of pupils'],
  ['The flood swept away four bridges.', 'four = 4 of bridges (swept away)'],
  ['None of the passengers was hurt.', 'None = 0 of passengers (hurt)'],
  ['None of the 45 passengers was hurt.', 'None = 0 of passengers (hurt); 45 = 45 of passengers'],
  ['One soldier from a rebel unit was killed.', 'One = 1 of soldier (killed)'],
  ['Seven members of a family were killed.', 'Seven = 7 of members (killed)'],
  ['Eleven members of two families were killed.', 'Eleven = 11 of members (killed); two = 2 of families'],
  ['Two drone strikes killed eight people.', 'Two = 2 of drone strikes; eight = 8 of people (killed)'],
  ['It has claimed up to 26 lives.', '26 = 26 ~up to of lives (claimed)'],
  ['The death toll has approached 100.', '100 = 100 (death toll)'],
  ['Sixty guards at a camp where men were killed ran.', 'Sixty = 60 of guards'],
  ['It killed its driver and nine passengers.', 'nine = 9 of passengers (killed)'],
  ['Two people, a nurse and a driver, were killed.', 'Two = 2 of people (killed)'],
  ['Two boys, aged 4 and 6, were rescued.', 'Two = 2 of boys (rescued)'],
  ['Gold fell $12 to $1,900.', '$12 = -12 USD change; $1,900 = 1900 USD money'],
  ['Output fell by a third.', 'a third = -0.3333 change'],
  [
    'The county says 18 people died; the union says 31.',
    '18 = 18 of people (died); 31 = 31 of people (died) again 16-18',
  ],
  [
    'Some 5,000 people marched; organisers put the figure at 15,000.',
    '5,000 = 5000 ~Some of people; 15,000 = 15000 of people again 5-10',
  ],
  ['The dead included 14 women and nine boys.', '14 = 14 of women (dead); nine = 9 of boys (dead)'],
  [
    'A third of the staff, or 800 people, were laid off.',
    'A third = 0.3333 ratio of staff; 800 = 800 of people (laid off)',
  ],
  [
    'Some 45,000 of the city’s 120,000 residents have left.',
    '45,000 = 45000 ~Some of residents; 120,000 = 120000 of residents',
  ],
  ['About 60 percent of the 900 beds are free.', '60 percent = 60 % percent ~About of beds; 900 = 900 of beds'],
  ['The population grew to 8.1 million.', '8.1 million = 8100000 of population'],
  ['It gave £35 m in aid.', '£35 m = 35000000 GBP money of aid'],
  ['The road is 3.5 m wide.', '3.5 m = 3.5 m measure'],
  ['Job cuts of 900 are planned.', ''],
  ['They cut 900 jobs.', '900 = 900 of jobs (cut)'],
  ['It is half the size of the dam.', ''],
  ['It was a handful of $20s.', ''],
  ['The strike cancelled 340 flights.', '340 = 340 of flights (cancelled)'],
]

/** Numbers that take up what was counted before them; `again` says where. */
const TAKEN: readonly (readonly [text: string, want: string])[] = [
  ['The blast killed 14 people. The hospital puts the number at 15.', '14 = 14 of people (killed); 15 = 15 of people (killed) again 17-19'],
  ['The blast killed 14 people. Two cars burned. The union put the true figure at 16.', '14 = 14 of people (killed); Two = 2 of cars (burned); 16 = 16 of people (killed) again 17-19'],
  ['It held 800 tonnes of wheat. The true figure was closer to 950 tonnes.', '800 tonnes = 800 t measure of wheat; 950 tonnes = 950 t measure of wheat again 8-18'],
  ['They do not say how much ammonium nitrate it held. The firm has put it at 800 tonnes.', '800 tonnes = 800 t measure of ammonium nitrate'],
  ['Some 28 families have not gone back. It was 35 on Tuesday.', '28 = 28 ~Some of families; 35 = 35 of families again 5-7'],
  ['The blast killed 14 people. The number has since risen to 17.', '14 = 14 of people (killed); 17 = 17 of people (killed)'],
  ['Ninety pilots work there. The union said that 66 of them walked out; the company said that 52 had.', 'Ninety = 90 of pilots; 66 = 66 of pilots; 52 = 52 of pilots again 46-48'],
  ['All 26 stores were visited. Eleven of them had no permit.', '26 = 26 of stores; Eleven = 11 of stores'],
  ['Thirty cooks worked there. Two of them are among the dead.', 'Thirty = 30 of cooks; Two = 2 of cooks (dead)'],
  ['It met 40 guards and 60 nurses. Ten of them are missing.', '40 = 40 of guards; 60 = 60 of nurses; Ten = 10 (missing)'],
  ['All 26 stores were visited. Of those, 11 had no permit.', '26 = 26 of stores; 11 = 11 of stores'],
  ['The blast killed 14 people. A day earlier the number stood at 12.', '14 = 14 of people (killed); 12 = 12 of people (killed)'],
  ['Some 28 families have not gone back. On Tuesday it was 35.', '28 = 28 ~Some of families; 35 = 35 of families again 5-7'],
  ['Forty passengers, 12 of whom were children, were hurt.', 'Forty = 40 of passengers (hurt); 12 = 12 of passengers (hurt)'],
  ['It was 35 on Tuesday.', ''],
  ['The blast killed 14 people. The number of the house was 3. It was 900 by then.', '14 = 14 of people (killed)'],
  ['It shows six pictures. The two of them smiled.', 'six = 6 of pictures'],
] // biome-ignore format: a table to be read

/** Numbers that count nothing. */
const NONE: readonly string[] = [
  'He was born in 1984.',
  'The 2015 attacks changed the city.',
  'Lena Abara, 34, is a teacher.',
  'The man, aged 51, ran.',
  'A 12-year-old boy hid.',
  'She is 77 years old.',
  'The talks begin at 10:30 on 12 March.',
  'It opened at 5 p.m. after two more days.',
  'The match ended 3-1.',
  'They won 2-0 and lost 4-4.',
  'Call 555-0199 or +44 20 7946 0018.',
  'It came third in the 21st round.',
  '1. Close the gate.',
  'They flew a Boeing 737 to the coast.',
  'Take Route 9 to the Group of Seven meeting.',
  'See chapter 3 and No. 7.',
  'It reads so.[12] That is all (3).',
  'One official said so.',
  'They met for three hours and four weeks.',
  'He scored in the 90th minute at 7/7.',
  'It took 60 heartbreaking hours.',
  'The Sept. 11 attacks and the firm’s 1995 filings differ.',
  'It is for people over 60.',
  'No plan was made.',
  'They must ensure that no damage is done.',
  'Article 629 of the code foresees fines.',
  'About 1.000 people came.',
  'Their No 2 killed himself.',
  'The dead, a five - year - old among them, were named.',
]

/** Where a number is told of: the place that it names, or none. */
const WHERE: readonly (readonly [text: string, want: string])[] = [
  ['The flood killed 14 people in Kenya.', 'Kenya'],
  ['The flood killed 14 people, three of them children, in Kenya.', 'Kenya'],
  ['Inflation was at 9%, while in India it surged.', ''],
  ['It gave 900 euros, said a professor at a college in Kenya.', ''],
  ['It gave 900 euros in Kenya.', 'Kenya'],
  ['The blast in Kenya killed 14 people.', 'Kenya'],
  ['The flood killed 14 people in northern Kenya.', 'Kenya'],
  ['They filled the streets of Kenya; 14 people sang.', ''],
  ['Some 900 people filled the streets of Kenya.', 'Kenya'],
  ['A firm based in Kenya has 900 workers.', ''],
  ['When it rained in Kenya, 900 people sang.', ''],
]

/** The time for which a number stands, of articles printed on 12 June 2025, or none. */
const AS_OF: readonly (readonly [text: string, want: string])[] = [
  ['As of Monday, 312 people were missing.', 'Monday'],
  ['By Tuesday evening 17 bodies had been recovered.', 'Tuesday evening'],
  ['The toll rose to 41 on Wednesday.', 'Wednesday'],
  ['Unemployment stood at 8.4 percent in March.', 'March'],
  ['Some 900 homes were still without power on Sunday.', 'Sunday'],
  ['The flood killed 14 people on Sunday.', ''],
  ['The plan is to plant 9,000 trees by the end of the decade.', ''],
  ['They will build 900 homes by 2030.', ''],
  ['Twelve people will be moved by Friday.', ''],
]

describe('quantities', () => {
  it.each(AS_OF)('%s', async (text, want) => {
    const { times, quantities } = await readByRules(text, { published: '2025-06-12' })
    const time = times.find(({ id }) => id === quantities[0]?.asOf)
    expect(time ? wordsOf(text, time) : '').toBe(want)
  })
  it('gives a measure in units of the SI, too', async () => {
    const { quantities } = await readByRules('The river is six miles wide.')
    expect(quantities).toMatchObject([{ unit: 'mi', si: { low: 9656.06, high: 9656.06, unit: 'm' } }])
  })
  it.each(WHERE)('%s', async (text, want) => {
    const spans = [...text.matchAll(/Kenya|India/g)].map(({ index }) => ({ start: index, end: index + 5 }))
    const { places, quantities } = await readByRules(text, { given: { places: spans } })
    expect(places.find(({ id }) => id === quantities[0]?.where)?.name ?? '').toBe(want)
  })
  it.each(TABLE)('%s', async (text, want) => expect(await all(text)).toBe(want))
  it.each(TAKEN)('%s', async (text, want) => expect(await all(text)).toBe(want))
  it.each(NONE)('%s counts nothing', async (text) => expect(await all(text)).toBe(''))
})
