// A process of its own that adds made texts at a desk's job and says of each what it is told: `jobs.ts RECORD COUNT`.
import { jobsOver } from '../src/desk/jobs.ts'
import { openRecord } from '../src/record/index.ts'
import { readersHere } from './here.ts'

const [path = '', count] = process.argv.slice(2)
const record = await openRecord(path)
const jobs = jobsOver(record, { open: readersHere, now: () => new Date() })
const sources = Array.from(
  { length: Number(count) },
  (_, n) =>
    async function* () {
      yield { bytes: new TextEncoder().encode(`Bridge number ${n} fell into the river on Tuesday, the mayor of Oldmarsh said.`), type: 'text/plain', origin: `text ${n}` } // biome-ignore format: one line
    },
)
let job = jobs.begin(sources)
let told = 0
while (job) {
  const { id, step, outcomes, ended } = job
  for (const { article } of outcomes.slice(told)) process.stdout.write(`${article}\n`)
  told = outcomes.length
  if (ended) break
  await jobs.changed(id, step)
  job = jobs.find(id)
}
await jobs.close()
await record.close()
