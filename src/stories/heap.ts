/** A binary heap: gives what comes before all others first. */
export interface Heap<T> {
  push(item: T): void
  pop(): T | undefined
}

/** An empty heap; `before` says which of two comes out first. */
export function heapOf<T>(before: (a: T, b: T) => boolean): Heap<T> {
  const heap: T[] = []
  const at = (place: number): T => heap[place] as T
  const swap = (one: number, other: number): void => {
    const held = at(one)
    heap[one] = at(other)
    heap[other] = held
  }
  const rise = (from: number): void => {
    for (let place = from; place > 0; ) {
      const up = (place - 1) >> 1
      if (!before(at(place), at(up))) return
      swap(up, place)
      place = up
    }
  }
  const sink = (): void => {
    for (let place = 0; 2 * place + 1 < heap.length; ) {
      const left = 2 * place + 1
      const first = left + 1 < heap.length && before(at(left + 1), at(left)) ? left + 1 : left
      if (!before(at(first), at(place))) return
      swap(first, place)
      place = first
    }
  }
  return {
    push: (item) => rise(heap.push(item) - 1),
    pop: () => {
      const [first] = heap
      const last = heap.pop()
      if (heap.length > 0 && last !== undefined) {
        heap[0] = last
        sink()
      }
      return first
    },
  }
}
