// A process of its own that adds made articles to a record and says so after each: `adding.ts RECORD FROM TO`.
import { openRecord } from '../src/record/index.ts'
import { nth } from './record.ts'

const [path = '', from, to] = process.argv.slice(2)
const record = await openRecord(path)
for (let n = Number(from); n < Number(to); n++) {
  const { page, reading } = nth(n)
  const { article } = await record.add(page, reading)
  process.stdout.write(`${article}\n`)
}
await record.close()
