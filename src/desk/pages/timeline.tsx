import type { Line } from '../../views/line.ts'
import { viewPath } from '../addresses.ts'
import { dateOf } from '../days.ts'
import { choicesOf, kept, narrowed, queryOf } from '../filters.ts'
import { keysAmong } from '../keys.ts'
import { counted, isLabel, say } from '../labels.ts'
import { type Leaf, leafOf } from '../leaves.ts'
import { Axis, Legend, type Window, windowOf } from '../parts/axis.tsx'
import { Days } from '../parts/days.tsx'
import { Downloads } from '../parts/downloads.tsx'
import { Filters, NoneMatches } from '../parts/filters.tsx'
import { Head, page, titleOf } from '../parts/frame.tsx'
import { Leaves } from '../parts/leaves.tsx'
import { Promises, plansOf } from '../parts/promises.tsx'
import { landingOf } from '../parts/settle.tsx'
import type { Shown } from '../scene.ts'

function Drawing(
  props: Shown & {
    readonly keys: ReadonlySet<string>
    readonly days: Window
    readonly shown: readonly Line[]
    readonly leaf: Leaf
  },
) {
  const { scene, keys, days, shown, view, asked } = props
  const here = new Set(props.leaf.lines.map(({ id }) => id))
  const to = (id: string) =>
    here.has(id) ? `#${id}` : viewPath(scene.story.id, view.name, { ...queryOf(asked), line: id }, id)
  const plans = plansOf(scene, shown)
  const reach = windowOf(
    [...plans.map(({ line }) => line)],
    [...scene.articles.values()].map(({ published }) => published),
  )
  return (
    <>
      <Axis lines={shown} days={days} keys={keys} href={({ id }) => to(id)} until={scene.story.to} />
      <Legend lines={shown} days={days} keys={keys} />
      {plans.length > 0 && reach && (
        <Promises plans={plans} days={reach} scene={scene} until={scene.story.to} href={to} />
      )}
    </>
  )
}

function Lines(
  props: Shown & { readonly keys: ReadonlySet<string>; readonly shown: readonly Line[]; readonly leaf: Leaf },
) {
  const { scene, shown, keys, leaf } = props
  const sure = leaf.lines.filter((line) => line.sure)
  const unsure = leaf.lines.filter((line) => !line.sure)
  const all = shown.filter((line) => line.sure).length
  const to = (page: number, anchor?: string) =>
    viewPath(scene.story.id, props.view.name, { ...queryOf(props.asked), ...(page > 1 ? { page } : {}) }, anchor)
  const less = leaf.pageOf(all)
  const landing = landingOf(to(leaf.n), leaf.lines)
  return (
    <div>
      <p class="pager">
        <b>{counted(all, 'line')}</b>
        {all < shown.length && (
          <a href={less === leaf.n ? '#less' : to(less, 'less')}>{say('{n} less sure', { n: shown.length - all })}</a>
        )}
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
      <Leaves leaf={leaf} to={to} />
    </div>
  )
}

/** A story by day: the drawing, what became of plans, and every line with its source. */
export function timelinePage(shown: Shown) {
  const { scene, view, lines, asked } = shown
  const left = narrowed(lines, asked)
  const leaf = leafOf([...left.filter(({ sure }) => sure), ...left.filter(({ sure }) => !sure)], shown.place)
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
      {days && <Drawing {...shown} keys={keys} days={days} shown={left} leaf={leaf} />}
      <div class="cols left">
        <Filters
          action={viewPath(scene.story.id, view.name)}
          choices={choicesOf(lines, scene)}
          asked={asked}
          scene={scene}
          reset={kept(asked)}
          who="Who takes part"
        />
        <Lines {...shown} keys={keys} shown={left} leaf={leaf} />
      </div>
    </>,
  )
}
