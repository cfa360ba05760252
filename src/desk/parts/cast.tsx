import type { EntityRow } from '../../stories/rows.ts'
import { entityPath, viewPath } from '../addresses.ts'
import { dateOf } from '../days.ts'
import { counted, say } from '../labels.ts'
import { lineCalled, type Scene, type Seen, seenAs } from '../scene.ts'
import { KeepLine } from './keep.tsx'
import { Cite, Tag } from './line.tsx'
import { LastRole, Name } from './name.tsx'
import { type Landing, Settle } from './settle.tsx'
import { columnsOf, daysOf, namedByDay, Spark } from './spark.tsx'

/** The highest bar among drawings that stand beside each other. */
export const mostOf = (rows: readonly EntityRow[], days: readonly string[]): number =>
  rows.reduce((most, row) => Math.max(most, ...columnsOf(namedByDay(row), days).values()), 1)

// A story's rows stay the same for as long as nothing changed in the record.
const spoken = new WeakMap<Scene['statements'], ReadonlyMap<string, number>>()

function spokenIn(statements: Scene['statements']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { speaker } of statements.values()) if (speaker) counts.set(speaker.id, (counts.get(speaker.id) ?? 0) + 1)
  spoken.set(statements, counts)
  return counts
}

/** How many statements of the story somebody speaks in. */
export const saidBy = ({ statements }: Scene, id: string): number =>
  (spoken.get(statements) ?? spokenIn(statements)).get(id) ?? 0

const castOf = (scene: Scene): Seen | undefined => seenAs(scene, 'card')

/** The people and organizations that are named most, in short. */
export function CastList(props: { readonly scene: Scene }) {
  const { scene } = props
  const rows = [...scene.entities.values()]
    .filter(({ type }) => type === 'person' || type === 'organization')
    .slice(0, 8)
  const days = daysOf(scene)
  const most = mostOf(rows, days)
  const [first, last] = [days[0], days.at(-1)]
  const cast = castOf(scene)
  if (rows.length === 0 || !cast) return null
  return (
    <section class="sect castlist">
      <h2>
        {say('Cast')}{' '}
        <a href={viewPath(scene.story.id, cast.view.name)}>{say('all {n} names', { n: cast.lines.length })}</a>
      </h2>
      <ul>
        {rows.map((row) => (
          <li>
            <p>
              <Name of={row} href={entityPath(scene.story.id, row.id)} />
              <LastRole of={row} />
            </p>
            <Spark row={row} days={days} most={most} />
          </li>
        ))}
      </ul>
      <p class="sparkx">
        <span>{say('named, by day')}</span>
        <span>{first && last && `${dateOf(first)} – ${dateOf(last)}`}</span>
      </p>
    </section>
  )
}

/** One who is quoted without a name, as a card: the words that stand for them, and where. */
export function UnnamedCard(props: { readonly row: EntityRow; readonly scene: Scene }) {
  const { row, scene } = props
  const said = saidBy(scene, row.id)
  return (
    <article class="card" id={row.id} data-step>
      <h3>
        <Name of={row} href={entityPath(scene.story.id, row.id)} />
      </h3>
      <p class="src">
        <Cite at={row.named} scene={scene} of={row.id} />
        {said > 0 && <a href={`${entityPath(scene.story.id, row.id)}#said`}>{counted(said, 'statement')}</a>}
      </p>
    </article>
  )
}

/** One of the cast, as a card. */
export function Card(props: {
  readonly row: EntityRow
  readonly scene: Scene
  readonly days: readonly string[]
  readonly most: number
  /** Where its forms land; no forms without it. */
  readonly landing?: Landing
}) {
  const { row, scene, days, most } = props
  const line = lineCalled(scene, row.id)
  const [first, last] = [days[0], days.at(-1)]
  const said = saidBy(scene, row.id)
  const [role] = row.roles
  return (
    <article class="card" id={row.id} data-step>
      <h3>
        <Name of={row} href={entityPath(scene.story.id, row.id)} />
      </h3>
      <p class="role">
        <LastRole of={row} />
        {role?.report.published && (
          <span class="note"> {say('printed {date}', { date: dateOf(role.report.published) })}</span>
        )}
      </p>
      <div>
        <Spark row={row} days={days} most={most} />
        <p class="sparkx">
          <span>{first && dateOf(first)}</span>
          <span>{last !== first && last && dateOf(last)}</span>
        </p>
      </div>
      <p class="src">
        <span>{counted(row.mentions, 'named')}</span>
        <span>{counted(row.articles, 'within')}</span>
        {said > 0 && <a href={`${entityPath(scene.story.id, row.id)}#said`}>{counted(said, 'statement')}</a>}
        {row.confirmed && <span class="state">{say('confirmed')}</span>}
        {row.disputed && <Tag is="disputed" />}
      </p>
      {props.landing && line && (
        <div class="foot">
          <Settle line={line} scene={scene} landing={props.landing} />
          <KeepLine line={line} scene={scene} landing={props.landing} />
        </div>
      )}
    </article>
  )
}
