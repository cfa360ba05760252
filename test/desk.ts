import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Collecting, Threads } from '../src/collect/index.ts'
import { openDesk } from '../src/desk/index.ts'
import type { Reading } from '../src/readings/reading.ts'
import { type OnRecord, openRecord } from '../src/record/index.ts'
import { readersHere } from './here.ts'

/** A desk over a record in a folder of its own, to which pages can be added: rules alone read them, in this thread. */
export interface AddingDesk {
  readonly record: OnRecord
  /** `http://127.0.0.1:8080`: what the desk takes for its own address. */
  readonly origin: string
  /** Its secret, as every form carries it. */
  readonly token: string
  ask(path: string, init?: RequestInit): Promise<Response>
  /** Sends fields to the form that adds pages; a file where a field is one. */
  add(fields: Readonly<Record<string, string | readonly File[]>>, headers?: Record<string, string>): Promise<Response>
  /** The page of a job, once it has ended. */
  ended(answer: Response): Promise<{ readonly path: string; readonly page: string }>
  close(): Promise<void>
}

const origin = 'http://127.0.0.1:8080'

/** Opens a desk over a new record that holds these readings. */
export async function addingDesk(
  readings: readonly Reading[] = [],
  options: {
    readonly collecting?: Collecting
    readonly readers?: () => Promise<Threads>
    readonly now?: () => Date
  } = {},
): Promise<AddingDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-desk-'))
  const record = await openRecord(join(folder, 'record.db'))
  for (const reading of readings)
    await record.add({ bytes: new TextEncoder().encode(reading.text), type: 'text/plain', id: reading.id }, reading)
  const { app, close } = openDesk(record, { readers: readersHere, by: 'ana', ...options })
  const ask = async (path: string, init?: RequestInit) => app.request(`${origin}${path}`, init)
  const [, token = ''] = /name="token" value="([^"]+)"/.exec(await (await ask('/add')).text()) ?? []
  return {
    record,
    origin,
    token,
    ask,
    add: (fields, headers = {}) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ token, ...fields }))
        for (const one of [value].flat()) body.append(name, one)
      return ask('/add', { method: 'POST', body, headers: { Origin: origin, ...headers } })
    },
    ended: async (answer) => {
      const path = answer.headers.get('location') ?? ''
      await (await ask(`${path}/events`)).text()
      return { path, page: await (await ask(path)).text() }
    },
    close: async () => {
      await close()
      await record.close()
      rmSync(folder, { recursive: true })
    },
  }
}
