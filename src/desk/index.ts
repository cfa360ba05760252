import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { OnRecord } from '../record/record.ts'
import { type DeskOptions, openDesk } from './app.ts'

export { type Desked, type DeskOptions, deskApp, openDesk } from './app.ts'
export type { SiteOptions } from './publish/asking.ts'
export { embedOf } from './publish/embed.ts'
export { type Site, type SiteFile, siteOf } from './publish/site.ts'

/** Where the desk is to answer: a port (0: any free one) and a loopback host. */
export interface Where extends DeskOptions {
  /** 8080 unless given. */
  readonly port?: number
  /** `127.0.0.1` unless given; `::1` and `localhost` are the only others. */
  readonly host?: string
}

/** A desk that answers. */
export interface Served {
  readonly url: string
  /** Answers what was asked, takes nothing new, and is done. */
  close(): Promise<void>
}

const HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

/**
 * Serves the desk over a record on this machine alone, until it is closed:
 * `const { url, close } = await serveDesk(await openRecord('record.db'), { port: 8080, by: 'ana' })`. Throws a RangeError for a host that is not loopback;
 * rejects with the system's error when the port is taken.
 */
export function serveDesk(record: OnRecord, where: Where = {}): Promise<Served> {
  const { port = 8080, host = '127.0.0.1' } = where
  if (!HOSTS.has(host)) throw new RangeError(`the desk answers on loopback only, not on ${host}`)
  const { app, close } = openDesk(record, where)
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, ({ port: taken }: AddressInfo) => {
      const name = host === '::1' ? '[::1]' : host
      resolve({
        url: `http://${name}:${taken}/`,
        close: async () => {
          const closed = new Promise<void>((done) => server.close(() => done()))
          await close()
          if ('closeAllConnections' in server) server.closeAllConnections()
          await closed
        },
      })
    })
    server.on('error', reject)
  })
}
