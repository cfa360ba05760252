import type { Line } from '../../views/line.ts'
import { entityPath } from '../addresses.ts'
import { rangeOf } from '../days.ts'
import { say } from '../labels.ts'
import { neighboursOf, type Scene } from '../scene.ts'
import { KeepLine } from './keep.tsx'
import { Cite, labelsOf, Origins, Says, stanceOf, Tag } from './line.tsx'
import { Quote } from './quote.tsx'
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

/** To whom, where and when it was said, as far as its article tells. */
function Circumstances(props: { readonly line: Line; readonly scene: Scene }) {
  const { line, scene } = props
  const { to, where, when } = line
  const known = to?.id !== undefined && scene.entities.has(to.id) ? entityPath(scene.story.id, to.id) : undefined
  return (
    <>
      {to && (
        <span class="wrap">
          {say('to whom')} <Quote of={to.words} {...(known ? { href: known } : {})} />
        </span>
      )}
      {where && (
        <span class="wrap">
          {say('where')} <span data-place>{where.name}</span>
        </span>
      )}
      {when?.words && (
        <span class="wrap">
          {say('when')} <Quote of={when.words} />
        </span>
      )}
    </>
  )
}

/** What else was said that it is to be read beside: what its speaker said otherwise, and who answered. */
function Besides(props: { readonly line: Line; readonly scene: Scene }) {
  const { line, scene } = props
  const found = neighboursOf(scene, line)
  if (found.length === 0) return null
  return (
    <ul class="besides">
      {found.map(({ label, line: other }) => (
        <li>
          <p class="when">
            <b>{say(label as 'answers')}</b>
            {other.who?.[0] && other.who[0].id !== line.who?.[0]?.id && <Person who={other.who[0]} scene={scene} />}
            {other.when && <span>{rangeOf(other.when.from, other.when.to)}</span>}
            <Cite at={other.from[0]} scene={scene} of={other.id} />
          </p>
          <blockquote>
            <Says line={other} />
          </blockquote>
        </li>
      ))}
    </ul>
  )
}

/** A statement: when, how, in which words, who reports it, and what stands beside it. */
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
          <Circumstances line={line} scene={scene} />
        </p>
        <blockquote>
          <Says line={line} />
        </blockquote>
        <Besides line={line} scene={scene} />
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
