import type { Child } from 'hono/jsx'
import type { Line } from '../../views/line.ts'
import { rangeOf } from '../days.ts'
import { latestLines, spokeLast } from '../keys.ts'
import { type Label, say } from '../labels.ts'
import { courseOf, type Scene, voicesOf } from '../scene.ts'
import { Cite, labelsOf, Says, Tag } from './line.tsx'
import { Person } from './who.tsx'

function Cell(props: { readonly head: Label; readonly line: Line; readonly scene: Scene; readonly children?: Child }) {
  const { line, scene } = props
  return (
    <div>
      <h2 class="lab">{say(props.head as 'Latest')}</h2>
      <p class="when">
        {labelsOf(line.status).map((label) => (
          <Tag is={label} />
        ))}
        {line.when && <span>{rangeOf(line.when.from, line.when.to)}</span>}
        {props.children}
      </p>
      <Says line={line} />
      <p class="src">
        <Cite at={line.from[0]} scene={scene} of={line.id} />
      </p>
    </div>
  )
}

/** Where the story stands: what came last, what is to come, what never came, who spoke last. */
export function Stand(props: {
  readonly scene: Scene
  /** Whether what happened last stands with it. */
  readonly latest?: boolean
}) {
  const { scene } = props
  const lines = courseOf(scene)?.lines ?? []
  const said = voicesOf(scene)?.lines ?? []
  const until = scene.story.to?.slice(0, 10) ?? ''
  const sure = lines.filter((line) => line.sure && line.when)
  const due = (line: Line) => line.when?.to.slice(0, 10) ?? ''
  const [latest] = props.latest ? latestLines(scene, sure, 1) : []
  const next = sure.find((line) => line.status?.modality === 'planned' && !line.status.end && due(line) >= until)
  const overdue = sure.find((line) => line.status?.end === 'overdue')
  const [spoke] = spokeLast(said, 1)
  const [speaker] = spoke?.who ?? []
  if (!latest && !next && !overdue && !spoke) return null
  return (
    <section class="stand" aria-label={say('Where it stands')}>
      {latest && <Cell head="Latest" line={latest} scene={scene} />}
      {next && <Cell head="Next planned" line={next} scene={scene} />}
      {overdue && <Cell head="Overdue" line={overdue} scene={scene} />}
      {spoke && (
        <Cell head="Spoke last" line={spoke} scene={scene}>
          {speaker && <Person who={speaker} scene={scene} />}
        </Cell>
      )}
    </section>
  )
}
