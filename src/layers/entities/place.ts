import { HEADS, PLURAL } from '../mentions/roles.ts'
import type { Mention } from '../mentions.ts'
import { resolve } from './described.ts'
import { type Draft, join } from './draft.ts'
import { draftAt, type Gathering } from './gathering.ts'
import { remember } from './salience.ts'

/** Puts one mention, in order of place, to the entity it stands for. */
export function place(state: Gathering, mention: Mention): void {
  const draft = mention.form === 'name' ? draftAt(state, mention) : resolve(state, mention)
  if (!draft) return
  if (mention.form !== 'name') {
    join(draft, mention, state.scene.text)
    state.drafts.set(mention, draft)
  }
  if (draft.type === 'person' || (draft.type === 'source' && mention.type === 'person'))
    remember(state.memory, draft, mention, state.scene)
  else if (mention.form === 'name' && draft.type === 'organization') state.bodies.push(draft)
}

/** Puts a description or a pronoun to whom it stands for; who is one alone is what "he" or "she" may take up next. */
export function put(state: Gathering, draft: Draft, mention: Mention): void {
  join(draft, mention, state.scene.text)
  state.drafts.set(mention, draft)
  const alone = mention.type === 'person' && !isSeveral(state, mention)
  if ((draft.type === 'person' && draft.names.size > 0) || (draft.type === 'source' && alone))
    remember(state.memory, draft, mention, state.scene)
}

// "Hundreds", "the engineers": nobody whom "he" could take up.
function isSeveral(state: Gathering, mention: Mention): boolean {
  const { words, to } = state.scene.around(mention)
  const head = words[to - 1]?.lower ?? ''
  return mention.form === 'nominal' && (PLURAL.has(head) || (/[^s]s$/.test(head) && !HEADS.has(head)))
}
