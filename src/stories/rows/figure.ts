import { canBoth, isWithin, sameNumber } from '../amount.ts'
import type { FigureItem } from '../items.ts'
import type { Cluster } from '../links.ts'
import { isRising } from '../offer/counted.ts'
import type { FigurePoint, FigureRow, Telling, Who } from '../rows.ts'
import { originCount, type RowContext, scoreOf, tellingsOf } from './context.ts'
import { compare } from './entry.ts'
import { latest, mostTold, type Group as Points, pointedBy, pointsAmong, UNKNOWN } from './points.ts'

type Tellings = readonly [Telling<FigureItem>, ...Telling<FigureItem>[]]

/** Hours within which reports of one day are of one time. */
const ONE_TIME = 6 * 3_600_000

const toldAt = ({ told }: FigureItem): string => told ?? UNKNOWN

type Group = Points<Telling<FigureItem>>

const groupsOf = (tellings: Tellings, { copyOf }: RowContext): readonly Group[] =>
  pointsAmong(tellings, ({ item }) => pointedBy(item), copyOf).toSorted(
    (a, b) => compare(a.day, b.day) || byTelling(a.tellings[0].item, b.tellings[0].item),
  )

const byTelling = (a: FigureItem, b: FigureItem): number =>
  compare(toldAt(a), toldAt(b)) ||
  Number(a.again !== undefined) - Number(b.again !== undefined) ||
  a.low - b.low ||
  a.high - b.high ||
  compare(a.ref, b.ref)

const valueOfGroup = ({ tellings }: Group): FigureItem => tellings[0].item

// Whether an outlet, or whoever says so, tells both.
function isOneSource(a: Group, b: Group): boolean {
  const names = ({ tellings }: Group) =>
    new Set(tellings.flatMap(({ item }) => [item.report.outlet ?? item.article, item.speakerName ?? []].flat()))
  const other = names(b)
  return [...names(a)].some((name) => other.has(name))
}

const clockOf = ({ tellings }: Group): number =>
  Math.min(...tellings.map(({ item: { told } }) => (told?.includes('T') ? Date.parse(told) : Number.NaN)))

// One day, and, where clocks are known, hours that lie near each other; two reports of one source are of two times.
function isOneTime(a: Group, b: Group): boolean {
  if (a.day !== b.day) return false
  const apart = Math.abs(clockOf(a) - clockOf(b))
  return Number.isNaN(apart) || apart < (isOneSource(a, b) ? 1 : ONE_TIME)
}

// A number that its own article sets beside another for the same day: of a part, or of before; not where somebody else gives it.
function isApart(group: Group, mains: ReadonlyMap<string, readonly FigureItem[]>): boolean {
  return group.tellings.every(
    ({ item }) =>
      !item.main &&
      item.again === undefined &&
      (mains.get(item.article) ?? []).some(
        (other) => other.speaker === item.speaker && pointedBy(other).day === group.day && !canBoth(other, item),
      ),
  )
}

type Standing = Pick<FigurePoint, 'relation' | 'to'>

// How a number stands to those before it: `stands` is the place of the last that was not gone against.
function standingOf(at: number, groups: readonly Group[], earlier: readonly Standing[], stands: number): Standing {
  const group = groups[at] as Group
  const value = valueOfGroup(group)
  const rival = groups.findIndex(
    (other, place) =>
      place < at &&
      !['apart', 'conflicts'].includes(earlier[place]?.relation ?? '') &&
      isOneTime(other, group) &&
      !canBoth(valueOfGroup(other), value),
  )
  const before = groups[stands] as Group
  const last = valueOfGroup(before)
  if (sameNumber(last, value) || isWithin(last, value)) return { relation: 'agrees', to: stands }
  if (group.day === UNKNOWN) return canBoth(last, value) ? { relation: 'agrees', to: stands } : { relation: 'apart' }
  if (rival >= 0) return { relation: 'conflicts', to: rival }
  if (isOneTime(before, group)) return { relation: 'agrees', to: stands }
  return { relation: fallsAlone(at, groups, last) ? 'conflicts' : 'supersedes', to: stands }
}

