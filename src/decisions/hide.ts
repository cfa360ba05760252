import type { Reading } from '../readings/reading.ts'

type Value = Reading[keyof Reading] | unknown

// What refers to the item lets go of it: a field that is its id, an entry of a list that is it or stands for it.
function released(value: Value, id: string): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter((one) => one !== id && !(isRecord(one) && one.entity === id && one.start === undefined))
    return kept.map((one) => released(one, id))
  }
  if (!isRecord(value)) return value
  const entries = Object.entries(value).filter(([key, one]) => one !== undefined && (key === 'id' || one !== id))
  return Object.fromEntries(entries.map(([key, one]) => [key, released(one, id)]))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const LAYERS = ['mentions', 'entities', 'times', 'places', 'quantities', 'attributions', 'events'] as const

/**
 * The reading without one item; what referred to it no longer does. An entity goes with its last mention, an event loses the day
 * that a hidden time gave it.
 */
export function without(reading: Reading, id: string): Reading {
  const layers = LAYERS.map((key) => {
    const items = (reading[key] as readonly { readonly id: string; readonly time?: string }[])
      .filter((item) => item.id !== id)
      .map((item) => released(item.time === id ? { ...item, day: undefined } : item, id))
    return [key, items] as const
  })
  const left = { ...reading, ...Object.fromEntries(layers) } as Reading
  const bare = left.entities.find(({ mentions }) => mentions.length === 0)
  return bare ? without(left, bare.id) : left
}
