import { readFileSync } from 'node:fs'
import type { QuantitySpan } from '../score/quantities.ts'

/** A quantity in its words: what README.md beside this file says of each. `was`: whether it stood before another of the same thing. */
export interface QuantityGold extends QuantitySpan {
  readonly kind: string
  readonly was?: true
}

/** A sentence with all its quantities. */
export interface QuantitySentence {
  readonly id: string
  readonly text: string
  readonly quantities: readonly QuantityGold[]
}

const MARKED = /\{([^{}]*)\}/g
const KEYS: ReadonlyMap<string, keyof QuantityGold> = new Map([
  ['u', 'unit'],
  ['k', 'kind'],
  ['of', 'of'],
  ['s', 'state'],
  ['at', 'where'],
  ['as', 'asOf'],
  ['said', 'said'],
])
const CURRENCY = /^(?:[A-Z]{3}|cents|pence|shillings|rupees|pesos|francs|kroner|riyals|dirhams|dinars|lira|rials)$/

const kindOf = (unit: string | undefined): string => {
  if (unit === undefined) return 'count'
  if (unit === '%' || unit === 'pp' || unit === 'bp') return 'percent'
  return CURRENCY.test(unit) ? 'money' : 'measure'
}

function numberIn(surface: string, told: string | undefined): Pick<QuantityGold, 'low' | 'high'> {
  const [, low, high] =
    /^(-?[\d.]+)(?:-([\d.]+))?$/.exec(told ?? /[\d,.]*\d/.exec(surface)?.[0].replaceAll(',', '') ?? '') ?? []
  if (low === undefined) throw new Error(`no number in {${surface}}`)
  return { low: Number(low), high: Number(high ?? low) }
}

function goldOf(inside: string, start: number): { readonly surface: string; readonly gold: QuantityGold } {
  const [surface = '', ...rest] = inside.split('|')
  const told = new Map(rest.map((part) => [part.split('=')[0] ?? '', part.slice(part.indexOf('=') + 1)]))
  const own: Record<string, string> = {}
  for (const [key, value] of told) {
    const name = KEYS.get(key)
    if (name) own[name] = value
    else if (key !== 'n' && key !== 'was') throw new Error(`{${inside}} has the unknown key ${key}`)
  }
  const value = numberIn(surface, told.get('n'))
  const was = told.has('was') ? { was: true as const } : {}
  return { surface, gold: { start, end: start + surface.length, kind: kindOf(own.unit), ...value, ...own, ...was } }
}

/** A marked sentence without its marks, with what they say. Throws on a mark that says no number or has a key that is not known. */
export function sentenceOf(marked: string, id: string): QuantitySentence {
  const quantities: QuantityGold[] = []
  let [text, last] = ['', 0]
  for (const { 0: whole, 1: inside = '', index } of marked.matchAll(MARKED)) {
    text += marked.slice(last, index)
    const { surface, gold } = goldOf(inside, text.length)
    quantities.push(gold)
    text += surface
    last = index + whole.length
  }
  return { id, text: text + marked.slice(last), quantities }
}

/** The sentences of a file of this folder, without its ending. */
export const quantitySentences = (name: 'seen' | 'aside'): readonly QuantitySentence[] =>
  readFileSync(new URL(`${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line, at) => sentenceOf(line, `${name}-${at + 1}`))
