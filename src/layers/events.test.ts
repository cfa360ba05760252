import { describe, expect, it } from 'vitest'
import { readText } from '../../test/reading.ts'
import type { Reading } from '../readings/reading.ts'
import { wordsOf } from '../text/span.ts'
import type { Event } from './events.ts'

/** "words TYPE modality", "not" before what did not happen. */
const told = (text: string, event: Event): string =>
  `${event.polarity === 'negative' ? 'not ' : ''}${wordsOf(text, event)} ${event.type} ${event.modality}`
const all = ({ text, events }: Reading): string => events.map((event) => told(text, event)).join('; ')

const TABLE: readonly (readonly [text: string, want: string])[] = [
  ['Gunmen attacked a bus near Mosul.', 'attacked ASSAULT happened'],
  ['The army denied that it had bombed the village.', 'not bombed ASSAULT happened'],
  ['The ministers plan to meet in Paris next week.', 'meet CONSULT planned'],
  ['Protesters called for the release of Lena Abara.', 'called for DEMAND happened; release CONCEDE called-for'],
  ['The rebels may attack the port.', 'attack ASSAULT possible'],
  ['Police arrested 14 people in Lyon.', 'arrested COERCE happened'],
  ['No one was killed.', 'not killed CASUALTY happened'],
  ['None of the crew were injured.', 'not injured CASUALTY happened'],
  ['With no escort, gunmen attacked the town.', 'attacked ASSAULT happened'],
  ['Talks between Syria and Turkey are under way in Geneva.', 'Talks CONSULT ongoing'],
  ['A strike planned for Friday was called off.', 'not strike ASSAULT planned'],
  ['An earthquake struck northern Syria.', 'struck DISASTER happened'],
  ['If the dam fails, the town will be evacuated.', 'evacuated AID possible'],
  ['The court sentenced Tomas Odell to ten years in prison.', 'sentenced COERCE happened'],
  ['Troops have withdrawn from the city.', 'withdrawn RETREAT happened'],
  ['The council rejected the plan.', 'rejected REJECT happened'],
  ['Lena Abara was shot dead by a gunman in Rome.', 'shot ASSAULT happened'],
  ['The government will send aid to Chad.', 'aid AID planned'],
  ['Judges are investigating Brightwater.', 'investigating INVESTIGATE ongoing'],
  ['The two sides signed on 3 March 2026.', 'signed COOPERATE happened'],
  ['The army failed to retake the town.', 'not retake ASSAULT happened'],
]

const wordsOfId = (text: string, id: string | undefined): string => {
  const [start = 0, end = 0] = (id ?? ':0-0').slice(2).split('-').map(Number)
  return text.slice(start, end)
}

const ROLES: readonly (readonly [text: string, want: string])[] = [
  ['Lena Abara was shot dead by a gunman in Rome.', 'target Lena Abara, actor a gunman, at Rome'],
  ['The court sentenced Tomas Odell to prison.', 'actor The court, target Tomas Odell, at '],
  ['An earthquake struck northern Syria, killing 40 people.', 'target Syria, at '],
  ['Police arrested protesters in Lyon.', 'actor Police, target protesters, at Lyon'],
]

// Told on a Thursday.
const DAYS: readonly (readonly [text: string, want: string])[] = [
  ['The council met on Tuesday.', 'met happened 2026-03-03'],
  ['A court is to decide on Friday.', 'decide planned 2026-03-06'],
  ['She is to be questioned on Friday.', 'questioned planned 2026-03-06'],
  ['The director has been invited to speak on Friday.', 'speak planned 2026-03-06'],
  ['Schools would reopen on Monday, the mayor said.', 'reopen planned 2026-03-09'],
  ['Asked whether she would resign on Monday, she left.', 'resign possible 2026-03-09'],
  ['He led the country from 2006 to 2012.', 'led happened 2006-01-01–2012-12-31'],
  ['The council lifted a 2014 ban on Tuesday.', 'lifted happened 2026-03-03'],
  ['3 March 2026 at 5:32 pm | They attacked us.', 'attacked happened -'],
  ['On Tuesday the mayor signalled that she would leave.', 'leave planned -'],
  ['Ministers agreed on Tuesday to send troops.', 'send planned -'],
  ['On Friday the council is expected to approve it.', 'approve planned 2026-03-06'],
  ['The director had to resign on Tuesday.', 'resign happened 2026-03-03'],
  ['They won their first title since 1908.', 'won happened -'],
  ['Rebels have occupied the town since 2014.', 'occupied happened 2014-01-01–2026-03-05'],
  ['The aide of a 2016 rival was jailed.', 'jailed happened -'],
  ['The inspectors had begun on Monday to visit the depots.', 'begun happened 2026-03-02'],
  ['The march has been delayed.', 'march planned -'],
  ['The march was put back until Friday.', 'march planned 2026-03-06'],
  ['Since its attack on the depot the group has been quiet.', 'attack happened -'],
  ['Three years after the attack the depot is closed.', 'attack happened -'],
  ['The group, first attacked in the hills, is quiet.', 'attacked happened -'],
  ['Two years ago he was arrested.', 'arrested happened 2024-01-01–2024-12-31'],
  ['An attack on 20 March is feared.', 'attack planned 2026-03-20'],
]

