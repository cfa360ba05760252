import type { Target } from '../../decisions/index.ts'
import type { OnRecord } from '../../record/record.ts'
import type { EntityRow } from '../../stories/rows.ts'
import { messages } from '../messages.ts'
import { Failure } from '../world.ts'
import { articleIn, type Correction, needed, settle, type Unsettled } from './correction.ts'
import { anyTarget, entityIn, entityTargets, nearestTo, readingFor, targetIn } from './places.ts'

const WHO = 'a name or an id'

const rename: Correction = {
  name: 'rename',
  takes: 'WHO NAME',
  about: 'call somebody by another name',
  run: async ([sought, name], _, scene) => {
    const chosen = needed(name, 'a name or id, and the name to use: correct rename OLD NEW')
    const targets = await entityTargets(scene.record, needed(sought, WHO))
    return settle(
      scene,
      'rename',
      targets.map((target) => ({ kind: 'rename', target, name: chosen })),
    )
  },
}

const role: Correction = {
  name: 'role',
  takes: 'WHO WORDS',
  about: 'say what somebody is, in words of an article that names them',
  run: async ([sought, words], options, scene) => {
    const chosen = needed(words, 'a name or id, and words for the role: correct role WHO WORDS')
    const only = articleIn(options)
    const targets = await entityTargets(scene.record, needed(sought, WHO))
    const settled: Unsettled[] = []
    for (const target of targets) {
      const reading = only === undefined || target.article === only ? await readingFor(scene.record, target) : undefined
      if (reading && nearestTo(reading, chosen, target)) settled.push({ kind: 'role', target, role: chosen })
    }
    if (settled.length === 0) throw new Failure(messages.notInArticles(chosen))
    return settle(scene, 'role', settled)
  },
}

const merge: Correction = {
  name: 'merge',
  takes: 'ONE OTHER',
  about: 'say that two are one: people, statements, things that happened',
  run: async ([one, other], _, scene) => {
    const [a, b] = [needed(one, 'two names, ids or lines: correct merge ONE OTHER'), needed(other, 'another one too')]
    const [left, right] = [await anyTarget(scene.record, a), await anyTarget(scene.record, b)]
    if (left.id === right.id) throw new Failure(messages.alreadyOne(a, b))
    if (left.target.layer !== right.target.layer) throw new Failure(messages.otherThings)
    return settle(scene, 'merge', [{ kind: 'merge', target: left.target, other: right.target }])
  },
}

type Occurrence = EntityRow['occurrences'][number]

// Where somebody is named by these words.
const namedBy = ({ occurrences }: EntityRow, words: string): Occurrence | undefined =>
  occurrences
    .map((one) => ({ ...one, places: one.places.filter(({ exact }) => exact === words) }))
    .find(({ places }) => places.length > 0)

async function occurrenceTarget(record: OnRecord, { places: [place] }: Occurrence): Promise<Target> {
  const target = place && (await targetIn(record, place, 'entities'))
  if (!target) throw new Failure(messages.noArticle(place?.article ?? ''))
  return target
}

// Two names of one row; or the one of an article, and all the others.
async function splitOf(
  record: OnRecord,
  [one, other]: readonly string[],
  article: string | undefined,
): Promise<readonly Unsettled[]> {
  const name = needed(one, 'two names of somebody, or a name with --article: correct split ONE OTHER')
  const row = await entityIn(record, name)
  const [left, right] =
    article === undefined
      ? [namedBy(row, name), [namedBy(row, needed(other, 'the other name, or --article'))]]
      : [row.occurrences.find((found) => found.article === article), row.occurrences.filter((found) => found.article !== article)] // biome-ignore format: two cases
  if (!left || !right[0]) throw new Failure(other ? messages.notOne(name, other) : messages.noOtherEnd(name))
  const target = await occurrenceTarget(record, left)
  const settled: Unsettled[] = []
  for (const found of right)
    if (found) settled.push({ kind: 'split', target, other: await occurrenceTarget(record, found) })
  return settled
}

const split: Correction = {
  name: 'split',
  takes: 'ONE OTHER',
  about: 'say that two names of somebody are not one; with --article, that of an article',
  run: async (words, options, scene) => settle(scene, 'split', await splitOf(scene.record, words, articleIn(options))),
}

/** Corrections of who is who. */
export const ON_PEOPLE: readonly Correction[] = [rename, role, merge, split]
