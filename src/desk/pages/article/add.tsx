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

function Choose(props: { readonly name: string; readonly label: Label; readonly values: readonly string[] }) {
  return (
    <label class="field">
      <span>{say(props.label as 'Low')}</span>
      <select name={props.name}>
        {props.values.map((value) => (
          <option value={value}>{value === 'called-for' ? say('called for') : value}</option>
        ))}
      </select>
    </label>
  )
}

function Submit(props: { readonly as: string; readonly label: Label }) {
  return (
    <button type="submit" class="btn" name="as" value={props.as}>
      {say(props.label as 'Add')}
    </button>
  )
}

/** The form that makes words of a paragraph an event, a statement, a name, a date or a figure that the machine missed. */
export function AddForm(props: {
  readonly reading: Reading
  readonly block: Block
  readonly token: string
  readonly back: string
}) {
  const { reading, block, token, back } = props
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
          data-words={block.n === undefined ? block.id : `p${block.n}`}
        />
      </label>
      <p class="note">{say('These words are')}</p>
      <div class="row">
        <Choose name="type" label="Kind of event" values={EVENT_TYPES} />
        <Choose name="modality" label="Certainty" values={MODALITIES} />
        <Field name="day" label="Day, as 2026-05-13" pattern="\d{4}(-\d\d(-\d\d)?)?" />
        <Submit as="events" label="an event" />
      </div>
      <div class="row">
        <Field name="speaker" label="Speaker, exactly as it stands above" />
        <Submit as="attributions" label="a statement" />
      </div>
      <div class="row">
        <Choose name="named" label="Kind of name" values={ENTITY_TYPES} />
        <Submit as="mentions" label="a name" />
      </div>
      <div class="row">
        <Field name="value" label="Value, as 2026-05-13" />
        <Submit as="times" label="a date" />
      </div>
      <div class="row">
        <Field name="low" label="Low" type="number" />
        <Field name="high" label="High" type="number" />
        <Field name="unit" label="Unit" />
        <Submit as="quantities" label="a figure" />
      </div>
    </form>
  )
}