// Lower than before, of what only grows, while what was given before is given again after.
function fallsAlone(at: number, groups: readonly Group[], last: FigureItem): boolean {
  const value = valueOfGroup(groups[at] as Group)
  if (!isRising(value.became) || value.low >= last.low || canBoth(last, value)) return false
  return groups.slice(at + 1).some((later) => sameNumber(valueOfGroup(later), last))
}

function standings(groups: readonly Group[]): readonly Standing[] {
  const found: Standing[] = []
  const main = groups.flatMap(({ tellings }) => tellings.flatMap(({ item }) => (item.main ? [item] : [])))
  const mains = Map.groupBy(main, ({ article }) => article)
  let stands = -1
  groups.forEach((group, at) => {
    const standing: Standing = isApart(group, mains)
      ? { relation: 'apart' }
      : stands < 0
        ? { relation: 'first' }
        : standingOf(at, groups, found, stands)
    found.push(standing)
    const before = groups[stands]
    const moves =
      standing.relation === 'agrees' && before !== undefined && isWithin(valueOfGroup(group), valueOfGroup(before))
    if (standing.relation === 'first' || standing.relation === 'supersedes' || moves) stands = at
  })
  return found
}

function sayerOf(tellings: Tellings, { who }: RowContext): Who | undefined {
  const [first] = tellings.flatMap(({ item }) => (item.speaker === undefined ? [] : (who(item.speaker) ?? [])))
  return first
}

function pointsOf(tellings: Tellings, context: RowContext): FigureRow['points'] {
  const groups = groupsOf(tellings, context)
  const found = standings(groups)
  const points = groups.map(({ day, tellings: told }, at): FigurePoint => {
    const { low, high, hedge } = told[0].item
    const who = sayerOf(told, context)
    return {
      low,
      high,
      ...(hedge === undefined ? {} : { hedge }),
      ...(day === UNKNOWN ? {} : { day }),
      stated: told.some(({ item }) => item.asOf !== undefined),
      ...(found[at] ?? { relation: 'first' }),
      ...(who ? { who } : {}),
      tellings: told,
    }
  })
  return points as unknown as FigureRow['points']
}

/** The point that a series stands at: the last that is not set apart by its own article. */
export const lastPoint = ({ points }: Pick<FigureRow, 'points'>): FigurePoint =>
  points.findLast(({ relation }) => relation !== 'apart') ?? points[0]

/** A series of figures as a story shows it. Pure: from its cluster, and who says so. What stands beside it is added when all are known. */
export function figureRow(cluster: Cluster<'figure'>, context: RowContext): FigureRow {
  const { items } = cluster
  const points = pointsOf(tellingsOf(items, context), context)
  const shown = lastPoint({ points })
  const told = shown.tellings.map(({ item }) => item)
  const [of, place] = [
    latest(told, (item) => item.of) ?? latest(items, (item) => item.of),
    mostTold(items.flatMap(({ place: one }) => one ?? [])),
  ]
  const [scope, covers] = [latest(items, ({ scopeWords }) => scopeWords), latest(items, (item) => item.scope)]
  const state = latest(told, (item) => item.state) ?? latest(items, (item) => item.state)
  const day = latest(items, (item) => item.day)
  const { form, unit, thing, who, became } = items[0]
  return {
    id: cluster.id,
    form,
    ...(unit === undefined ? {} : { unit }),
    thing,
    narrow: latest(items, (item) => item.who || undefined) ?? who,
    ...(of ? { of } : {}),
    ...(state === undefined ? {} : { state }),
    ...(became === undefined ? {} : { became }),
    ...(place ? { place } : {}),
    ...(scope ? { scope } : {}),
    ...(covers === undefined ? {} : { covers }),
    ...(day ? { day } : {}),
    points,
    beside: [],
    origins: originCount(items, context.origins),
    score: scoreOf(told.map(({ score }) => score), originCount(told, context.origins)), // biome-ignore format: one line
    confirmed: items.some(({ confirmed }) => confirmed),
    ...(items.some(({ disputed }) => disputed) ? { disputed: true } : {}),
  }
}
