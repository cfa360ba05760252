import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { address, searchPath, storyPath, viewPath } from '../addresses.ts'
import { CHECK, queueOfScene } from '../checking.ts'
import { LESS } from '../filters.ts'
import { isLabel, say } from '../labels.ts'
import type { Scene } from '../scene.ts'
import { Toast } from './decided.tsx'
import { Quote } from './quote.tsx'

/** What the frame of a page needs. */
export interface Frame {
  /** Title in the window: a label, or the words that name the page. */
  readonly title: string
  readonly scene?: Scene
  /** Which of the desk's own pages this is. */
  readonly here?: 'stories' | 'search' | 'basket' | 'add' | 'corrections' | 'keys'
  /** Whether it is left out of a published site: it shows whole articles of others, or is nothing without a desk. */
  readonly unpublished?: true
}

function Search() {
  return (
    <search>
      <form method="get" action={searchPath()}>
        <input
          type="search"
          name="q"
          placeholder={say('Search the record')}
          aria-label={say('Search the record')}
          data-own
        />
        <button type="submit" class="btn">
          {say('Search')}
        </button>
      </form>
    </search>
  )
}

function Bar({ here }: Frame) {
  const pages = [
    ['stories', '/', 'Stories'],
    ['search', '/search', 'Search'],
    ['basket', '/basket', 'Basket'],
    ['add', '/add', 'Add pages'],
    ['corrections', '/corrections', 'Corrections'],
    ['keys', '/keys', 'Keys'],
  ] as const
  return (
    <header class="bar">
      <a class="brand" href="/">
        {say('Onrecord')}
      </a>
      {here !== 'search' && <Search />}
      <nav aria-label={say('Desk')}>
        <ul>
          {pages.map(([name, href, label]) => (
            <li>
              <a href={href} aria-current={here === name ? 'page' : undefined}>
                {say(label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

/** A whole page. */
export function page(frame: Frame, body: Child) {
  return html`<!doctype html>${(
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${frame.title} · ${say('Onrecord')}`}</title>
        <link rel="stylesheet" href="/assets/desk.css" />
        <link rel="icon" href="data:," />
        <script type="module" src="/assets/desk.js" />
      </head>
      <body>
        <a class="skip" href="#main">
          {say('Skip to the record')}
        </a>
        <Bar {...frame} />
        <main id="main" tabindex={-1} data-unpublished={frame.unpublished}>
          {body}
        </main>
        {frame.scene?.fresh && <Toast fresh={frame.scene.fresh} />}
        <footer>
          <p>
            {say(
              'Serif: words of a source, exact. Sans: words of the program, from a fixed list. Mono: your own words.',
            )}
          </p>
          <p>{say('Place data: GeoNames, CC BY 4.0')}</p>
        </footer>
      </body>
    </html>
  )}`
}

const MORE = { [LESS]: '1' }

/** Links to a story's views, each with how much it shows. */
export function Views(props: { readonly scene: Scene; readonly here?: string }) {
  const { scene, here } = props
  return (
    <>
      <nav class="views" aria-label={say('Views')}>
        <ul>
          <li>
            <a href={storyPath(scene.story.id)} aria-current={here === 'front' ? 'page' : undefined}>
              {say('Front')}
            </a>
          </li>
          {scene.seen.map(({ view, lines }) => (
            <li>
              <a href={viewPath(scene.story.id, view.name)} aria-current={here === view.name ? 'page' : undefined}>
                {isLabel(view.title) ? say(view.title as 'Timeline') : view.title}
                <small>{lines.length}</small>
              </a>
            </li>
          ))}
          <li>
            <a href={viewPath(scene.story.id, CHECK)} aria-current={here === CHECK ? 'page' : undefined}>
              {say('Check')}
              {!scene.isLong && <small>{queueOfScene(scene).open.length}</small>}
            </a>
          </li>
        </ul>
      </nav>
      {scene.isLong && (
        <p class="note">
          {say('What is less sure is left out of a long story')}{' '}
          <a
            href={
              here === 'front' ? address(storyPath(scene.story.id), MORE) : viewPath(scene.story.id, here ?? '', MORE)
            }
          >
            {say('show it')}
          </a>
        </p>
      )}
    </>
  )
}

/** The head of a page inside a story: the story's headline, its views, and the page's own heading. */
export function Head(props: { readonly scene: Scene; readonly here: string; readonly children?: Child }) {
  const { title } = props.scene.story
  return (
    <div class="head inner">
      {title && (
        <p class="over thread">
          <Quote of={title} href={storyPath(props.scene.story.id)} />
        </p>
      )}
      <Views scene={props.scene} here={props.here} />
      {props.children}
    </div>
  )
}

/** What a story's pages are called in the window. */
export const titleOf = (scene: Scene): string => scene.story.title?.exact ?? say('Stories')
