// A process of its own that settles things in a record, three in one transaction, and says which after each: `deciding.ts RECORD FROM TO`.
import { type Making, makeDecision, targetOf } from '../src/decisions/index.ts'
import { openRecord } from '../src/record/index.ts'
import { nth } from './record.ts'

const [path = '', from, to] = process.argv.slice(2)
const record = await openRecord(path)
for (let n = Number(from); n < Number(to); n++) {
  const { reading } = nth(n % 3)
  const target = targetOf(reading, 'events', reading.events[0]?.id ?? '')
  const at = new Date(Date.UTC(2026, 4, 1) + n * 1000).toISOString()
  const made = [
    { kind: 'note', note: `${n}` },
    { kind: n % 2 ? 'confirm' : 'hide' },
    { kind: 'date', value: `2026-04-${String((n % 28) + 1).padStart(2, '0')}` },
  ].map((one) => makeDecision({ ...one, target, at, by: 'ana' } as Making))
  await record.decideAll(made)
  process.stdout.write(`${made.map(({ id }) => id).join(' ')}\n`)
}
await record.close()
