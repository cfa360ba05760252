import type { Hono } from 'hono'
import type { OnRecord } from '../../record/record.ts'
import { storyPath } from '../addresses.ts'
import { deskApp } from '../app.ts'
import { CHECK } from '../checking.ts'
import { attribute, type Element, type Still, stillOf } from './still.ts'

/** What of a record is published. */
export interface SiteOptions {
  /** One story alone; every story unless given. */
  readonly story?: string
  /** Whole articles rather than what is cited of them. */
  readonly whole?: boolean
  /** What is less sure, too. */
  readonly all?: boolean
}

/** A desk that is asked without a server. */
export interface Asking {
  readonly app: Hono
  readonly record: OnRecord
  readonly options: SiteOptions
  /** Path of the first page: the stories, or the front of one. */
  readonly root: string
}

/** The desk's own address while it is asked; it stands on no page that is written. */
export const HOST = 'http://127.0.0.1'

/** Opens a desk to be published; undefined where the record has no such story. */
export async function askingOf(record: OnRecord, options: SiteOptions): Promise<Asking | undefined> {
  const id = options.story === undefined ? undefined : ((await record.resolve(options.story)) ?? options.story)
  if (id !== undefined && !(await record.rows(id))) return undefined
  return {
    app: deskApp(record, { sureOnly: options.all !== true, unpaged: true }),
    record,
    options,
    root: id === undefined ? '/' : storyPath(id),
  }
}

/** Whether a path of the desk is a page of the site: the first one, and all below the stories but what is there to settle things. */
export const isPublished = ({ root }: Asking, path: string): boolean =>
  path === root || (path.startsWith(root === '/' ? '/stories/' : `${root}/`) && !path.endsWith(`/${CHECK}`))

/** Where a link of a page of the desk leads. */
export const hrefOf = (link: Element, page: string): URL | undefined => {
  const href = attribute(link, 'href') ?? ''
  return URL.canParse(href, `${HOST}${page}`) ? new URL(href, `${HOST}${page}`) : undefined
}

/** A page of the desk without what needs a desk; another path where it has moved to; undefined where nothing is. */
export async function stillPage({ app }: Asking, path: string): Promise<Still | string | undefined> {
  const answer = await app.request(`${HOST}${path}`)
  const to = answer.headers.get('location')
  if (to) return new URL(to, `${HOST}${path}`).pathname
  if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) return undefined
  return stillOf(await answer.text())
}
