import type { EntityRow } from '../../stories/rows.ts'
import { Quote } from './quote.tsx'

/** Somebody's name: as a source has it, or as a person at the desk chose it. */
export function Name(props: { readonly of: EntityRow; readonly href?: string }) {
  const { of, href } = props
  if (of.name === of.named.exact) return <Quote of={of.named} {...(href ? { href } : {})} />
  return href ? (
    <a href={href} data-own>
      {of.name}
    </a>
  ) : (
    <span data-own>{of.name}</span>
  )
}

/** The role that was printed last. */
export function LastRole(props: { readonly of: EntityRow; readonly class?: string }) {
  const [role] = props.of.roles
  return role ? <Quote of={role.from} class={props.class ?? 'role'} /> : null
}
