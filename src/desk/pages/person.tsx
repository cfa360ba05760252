import type { EntityRow, Reason } from '../../stories/rows.ts'
import type { Citation } from '../../text/citation.ts'
import type { Line } from '../../views/line.ts'
import { refAt } from '../about.ts'
import { citedPath, entityPath, viewPath } from '../addresses.ts'
import { dateOf } from '../days.ts'
import { counted, say } from '../labels.ts'
import { Days } from '../parts/days.tsx'
import { Head, page } from '../parts/frame.tsx'
import { Cite } from '../parts/line.tsx'
import { LastRole, Name } from '../parts/name.tsx'
import { Quote } from '../parts/quote.tsx'
import { Said } from '../parts/said.tsx'
import { Decide } from '../parts/settle.tsx'
import { courseOf, type Scene, voicesOf } from '../scene.ts'
import { type Tie, tieOf } from '../ties.ts'

/** Each wording once, with its first place and the articles that have it. */
function wordings(
  cited: readonly Citation[],
): readonly { readonly first: Citation; readonly in: readonly Citation[] }[] {
  const found = new Map<string, Citation[]>()
  for (const one of cited) {
    const known = found.get(one.exact)
    if (!known) found.set(one.exact, [one])
    else if (!known.some(({ article }) => article === one.article)) known.push(one)
  }
  return [...found.values()].flatMap((held) => (held[0] ? [{ first: held[0], in: held }] : []))
}

