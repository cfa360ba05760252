import type { Block } from '../../articles/article.ts'
import type { Decided } from '../../decisions/decided.ts'
import type { Decision } from '../../decisions/decision.ts'
import type { Reading } from '../../readings/reading.ts'
import type { ArticleRow, EntityRow } from '../../stories/rows.ts'
import { cite } from '../../text/citation.ts'
import { overlaps, type Span } from '../../text/span.ts'
import { address, articlePath, entityPath, storyPath } from '../addresses.ts'
import { comparePath, versionName } from '../compared.ts'
import { clockOf, dateOf } from '../days.ts'
import { counted, isLabel, say } from '../labels.ts'
import { page } from '../parts/frame.tsx'
import { Name } from '../parts/name.tsx'
import { Quote, quoted } from '../parts/quote.tsx'
import type { Scene } from '../scene.ts'
import { AddForm, type Selected } from './article/add.tsx'
import { marksOf, SHOWN, sentenceOf } from './article/marks.ts'
import { CiteAs, Counts, Done, Stepper, Why } from './article/side.tsx'
import { neighboursOf, stepOf } from './article/steps.ts'
import { BlockOf, type Lit, Words } from './article/text.tsx'

/** What an article's page shows. */
export interface ArticleShown {
  readonly decided: Decided
  readonly token: string
  /** The words that are lit, in order; none to read the article as it is. */
  readonly at: readonly Span[]
  /** Letters of the layers that show. */
  readonly layers: ReadonlySet<string>
  /** Whether the address chose the layers. */
  readonly chosen: boolean
  /** Id of the block that is open as a form. */
  readonly form?: string
  /** What was selected before the form was opened, and what it is to be. */
  readonly selected?: Selected
  /** Public id of the row whose reports are stepped through. */
  readonly of?: string
  readonly scene?: Scene
  readonly row?: ArticleRow
  readonly done: readonly Decision[]
  /** The reading of the newest version, where this is an older one. */
  readonly newest?: Reading
}

const APART: ReadonlySet<string> = new Set(['furniture', 'related'])

/** The address of this page with something of it changed. */
function addressOf(
  shown: ArticleShown,
  change: { readonly at?: readonly Span[]; readonly form?: string },
  anchor?: string,
): string {
  const { reading } = shown.decided
  const at = change.at ?? shown.at
  return address(
    articlePath(reading.id),
    {
      version: reading.version,
      at: at.map(({ start, end }) => `${start}-${end}`),
      story: shown.scene?.story.id,
      of: shown.of,
      layers: shown.chosen ? ['', ...shown.layers] : undefined,
      form: change.form,
    },
    anchor,
  )
}

function litOf(shown: ArticleShown): Lit {
  const { reading } = shown.decided
  return {
    reading,
    at: shown.at,
    sentences:
      shown.at.length > 0 ? reading.sentences.filter((one) => shown.at.some((span) => overlaps(one, span))) : [],
    marks: marksOf(reading, shown.layers),
    statements: shown.layers.has('s'),
    to: (span) => addressOf(shown, { at: [span] }, 'lit'),
    open: (block) => addressOf(shown, { form: block.id }, 'add'),
  }
}

/** Leads to this version beside the one before it; the first beside the one after it. */
function besideVersions({ decided, scene }: ArticleShown, versions: readonly string[]) {
  const { id, version } = decided.reading
  const at = Math.max(1, versions.indexOf(version))
  if (!scene?.articles.has(id)) return null
  return (
    <a href={comparePath(scene.story.id, versionName(id, versions[at - 1]), versionName(id, versions[at]))}>
      {say('side by side')}
    </a>
  )
}

/** Whose text a copy is, and the two side by side. */
function CopyOf(props: { readonly shown: ArticleShown; readonly row: ArticleRow | undefined }) {
  const { row, shown } = props
  const { scene } = shown
  if (row?.origin === undefined) return null
  return (
    <p class="src">
      <span>{say('copy of {outlet}', { outlet: row.source })}</span>
      {scene?.articles.has(row.origin) && scene.articles.has(row.id) && (
        <a href={comparePath(scene.story.id, row.origin, row.id)}>{say('side by side')}</a>
      )}
    </p>
  )
}

