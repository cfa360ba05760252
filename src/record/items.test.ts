import { expect, it } from 'vitest'
import { clusterId } from '../stories/index.ts'
import { digestOf } from './items.ts'

it.each(['courier/2026-04-02@0a1b2c3d4e5f#e:12-24', 'Überlandwerk/1@f00d#article', ''])(
  'names the item %j as the cluster that it begins is named',
  (ref) => {
    expect(clusterId('statement', ref)).toBe(`s${digestOf(ref)}`)
  },
)
