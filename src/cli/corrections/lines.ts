import { hasPart, PARTS, partIn, slotOf, type Target } from '../../decisions/index.ts'
import { openGazetteer } from '../../gazetteer/open.ts'
import { placeDataOf } from '../../layers/places.ts'
import { type Options, word } from '../command.ts'
import { messages } from '../messages.ts'
import { Failure, Misuse } from '../world.ts'
import { articleIn, type Correction, needed, type Scene, settle, type Unsettled } from './correction.ts'
import { lineTargets, nearestTo, readingFor, toldTargets } from './places.ts'

const LINE = 'the words or the id of a line'
const NOBODY = 'none'

/** A correction of every report of a line. */
function onLine(
  name: string,
  takes: string,
  about: string,
  make: (target: Target, value: string) => Promise<Unsettled | undefined> | Unsettled | undefined,
  value?: string,
  find = lineTargets,
): Correction {
  return {
    name,
    takes,
    about,
    run: async ([sought, given], options, scene) => {
      const chosen = value === undefined ? '' : needed(given, value)
      const targets = await find(scene.record, needed(sought, LINE), articleIn(options))
      const made = await Promise.all(targets.map((target) => make(target, chosen)))
      return settle(
        scene,
        name,
        made.filter((one) => one !== undefined),
      )
    },
  }
}

/** Which of those who take part the options mean; undefined for the one who speaks or acts. */
function slotIn(options: Options): string | undefined {
  const role = PARTS.find((one) => one === word(options, 'part'))
  const [instead, beside] = [word(options, 'instead'), options.beside === true]
  if (instead !== undefined && beside) throw new Misuse(messages.insteadOrBeside)
  if (role === undefined && instead === undefined && !beside) return undefined
  return slotOf({
    role: role ?? 'actor',
    ...(instead === undefined ? {} : { words: instead }),
    ...(beside ? { more: true } : {}),
  })
}

// What words of an article, or nobody, settle of one telling; undefined where it has them not.
async function voiced(scene: Scene, whole: Target, words: string, slot: string | undefined) {
  const reading = await readingFor(scene.record, whole)
  const target = slot === undefined ? whole : { ...whole, slot }
  if (!reading || (slot !== undefined && whole.layer !== 'events')) return undefined
  const part = partIn(slot)
  if ((words === NOBODY || part?.words !== undefined) && !hasPart(reading, target)) return undefined
  if (words === NOBODY) return { kind: 'hide', target } as const
  const there = nearestTo(reading, words, whole)
  return there && ({ kind: 'speaker', target, speaker: there } as const)
}

const speaker: Correction = {
  name: 'speaker',
  takes: 'LINE WORDS',
  about: 'say whose words or deeds a line tells, or with --part who else takes part, in words of its article',
  run: async ([sought, words], options, scene) => {
    const chosen = needed(words, 'a line, and the words for who says it: correct speaker LINE WORDS')
    const slot = slotIn(options)
    if (chosen === NOBODY && slot === undefined) throw new Misuse(messages.noneOfPart)
    const settled: Unsettled[] = []
    for (const target of await toldTargets(scene.record, needed(sought, LINE), articleIn(options))) {
      const one = await voiced(scene, target, chosen, slot)
      if (one) settled.push(one)
    }
    if (settled.length === 0)
      throw new Failure(chosen === NOBODY ? messages.nobodyThere : messages.notInArticles(chosen))
    return settle(scene, 'speaker', settled)
  },
}

/** What a name or a number of the place data means. Throws a Failure for a name that they do not know, or that may be several places. */
export async function meantPlace(
  value: string,
  words: readonly string[],
): Promise<Pick<Extract<Unsettled, { readonly kind: 'place' }>, 'geonamesId' | 'as'>> {
  if (value === 'none') return { geonamesId: null }
  const gazetteer = await openGazetteer()
  const number = /^\d+$/.test(value) ? Number(value) : undefined
  const found = (number === undefined ? [value] : words)
    .flatMap((name) => gazetteer.lookup(name))
    .filter(({ geonamesId }) => geonamesId !== undefined && (number === undefined || geonamesId === number))
  const places = [...new Map(found.map((place) => [place.geonamesId, place])).values()]
  const [first, second] = places
  if (first?.geonamesId === undefined) {
    if (number !== undefined) return { geonamesId: number }
    throw new Failure(messages.noPlace(value))
  }
  if (second)
    throw new Failure(
      messages.manyPlaces(
        value,
        places
          .slice(0, 12)
          .map((one) => `${one.geonamesId}  ${[one.name, one.country, one.admin1].filter(Boolean).join(', ')}`),
      ),
    )
  return { geonamesId: first.geonamesId, as: placeDataOf(first) }
}

const place: Correction = {
  name: 'place',
  takes: 'LINE PLACE',
  about: 'say where it was: a name, a number of GeoNames, or none',
  run: async ([sought, name], options, scene) => {
    const chosen = needed(name, 'a line, and a place: correct place LINE PLACE')
    const targets = await toldTargets(scene.record, needed(sought, LINE), articleIn(options))
    const readings = await Promise.all(targets.map((target) => readingFor(scene.record, target)))
    const words = readings.flatMap((reading) =>
      reading ? reading.places.map(({ start, end }) => reading.text.slice(start, end)) : [],
    )
    const meant = await meantPlace(chosen, [...new Set(words)])
    return settle(
      scene,
      'place',
      targets.map((target) => ({ kind: 'place', target, ...meant })),
    )
  },
}

/** Corrections of a line, by its id or words. */
export const ON_LINES: readonly Correction[] = [
  onLine('hide', 'LINE', 'hide a line', (target) => ({ kind: 'hide', target })),
  onLine('confirm', 'LINE', 'say that a line is borne out', (target) => ({ kind: 'confirm', target })),
  onLine('dispute', 'LINE', 'say that a line is not borne out; it stays, marked so', (target) => ({
    kind: 'dispute',
    target,
  })),
  onLine(
    'date',
    'LINE DAY',
    'say when: 2026-05-13, 2026-05, two with a slash between, or undated',
    (target, value) => ({ kind: 'date', target, value }),
    'a line, and a day: correct date LINE DAY',
    toldTargets,
  ),
  place,
  speaker,
  onLine(
    'note',
    'LINE TEXT',
    'keep a note beside a line',
    (target, note) => ({ kind: 'note', target, note }),
    'a line, and a note: correct note LINE TEXT',
  ),
]
