import type { Line } from '../../views/line.ts'
import { rangeOf } from '../days.ts'
import { say } from '../labels.ts'
import type { Scene } from '../scene.ts'
import { KeepLine } from './keep.tsx'
import { Cite, labelsOf, Origins, Says, stanceOf, Tag } from './line.tsx'
import { Reports } from './reports.tsx'
import { type Landing, Settle } from './settle.tsx'
import { Person } from './who.tsx'

/** The day on which something was said; of its first report where no day is known. */
function Lead(props: { readonly line: Line; readonly scene: Scene }) {
  const { when, reports, from } = props.line
  const printed = reports[0]?.published ?? props.scene.articles.get(from[0].article)?.published
  const form = props.scene.statements.get(props.line.id)?.form
  return (
    <p class="lead">
      {when ? (
        <b>{rangeOf(when.from, when.to)}</b>
      ) : (
        printed && <b>{say('by {date}', { date: rangeOf(printed, printed) })}</b>
      )}
      {form && <span>{say(form)}</span>}
    </p>
  )
}

/** A statement: when, how, in which words, and who reports it. */
export function Said(props: {
  readonly line: Line
  readonly scene: Scene
  readonly named?: boolean
  readonly lead?: boolean
  /** Where its forms land; no forms without it. */
  readonly landing?: Landing
}) {
  const { line, scene } = props
  const [speaker] = line.who ?? []
  const labels = labelsOf(line.status, line.sure)
  const stance = stanceOf(line.status?.stance)
  return (
    <li class={props.lead ? 'said key' : 'said'} id={line.id} data-step>
      <Lead line={line} scene={scene} />
      <div>
        <p class="when">
          {props.named && speaker && <Person who={speaker} scene={scene} />}
          {!labels.includes(stance) && <span>{stance}</span>}
          {labels.map((label) => (
            <Tag is={label} />
          ))}
          {line.status?.confirmed && <span class="state">{say('confirmed')}</span>}
        </p>
        <blockquote>
          <Says line={line} />
        </blockquote>
        <div class="foot">
          <p class="src">
            <Cite at={line.from[0]} scene={scene} of={line.id} />
            <Origins line={line} />
          </p>
          <Reports line={line} scene={scene} />
          {props.landing && <Settle line={line} scene={scene} landing={props.landing} />}
          {props.landing && <KeepLine line={line} scene={scene} landing={props.landing} />}
        </div>
      </div>
    </li>
  )
}
