import type { HappeningRow } from '../../stories/rows.ts'
import type { Line } from '../../views/line.ts'
import { dateOf, dayOf, rangeOf } from '../days.ts'
import { say } from '../labels.ts'
import type { Scene } from '../scene.ts'
import { placeIn, type Window } from './axis.tsx'
import { Says, Tag } from './line.tsx'

/** A plan, as its line and its row. */
export interface Plan {
  readonly line: Line
  readonly row: HappeningRow
}

/** The lines that tell a plan or a call with a day or an end. */
export function plansOf(scene: Scene, lines: readonly Line[]): readonly Plan[] {
  return lines.flatMap((line) => {
    const row = scene.happenings.get(line.id)
    const plan = line.status?.modality === 'planned' || line.status?.end
    return row && plan && line.sure && (row.day || row.end) ? [{ line, row }] : []
  })
}

const saidOn = (row: HappeningRow): string | undefined => row.tellings[0].item.report.published

function Track(props: {
  readonly plan: Plan
  readonly days: Window
  readonly done: string | undefined
  readonly until: string | undefined
}) {
  const { row } = props.plan
  const place = placeIn(props.days)
  const x = (iso: string | undefined) => {
    const at = iso ? place(dayOf(iso)) : Number.NaN
    return Number.isFinite(at) ? Math.min(100, Math.max(0, Math.round(at * 100) / 100)) : undefined
  }
  const [said, due, done, until] = [x(saidOn(row)), x(row.day?.to), x(props.done), x(props.until)]
  const open = row.end === 'overdue' && due !== undefined && until !== undefined && until > due
  return (
    <svg class="track" width="100%" height="26" aria-hidden="true">
      <line class="ground" x1="0" x2="100%" y1="13" y2="13" />
      {said !== undefined && due !== undefined && <line class="run" x1={`${said}%`} x2={`${due}%`} y1="13" y2="13" />}
      {open && <line class="run open" x1={`${due}%`} x2={`${until}%`} y1="13" y2="13" />}
      {due !== undefined && <line class="due" x1={`${due}%`} x2={`${due}%`} y1="4" y2="22" />}
      {said !== undefined && <circle class="said" cx={`${said}%`} cy="13" r="4" />}
      {row.end === 'met' && <circle class="met" cx={`${done ?? due ?? 0}%`} cy="13" r="5.5" />}
      {row.end === 'missed' && (
        <svg x={`${done ?? due ?? 0}%`} y="13" class="at" aria-hidden="true">
          <path class="missed" d="M4-5l10 10M14-5l-10 10" />
        </svg>
      )}
    </svg>
  )
}

function End(props: {
  readonly plan: Plan
  readonly done: HappeningRow | undefined
  readonly href: (id: string) => string
}) {
  const { row } = props.plan
  const days = row.day && rangeOf(row.day.from, row.day.to)
  return (
    <p class="end">
      <Tag is={row.end ?? 'planned'} />{' '}
      {props.done?.day ? (
        <a href={props.href(props.done.id)}>{dateOf(props.done.day.from)}</a>
      ) : (
        days && <a href={props.href(row.id)}>{row.end === 'overdue' ? say('since {date}', { date: days }) : days}</a>
      )}
      {row.end === 'overdue' && <small>{say('no report since')}</small>}
    </p>
  )
}

/** Plans that are shown before the rest is folded. */
const SHOWN = 12

interface Drawn {
  readonly plans: readonly Plan[]
  readonly days: Window
  readonly scene: Scene
  readonly until: string | undefined
  readonly href: (id: string) => string
}

function Tracks({ plans, days, scene, until, href }: Drawn) {
  return (
    <ul>
      {plans.map((plan) => {
        const done = plan.row.follows ? scene.happenings.get(plan.row.follows) : undefined
        return (
          <li class="promise">
            <Says line={plan.line} />
            <Track plan={plan} days={days} done={done?.day?.from} until={until} />
            <End plan={plan} done={done} href={href} />
          </li>
        )
      })}
    </ul>
  )
}

/** Plans with their ends: when each was said, when it was due, and what was reported of it. */
export function Promises(props: Drawn) {
  const more = props.plans.slice(SHOWN)
  return (
    <section class="sect promises" id="promises">
      <h2>
        {say('Planned, and what became of it')}
        <span class="note">{[say('ring: said'), say('bar: due'), say('dot: reported as done')].join(' · ')}</span>
      </h2>
      <Tracks {...props} plans={props.plans.slice(0, SHOWN)} />
      {more.length > 0 && (
        <details class="fold">
          <summary>{say('{n} more', { n: more.length })}</summary>
          <Tracks {...props} plans={more} />
        </details>
      )}
    </section>
  )
}
