import type { Format } from './format.ts'
import { json, jsonl } from './json.ts'
import { markdown } from './markdown.ts'
import { outline } from './outline.ts'
import { text } from './text.ts'

/** Every way of printing what `read` read. */
export const FORMATS: readonly Format[] = [outline, json, jsonl, markdown, text]
