/** On which side of its point a name stands. */
export type Side = 'right' | 'left' | 'up' | 'down' | 'middle'

/** A name to be put on a drawing: where its point lies, in per cent, how large the point's mark is in pixels, and how long the name is. */
export interface Named {
  readonly x: number
  readonly y: number
  readonly mark: number
  readonly letters: number
  readonly sides: readonly Side[]
}

/** Where a name is put; `minor` where only a wide screen has room for it. */
export interface Put {
  readonly side: Side
  readonly minor: boolean
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Pixels: of a letter, a line, and of a drawing on a phone. */
const LETTER = 8
const LINE = 16
const GAP = 3
const PHONE = 340

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

function boxOf({ x, y, mark, letters }: Named, side: Side, wide: number, ratio: number): Box {
  const [px, py] = [(x / 100) * wide, (y / 100) * wide * ratio]
  const long = letters * LETTER
  const apart = mark + GAP
  const middle = { left: px - long / 2, right: px + long / 2 }
  if (side === 'right') return { left: px + apart, right: px + apart + long, top: py - LINE / 2, bottom: py + LINE / 2 }
  if (side === 'left') return { left: px - apart - long, right: px - apart, top: py - LINE / 2, bottom: py + LINE / 2 }
  if (side === 'up') return { ...middle, top: py - apart - LINE, bottom: py - apart }
  if (side === 'down') return { ...middle, top: py + apart, bottom: py + apart + LINE }
  return { ...middle, top: py - LINE / 2, bottom: py + LINE / 2 }
}

const markOf = ({ x, y, mark }: Named, wide: number, ratio: number): Box => ({
  left: (x / 100) * wide - mark,
  right: (x / 100) * wide + mark,
  top: (y / 100) * wide * ratio - mark,
  bottom: (y / 100) * wide * ratio + mark,
})

const inside = ({ left, right, top, bottom }: Box, wide: number, ratio: number): boolean =>
  left >= 2 && top >= 2 && right <= wide - 2 && bottom <= wide * ratio - 2

/**
 * Puts names beside their points so that none covers another, nor a point; the first have the first choice. A name that finds no room is
 * undefined: its point stays, and its line names it. `wide` is how many pixels the drawing is wide on a desk, `ratio` its height over its width.
 */
export function put(names: readonly Named[], wide: number, ratio: number): readonly (Put | undefined)[] {
  const marks = (at: number) => names.filter(({ mark }) => mark > 0).map((one) => markOf(one, at, ratio))
  const [desk, phone] = [marks(wide), marks(PHONE)]
  const isFree = (box: Box, taken: readonly Box[], at: number) =>
    inside(box, at, ratio) && !taken.some((other) => meet(box, other))
  return names.map((one) => {
    const side = one.sides.find((tried) => isFree(boxOf(one, tried, wide, ratio), desk, wide))
    if (!side) return undefined
    desk.push(boxOf(one, side, wide, ratio))
    const small = boxOf(one, side, PHONE, ratio)
    const minor = !isFree(small, phone, PHONE)
    if (!minor) phone.push(small)
    return { side, minor }
  })
}
