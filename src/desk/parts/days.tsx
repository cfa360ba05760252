import type { Child } from 'hono/jsx'
import type { Line } from '../../views/line.ts'
import { dateOf, dayOf, isoOf, rangeOf, weekdayOf } from '../days.ts'
import { say } from '../labels.ts'
import type { Scene } from '../scene.ts'
import { LineOf } from './line.tsx'
import type { Landing } from './settle.tsx'

/** Lines under one heading: those of a day, those of a range that is no day, and those of no day at all. */
interface Group {
  readonly heading: string
  readonly from?: string
  readonly lines: readonly Line[]
}

function headingOf({ when }: Line): string {
  if (!when) return ''
  return when.from.slice(0, 10) === when.to.slice(0, 10)
    ? when.from.slice(0, 10)
    : `${when.from.slice(0, 10)}/${when.to.slice(0, 10)}`
}

/** Lines by the day of what they tell, in their own order; lines of one heading need not follow each other. */
export function groupsOf(lines: readonly Line[]): readonly Group[] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const heading = headingOf(line)
    const group = groups.get(heading)
    if (group) group.push(line)
    else groups.set(heading, [line])
  }
  return [...groups].map(([heading, lines]) => {
    const from = lines[0]?.when?.from.slice(0, 10)
    return from ? { heading, from, lines } : { heading, lines }
  })
}

const spanOf = (heading: string): readonly [string, string] => {
  const [from = '', to = from] = heading.split('/')
  return [from, to]
}

function Heading(props: { readonly of: string; readonly year: boolean }) {
  if (!props.of)
    return (
      <h3>
        <b>{say('undated')}</b>
      </h3>
    )
  const [from, to] = spanOf(props.of)
  const one = from === to
  const shown = one ? dateOf(from) : rangeOf(from, to)
  return (
    <h3>
      <time datetime={from}>{shown}</time>
      {one && <span>{weekdayOf(from)}</span>}
      {props.year && !shown.includes(from.slice(0, 4)) && <span>{new Date(dayOf(from)).getUTCFullYear()}</span>}
    </h3>
  )
}

/** A list of days, each with its lines. */
export function Days(props: {
  readonly lines: readonly Line[]
  readonly scene: Scene
  readonly keys: ReadonlySet<string>
  readonly landing?: Landing
  readonly none?: Child
}) {
  const { lines, scene, keys } = props
  const year = yearOf(lines)
  const landed = props.landing ? { landing: props.landing } : {}
  return (
    <>
      {groupsOf(lines).map(({ heading, from, lines: held }) => (
        <section class="day" aria-label={from ?? say('undated')}>
          <Heading of={heading} year={from !== undefined && from.slice(0, 4) !== year} />
          <ol>
            {held.map((line) => (
              <LineOf line={line} scene={scene} lead={keys.has(line.id)} {...landed} />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

// The year in which most lines lie goes without saying.
function yearOf(lines: readonly Line[]): string {
  const counts = new Map<string, number>()
  for (const { when } of lines)
    if (when) counts.set(when.from.slice(0, 4), (counts.get(when.from.slice(0, 4)) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? isoOf(0).slice(0, 4)
}
