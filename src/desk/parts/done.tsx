import type { Citation } from '../../text/citation.ts'
import { address, articlePath } from '../addresses.ts'
import { clockOf, dateOf } from '../days.ts'
import type { Job, Outcome } from '../jobs.ts'
import { counted, say } from '../labels.ts'
import { Tag } from './line.tsx'
import { Quote } from './quote.tsx'

/** What is known of an article that was added. */
export interface Kept {
  readonly head?: Citation
  readonly outlet?: string
  readonly published?: string
  readonly paragraphs: number
  readonly versions: number
  /** The lines of its story that its words bear out, and the first of them. */
  readonly lines?: { readonly count: number; readonly href: string }
}

/** Articles that were added, by id. */
export type Done = ReadonlyMap<string, Kept>

/** Rows of a job's tables: what was not added and remarks, and the last that were added. */
export const MOST_ROWS = 200

const STATES = {
  added: 'added',
  version: 'new version',
  kept: 'already kept',
  failed: 'not added',
  remark: 'remark',
} as const

const Head = () => (
  <thead>
    <tr>
      {(['page', 'state', 'outcome'] as const).map((label) => (
        <th scope="col">{say(label)}</th>
      ))}
    </tr>
  </thead>
)

function Article(props: { readonly of: Outcome; readonly kept: Kept | undefined }) {
  const { of, kept } = props
  const id = of.article ?? ''
  const href = address(articlePath(id), of.state === 'version' ? { version: of.version } : {})
  if (!kept) return <a href={articlePath(id)}>{id}</a>
  const { head, outlet, published, paragraphs, versions, lines } = kept
  const printed = [outlet, published && dateOf(published), published && clockOf(published)].filter(Boolean).join(', ')
  return (
    <>
      {head ? <Quote of={head} href={href} /> : <a href={href}>{say('Article')}</a>}
      <p class="src">
        {printed && <span>{printed}</span>}
        <span>{counted(paragraphs, 'paragraph')}</span>
        {versions > 1 && <span>{say('{n} versions', { n: versions })}</span>}
        {lines && <a href={lines.href}>{counted(lines.count, 'line')}</a>}
      </p>
    </>
  )
}

function Table(props: { readonly caption: string; readonly rows: readonly Outcome[]; readonly done: Done }) {
  if (props.rows.length === 0) return null
  return (
    <table class="stack jobs">
      <caption>{props.caption}</caption>
      <Head />
      <tbody>
        {props.rows.map((of) => (
          <tr>
            <td data-th={say('page')} data-own>
              <bdi>{of.source}</bdi>
            </td>
            <td data-th={say('state')}>
              <Tag is={STATES[of.state]} />
            </td>
            <td data-th={say('outcome')}>
              {of.article ? <Article of={of} kept={props.done.get(of.article)} /> : <code>{of.reason}</code>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What became of a job's pages: what was not added first, then what was, the last first. */
export function JobTables(props: { readonly job: Job; readonly done: Done }) {
  const last = props.job.outcomes.toReversed()
  const added = last.filter(({ article }) => article !== undefined)
  const not = last.filter(({ article }) => article === undefined)
  const shown = (rows: readonly Outcome[]) => rows.slice(0, MOST_ROWS)
  return (
    <>
      <Table caption={say('Not added, and why')} rows={shown(not)} done={props.done} />
      <Table caption={say('Added, the last first')} rows={shown(added)} done={props.done} />
      {Math.max(added.length, not.length) > MOST_ROWS && (
        <p class="note">{say('the last {n} are shown', { n: MOST_ROWS })}</p>
      )}
    </>
  )
}
