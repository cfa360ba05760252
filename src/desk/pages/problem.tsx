import { type Label, say } from '../labels.ts'
import { page } from '../parts/frame.tsx'

/** A page that says what went wrong, and leads back. */
export function problemPage(head: Label, reason: Label, back = '/') {
  return page(
    { title: say(head as 'Not done') },
    <div class="narrow">
      <h1>{say(head as 'Not done')}</h1>
      <p class="meta">{say(reason as 'Not done')}</p>
      <p class="btns">
        <a class="btn" href={back}>
          {say(back === '/' ? 'Back to the stories' : 'Back')}
        </a>
      </p>
    </div>,
  )
}
