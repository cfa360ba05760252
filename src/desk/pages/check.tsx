import type { Decided } from '../../decisions/decided.ts'
import type { Decision } from '../../decisions/decision.ts'
import type { Reading } from '../../readings/reading.ts'
import { cite } from '../../text/citation.ts'
import { overlaps, type Span } from '../../text/span.ts'
import type { Line } from '../../views/line.ts'
import type { Queued } from '../../views/queue.ts'
import { viewPath } from '../addresses.ts'
import { beforeOf, CHECK, type Checked, nextOf } from '../checking.ts'
import { rangeOf } from '../days.ts'
import { type Label, say } from '../labels.ts'
import { Settled } from '../parts/decided.tsx'
import { Head, page, titleOf } from '../parts/frame.tsx'
import { Cite, labelsOf, Origins, pathOf, Says, Tag } from '../parts/line.tsx'
import { Quote } from '../parts/quote.tsx'
import { Person } from '../parts/who.tsx'
import { type Scene, tellingsOf } from '../scene.ts'

/** What the check page shows: one line, and what comes next. */
export interface CheckShown {
  readonly scene: Scene
  readonly queue: Checked
  /** The line that is to be checked now; none when all is checked. */
  readonly line?: Line
  /** The article of its sentence. */
  readonly reading?: Reading
  /** What was settled last in the story's articles. */
  readonly done: readonly { readonly decision: Decision; readonly decided?: Decided }[]
}

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)}%`

function Progress({ queue }: Pick<CheckShown, 'queue'>) {
  const [yes, no, open] = [queue.confirmed.length, queue.disputed.length, queue.open.length]
  const all = yes + no + open
  const counts = [say('{n} confirmed', { n: yes }), say('{n} disputed', { n: no }), say('{n} open', { n: open })]
  return (
    <>
      <svg class="bar-n" width="100%" height="8" role="img" aria-label={counts.join(', ')}>
        <rect class="all" width="100%" height="8" />
        <rect class="yes" width={share(yes, all)} height="8" />
        <rect class="no" x={share(yes, all)} width={share(no, all)} height="8" />
      </svg>
      <p class="legend">
        <b>{say('{n} of {of} lines checked', { n: yes + no, of: all })}</b>
        {counts.map((count) => (
          <span>{count}</span>
        ))}
        <span>{say('least sure and most used first')}</span>
      </p>
    </>
  )
}

const SAY = [
  ['y', 'Confirm'],
  ['n', 'Dispute'],
  ['e', 'Edit'],
  ['s', 'Later'],
  ['u', 'Undo'],
] as const satisfies readonly (readonly [string, Label])[]

function Buttons(props: { readonly scene: Scene; readonly line: Line }) {
  const { scene, line } = props
  return (
    <form method="post" action={viewPath(scene.story.id, CHECK)} class="saying">
      <input type="hidden" name="token" value={scene.token} />
      <input type="hidden" name="line" value={line.id} />
      <p class="btns">
        {SAY.map(([key, label], at) => (
          <button
            type="submit"
            name="say"
            value={key}
            data-key={key}
            class={at === 0 ? 'btn first' : key === 'u' ? 'btn plain' : 'btn'}
          >
            <kbd>{key}</kbd> {say(label)}
          </button>
        ))}
      </p>
      <label class="field">
        <span>{say('your note')}</span>
        <input type="text" name="note" maxlength={2000} autocomplete="off" />
      </label>
    </form>
  )
}

// The paragraph of a sentence with those before and after it; what tells the line is lit.
function Around(props: { readonly line: Line; readonly reading: Reading; readonly scene: Scene }) {
  const { line, reading, scene } = props
  const [at] = line.from
  const printed = reading.blocks.filter(
    ({ part }) => part === 'paragraph' || part === 'headline' || part === 'standfirst',
  )
  const place = printed.findIndex((block) => overlaps(block, at))
  const shown = place < 0 ? [] : printed.slice(Math.max(0, place - 1), place + 2)
  const lit: readonly Span[] = line.from.filter((one) => one.article === reading.id && one.version === reading.version)
  return (
    <div class="around">
      {shown.map((block) => (
        <p>
          <Quote of={cite(reading, block)} lit={lit} mark="sent" />
        </p>
      ))}
      <p class="src">
        <a href={pathOf(scene, at, line.id)}>{say('Open the source')}</a>
      </p>
    </div>
  )
}

type Told = ReturnType<typeof tellingsOf>[number]['item']

function Fact(props: {
  readonly is: Label
  readonly by?: string
  readonly score?: number
  readonly children?: unknown
}) {
  const { is, by, score } = props
  return (
    <div>
      <dt>{say(is as 'when')}</dt>
      <dd>
        {props.children as string} {by && <code>{`${by} ${score === undefined ? '' : score.toFixed(2)}`.trim()}</code>}
      </dd>
    </div>
  )
}

/** What was read of a line, each with its rule and how sure that is. */
function Facts(props: { readonly line: Line; readonly item: Told | undefined; readonly scene: Scene }) {
  const { line, item, scene } = props
  return (
    <section class="sect">
      <h2>{say(line.sure ? 'Why' : 'Why less sure')}</h2>
      <dl class="kv">
        {line.when && (
          <Fact is="when" {...(item && 'day' in item && item.day ? { by: item.day.by, score: item.day.score } : {})}>
            <b>{rangeOf(line.when.from, line.when.to)}</b>
            {` ${say(line.when.stated ? 'stated' : 'implied')} `}
            {line.when.words && <Quote of={line.when.words} />}
          </Fact>
        )}
        {line.where && (
          <Fact is="where">
            {line.where.words && <Quote of={line.where.words} />} <span data-place>{line.where.name}</span>
          </Fact>
        )}
        {line.who?.map((who) => (
          <Fact is="who">
            <Person who={who} scene={scene} />
          </Fact>
        ))}
        {item && (
          <Fact is="found by" by={item.by} score={item.score}>
            {''}
          </Fact>
        )}
      </dl>
    </section>
  )
}

const usedBy = (views: number): string =>
  views === 1 ? say('used by one view') : say('used by {n} views', { n: views })

function Now(props: CheckShown & { readonly line: Line }) {
  const { scene, line, reading, queue } = props
  const queued = queue.open.find((one) => one.line.id === line.id)
  const [telling] = tellingsOf(scene, line)
  const [before, next] = [beforeOf(queue, line.id), nextOf(queue, line.id)]
  const at = (id: string) => viewPath(scene.story.id, CHECK, { at: id })
  return (
    <section class="now" aria-label={say('Now')}>
      <p class="src">
        {labelsOf(line.status, line.sure).map((label) => (
          <Tag is={label} />
        ))}
        {line.status?.confirmed && <span class="state">{say('confirmed')}</span>}
        <span>{line.score.toFixed(2)}</span>
        {queued && <span>{usedBy(queued.views)}</span>}
        {line.shape !== 'card' && <Origins line={line} />}
      </p>
      <Says line={line} />
      <p class="src">
        {line.shape === 'claim' && line.who?.[0] && <Person who={line.who[0]} scene={scene} />}
        <Cite at={line.from[0]} scene={scene} of={line.id} />
      </p>
      <Buttons scene={scene} line={line} />
      {reading && <Around line={line} reading={reading} scene={scene} />}
      <p class="pager">
        {before && (
          <a rel="prev" data-key="k" href={at(before)}>
            {say('previous')}
          </a>
        )}
        {next && (
          <a rel="next" data-key="j" href={at(next)}>
            {say('next')}
          </a>
        )}
      </p>
      <Facts line={line} item={telling?.item} scene={scene} />
    </section>
  )
}

function Next(props: { readonly open: readonly Queued[]; readonly scene: Scene; readonly line?: Line | undefined }) {
  const { open, scene, line } = props
  const at = open.findIndex((one) => one.line.id === line?.id)
  const coming = open.slice(at + 1, at + 6)
  if (coming.length === 0) return null
  return (
    <section class="sect">
      <h2>
        {say('Next')} <span class="note">{say('{n} open', { n: open.length })}</span>
      </h2>
      <ol class="queue">
        {coming.map((one) => (
          <li>
            <a href={viewPath(scene.story.id, CHECK, { at: one.line.id })}>
              <span class="lead">
                <span>{one.line.score.toFixed(2)}</span>
                <span>{usedBy(one.views)}</span>
                {labelsOf(one.line.status, one.line.sure)
                  .slice(0, 1)
                  .map((label) => (
                    <Tag is={label} />
                  ))}
              </span>
            </a>
            <Says line={one.line} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const KEYS = [
  ['y', 'confirm'],
  ['n', 'dispute'],
  ['e', 'edit where it stands'],
  ['s', 'later'],
  ['u', 'undo'],
  ['j k', 'next, previous'],
] as const satisfies readonly (readonly [string, Label])[]

/** One line at a time with its sentence, and what can be said of it. */
export function checkPage(shown: CheckShown) {
  const { scene, queue, line, done } = shown
  return page(
    { title: `${say('Check')} · ${titleOf(scene)}`, scene },
    <>
      <Head scene={scene} here={CHECK}>
        <h1>{say('Check')}</h1>
        <p class="meta">{say('one line at a time, its source beside it')}</p>
      </Head>
      <div class="cols">
        <div>
          <Progress queue={queue} />
          {line ? <Now {...shown} line={line} /> : <p class="meta">{say('All is checked.')}</p>}
        </div>
        <aside>
          <Next open={queue.open} scene={scene} line={line} />
          <section class="sect">
            <h2>{say('Keys')}</h2>
            <dl class="kv keys">
              {KEYS.map(([key, does]) => (
                <div>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{say(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
          {done.length > 0 && (
            <section class="sect" id="done">
              <h2>{say('Done')}</h2>
              <ul class="brief">
                {done.map(({ decision, decided }) => (
                  <Settled
                    of={decision}
                    {...(decided ? { decided } : {})}
                    token={scene.token}
                    back={viewPath(scene.story.id, CHECK)}
                    linked
                  />
                ))}
              </ul>
            </section>
          )}
        </aside>
      </div>
    </>,
  )
}
