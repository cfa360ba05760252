import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../scripts/browser.ts'
import { type DeskOptions, serveDesk } from '../../src/desk/index.ts'
import type { OnRecord } from '../../src/record/record.ts'

/** What a page did that no page of the desk may do. */
export interface Faults {
  /** Errors on its console, scripts that threw, requests that failed. */
  readonly errors: readonly string[]
  /** Addresses of other hosts that it asked for. */
  readonly elsewhere: readonly string[]
}

/** A desk that answers, and a browser that looks at it. */
export interface Looked {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string
  /** Opens a window of its own, with what its page does wrong. */
  open(options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly faults: Faults }>
  close(): Promise<void>
}

async function launch(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no browser: install Chromium, Chrome or Edge, or name one in ONRECORD_BROWSER')
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

function watch(page: Page, url: string): Faults {
  const errors: string[] = []
  const elsewhere: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => {
    const asked = request.url()
    if (!asked.startsWith(`${url}/`) && !asked.startsWith('data:,')) elsewhere.push(asked)
  })
  return { errors, elsewhere }
}

/** Serves a record on any free port, decided by "ana", and opens a browser. */
export async function lookAt(record: OnRecord, options: DeskOptions = {}): Promise<Looked> {
  const [served, browser] = await Promise.all([serveDesk(record, { port: 0, by: 'ana', ...options }), launch()])
  const url = served.url.replace(/\/$/, '')
  return {
    url,
    open: async (options = {}) => {
      const context = await browser.newContext({ baseURL: url, ...options })
      context.setDefaultTimeout(10_000)
      const page = await context.newPage()
      return { page, faults: watch(page, url) }
    },
    close: async () => {
      await browser.close()
      await served.close()
    },
  }
}
