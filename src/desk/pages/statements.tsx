import type { EntityRow } from '../../stories/rows.ts'
import type { Line } from '../../views/line.ts'
import { entityPath, viewPath } from '../addresses.ts'
import { choicesOf, kept, narrowed, queryOf } from '../filters.ts'
import { counted, say } from '../labels.ts'
import { leafOf } from '../leaves.ts'
import { Downloads } from '../parts/downloads.tsx'
import { Filters, NoneMatches } from '../parts/filters.tsx'
import { Head, page, titleOf } from '../parts/frame.tsx'
import { Leaves } from '../parts/leaves.tsx'
import { LastRole, Name } from '../parts/name.tsx'
import { Quote } from '../parts/quote.tsx'
import { Said } from '../parts/said.tsx'
import { type Landing, landingOf } from '../parts/settle.tsx'
import type { Scene, Shown } from '../scene.ts'

interface Group {
  readonly id: string
  readonly row?: EntityRow
  readonly lines: readonly Line[]
  /** Of all pages. */
  readonly count: number
  /** Most reports of one of them. */
  readonly most: number
}

function bySpeaker(lines: readonly Line[], scene: Scene): readonly Group[] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const id = line.who?.[0]?.id ?? ''
    const group = groups.get(id)
    if (group) group.push(line)
    else groups.set(id, [line])
  }
  const found = [...groups].map(([id, held]) => {
    const row = scene.entities.get(id)
    const most = Math.max(...held.map(({ reports }) => reports.length))
    return { id, ...(row ? { row } : {}), lines: held, count: held.length, most }
  })
  const rank = ({ id, row }: Group) => (id === '' ? 2 : row?.type === 'source' ? 1 : 0)
  return found.sort((a, b) => rank(a) - rank(b) || b.lines.length - a.lines.length)
}

/** What of groups stands on a page. */
const within = (groups: readonly Group[], here: ReadonlySet<Line>): readonly Group[] =>
  groups
    .map((group) => ({ ...group, lines: group.lines.filter((line) => here.has(line)) }))
    .filter(({ lines }) => lines.length > 0)

function Heading(props: { readonly group: Group; readonly scene: Scene }) {
  const { group, scene } = props
  const words = group.lines[0]?.who?.[0]?.words
  const named = group.row ? (
    <Name of={group.row} href={entityPath(scene.story.id, group.id)} />
  ) : words ? (
    <Quote of={words} />
  ) : (
    <span>{say('speaker open')}</span>
  )
  return (
    <h2>
      <span>
        {named} {group.row && <LastRole of={group.row} />}
      </span>
      <span class="note">
        {group.row?.type === 'source' && `${say('unnamed source')} · `}
        {counted(group.count, 'statement')}
      </span>
    </h2>
  )
}

function Speaker(props: { readonly group: Group; readonly scene: Scene; readonly landing: Landing }) {
  const { group, scene, landing } = props
  const { most } = group
  return (
    <section class={group.row?.type === 'source' ? 'sect speaker unnamed' : 'sect speaker'} id={group.id || 'open'}>
      <Heading group={group} scene={scene} />
      <ol>
        {group.lines.map((line) => (
          <Said
            line={line}
            scene={scene}
            landing={landing}
            lead={most > 1 && line.reports.length === most && line.sure}
          />
        ))}
      </ol>
    </section>
  )
}

function Speakers(props: {
  readonly shown: readonly Group[]
  readonly folded: readonly Group[]
  readonly less: number
  readonly scene: Scene
  readonly landing: Landing
}) {
  const { shown, folded, less, scene, landing } = props
  return (
    <>
      {shown.map((group) => (
        <Speaker group={group} scene={scene} landing={landing} />
      ))}
      {folded.length > 0 && (
        <details class="fold less" id="less" open={shown.length === 0}>
          <summary>{say('{n} less sure', { n: less })}</summary>
          {folded.map((group) => (
            <Speaker group={{ ...group, id: `less-${group.id}` }} scene={scene} landing={landing} />
          ))}
        </details>
      )}
    </>
  )
}

/** Who said what: statements by speaker, those with most statements first. */
export function statementsPage({ scene, view, lines, asked, place }: Shown) {
  const left = narrowed(lines, asked)
  const groups = bySpeaker(
    left.filter((line) => line.sure),
    scene,
  )
  const unsure = bySpeaker(
    left.filter((line) => !line.sure),
    scene,
  )
  const leaf = leafOf(
    [...groups, ...unsure].flatMap((group) => group.lines),
    place,
  )
  const here = new Set(leaf.lines)
  const to = (page: number) => viewPath(scene.story.id, view.name, { ...queryOf(asked), ...(page > 1 ? { page } : {}) })
  const landing = landingOf(to(leaf.n), leaf.lines)
  const [shown, folded] = [within(groups, here), within(unsure, here)]
  const less = left.filter((line) => !line.sure).length
  const counts = [
    counted(left.length, 'statement'),
    counted(groups.filter(({ row }) => row).length, 'speaker'),
    ...(less > 0 ? [say('{n} less sure', { n: less })] : []),
  ]
  return page(
    { title: `${say('Who said what')} · ${titleOf(scene)}`, scene },
    <>
      <Head scene={scene} here={view.name}>
        <h1>{say('Who said what')}</h1>
        <p class="meta">{counts.join(' · ')}</p>
      </Head>
      <div class="cols left">
        <Filters
          action={viewPath(scene.story.id, view.name)}
          choices={choicesOf(lines, scene)}
          asked={asked}
          scene={scene}
          reset={kept(asked)}
          who="Speaker"
        />
        <div>
          <p class="pager">
            <a class="phone-only" href="#filter">
              {say('Filter')}
            </a>
            <Downloads scene={scene} view={view.name} asked={asked} />
          </p>
          {left.length === 0 && <NoneMatches scene={scene} view={view.name} />}
          <Speakers shown={shown} folded={folded} less={less} scene={scene} landing={landing} />
          <Leaves leaf={leaf} to={to} />
        </div>
      </div>
    </>,
  )
}
