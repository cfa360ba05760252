import { type Label, say } from '../labels.ts'
import { page } from '../parts/frame.tsx'

const KEYS = [
  ['j', 'next line, next paragraph'],
  ['k', 'previous line, previous paragraph'],
  ['o', 'source beside'],
  ['Esc', 'close the source beside'],
  ['Enter', 'open or close'],
  ['[ ]', 'previous report, next report'],
  ['y', 'Confirm'],
  ['n', 'Dispute'],
  ['e', 'Edit'],
  ['s', 'Later'],
  ['u', 'Undo'],
  ['b', 'into the basket'],
  ['1 – 5', 'add what is selected'],
  ['g', 'then a letter: a view'],
  ['/', 'search'],
  ['?', 'all keys'],
] as const satisfies readonly (readonly [string, Label])[]

/** All keys. */
export function keysPage() {
  return page(
    { title: say('Keys'), here: 'keys' },
    <div class="narrow">
      <h1>{say('Keys')}</h1>
      <p class="meta">{say('No key works where you type. Every key has a link or a button that does the same.')}</p>
      <table>
        <caption class="hide">{say('Keys')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('Key')}</th>
            <th scope="col">{say('What it does')}</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(([key, does]) => (
            <tr>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{say(does)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
  )
}
