import { html } from './html.ts'
import type { Input } from './input.ts'
import { jsonl } from './jsonl.ts'
import { text } from './text.ts'

/** Every kind of input, in the order in which they are asked whether bytes look like theirs: what holds for most comes last. */
export const INPUTS: readonly Input[] = [html, jsonl, text]
