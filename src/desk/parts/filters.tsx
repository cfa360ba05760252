import type { Child } from 'hono/jsx'
import { viewPath } from '../addresses.ts'
import { type Asked, type Choice, type Choices, LESS } from '../filters.ts'
import { isLabel, type Label, say } from '../labels.ts'
import type { Scene } from '../scene.ts'
import { stanceOf } from './line.tsx'
import { Name } from './name.tsx'

type ListName = keyof Choices

function Options(props: {
  readonly name: ListName
  readonly legend: Label
  readonly choices: readonly Choice[]
  readonly asked: readonly string[]
  readonly show: (value: string) => Child
}) {
  const { name, choices, asked } = props
  if (choices.length === 0) return null
  return (
    <fieldset>
      <legend>{say(props.legend as 'Person')}</legend>
      {choices.map(({ value, count }) => (
        <label class="opt">
          <input type="checkbox" name={name} value={value} checked={asked.includes(value)} />
          {props.show(value)}
          <small>{count}</small>
        </label>
      ))}
    </fieldset>
  )
}

function Fields(props: { readonly asked: Asked }) {
  const { from, to, words } = props.asked
  return (
    <fieldset class="fields">
      <legend>{say('Words')}</legend>
      <input type="search" name="words" value={words} aria-label={say('Words')} />
      <label class="opt">
        <span>{say('From')}</span>
        <input type="date" name="from" value={from} />
      </label>
      <label class="opt">
        <span>{say('To')}</span>
        <input type="date" name="to" value={to} />
      </label>
    </fieldset>
  )
}

/** Says that no line is left, and leads back to all of them. */
export function NoneMatches(props: { readonly scene: Scene; readonly view: string }) {
  return (
    <p class="note none">
      {say('Nothing matches')} <a href={viewPath(props.scene.story.id, props.view)}>{say('all lines')}</a>
    </p>
  )
}

/** What narrows a view, as a form whose answer is an address. */
export function Filters(props: {
  readonly action: string
  readonly choices: Choices
  readonly asked: Asked
  readonly scene: Scene
  readonly reset: boolean
  /** What those are who may be asked for. */
  readonly who: Label
}) {
  const { action, choices, asked, scene } = props
  const list = (name: ListName, legend: Label, show: (value: string) => Child) => (
    <Options name={name} legend={legend} choices={choices[name]} asked={asked[name]} show={show} />
  )
  return (
    <form class="filters" id="filter" method="get" action={action}>
      <h2 class="hide">{say('Filter')}</h2>
      {asked.by && <input type="hidden" name="by" value={asked.by} />}
      {asked.less && <input type="hidden" name={LESS} value={asked.less} />}
      {list('certainty', 'Certainty', (value) => (isLabel(value) ? value : ''))}
      {list('stance', 'Stance', (value) => stanceOf(value))}
      {list('who', props.who, (value) => {
        const row = scene.entities.get(value)
        return row ? <Name of={row} /> : ''
      })}
      {list('where', 'Place', (value) => (
        <span data-place>{value}</span>
      ))}
      {list('outlet', 'Outlet', (value) => value)}
      {list('gap', 'Gaps', (value) => (isLabel(value) ? value : ''))}
      <Fields asked={asked} />
      <p class="btns">
        <button type="submit" class="btn first">
          {say('Show')}
        </button>
        {props.reset && (
          <a class="btn plain" href={action}>
            {say('clear')}
          </a>
        )}
      </p>
    </form>
  )
}