describe('events', () => {
  it.each(TABLE)('%s', async (text, want) => expect(all(await readText(text))).toBe(want))

  it.each(ROLES)('%s: who and where', async (text, want) => {
    const [event] = (await readText(text)).events
    const roles = event?.roles.map(({ role, start, end }) => `${role} ${text.slice(start, end)}`) ?? []
    expect([...roles, `at ${wordsOfId(text, event?.place)}`].join(', ')).toBe(want)
  })

  it.each(DAYS)('%s: whether and when', async (text, want) => {
    const [{ day, modality, ...event } = { start: 0, end: 0 }] = (await readText(text, { published: '2026-03-05' }))
      .events
    const days = day?.stated ? [...new Set([day.from, day.to])].join('–') : '-'
    expect(`${text.slice(event.start, event.end)} ${modality} ${days}`).toBe(want)
  })

  it('names no actor for "…, killing 40"', async () => {
    const { events } = await readText('An earthquake struck northern Syria, killing 40 people.')
    expect(events.find(({ type }) => type === 'CASUALTY')?.roles.map(({ role }) => role)).toEqual(['victim'])
  })

  it('lies on the day of publication where the story opens so, and says that this is implied', async () => {
    const { events } = await readText('Gunmen attacked a bus.', { published: '2026-03-05' })
    expect(events[0]?.day).toMatchObject({ from: '2026-03-05', to: '2026-03-05', stated: false })
  })

  it.each([
    ['Gunmen attacked a bus on Tuesday.\n\nThey killed two people.', '2026-03-03'],
    ['Gunmen attacked a bus in May 2021.\n\nThey killed two people.', '2026-03-05'],
  ])('lies on the day that the opening names, where that is news: %j', async (text, want) => {
    const { events } = await readText(text, { published: '2026-03-05' })
    expect(events.at(-1)?.day).toMatchObject({ from: want, to: want, stated: false })
  })

  it.each([
    ['Troops attacked the depot on 12 January. The attack was brief.', '2026-01-12 days/again'],
    ['Troops attacked the depot on 12 January. Another attack was brief.', '2026-03-05 days/published'],
    [
      'Troops attacked it on 12 May 2021 and attacked it on 14 June 2021. The attack was brief.',
      '2026-03-05 days/published',
    ],
    ['Troops attacked the depot in 2024. The attack was brief.', '2026-03-05 days/published'],
  ])('is of the day that its word has elsewhere: %s', async (text, want) => {
    const { events } = await readText(text, { published: '2026-03-05' })
    expect(`${events.at(-1)?.day?.from} ${events.at(-1)?.day?.by}`).toBe(want)
  })

  it.each([
    ['Gunmen attacked a bus on 12 February.\n\nThey killed two people.', '2026-02-12'],
    ['Gunmen attacked a bus on 12 December.\n\nThey killed two people.', '2026-03-05'],
    ['It was quiet. Gunmen attacked a bus on 12 February.\n\nThey killed two people.', '2026-03-05'],
  ])('takes what the first sentence names for the day of the news, up to a month before: %j', async (text, want) => {
    const { events } = await readText(text, { published: '2026-03-05' })
    expect(events.at(-1)?.day?.from).toBe(want)
  })

  it.each([
    ['The mayor said the council attacked the plan last year.', 'said', '2026-03-05'],
    ['The mayor told parliament on Tuesday that it was over.', 'told', '2026-03-03'],
    ['It is slated for a release on 20 March.', 'slated', '2026-03-05'],
    ['It is slated for a release on 20 March.', 'release', '2026-03-20'],
    ['The phone has two cameras. It was shown on Tuesday.', 'has', '2026-03-05'],
    ['The recently announced plan began on Tuesday.', 'announced', undefined],
    ['It will be the largest ship when it enters service.', 'enters', undefined],
    ['It will call here and sail on.', 'sail', undefined],
    ['The council called for a ceasefire on Monday.', 'ceasefire', undefined],
    ['The council urged them to withdraw by 20 March.', 'withdraw', '2026-03-20'],
    ['In all, 20 people were arrested before Monday.', 'arrested', undefined],
    ['The protest was upheld on Tuesday. All claims were upheld.', 'upheld', '2026-03-03'],
  ])('dates words that others marked: %s (%s)', async (text, word, want) => {
    const start = text.lastIndexOf(word)
    const given = { events: [{ start, end: start + word.length }] }
    const { events } = await readText(text, { published: '2026-03-05', given })
    expect(events[0]?.day?.from).toBe(want)
  })

  it('is told by the statement whose content holds it', async () => {
    const { events, attributions } = await readText('The mayor said 20 people had been injured.')
    expect(events[0]?.said).toBe(attributions[0]?.id)
  })
})
