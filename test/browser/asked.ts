import type { Hono } from 'hono'
import { deskApp } from '../../src/desk/index.ts'
import type { Reading } from '../../src/readings/reading.ts'
import type { OnRecord } from '../../src/record/record.ts'
import { memoryRecord } from './memory.ts'
import { ferryStory } from './story.ts'

/** A desk over the made story that is asked without a server. */
export interface Asked {
  readonly app: Hono
  readonly record: OnRecord
  /** Public id of its one story. */
  readonly story: string
  /** What a page answers, as text. */
  text(path: string): Promise<string>
  /** Sends a form with the desk's own token, as a browser of this machine does. */
  post(
    fields: Readonly<Record<string, string | readonly string[]>>,
    headers?: Record<string, string>,
    /** Where to; `/decisions` unless given. */
    path?: string,
  ): Promise<Response>
}

const HOST = 'http://127.0.0.1:8080'

/** Opens a desk over the made story, or over other readings: decisions are dated one after the other. */
export async function askedDesk(readings: readonly Reading[] = ferryStory): Promise<Asked> {
  const record = memoryRecord(readings)
  let minute = 0
  const app = deskApp(record, { by: 'ana', now: () => new Date(Date.UTC(2026, 3, 11, 9, minute++)) })
  const text = async (path: string) => (await app.request(`${HOST}${path}`)).text()
  const story = (await record.stories())[0]?.id ?? ''
  const [, token = ''] = /name="token" value="([^"]+)"/.exec(await text(`/stories/${story}/timeline`)) ?? []
  return {
    app,
    record,
    story,
    text,
    post: async (fields, headers = {}, path = '/decisions') => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries({ token, ...fields }))
        for (const one of [value].flat()) body.append(name, one)
      return app.request(`${HOST}${path}`, {
        method: 'POST',
        body: body.toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: HOST, ...headers },
      })
    },
  }
}
