import type { Child } from 'hono/jsx'
import type { Line } from '../../views/line.ts'
import { citedPath, viewPath } from '../addresses.ts'
import { dateOf, rangeOf } from '../days.ts'
import { inOrder, keyLines, keysAmong, latestLines, spokeLast } from '../keys.ts'
import { counted, type Label, say } from '../labels.ts'
import { Axis, windowOf } from '../parts/axis.tsx'
import { CastList } from '../parts/cast.tsx'
import { Days } from '../parts/days.tsx'
import { page, titleOf, Views } from '../parts/frame.tsx'
import { Cite, labelsOf, Says, Tag } from '../parts/line.tsx'
import { Quote } from '../parts/quote.tsx'
import { Said } from '../parts/said.tsx'
import { Person } from '../parts/who.tsx'
import { courseOf, type Scene, voicesOf } from '../scene.ts'

function Masthead(props: { readonly scene: Scene }) {
  const { scene } = props
  const { from, to, articles, outlets, report, title } = scene.story
  return (
    <div class="head">
      <p class="over">
        {from && <b>{say('since {date}', { date: dateOf(from, true) })}</b>}
        <span>{`${counted(articles, 'article')} ${counted(outlets.length, 'outlet')}`}</span>
        {to && <span>{`${say('last report')} ${dateOf(to)}`}</span>}
      </p>
      <h1>{title ? <Quote of={title} /> : from && to ? rangeOf(from, to, true) : scene.story.id}</h1>
      {title && (
        <p class="meta">
          {say('headline as in')}{' '}
          <a href={citedPath(title, { story: scene.story.id })}>
            {[report.outlet, report.published && dateOf(report.published)].filter(Boolean).join(', ') || title.article}
          </a>
        </p>
      )}
    </div>
  )
}

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
function Stand(props: { readonly scene: Scene; readonly lines: readonly Line[]; readonly said: readonly Line[] }) {
  const { scene, lines, said } = props
  const until = scene.story.to?.slice(0, 10) ?? ''
  const sure = lines.filter((line) => line.sure && line.when)
  const due = (line: Line) => line.when?.to.slice(0, 10) ?? ''
  const [latest] = latestLines(scene, sure, 1)
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

function Course(props: { readonly scene: Scene; readonly lines: readonly Line[]; readonly view: string }) {
  const { scene, lines, view } = props
  const chosen = keyLines(scene, lines, 10)
  const keys = keysAmong(scene, lines, 4)
  const days = windowOf(
    lines,
    [...scene.articles.values()].map(({ published }) => published),
  )
  const to = (anchor?: string) => viewPath(scene.story.id, view, {}, anchor)
  return (
    <section class="sect">
      <h2>
        {say('What happened')} <a href={to()}>{say('all {n} lines', { n: lines.length })}</a>
      </h2>
      {days && <Axis lines={lines} days={days} keys={keys} href={(line) => to(line.id)} until={scene.story.to} />}
      <Days lines={inOrder(lines, chosen)} scene={scene} keys={keys} />
      {chosen.length === 0 && (
        <p class="note">
          <a href={to('less')}>{say('{n} less sure', { n: lines.filter(({ sure }) => !sure).length })}</a>
        </p>
      )}
    </section>
  )
}

function Disputed(props: { readonly scene: Scene; readonly lines: readonly Line[] }) {
  const disputed = props.lines.filter(({ status, sure }) => sure && (status?.disputed || status?.denied)).slice(0, 4)
  if (disputed.length === 0) return null
  return (
    <section class="sect">
      <h2>{say('Conflicts')}</h2>
      <ul class="brief">
        {disputed.map((line) => (
          <li>
            <p class="when">
              {labelsOf(line.status).map((label) => (
                <Tag is={label} />
              ))}
            </p>
            <Says line={line} />
            <p class="src">
              <Cite at={line.from[0]} scene={props.scene} of={line.id} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Voices(props: { readonly scene: Scene; readonly lines: readonly Line[]; readonly view: string }) {
  const { scene, lines } = props
  const shown = lines
    .filter((line) => line.sure && line.who?.length)
    .toSorted((a, b) => b.origins - a.origins || b.score - a.score)
    .slice(0, 4)
  if (shown.length === 0) return null
  return (
    <section class="sect">
      <h2>
        {say('Who said what')}{' '}
        <a href={viewPath(scene.story.id, props.view)}>{say('all {n} statements', { n: lines.length })}</a>
      </h2>
      <ul>
        {inOrder(lines, shown).map((line) => (
          <Said line={line} scene={scene} named />
        ))}
      </ul>
    </section>
  )
}

/** A story's front: where it stands, what happened, who is in it, who said what. */
export function frontPage(scene: Scene) {
  const course = courseOf(scene)
  const voices = voicesOf(scene)
  return page(
    { title: titleOf(scene), scene },
    <>
      <Masthead scene={scene} />
      <Views scene={scene} here="front" />
      <Stand scene={scene} lines={course?.lines ?? []} said={voices?.lines ?? []} />
      <div class="cols">
        <div>
          {course && <Course scene={scene} lines={course.lines} view={course.view.name} />}
          {voices && <Voices scene={scene} lines={voices.lines} view={voices.view.name} />}
        </div>
        <div>
          <CastList scene={scene} />
          {course && <Disputed scene={scene} lines={course.lines} />}
        </div>
      </div>
    </>,
  )
}