function Wordings(props: {
  readonly head: 'Names, as printed' | 'Roles, as printed'
  readonly cited: readonly Citation[]
  readonly row: EntityRow
  readonly scene: Scene
}) {
  const { row, scene } = props
  const rows = wordings(props.cited)
  if (rows.length === 0) return null
  return (
    <section class="sect">
      <h2>{say(props.head)}</h2>
      <table class="stack wordings">
        <caption class="hide">{say(props.head)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(props.head === 'Names, as printed' ? 'Name' : 'Role')}</th>
            <th scope="col">{say('Named in')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ first, in: held }) => (
            <tr>
              <th scope="row">
                <Quote of={first} />
              </th>
              <td>
                <span class="places">
                  {held.map((at) => (
                    <Cite at={at} scene={scene} of={row.id} />
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The words by which an item's article first names the row. */
const namedIn = (row: EntityRow, item: string): string | undefined =>
  row.occurrences.find(({ article }) => item.startsWith(`${article}@`))?.places[0]?.exact

/** Each reason once, with the lowest score that it was given, the link that tells most, and how many there are. */
function reasonsOf(row: EntityRow, links: readonly Reason[]) {
  const reasons = new Map<string, readonly [Reason, ...Reason[]]>()
  for (const link of links) reasons.set(link.why, [...(reasons.get(link.why) ?? []), link] as [Reason, ...Reason[]])
  return [...reasons].map(([why, held]) => ({
    why,
    score: Math.min(...held.map(({ score }) => score)),
    // Two different names say more than the same one twice.
    first: held.find(({ from, to }) => namedIn(row, from) !== namedIn(row, to)) ?? held[0],
    count: held.length,
  }))
}

/** The name by which an item's article knows the row, with the article. */
function Known(props: {
  readonly item: string
  readonly row: EntityRow
  /** The words that are meant, where the row need not be that of the article. */
  readonly words?: string
  readonly scene?: Scene
}) {
  const { words, scene } = props
  const article = props.item.slice(0, props.item.indexOf('@'))
  const rows = words === undefined ? [props.row] : [props.row, ...(scene?.entities.values() ?? [])]
  const all = rows.flatMap(({ occurrences }) => occurrences.filter((occurrence) => occurrence.article === article))
  const held = all.find(({ places }) => words === undefined || places.some(({ exact }) => exact === words)) ?? all[0]
  const first = held?.places.find(({ exact }) => exact === words) ?? held?.places[0]
  const named = [held?.report.outlet, held?.report.published && dateOf(held.report.published)]
    .filter(Boolean)
    .join(', ')
  return (
    <span class="known">
      {first && <Quote of={first} />} <small>{named || article}</small>
    </span>
  )
}

/** What undoes a link: an undo, where a person made it; else a split of its two ends. */
function Untie(props: {
  readonly link: Reason
  readonly row: EntityRow
  readonly scene: Scene
  readonly ties: readonly Tie[]
}) {
  const { link, row, scene, ties } = props
  const tie = tieOf(ties, link.from, link.to)
  const back = entityPath(scene.story.id, row.id)
  if (tie?.decision.kind === 'merge')
    return <Decide token={scene.token} kind="undo" refs={[tie.decision.id]} back={back} label="Undo" />
  return (
    <Decide token={scene.token} kind="split" refs={[link.from]} back={back} label="not the same">
      <input type="hidden" name="other" value={link.to} />
    </Decide>
  )
}

function Why(props: { readonly row: EntityRow; readonly scene: Scene; readonly bonds: Bonds }) {
  const { row, scene, bonds } = props
  const { links, ties } = bonds
  return (
    <section class="sect">
      <h2>{say('Why these are one')}</h2>
      {links.length === 0 && <p class="note">{say('one article alone')}</p>}
      <ul class="brief">
        {reasonsOf(row, links).map(({ why, score, first, count }) => (
          <li>
            <p>
              <Known item={first.from} row={row} /> → <Known item={first.to} row={row} />
            </p>
            <p class="src">
              <code>{why}</code>
              <span>{score.toFixed(2)}</span>
              {count > 1 && <span>{say('{n} more', { n: count - 1 })}</span>}
            </p>
            <Untie link={first} row={row} scene={scene} ties={ties} />
          </li>
        ))}
      </ul>
    </section>
  )
}

// Those whom a person keeps apart from this one.
function Apart(props: { readonly row: EntityRow; readonly scene: Scene; readonly ties: readonly Tie[] }) {
  const { row, scene, ties } = props
  const splits = ties.filter(({ decision }) => decision.kind === 'split')
  if (splits.length === 0) return null
  return (
    <section class="sect" id="apart">
      <h2>{say('Kept apart')}</h2>
      <ul class="brief">
        {splits.map(({ decision, one, other }) => (
          <li>
            <p>
              <Known item={one} row={row} words={decision.target.exact} scene={scene} /> ·{' '}
              <Known item={other} row={row} words={decision.other.exact} scene={scene} />
            </p>
            <Decide
              token={scene.token}
              kind="undo"
              refs={[decision.id]}
              back={entityPath(scene.story.id, row.id)}
              label="Undo"
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

const MOST_OTHERS = 300

function Merge(props: { readonly row: EntityRow; readonly scene: Scene }) {
  const { row, scene } = props
  const others = [...scene.entities.values()]
    .filter((one) => one.id !== row.id && one.type === row.type && one.type !== 'source')
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .slice(0, MOST_OTHERS)
  const [first] = row.occurrences[0]?.places ?? []
  if (!first || others.length === 0) return null
  return (
    <Decide
      token={scene.token}
      kind="merge"
      refs={[refAt(first)]}
      back={entityPath(scene.story.id, row.id)}
      label="merge"
    >
      <label class="field">
        <span>{say('Merge with')}</span>
        <select name="other" data-own>
          {others.map((one) => {
            const [place] = one.occurrences[0]?.places ?? []
            return place ? <option value={refAt(place)}>{one.name}</option> : null
          })}
        </select>
      </label>
    </Decide>
  )
}

function Rename(props: { readonly row: EntityRow; readonly scene: Scene }) {
  const { row, scene } = props
  const at = row.named
  const back = entityPath(scene.story.id, row.id)
  return (
    <section class="sect" id="correct">
      <h2>{say('Correct')}</h2>
      <Decide token={scene.token} kind="rename" refs={[refAt(at)]} back={back} label="Rename" first>
        <label class="field">
          <span>{say('New name')}</span>
          <input type="text" name="name" value={row.name} required maxlength={200} autocomplete="off" />
        </label>
      </Decide>
      <Merge row={row} scene={scene} />
    </section>
  )
}

function Occurrences(props: { readonly row: EntityRow; readonly scene: Scene }) {
  const { row, scene } = props
  return (
    <section class="sect">
      <h2>{say('Mentions')}</h2>
      <ul class="brief">
        {row.occurrences.map(({ article, report, places }) => (
          <li>
            <h3>
              {[report.outlet, report.published && dateOf(report.published)].filter(Boolean).join(', ') || article}
            </h3>
            <p class="places">
              {places.map((at) => (
                <a href={citedPath(at, { story: scene.story.id, of: row.id })}>
                  <Quote of={at} />
                  {at.n === undefined ? '' : ` ¶${at.n}`}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Named(props: { readonly row: EntityRow; readonly said: number }) {
  const { row, said } = props
  const last = row.occurrences.at(-1)?.report.published
  const counts = [
    say(row.type),
    `${counted(row.mentions, 'named')} ${counted(row.articles, 'within')}`,
    ...(said > 0 ? [counted(said, 'statement')] : []),
    ...(last ? [say('last on {date}', { date: dateOf(last) })] : []),
  ]
  return (
    <>
      <h1>
        <Name of={row} />
      </h1>
      <p class="meta">
        {row.roles.length > 0 && (
          <>
            <LastRole of={row} /> ·{' '}
          </>
        )}
        {counts.join(' · ')}
        {row.name !== row.named.exact && (
          <>
            {' · '}
            {say('named by you')} · {say('printed as')} <Quote of={row.named} />
          </>
        )}
      </p>
    </>
  )
}

/** What somebody said; what is less sure folded. */
function Saying(props: { readonly lines: readonly Line[]; readonly scene: Scene }) {
  const { lines, scene } = props
  const list = (some: readonly Line[]) => (
    <ol>
      {some.map((line) => (
        <Said line={line} scene={scene} />
      ))}
    </ol>
  )
  const [sure, unsure] = [lines.filter((line) => line.sure), lines.filter((line) => !line.sure)]
  const others = voicesOf(scene)?.view.name
  return (
    <section class="sect" id="said">
      <h2>
        {say('Said')}{' '}
        {others && (
          <a href={viewPath(scene.story.id, others, { who: lines[0]?.who?.[0]?.id })}>{say('beside the others')}</a>
        )}
      </h2>
      {list(sure)}
      {unsure.length > 0 && (
        <details class="fold less" open={sure.length === 0}>
          <summary>{say('{n} less sure', { n: unsure.length })}</summary>
          {list(unsure)}
        </details>
      )}
    </section>
  )
}

const takesPart = (line: Line, id: string): boolean => line.who?.some((who) => who.id === id) ?? false

/** What makes somebody one: the links between mentions, and what people merged or split. */
export interface Bonds {
  readonly links: readonly Reason[]
  readonly ties: readonly Tie[]
}

/** Somebody's page: the names and roles as printed, what they said, where they are named, and why all that is one. */
export function personPage(scene: Scene, row: EntityRow, here: string, bonds: Bonds) {
  const said = voicesOf(scene)?.lines.filter((line) => line.who?.[0]?.id === row.id) ?? []
  const part = courseOf(scene)?.lines.filter((line) => line.sure && takesPart(line, row.id)) ?? []
  return page(
    { title: row.name, scene },
    <>
      <Head scene={scene} here={here}>
        <Named row={row} said={said.length} />
      </Head>
      <div class="cols">
        <div>
          <Wordings
            head="Names, as printed"
            cited={row.occurrences.flatMap(({ places }) => places)}
            row={row}
            scene={scene}
          />
          <Wordings head="Roles, as printed" cited={row.roles.map(({ from }) => from)} row={row} scene={scene} />
          {said.length > 0 && <Saying lines={said} scene={scene} />}
          {part.length > 0 && (
            <section class="sect">
              <h2>{say('Part in')}</h2>
              <Days lines={part} scene={scene} keys={new Set()} />
            </section>
          )}
        </div>
        <div>
          <Why row={row} scene={scene} bonds={bonds} />
          <Apart row={row} scene={scene} ties={bonds.ties} />
          <Occurrences row={row} scene={scene} />
          <Rename row={row} scene={scene} />
        </div>
      </div>
    </>,
  )
}
