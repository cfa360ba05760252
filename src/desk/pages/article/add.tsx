import type { Child } from 'hono/jsx'
import type { Block } from '../../../articles/article.ts'
import { EVENT_TYPES, MODALITIES } from '../../../layers/events.ts'
import { ENTITY_TYPES } from '../../../layers/mentions.ts'
import type { Reading } from '../../../readings/reading.ts'
import { type Label, say } from '../../labels.ts'

function Field(props: {
  readonly name: string
  readonly label: Label
  readonly type?: string
  readonly pattern?: string
}) {
  return (
    <label class="field">
      <span>{say(props.label as 'Low')}</span>
      <input
        type={props.type ?? 'text'}
        name={props.name}
        pattern={props.pattern}
        autocomplete="off"
        maxlength={200}
        step="any"
      />
    </label>
  )
}

function Choose(props: {
  readonly name: string
  readonly label: Label
  readonly values: readonly string[]
  readonly first?: string
}) {
  return (
    <label class="field">
      <span>{say(props.label as 'Low')}</span>
      <select name={props.name}>
        {props.values.map((value) => (
          <option value={value} selected={value === props.first}>
            {value === 'called-for' ? say('called for') : value}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What the words may be added as: its fields, and the button that adds them. */
function Row(props: {
  readonly as: string
  readonly press: string
  readonly label: Label
  readonly selected: Selected | undefined
  readonly children?: Child
}) {
  const chosen = props.selected?.as === props.as
  return (
    <div class="row" data-as={props.as} data-chosen={chosen ? '' : undefined}>
      {props.children}
      <button type="submit" class={chosen ? 'btn first' : 'btn'} name="as" value={props.as} data-press={props.press}>
        {say(props.label as 'Add')}
      </button>
    </div>
  )
}

/** Words that were selected in a paragraph, and the layer that they are to be added to. */
export interface Selected {
  readonly words: string
  readonly as?: string
}

/** The form that makes words of a paragraph an event, a statement, a name, a date or a figure that the machine missed. */
export function AddForm(props: {
  readonly reading: Reading
  readonly block: Block
  readonly token: string
  readonly back: string
  readonly selected?: Selected | undefined
}) {
  const { reading, block, token, back, selected } = props
  return (
    <form class="pop" method="post" action="/decisions" id="add">
      <h2 class="lab">{say('Add what the machine missed')}</h2>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="kind" value="assert" />
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="ref" value={`${reading.id}@${reading.version}#${block.id}`} />
      <label class="field wide">
        <span>{say('Words, exactly as they stand above')}</span>
        <input
          type="text"
          name="words"
          required
          autocomplete="off"
          value={selected?.words}
          data-words={block.n === undefined ? block.id : `p${block.n}`}
        />
      </label>
      <p class="note">{say('These words are')}</p>
      <Row as="quantities" press="1" label="a figure" selected={selected}>
        <Field name="low" label="Low" type="number" />
        <Field name="high" label="High" type="number" />
        <Field name="unit" label="Unit" />
      </Row>
      <Row as="events" press="2" label="an event" selected={selected}>
        <Choose name="type" label="Kind of event" values={EVENT_TYPES} first="OTHER" />
        <Choose name="modality" label="Certainty" values={MODALITIES} />
        <Field name="day" label="Day, as 2026-05-13" pattern="\d{4}(-\d\d(-\d\d)?)?" />
      </Row>
      <Row as="attributions" press="3" label="a statement" selected={selected}>
        <Field name="speaker" label="Speaker, exactly as it stands above" />
      </Row>
      <Row as="mentions" press="4" label="a name" selected={selected}>
        <Choose name="named" label="Kind of name" values={ENTITY_TYPES} />
      </Row>
      <Row as="times" press="5" label="a date" selected={selected}>
        <Field name="value" label="Value, as 2026-05-13" />
      </Row>
    </form>
  )
}