function Printed(props: {
  readonly reading: Reading
  readonly row: ArticleRow | undefined
  readonly shown: ArticleShown
}) {
  const { reading, row, shown } = props
  const { published, found, outlet } = reading
  const versions = row?.versions ?? [reading.version]
  return (
    <>
      <p class="meta">
        {outlet}
        {outlet && published && ' · '}
        {published && (
          <>
            <b>{[dateOf(published, true), clockOf(published)].filter(Boolean).join(', ')}</b>{' '}
            {found.published && (
              <>
                {say(found.published.stated ? 'stated' : 'implied')}{' '}
                <code>
                  {found.published.by} {found.published.score.toFixed(2)}
                </code>
              </>
            )}
          </>
        )}
      </p>
      {versions.length > 1 && (
        <nav class="over" aria-label={say('Versions')}>
          {versions.map((version, at) => (
            <a
              href={address(articlePath(reading.id), { version, story: shown.scene?.story.id })}
              aria-current={version === reading.version ? 'page' : undefined}
            >
              {say('version {n} of {of}', { n: at + 1, of: versions.length })}
            </a>
          ))}
          {besideVersions(shown, versions)}
        </nav>
      )}
      <CopyOf shown={shown} row={row} />
    </>
  )
}

/** Says that this is an older version, whether the newest still has the sentence that is lit, and leads there. */
function Older(props: { readonly shown: ArticleShown }) {
  const { newest, at, scene, decided } = props.shown
  if (!newest) return null
  const [lit] = at
  const sentence = lit && sentenceOf(decided.reading, lit)
  const words = sentence && decided.reading.text.slice(sentence.start, sentence.end)
  const start = words ? newest.text.indexOf(words) : -1
  const [story, version] = [scene?.story.id, newest.version]
  return (
    <aside class="older" role="note">
      <p>
        <b>{say('This is an older version; views show the newest.')}</b>{' '}
        <a href={address(articlePath(newest.id), { version, story })}>{say('to the newest version')}</a>{' '}
        {scene?.articles.has(newest.id) && (
          <a
            href={comparePath(scene.story.id, versionName(newest.id, decided.reading.version), versionName(newest.id))}
          >
            {say('what changed')}
          </a>
        )}
      </p>
      {words !== undefined && start < 0 && (
        <p class="gone">{say('This sentence stands no longer in the newest version.')}</p>
      )}
      {words !== undefined && start >= 0 && (
        <p>
          <a href={address(articlePath(newest.id), { version, at: `${start}-${start + words.length}`, story }, 'lit')}>
            {say('the same sentence in the newest version')}
          </a>
        </p>
      )}
    </aside>
  )
}

function Top(props: { readonly lit: Lit; readonly shown: ArticleShown }) {
  const { lit, shown } = props
  const { blocks } = lit.reading
  const first = (part: Block['part']) => blocks.find((block) => block.part === part)
  const [headline, standfirst, byline, dateline] = [
    first('headline'),
    first('standfirst'),
    first('byline'),
    first('dateline'),
  ]
  const cited = (block: Block) => quoted(cite(lit.reading, block))
  return (
    <>
      <h1>
        {headline ? (
          <span {...cited(headline)}>
            <Words of={headline} lit={lit} />
          </span>
        ) : (
          say('Article')
        )}
      </h1>
      {standfirst && (
        <p class="standfirst" {...cited(standfirst)}>
          <Words of={standfirst} lit={lit} />
        </p>
      )}
      {(byline || dateline) && (
        <p class="meta">
          {byline && <Quote of={cite(lit.reading, byline)} />}
          {byline && dateline && ' · '}
          {dateline && <Quote of={cite(lit.reading, dateline)} />}
        </p>
      )}
      <Printed reading={lit.reading} row={shown.row} shown={shown} />
    </>
  )
}

function Layers(props: { readonly shown: ArticleShown }) {
  const { shown } = props
  const { reading } = shown.decided
  const hidden = [
    ['version', reading.version],
    ...shown.at.map(({ start, end }) => ['at', `${start}-${end}`]),
    ['story', shown.scene?.story.id],
    ['of', shown.of],
    ['layers', ''],
  ].filter(([, value]) => value !== undefined)
  return (
    <form class="layers" method="get" action={articlePath(reading.id)} aria-label={say('Layers')}>
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {SHOWN.map(([letter, label]) => (
        <label>
          <input type="checkbox" name="layers" value={letter} checked={shown.layers.has(letter)} />
          <span class={`m ${letter}`}>{say(label)}</span>
        </label>
      ))}
      <button type="submit" class="btn">
        {say('Show')}
      </button>
    </form>
  )
}

