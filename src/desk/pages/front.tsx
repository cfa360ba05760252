import type { Line } from '../../views/line.ts'
import { citedPath, viewPath } from '../addresses.ts'
import { dateOf, rangeOf } from '../days.ts'
import { inOrder, keyLines, keysAmong } from '../keys.ts'
import { counted, say } from '../labels.ts'
import { linePath } from '../leaves.ts'
import { Axis, windowOf } from '../parts/axis.tsx'
import { CastList } from '../parts/cast.tsx'
import { Coverage } from '../parts/coverage.tsx'
import { Days } from '../parts/days.tsx'
import { page, titleOf, Views } from '../parts/frame.tsx'
import { Cite, labelsOf, Says, Tag } from '../parts/line.tsx'
import { Quote } from '../parts/quote.tsx'
import { Said } from '../parts/said.tsx'
import { Stand } from '../parts/stand.tsx'
import { courseOf, coveragePath, type Scene, seenAs, voicesOf } from '../scene.ts'

function Masthead(props: { readonly scene: Scene }) {
  const { scene } = props
  const { from, to, articles, outlets, report, title } = scene.story
  return (
    <div class="head">
      <p class="over">
        {from && <b>{say('since {date}', { date: dateOf(from, true) })}</b>}
        <a href={coveragePath(scene)}>{`${counted(articles, 'article')} ${counted(outlets.length, 'outlet')}`}</a>
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

function Course(props: { readonly scene: Scene; readonly lines: readonly Line[]; readonly view: string }) {
  const { scene, lines, view } = props
  const chosen = keyLines(scene, lines, 10)
  const keys = keysAmong(scene, lines, 4)
  const days = windowOf(
    lines,
    [...scene.articles.values()].map(({ published }) => published),
  )
  const to = (anchor?: string) => viewPath(scene.story.id, view, {}, anchor)
  const toLine = ({ id }: Line) => linePath(scene.story.id, view, lines.length, id)
  return (
    <section class="sect">
      <h2>
        {say('What happened')} <a href={to()}>{say('all {n} lines', { n: lines.length })}</a>
      </h2>
      {days && <Axis lines={lines} days={days} keys={keys} href={toLine} until={scene.story.to} />}
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

/** The numbers that most outlets give, each leading to its sentence. */
function Counted(props: { readonly scene: Scene; readonly lines: readonly Line[]; readonly view: string }) {
  const { scene, lines } = props
  const shown = lines.filter(({ sure, figure }) => sure && figure?.state !== undefined).slice(0, 5)
  if (shown.length === 0) return null
  return (
    <section class="sect">
      <h2>
        {say('Figures')}{' '}
        <a href={viewPath(scene.story.id, props.view)}>{say('all {n} figures', { n: lines.length })}</a>
      </h2>
      <ul class="brief counted">
        {shown.map((line) => (
          <li>
            {line.figure && (
              <p>
                <Quote of={line.figure.words} href={linePath(scene.story.id, props.view, lines.length, line.id)} />
              </p>
            )}
            <Says line={line} />
            <p class="src">
              {labelsOf(line.status).map((label) => (
                <Tag is={label} />
              ))}
              <Cite at={line.from[0]} scene={scene} of={line.id} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A story's front: where it stands, what happened, who is in it, how many, who said what. */
export function frontPage(scene: Scene) {
  const course = courseOf(scene)
  const voices = voicesOf(scene)
  const figures = seenAs(scene, 'series')
  return page(
    { title: titleOf(scene), scene },
    <>
      <Masthead scene={scene} />
      <Views scene={scene} here="front" />
      <Stand scene={scene} latest />
      <div class="cols">
        <div>
          {course && <Course scene={scene} lines={course.lines} view={course.view.name} />}
          {voices && <Voices scene={scene} lines={voices.lines} view={voices.view.name} />}
        </div>
        <div>
          {figures && <Counted scene={scene} lines={figures.lines} view={figures.view.name} />}
          <CastList scene={scene} />
          {course && <Disputed scene={scene} lines={course.lines} />}
          <Coverage scene={scene} />
        </div>
      </div>
    </>,
  )
}
