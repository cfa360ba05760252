import type { FigureItem, HappeningItem, StatementItem } from '../../stories/items.ts'
import type { Telling } from '../../stories/rows.ts'
import type { Citation } from '../../text/citation.ts'
import { wordsOnlyIn } from '../../views/wording.ts'
import { citedPath } from '../addresses.ts'
import { comparePath } from '../compared.ts'
import { counted, say } from '../labels.ts'
import type { Scene } from '../scene.ts'
import { tellingsOf } from '../scene.ts'
import { Cite } from './line.tsx'
import { Quote, within } from './quote.tsx'

type Item = StatementItem | HappeningItem | FigureItem

/** One article's report of a line: the sentences that tell it, and the words in them. */
export interface Told {
  readonly article: string
  readonly copyOf?: string
  readonly sentences: readonly Citation[]
  /** At least one. */
  readonly words: readonly Citation[]
  readonly spoken: boolean
}

const sentencesOf = (item: Item): readonly Citation[] => (item.kind === 'statement' ? item.sentences : [item.sentence])
const wordsOf = (item: Item): readonly Citation[] => (item.kind === 'statement' ? item.content : [item.words])

const once = (cited: readonly Citation[]): readonly Citation[] =>
  [...new Map(cited.map((one) => [`${one.start}-${one.end}`, one])).values()].sort((a, b) => a.start - b.start)

/** Tellings by article: one that tells a thing in its headline and again below reports it once. */
export function reportsOf(tellings: readonly Telling<Item>[]): readonly Told[] {
  const articles = new Map<string, Telling<Item>[]>()
  for (const telling of tellings) {
    const known = articles.get(telling.item.article)
    if (known) known.push(telling)
    else articles.set(telling.item.article, [telling])
  }
  return [...articles].map(([article, held]) => ({
    article,
    ...(held[0]?.copyOf ? { copyOf: held[0].copyOf } : {}),
    sentences: once(held.flatMap(({ item }) => sentencesOf(item))),
    words: once(held.flatMap(({ item }) => wordsOf(item))),
    spoken: held[0]?.item.kind === 'statement',
  }))
}

/** What is lit of a report: its words in paragraphs, or in the headline where no paragraph has any. */
export function litIn({ words }: Told): readonly Citation[] {
  const inParagraphs = words.filter(({ n }) => n !== undefined)
  return inParagraphs.length > 0 ? inParagraphs : words
}

/** The address at which the words of a report are lit. */
function toldPath(scene: Scene, told: Told, of: string): string | undefined {
  const lit = litIn(told)
  return lit[0] && citedPath(lit[0], { story: scene.story.id, of }, lit)
}

interface Differing {
  /** Its words that the first report has not, and words of that which it has not. */
  readonly own: readonly Citation[]
  readonly cut: readonly Citation[]
}

const wordingLabel = ({ own, cut }: Differing): 'words differ' | 'cut' | 'same words' =>
  own.length > 0 ? 'words differ' : cut.length > 0 ? 'cut' : 'same words'

function Origin(props: { readonly of: Told; readonly differs: Differing; readonly scene: Scene }) {
  const { of, differs, scene } = props
  const copied = of.copyOf ? scene.articles.get(of.copyOf)?.outlet : undefined
  if (of.copyOf) return <small>{copied ? say('copy of {outlet}', { outlet: copied }) : say('copy')}</small>
  if (!of.spoken) return null
  return <small>{say(wordingLabel(differs))}</small>
}

function Report(props: { readonly of: Told; readonly first: Told; readonly line: string; readonly scene: Scene }) {
  const { of, first, scene } = props
  const compared = of !== first && of.spoken
  const differs = compared
    ? { own: wordsOnlyIn(of.words, first.words), cut: wordsOnlyIn(first.words, of.words) }
    : { own: [], cut: [] }
  const [start] = litIn(of)
  return (
    <tr>
      <th scope="row">
        {start && <Cite at={start} scene={scene} of={props.line} href={toldPath(scene, of, props.line)} />}
        {of !== first && <Origin of={of} differs={differs} scene={scene} />}
        {of !== first && (
          <small>
            <a href={comparePath(scene.story.id, first.article, of.article)}>{say('side by side')}</a>
          </small>
        )}
      </th>
      <td>
        {of.sentences.map((sentence) => (
          <p>
            <Quote
              of={sentence}
              lit={compared ? differs.own : of.words.filter((cited) => within(sentence, cited))}
              {...(compared ? { mark: 'alt' } : {})}
            />
          </p>
        ))}
        {differs.cut.length > 0 && differs.cut.length <= CUTS && (
          <p class="note">
            {say('not there')}
            {differs.cut.map((words) => (
              <>
                {' '}
                <Quote of={words} lit={[words]} mark="gone" />
              </>
            ))}
          </p>
        )}
      </td>
    </tr>
  )
}

// More cuts than that are another wording.
const CUTS = 6

// A page of all reports of a line that hundreds tell would be slow to load; the others are stepped to from an article.
const SHOWN = 24

/** Leads to the first report that is not shown here, and so on to the others. */
function More(props: { readonly of: readonly Told[]; readonly line: string; readonly scene: Scene }) {
  const [next] = props.of
  const href = next && toldPath(props.scene, next, props.line)
  return href ? (
    <p class="note">
      <a href={href}>{say('{n} more', { n: props.of.length })}</a>
    </p>
  ) : null
}

/** The reports of a line side by side, folded; what an outlet changed in a quotation is lit. */
export function Reports(props: { readonly line: { readonly id: string }; readonly scene: Scene }) {
  const { line, scene } = props
  const reports = reportsOf(tellingsOf(scene, line))
  const [first] = reports
  if (!first || reports.length < 2) return null
  return (
    <details class="fold reports">
      <summary>{counted(reports.length, 'report')}</summary>
      <table class="collate">
        <caption class="hide">{say('as printed')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('Article')}</th>
            <th scope="col">{say('as printed')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.slice(0, SHOWN).map((of) => (
            <Report of={of} first={first} line={line.id} scene={scene} />
          ))}
        </tbody>
      </table>
      <More of={reports.slice(SHOWN)} line={line.id} scene={scene} />
    </details>
  )
}
