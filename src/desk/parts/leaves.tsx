import { say } from '../labels.ts'
import type { Leaf } from '../leaves.ts'

/** Which lines of all a page shows, with the pages before and after; nothing where one page holds all. */
export function Leaves(props: { readonly leaf: Leaf; readonly to: (page: number) => string }) {
  const { n, of, from, to, all } = props.leaf
  if (of === 1) return null
  return (
    <nav class="leaves" aria-label={say('Pages')}>
      {n > 1 && (
        <a class="btn" href={props.to(n - 1)}>
          {say('previous')}
        </a>
      )}
      <span>{say('{n} to {to} of {of}', { n: from, to, of: all })}</span>
      {n < of && (
        <a class="btn" href={props.to(n + 1)}>
          {say('next')}
        </a>
      )}
    </nav>
  )
}
