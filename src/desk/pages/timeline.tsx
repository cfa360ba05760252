import type { Line } from '../../views/line.ts'
import { viewPath } from '../addresses.ts'
import { dateOf } from '../days.ts'
import { choicesOf, kept, narrowed, queryOf } from '../filters.ts'
import { keysAmong } from '../keys.ts'
import { counted, isLabel, say } from '../labels.ts'
import { Axis, Legend, type Window, windowOf } from '../parts/axis.tsx'
import { Days } from '../parts/days.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { Filters, NoneMatches } from '../parts/filters.tsx'
import { Head, page, titleOf } from '../parts/frame.tsx'
import { Promises, plansOf } from '../parts/promises.tsx'
import { landingOf } from '../parts/settle.tsx'
import type { Shown } from '../scene.ts'

function Drawing(
  props: Shown & { readonly keys: ReadonlySet<string>; readonly days: Window; readonly shown: readonly Line[] },
) {
  const { scene, keys, days, shown } = props
  const plans = plansOf(scene, shown)
  const reach = windowOf(
    [...plans.map(({ line }) => line)],
    [...scene.articles.values()].map(({ published }) => published),
  )
  return (
    <>
      <Axis lines={shown} days={days} keys={keys} href={(line) => `#${line.id}`} until={scene.story.to} />
      <Legend lines={shown} days={days} keys={keys} />
      {plans.length > 0 && reach && (
        <Promises plans={plans} days={reach} scene={scene} until={scene.story.to} href={(id) => `#${id}`} />
      )}
    </>
  )
}

function Lines(props: Shown & { readonly keys: ReadonlySet<string>; readonly shown: readonly Line[] }) {
  const { scene, shown, keys } = props
  const sure = shown.filter((line) => line.sure)
  const unsure = shown.filter((line) => !line.sure)
  const page = viewPath(scene.story.id, props.view.name, queryOf(props.asked))
  const landing = landingOf(page, [...sure, ...unsure])
  return (
    <div>
      <p class="pager">
        <b>{counted(sure.length, 'line')}</b>
        {unsure.length > 0 && <a href="#less">{say('{n} less sure', { n: unsure.length })}</a>}
        <a class="phone-only" href="#filter">
          {say('Filter')}
        </a>
        <Downloads scene={scene} view={props.view.name} asked={props.asked} />
      </p>
      {shown.length === 0 && <NoneMatches scene={scene} view={props.view.name} />}
      <Days lines={sure} scene={scene} keys={keys} landing={landing} />
      {unsure.length > 0 && (
        <details class="fold less" id="less" open={sure.length === 0}>
          <summary>{say('{n} less sure', { n: unsure.length })}</summary>
          <Days lines={unsure} scene={scene} keys={keys} landing={landing} />
        </details>
      )}
    </div>
  )
}

/** A story by day: the drawing, what became of plans, and every line with its source. */
export function timelinePage(shown: Shown) {
  const { scene, view, lines, asked } = shown
  const left = narrowed(lines, asked)
  const keys = keysAmong(scene, scene.seen.find((seen) => seen.view.name === view.name)?.lines ?? [], 8)
  const days = windowOf(
    left,
    [...scene.articles.values()].map(({ published }) => published),
  )
  const title = isLabel(view.title) ? view.title : say('Timeline')
  const { from, to } = scene.story
  const unsure = left.filter((line) => !line.sure).length
  const counts = [
    counted(left.length, 'line'),
    ...(unsure > 0 ? [say('{n} less sure', { n: unsure })] : []),
    ...(from && to && !kept(asked) ? [say('{date} to {date2}', { date: dateOf(from), date2: dateOf(to) })] : []),
  ]
  return page(
    { title: `${title} · ${titleOf(scene)}`, scene },
    <>
      <Head scene={scene} here={view.name}>
        <h1>{title}</h1>
        <p class="meta">{counts.join(' · ')}</p>
      </Head>
      {days && <Drawing {...shown} keys={keys} days={days} shown={left} />}
      <div class="cols left">
        <Filters
          action={viewPath(scene.story.id, view.name)}
          choices={choicesOf(lines, scene)}
          asked={asked}
          scene={scene}
          reset={kept(asked)}
          who="Who takes part"
        />
        <Lines {...shown} keys={keys} shown={left} />
      </div>
    </>,
  )
}
