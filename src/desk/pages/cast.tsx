import type { EntityRow } from '../../stories/rows.ts'
import { counted, type Label, say } from '../labels.ts'
import { Card, mostOf } from '../parts/cast.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { Head, page, titleOf } from '../parts/frame.tsx'
import { daysOf } from '../parts/spark.tsx'
import type { Scene } from '../scene.ts'

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

function Group(props: { readonly label: Label; readonly rows: readonly EntityRow[]; readonly scene: Scene }) {
  const { rows, scene } = props
  const shown = SHOWN[rows[0]?.type ?? 'misc']
  const days = daysOf(scene)
  const most = mostOf(rows, days)
  const cards = (some: readonly EntityRow[]) => (
    <div class="cast">
      {some.map((row) => (
        <Card row={row} scene={scene} days={days} most={most} />
      ))}
    </div>
  )
  return (
    <section class="sect">
      <h2>
        {say(props.label as 'People')}
        <span class="note">{`${say('by times named')} · ${say('bar: one day')}`}</span>
      </h2>
      {cards(rows.slice(0, shown))}
      {rows.length > shown && (
        <details class="fold">
          <summary>{say('{n} more', { n: rows.length - shown })}</summary>
          {cards(rows.slice(shown))}
        </details>
      )}
    </section>
  )
}

/** Everybody and everything that a story names, those named most first. */
export function castPage(scene: Scene, here: string) {
  const rows = [...scene.entities.values()]
  const groups = GROUPS.map(([type, label]) => ({ type, label, rows: rows.filter((row) => row.type === type) })).filter(
    ({ rows: held }) => held.length > 0,
  )
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
      {groups.map(({ label, rows: held }) => (
        <Group label={label} rows={held} scene={scene} />
      ))}
    </>,
  )
}
