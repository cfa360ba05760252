import type { HappeningItem, StatementItem } from '../../stories/items.ts'
import type { Telling } from '../../stories/rows.ts'
import type { Citation } from '../../text/citation.ts'
import type { Span } from '../../text/span.ts'
import type { Line } from '../../views/line.ts'
import { counted, say } from '../labels.ts'
import { type Scene, tellingsOf } from '../scene.ts'
import { differing } from './differing.ts'
import { Cite } from './line.tsx'
import { Quote, within } from './quote.tsx'

const sentencesOf = (item: StatementItem | HappeningItem): readonly Citation[] =>
  item.kind === 'statement' ? item.sentences : [item.sentence]

const wordsOf = (item: StatementItem | HappeningItem): readonly Citation[] =>
  item.kind === 'statement' ? item.content : [item.words]

const joined = (cited: readonly Citation[]): string => cited.map(({ exact }) => exact).join(' ')

/** The words of one telling of a statement that are not in another's, in order. */
export const changedWords = (first: StatementItem, other: StatementItem): readonly Span[] =>
  first === other ? [] : other.content.flatMap((cited) => differing(joined(first.content), cited))

function Origin(props: {
  readonly of: Telling<StatementItem | HappeningItem>
  readonly changed: boolean
  readonly scene: Scene
}) {
  const { of, changed, scene } = props
  const copied = of.copyOf ? scene.articles.get(of.copyOf)?.outlet : undefined
  if (of.copyOf) return <small>{copied ? say('copy of {outlet}', { outlet: copied }) : say('copy')}</small>
  if (of.item.kind !== 'statement') return null
  return <small>{say(changed ? 'words differ' : 'same words')}</small>
}

function Report(props: {
  readonly of: Telling<StatementItem | HappeningItem>
  readonly first: Telling<StatementItem | HappeningItem>
  readonly line: Line
  readonly scene: Scene
}) {
  const { of, first, scene } = props
  const words = wordsOf(of.item)
  const compared = of !== first && of.item.kind === 'statement'
  const lit = compared ? words.flatMap((cited) => differing(joined(wordsOf(first.item)), cited)) : words
  const [start] = words
  return (
    <tr>
      <th scope="row">
        {start && <Cite at={start} scene={scene} of={props.line.id} />}
        {of !== first && <Origin of={of} changed={lit.length > 0} scene={scene} />}
      </th>
      <td>
        {sentencesOf(of.item).map((sentence) => (
          <p>
            <Quote
              of={sentence}
              lit={compared ? lit : words.filter((cited) => within(sentence, cited))}
              {...(compared ? { mark: 'alt' } : {})}
            />
          </p>
        ))}
      </td>
    </tr>
  )
}

/** Every report of a line side by side, folded; what an outlet changed in a quotation is lit. */
export function Reports(props: { readonly line: Line; readonly scene: Scene }) {
  const tellings = tellingsOf(props.scene, props.line)
  const [first] = tellings
  if (!first || tellings.length < 2) return null
  return (
    <details class="fold reports">
      <summary>{counted(tellings.length, 'report')}</summary>
      <table class="collate">
        <caption class="hide">{say('as printed')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('Article')}</th>
            <th scope="col">{say('as printed')}</th>
          </tr>
        </thead>
        <tbody>
          {tellings.map((of) => (
            <Report of={of} first={first} line={props.line} scene={props.scene} />
          ))}
        </tbody>
      </table>
    </details>
  )
}
