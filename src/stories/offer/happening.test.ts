import { describe, expect, it } from 'vitest'
import { type Making, made } from '../../../test/made.ts'
import { apply } from '../../decisions/index.ts'
import type { HappeningItem } from '../items.ts'
import { itemsOf } from '../offer.ts'

type Telling = Partial<NonNullable<Making['events']>[number]> & { readonly sentence: string }

function itemOf({ sentence, ...event }: Telling, at: number): HappeningItem {
  const reading = made({
    id: `a${at}`,
    outlet: `Outlet ${at}`,
    published: '2026-04-03',
    body: [sentence],
    events: [{ words: 'burned', ...event }],
  })
  const item = itemsOf(apply(reading, [])).find(({ kind }) => kind === 'happening')
  if (item?.kind !== 'happening') throw new Error(`nothing happens in: ${sentence}`)
  return item
}

/** How many keys of one item another asks for. */
const found = ({ asks = [] }: HappeningItem, { keys }: HappeningItem): number =>
  asks.filter((key) => keys.includes(key)).length

const WAREHOUSE = 'The grain warehouse at the ferry quay burned.'
const [THURSDAY, SUNDAY] = [{ day: '2026-04-02' }, { day: '2026-04-05' }]

describe('what a happening is found by', () => {
  it.each<readonly [string, Telling, Telling, boolean]>([
    ['the same day, one word', { sentence: WAREHOUSE, ...THURSDAY }, { sentence: 'The quay burned.', ...THURSDAY }, true],
    ['another day, the same sentence', { sentence: WAREHOUSE, ...THURSDAY }, { sentence: WAREHOUSE, ...SUNDAY }, false],
    ['a day on one side, the same sentence', { sentence: WAREHOUSE, ...THURSDAY }, { sentence: WAREHOUSE }, true],
    ['a day on one side, one word', { sentence: WAREHOUSE, ...THURSDAY }, { sentence: 'The warehouse burned.' }, false],
    ['no day, two words', { sentence: WAREHOUSE }, { sentence: 'A ferry burned all night at a quay.' }, true],
    ['no day, one word', { sentence: WAREHOUSE }, { sentence: 'The warehouse burned in a northern gale.' }, false],
    ['no day, and no more than one word on either side', { sentence: 'The quay burned.' }, { sentence: 'A quay burned.' }, true],
    ['no day, another thing that was done', { sentence: WAREHOUSE }, { sentence: 'The grain warehouse at the ferry quay closed.', words: 'closed' }, false],
  ])('%s', (_, one, other, want) => {
    const [a, b] = [itemOf(one, 0), itemOf(other, 1)]
    expect([found(a, b) > 0, found(b, a) > 0]).toEqual([want, want])
  })
}) // biome-ignore format: a table
