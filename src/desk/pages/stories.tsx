import type { StoryRow } from '../../stories/rows.ts'
import type { Line } from '../../views/line.ts'
import { storyPath } from '../addresses.ts'
import { dateOf, rangeOf } from '../days.ts'
import { keysAmong, latestLines, spokeLast } from '../keys.ts'
import { counted, say } from '../labels.ts'
import { linePath } from '../leaves.ts'
import { Axis, Legend, windowOf } from '../parts/axis.tsx'
import { page } from '../parts/frame.tsx'
import { Gaps } from '../parts/gaps.tsx'
import { Cite, labelsOf, Says, Tag } from '../parts/line.tsx'
import { Quote } from '../parts/quote.tsx'
import { Stand } from '../parts/stand.tsx'
import { courseOf, type Scene, voicesOf } from '../scene.ts'
import { AddressesForm, FilesForm, TextForm } from './add.tsx'

/** What the list of stories shows: all of them, and the scene of the first, when there is one. */
export interface StoriesShown {
  readonly stories: readonly StoryRow[]
  readonly lead?: Scene
  readonly articles: number
  readonly lastRead?: string
  readonly token: string
}

function Empty({ token }: { readonly token: string }) {
  return (
    <div class="empty">
      <div>
        <h1>{say('Nothing kept yet')}</h1>
        <p class="meta">
          {say('Give it news pages. Every line it shows will lead back to the sentence that says so.')}
        </p>
      </div>
      <FilesForm token={token} />
      <TextForm token={token} />
      <AddressesForm token={token} />
      <div>
        <h2>{say('On the command line')}</h2>
        <pre data-own>{'onrecord add saved-pages/\nonrecord desk'}</pre>
        <p class="note">{say('One file, record.db, in this folder. Nothing leaves this machine.')}</p>
      </div>
    </div>
  )
}

function Over(props: { readonly story: StoryRow }) {
  const { from, articles, outlets } = props.story
  return (
    <p class="over">
      {from && <b>{say('since {date}', { date: dateOf(from, true) })}</b>}
      <span>{counted(articles, 'article')}</span>
      <span>{counted(outlets.length, 'outlet')}</span>
    </p>
  )
}

function Source(props: { readonly story: StoryRow }) {
  const { outlet, published } = props.story.report
  if (!outlet) return null
  const named = [outlet, published && dateOf(published)].filter(Boolean).join(', ')
  return <p class="meta">{say('headline as in {outlet}', { outlet: named })}</p>
}

/** The story's headline; its first day and size where no headline was found. */
function Title(props: { readonly story: StoryRow }) {
  const { title, id, from, to } = props.story
  if (title) return <Quote of={title} href={storyPath(id)} />
  return <a href={storyPath(id)}>{from && to ? rangeOf(from, to, true) : id}</a>
}

function Brief(props: {
  readonly head: 'Latest' | 'Spoke last'
  readonly lines: readonly Line[]
  readonly scene: Scene
  readonly to: (anchor: string) => string
}) {
  if (props.lines.length === 0) return null
  return (
    <div class="fresh">
      <h3>{say(props.head)}</h3>
      <ol>
        {props.lines.map((line) => (
          <li>
            <p class="when">
              {line.when && <a href={props.to(line.id)}>{rangeOf(line.when.from, line.when.to)}</a>}
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
      </ol>
    </div>
  )
}

function Lead(props: { readonly scene: Scene }) {
  const { scene } = props
  const course = courseOf(scene)
  const lines = course?.lines ?? []
  const keys = keysAmong(scene, lines, 8)
  const days = windowOf(
    lines,
    [...scene.articles.values()].map(({ published }) => published),
  )
  const latest = latestLines(scene, lines, 5)
  const to = (id: string) => linePath(scene.story.id, course?.view.name ?? '', lines.length, id)
  const voices = voicesOf(scene)
  const said = (id: string) => linePath(scene.story.id, voices?.view.name ?? '', voices?.lines.length ?? 0, id)
  return (
    <article class="lead-story">
      <div class="lead">
        <Over story={scene.story} />
        <h2>
          <Title story={scene.story} />
        </h2>
        <Source story={scene.story} />
        {days && <Axis lines={lines} days={days} keys={keys} href={(line) => to(line.id)} until={scene.story.to} />}
        {days && <Legend lines={lines} days={days} keys={keys} />}
        <Stand scene={scene} />
      </div>
      {latest.length > 0 ? (
        <Brief head="Latest" lines={latest} scene={scene} to={to} />
      ) : (
        <Brief head="Spoke last" lines={spokeLast(voices?.lines ?? [], 5)} scene={scene} to={said} />
      )}
    </article>
  )
}

function Teaser(props: { readonly story: StoryRow }) {
  return (
    <article class="teaser">
      <Over story={props.story} />
      <h2>
        <Title story={props.story} />
      </h2>
      <Source story={props.story} />
    </article>
  )
}

/** The desk's first page: every story, the largest in full. */
export function storiesPage({ stories, lead, articles, lastRead, token }: StoriesShown) {
  if (stories.length === 0) return page({ title: say('Stories'), here: 'stories' }, <Empty token={token} />)
  const others = stories.filter(({ id }) => id !== lead?.story.id)
  const counts = [
    counted(stories.length, 'story'),
    counted(articles, 'article'),
    ...(lastRead ? [say('last read {date}', { date: dateOf(lastRead) })] : []),
  ]
  return page(
    { title: say('Stories'), here: 'stories' },
    <>
      <div class="head">
        <h1>{say('Stories')}</h1>
        <p class="meta">{counts.join(' · ')}</p>
      </div>
      {lead && <Lead scene={lead} />}
      {lead && <Gaps scene={lead} />}
      <div class="two">
        {others.map((story) => (
          <Teaser story={story} />
        ))}
      </div>
    </>,
  )
}
