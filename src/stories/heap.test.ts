import fc from 'fast-check'
import { expect, it } from 'vitest'
import { heapOf } from './heap.ts'

it('gives all that was pushed, in order, whatever comes between', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer())), (steps) => {
      const heap = heapOf<number>((a, b) => a < b)
      let held: number[] = []
      // A number is pushed, nothing stands for a pop.
      for (const step of steps) {
        if (step !== null) {
          heap.push(step)
          held.push(step)
          continue
        }
        held = held.sort((a, b) => a - b)
        expect(heap.pop()).toBe(held.shift())
      }
      for (const one of held.sort((a, b) => a - b)) expect(heap.pop()).toBe(one)
      expect(heap.pop()).toBeUndefined()
    }),
  )
})