function Apart(props: { readonly reading: Reading; readonly top: ReadonlySet<string> }) {
  const { reading } = props
  const apart = reading.blocks.filter(({ part }) => APART.has(part))
  if (apart.length === 0) return null
  return (
    <details class="fold">
      <summary>{`${say('Not the article')} · ${apart.length}`}</summary>
      <ul class="brief">
        {apart.map((block) => (
          <li>
            <Quote of={cite(reading, block)} /> <code>{block.by}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Removed(props: { readonly reading: Reading }) {
  const { removed, id, version } = props.reading
  if (removed.length === 0) return null
  return (
    <details class="fold" id="removed">
      <summary>{`${counted(removed.length, 'removed')} · ${say('Removed from the page, and why')}`}</summary>
      <ul class="brief">
        {removed.map(({ text, by }, at) => (
          <li>
            <code>{by}</code>{' '}
            <span data-removed={`${id}@${version}`} data-n={at}>
              {text}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Remarks(props: { readonly reading: Reading }) {
  const { notices } = props.reading
  if (notices.length === 0) return null
  return (
    <details class="fold">
      <summary>{`${say('Remarks')} · ${notices.length}`}</summary>
      <ul class="brief">
        {notices.map(({ rule, grade, at }) => (
          <li>
            <code>{`${grade} ${rule}`}</code> {at && at.start < at.end && <Quote of={cite(props.reading, at)} />}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What the steps go through: somebody's name, or the words of the line. */
function About(props: { readonly shown: ArticleShown }) {
  const { scene, of } = props.shown
  const row: EntityRow | undefined = of ? scene?.entities.get(of) : undefined
  if (!scene || !row) return null
  return (
    <p class="about">
      <Name of={row} href={entityPath(scene.story.id, row.id)} />
    </p>
  )
}

/** Leads back to the story, on to its next line, and down to the reasons where they stand below. */
function Way(props: { readonly shown: ArticleShown }) {
  const { scene, of, at } = props.shown
  const line = scene && of ? neighboursOf(scene, of) : undefined
  return (
    <nav class="over way" aria-label={say('Lines')}>
      {scene && <a href={storyPath(scene.story.id)}>{say('to the story')}</a>}
      {line && <span>{say('line {n} of {of}', line)}</span>}
      {line?.previous && <a href={line.previous}>{say('previous line')}</a>}
      {line?.next && <a href={line.next}>{say('next line')}</a>}
      {at.length > 0 && (
        <a class="below-only" href="#why">
          {say('Why')}
        </a>
      )}
    </nav>
  )
}

function Paper(props: { readonly shown: ArticleShown }) {
  const { shown } = props
  const { reading } = shown.decided
  const lit = litOf(shown)
  const top = new Set(
    ['headline', 'standfirst', 'byline', 'dateline'].flatMap(
      (part) => reading.blocks.find((block) => block.part === part)?.id ?? [],
    ),
  )
  const back = addressOf(shown, {}, 'done')
  return (
    <article class="paper">
      <Way shown={shown} />
      <Older shown={shown} />
      <Top lit={lit} shown={shown} />
      <Layers shown={shown} />
      {reading.text === '' && <p class="note">{say('No article was found on this page.')}</p>}
      {reading.blocks
        .filter((block) => !top.has(block.id) && !APART.has(block.part))
        .map((block) => (
          <BlockOf block={block} lit={lit}>
            {shown.form === block.id && (
              <AddForm reading={reading} block={block} token={shown.token} back={back} selected={shown.selected} />
            )}
          </BlockOf>
        ))}
      <Apart reading={reading} top={top} />
      <Removed reading={reading} />
      <Remarks reading={reading} />
    </article>
  )
}

/** An article as it was printed, with what was read in it, why, and the forms that correct it. */
export function articlePage(shown: ArticleShown) {
  const { decided, token, scene, of, done } = shown
  const [at] = shown.at
  const sentence = at && sentenceOf(decided.reading, at)
  const step = scene && of && at ? stepOf(scene, of, decided.reading.id, at) : undefined
  const side = {
    decided,
    token,
    done,
    back: addressOf(shown, {}, 'done'),
    ...(at ? { at } : {}),
    ...(sentence ? { sentence } : {}),
  }
  const title = decided.reading.headline ?? say('Article')
  return page(
    { title: isLabel(title) ? say('Article') : title, ...(scene ? { scene } : {}) },
    <div class="read">
      <Paper shown={shown} />
      <aside class="side" id="why" aria-label={say('Why')}>
        <About shown={shown} />
        {step && (step.of > 1 || step.back) && <Stepper step={step} />}
        <Why side={side} />
        <CiteAs side={side} />
        <Done side={side} />
        {!at && <Counts reading={decided.reading} />}
      </aside>
    </div>,
  )
}
