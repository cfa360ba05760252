import { targetOf } from '../../decisions/index.ts'
import type { Modality } from '../../layers/events.ts'
import type { Reading } from '../../readings/reading.ts'
import { type Span, wordsOf as wordsAt } from '../../text/span.ts'
import { nearestTo, placesOf } from '../corrections/places.ts'
import { messages } from '../messages.ts'
import { Failure } from '../world.ts'
import { namedIn, readDay, wordsOf } from './cells.ts'
import type { Edit } from './edits.ts'
import type { Lookup } from './lookup.ts'
import type { SheetRow } from './sheet.ts'

const MODALITIES: Readonly<Record<string, Modality>> = {
  happened: 'happened',
  ongoing: 'ongoing',
  planned: 'planned',
  'called for': 'called-for',
  possible: 'possible',
}

const cellIn = ({ cells }: SheetRow, column: string): string => wordsOf(cells.get(column) ?? '')

function dayIn(row: SheetRow): string | undefined {
  const read = readDay(row.cells.get('from') ?? '', '')
  if ('problem' in read) throw new Failure(messages.badCell(row.row, 'from', cellIn(row, 'from'), read.problem))
  return 'day' in read && read.day !== '' ? read.day : undefined
}

function eventIn(row: SheetRow, reading: Reading, span: Span): Edit {
  const day = dayIn(row)
  const [modality = 'happened'] = namedIn(cellIn(row, 'status')).flatMap(({ name }) => MODALITIES[name] ?? [])
  const item = { layer: 'events', type: 'OTHER', modality, ...(day === undefined ? {} : { day }) } as const
  return {
    what: messages.addedEvent(wordsAt(reading.text, span), reading.id, day),
    settled: [{ kind: 'assert', target: targetOf(reading, 'events', span), item }],
  }
}

function claimIn(row: SheetRow, reading: Reading, span: Span): Edit {
  const [who] = namedIn(cellIn(row, 'who'))
  const target = targetOf(reading, 'attributions', span)
  const speaker = who && nearestTo(reading, who.name, target)
  if (!speaker) throw new Failure(messages.inRow(row.row, messages.noSpeaker(reading.id)))
  return {
    what: messages.addedClaim(wordsAt(reading.text, span), reading.id, speaker.exact),
    settled: [{ kind: 'assert', target, item: { layer: 'attributions', speaker } }],
  }
}

/** What a row that a person added comes to: words of an article that the machine missed. Throws a Failure where that cannot be said. */
export async function addedBy(row: SheetRow, shape: string, look: Lookup): Promise<Edit> {
  const article = cellIn(row, 'article')
  if (article === '') throw new Failure(messages.inRow(row.row, messages.newRowNeeds))
  const reading = await look.reading(article)
  if (!reading) throw new Failure(messages.inRow(row.row, messages.noArticle(article)))
  const words = cellIn(row, 'text') || cellIn(row, 'sentence')
  const [span, another] = placesOf(reading.text, words)
  if (!span || another) throw new Failure(messages.inRow(row.row, messages.notOnce(words, article)))
  if (shape === 'event') return eventIn(row, reading, span)
  if (shape === 'claim') return claimIn(row, reading, span)
  throw new Failure(messages.inRow(row.row, messages.newShape))
}
