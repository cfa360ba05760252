import type { Quantity } from '../../layers/quantities.ts'
import type { Reading } from '../../readings/reading.ts'
import type { Span } from '../../text/span.ts'
import type { World } from '../world.ts'
import { styleOf } from './style.ts'
import { padded, tame, wrap } from './wrap.ts'

const MARGIN = 12

/** A line of a reading's outline: what it is called, its words, and with `--why` the rule and score behind it. */
type Row = readonly [words: string, why?: string]

/** Writes what was read in an article for a person at a terminal; `why` adds the rule and score of each thing, and what was left out of the page. */
export async function printReading(reading: Reading, why: boolean, world: World): Promise<void> {
  const style = styleOf(world.color)
  const text = (spans: readonly Span[]) => spans.map(({ start, end }) => reading.text.slice(start, end)).join(' … ')
  const head = [reading.outlet, reading.published, reading.authors.join(', ')].filter(Boolean).join(' · ')
  await world.out(
    `${wrap(reading.headline ?? '(no headline)', world.columns)
      .map(style.strong)
      .join('\n')}\n${style.faint(tame(head))}\n`,
  )
  for (const [name, rows] of sectionsOf(reading, why, text)) {
    if (rows.length === 0) continue
    await world.out('\n')
    for (const [i, [words, reason]] of rows.entries()) {
      const lines = wrap(words, Math.max(30, world.columns - MARGIN))
      const all = why && reason ? [...lines, style.faint(`${reason}`)] : lines
      for (const [j, line] of all.entries())
        await world.out(`${padded(i === 0 && j === 0 ? name : '', MARGIN)}${line}\n`)
    }
  }
  await world.out('\n')
}

// "= 3 mi (4828.03 m)": where the text has other units than those of the SI.
const amountText = ({ low, high, unit }: Pick<Quantity, 'low' | 'high' | 'unit'>): string =>
  [low === high ? `${low}` : `${low}–${high}`, unit].filter(Boolean).join(' ')

type Words = (spans: readonly Span[]) => string
const because = ({ by, score }: { readonly by: string; readonly score: number }): string => `${by} ${score.toFixed(2)}`

function sectionsOf(reading: Reading, why: boolean, text: Words): readonly (readonly [string, readonly Row[]])[] {
  return [
    ['found', why ? foundIn(reading) : []],
    ['captions', reading.captions.map(({ caption, credit }): Row => [credit ? `${caption} (${credit})` : caption])],
    ['names', namesIn(reading, why)],
    [
      'times',
      reading.times.map(
        (time): Row => [
          `${text([time])} = ${time.value}${time.mod ? ` ${time.mod}` : ''}${time.stated ? '' : ', implied'}`,
          because(time),
        ],
      ),
    ],
    [
      'places',
      reading.places.map(
        (place): Row => [
          `${text([place])} = ${place.name}${place.country ? `, ${place.country}` : ''} (${place.precision})`,
          because(place),
        ],
      ),
    ],
    [
      'figures',
      reading.quantities.map(
        (one): Row => [
          [
            `${text([one])} = ${amountText(one)}`,
            one.si && `(${amountText(one.si)})`,
            one.of && text(one.of),
            one.state,
          ]
            .filter(Boolean)
            .join(' '),
          because(one),
        ],
      ),
    ],
    [
      'statements',
      reading.attributions.map(
        (one): Row => [
          `${speakerOf(reading, one.speaker) ?? (text(one.source) || 'speaker open')}: ${text(one.content)}`,
          `${one.kind}, ${because(one)}`,
        ],
      ),
    ],
    [
      'events',
      reading.events.map(
        (event): Row => [
          `${text([event])} = ${event.type}, ${event.polarity === 'negative' ? 'denied' : event.modality}${event.day ? `, ${dayOf(event.day)}` : ''}`,
          because(event),
        ],
      ),
    ],
    ['left out', why ? reading.removed.map(({ text: words, by }): Row => [words.slice(0, 200), by]) : []],
    ['notices', reading.notices.map(({ reason, rule }): Row => [reason, rule])],
  ]
}

const dayOf = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? from : `${from} to ${to}`

const foundIn = ({ found }: Reading): Row[] =>
  Object.entries(found).flatMap(([field, one]): Row[] =>
    one ? [[field, `${because(one)}${one.stated ? '' : ', implied'}`]] : [],
  )

function namesIn({ entities, mentions }: Reading, why: boolean): Row[] {
  const rules = new Map(mentions.map((mention) => [mention.id, because(mention)]))
  return entities
    .filter(({ unnamed }) => !unnamed)
    .map((entity): Row => {
      const also = entity.aliases.length ? `, also ${entity.aliases.join(', ')}` : ''
      const roles = entity.roles.length ? `: ${[...new Set(entity.roles.map(({ text }) => text))].join(', ')}` : ''
      const first = rules.get(entity.mentions[0] ?? '')
      return [
        `${entity.name} (${entity.type})${also}${roles}`,
        why ? `${because(entity)}; first mention ${first ?? ''}` : undefined,
      ].filter((one) => one !== undefined) as unknown as Row
    })
}

const speakerOf = ({ entities }: Reading, id: string | undefined): string | undefined =>
  entities.find((entity) => entity.id === id)?.name
