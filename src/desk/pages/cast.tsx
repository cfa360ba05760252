import type { EntityRow } from '../../stories/rows.ts'
import { entityPath, viewPath } from '../addresses.ts'
import { counted, type Label, say } from '../labels.ts'
import { Card, mostOf, saidBy, UnnamedCard } from '../parts/cast.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { Head, page, titleOf } from '../parts/frame.tsx'
import { Name } from '../parts/name.tsx'
import { openPairs, PerhapsSame } from '../parts/perhaps.tsx'
import { type Landing, landingOf } from '../parts/settle.tsx'
import { daysOf } from '../parts/spark.tsx'
import type { Scene, Shown } from '../scene.ts'

const GROUPS = [
  ['person', 'People'],
  ['organization', 'Organizations'],
  ['location', 'Places'],
  ['source', 'Unnamed sources'],
  ['misc', 'Other names'],
] as const satisfies readonly (readonly [EntityRow['type'], Label])[]

/** How many of each are shown before the rest is folded. */
const SHOWN: Readonly<Record<EntityRow['type'], number>> = {
  person: 12,
  organization: 9,
  location: 9,
  source: 6,
  misc: 3,
}

function Cards(props: {
  readonly rows: readonly EntityRow[]
  readonly all: readonly EntityRow[]
  readonly scene: Scene
  readonly landing: Landing
}) {
  const { rows, all, scene, landing } = props
  const days = daysOf(scene)
  const most = mostOf(all, days)
  return (
    <div class="cast">
      {rows.map((row) =>
        row.type === 'source' ? (
          <UnnamedCard row={row} scene={scene} />
        ) : (
          <Card row={row} scene={scene} days={days} most={most} landing={landing} />
        ),
      )}
    </div>
  )
}

/** Cards of a fold; who follows is named, and has a card of their own page. */
const CARDS = 48

// Names alone: a card each of thousands would be more than a browser takes.
function Names(props: { readonly rows: readonly EntityRow[]; readonly scene: Scene }) {
  const { rows, scene } = props
  if (rows.length === 0) return null
  return (
    <ul class="places">
      {rows.map((row) => (
        <li id={row.id}>
          <Name of={row} href={entityPath(scene.story.id, row.id)} /> <small>{row.mentions}</small>
        </li>
      ))}
    </ul>
  )
}

function Group(props: {
  readonly label: Label
  readonly type: EntityRow['type']
  readonly rows: readonly EntityRow[]
  readonly scene: Scene
  readonly unsure: ReadonlySet<string>
  readonly landing: Landing
}) {
  const { type, rows, scene, unsure, landing } = props
  const sure = rows.filter(({ id }) => !unsure.has(id))
  const less = rows.filter(({ id }) => unsure.has(id))
  const [shown, more] = [sure.slice(0, SHOWN[type]), sure.slice(SHOWN[type])]
  const note = type === 'source' ? [say('never merged across articles')] : [say('by times named'), say('bar: one day')]
  const folds = [
    [say('{n} more', { n: more.length }), more],
    [say('{n} less sure', { n: less.length }), less],
  ] as const
  return (
    <section class={type === 'source' ? 'sect anonymous' : 'sect'}>
      <h2>
        {say(props.label as 'People')}
        <span class="note">{note.join(' · ')}</span>
      </h2>
      <Cards rows={shown} all={rows} scene={scene} landing={landing} />
      {folds
        .filter(([, held]) => held.length > 0)
        .map(([summary, held]) => (
          <details class="fold">
            <summary>{summary}</summary>
            <Cards rows={held.slice(0, CARDS)} all={rows} scene={scene} landing={landing} />
            <Names rows={held.slice(CARDS)} scene={scene} />
          </details>
        ))}
    </section>
  )
}

/** Everybody and everything that a story names, those named most first; of those without a name the ones who speak; and who may be one. */
export async function castPage({ scene, view, settled }: Pick<Shown, 'scene' | 'view' | 'settled'>) {
  const here = view.name
  const rows = [...scene.entities.values()].filter(({ id, type }) => type !== 'source' || saidBy(scene, id) > 0)
  const lines = scene.seen.find((one) => one.view.name === here)?.lines ?? []
  const unsure = new Set(lines.flatMap(({ id, sure }) => (sure ? [] : [id])))
  const groups = GROUPS.map(([type, label]) => ({ type, label, rows: rows.filter((row) => row.type === type) })).filter(
    ({ rows: held }) => held.length > 0,
  )
  const landing = landingOf(viewPath(scene.story.id, here), lines)
  return page(
    { title: `${say('Cast')} · ${titleOf(scene)}`, scene },
    <>
      <Head scene={scene} here={here}>
        <h1>{say('Cast')}</h1>
        <p class="meta">{groups.map(({ type, rows: held }) => counted(held.length, type)).join(' · ')}</p>
      </Head>
      <p class="pager">
        <Downloads scene={scene} view={here} />
      </p>
      {groups.map((group) => (
        <Group {...group} scene={scene} unsure={unsure} landing={landing} />
      ))}
      <PerhapsSame pairs={openPairs(rows, await settled())} scene={scene} back={viewPath(scene.story.id, here)} />
    </>,
  )
}
