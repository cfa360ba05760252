import type { Citation } from '../../text/citation.ts'
import { overlaps } from '../../text/span.ts'
import type { Line, Status } from '../../views/line.ts'
import { citedPath } from '../addresses.ts'
import { dateOf, rangeOf } from '../days.ts'
import { counted, isLabel, type Label, say } from '../labels.ts'
import { type Scene, tellingsOf } from '../scene.ts'
import { KeepLine } from './keep.tsx'
import { Quote, within } from './quote.tsx'
import { Reports } from './reports.tsx'
import { type Landing, Settle } from './settle.tsx'
import { Speaker } from './who.tsx'

/** The words by which an article tells a line: what is lit in the sentences that the line cites. */
function wordsOf(scene: Scene, id: string, at: Citation): readonly Citation[] {
  const named = scene.places
    .get(id)
    ?.tellings.find(({ item, spot }) => item.article === at.article && overlaps(spot.sentence, at))
  if (named) return [named.spot.words]
  const items = tellingsOf(scene, { id }).map(({ item }) => item)
  const telling = items.find(
    (item) =>
      item.article === at.article &&
      (item.kind === 'statement' ? item.sentences : [item.sentence]).some((one) => overlaps(one, at)),
  )
  if (!telling) return []
  return telling.kind === 'statement' ? telling.content : [telling.words]
}

/** The address of a citation's sentence, with the words lit by which its article tells the row. */
export function pathOf(scene: Scene, at: Citation, of?: string): string {
  const words = of ? wordsOf(scene, of, at) : []
  return citedPath(at, { story: scene.story.id, ...(of ? { of } : {}) }, words.length > 0 ? words : [at])
}

/** A citation as a link to its sentence: outlet, day, ¶. */
export function Cite(props: {
  readonly at: Citation
  readonly scene: Scene
  readonly of?: string
  /** Where it leads, when more is to be lit than the one telling's words. */
  readonly href?: string | undefined
}) {
  const { at, scene, of } = props
  const report = scene.articles.get(at.article)
  const named = [report?.outlet, report?.published && dateOf(report.published)].filter(Boolean).join(', ')
  return (
    <a class="cite" href={props.href ?? pathOf(scene, at, of)}>
      {named || at.article}
      {at.n === undefined ? '' : ` ¶${at.n}`}
    </a>
  )
}

/** How many origins a line has, as filled dots, and hollow ones for copies. */
export function Origins(props: { readonly line: Pick<Line, 'origins' | 'reports'> }) {
  const { origins, reports } = props.line
  const copies = new Set(reports.flatMap(({ article, copyOf }) => (copyOf ? [article] : []))).size
  return (
    <span class="org">
      <span class="dots" aria-hidden="true">
        {Array.from({ length: Math.min(origins, 12) }, () => (
          <i />
        ))}
        {Array.from({ length: Math.min(copies, 6) }, () => (
          <i class="copy" />
        ))}
      </span>
      {[counted(origins, 'origin'), ...(copies > 0 ? [counted(copies, 'copy')] : [])].join(' · ')}
    </span>
  )
}

/** Labels of a line's status, the weightiest first; nothing for what simply happened. */
export function labelsOf(status: Status | undefined, sure = true): readonly Label[] {
  const found: Label[] = []
  if (status?.denied) found.push('denied')
  if (status?.end) found.push(status.end)
  const modality = status?.modality === 'called-for' ? 'called for' : status?.modality
  if (modality && modality !== 'happened') found.push(modality)
  if (status?.disputed) found.push('disputed')
  if (!sure) found.push('less sure')
  return found
}

/** A label of the program as a small stamp. */
export function Tag(props: { readonly is: Label }) {
  return <span class={`tag ${props.is.replace(' ', '-')}`}>{props.is}</span>
}

const endsCut = ({ cut }: { readonly cut?: 'before' | 'after' | 'both' }): boolean => cut === 'after' || cut === 'both'

/** The pieces of a line: words of its sources, cuts shown, and labels of the list. */
export function Says(props: { readonly line: Line }) {
  const { text, from } = props.line
  return (
    <p class="says">
      {text.map((piece, at) => {
        if ('label' in piece) return <span class="tag says">{piece.label} </span>
        const before = text[at - 1]
        const follows = before && 'quote' in before
        // One cut between two quotations, whichever of them says so.
        const cut = follows ? !endsCut(before) : piece.cut === 'before' || piece.cut === 'both'
        return (
          <>
            {cut && <span class="cut">{'…\u00a0'}</span>}
            <Quote of={piece.quote} lit={from.filter((cited) => within(piece.quote, cited))} />
            {endsCut(piece) && <span class="cut">{'\u00a0…'}</span>}{' '}
          </>
        )
      })}
    </p>
  )
}

/** How a line stands under the heading of its day: the source's own words for when, where they say more than that. */
function When(props: { readonly line: Line }) {
  const { when, status, sure } = props.line
  const labels = labelsOf(status, sure)
  const words = when?.words && when.words.exact !== rangeOf(when.from, when.to) ? when.words : undefined
  if (!words && labels.length === 0 && when?.stated !== false && !status?.confirmed) return null
  return (
    <p class="when">
      {labels.map((label) => (
        <Tag is={label} />
      ))}
      {words && <Quote of={words} />}
      {when?.stated === false && <span>{say('day implied')}</span>}
      {status?.confirmed && <span class="state">{say('confirmed')}</span>}
    </p>
  )
}

/** A line of a view: when, what its source says, and where that stands. */
export function LineOf(props: {
  readonly line: Line
  readonly scene: Scene
  readonly lead?: boolean
  /** Where its forms land; no forms without it. */
  readonly landing?: Landing
}) {
  const { line, scene } = props
  const [first] = line.from
  const speaker = line.status?.stance ? line.who?.find(({ id }) => id) : undefined
  return (
    <li class={props.lead ? 'line key' : 'line'} id={line.id} data-step>
      <When line={line} />
      <Says line={line} />
      <div class="foot">
        <p class="src">
          {speaker && <Speaker who={speaker} stance={line.status?.stance} scene={scene} />}
          <Cite at={first} scene={scene} of={line.id} />
          <Origins line={line} />
          {line.where && (
            <span>
              {say('where')} <span data-place>{line.where.name}</span>
            </span>
          )}
        </p>
        <Reports line={line} scene={scene} />
        {props.landing && <Settle line={line} scene={scene} landing={props.landing} />}
        {props.landing && <KeepLine line={line} scene={scene} landing={props.landing} />}
      </div>
    </li>
  )
}

/** A stance as the program says it: the words of the list, else that it was said. */
export const stanceOf = (stance: string | undefined): Label => (stance && isLabel(stance) ? stance : 'says')
