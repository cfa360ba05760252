import { VIEWS } from '../../views/index.ts'
import { type Command, type Options, RECORD, word } from '../command.ts'
import { openFolder } from '../folder.ts'
import { messages } from '../messages.ts'
import { progressOf } from '../progress.ts'
import { withRecord } from '../tools.ts'
import { Failure, type World } from '../world.ts'

interface Published {
  readonly paths: readonly string[]
  files(): AsyncIterable<{ readonly path: string; readonly body: string }>
}

async function* once<T>(one: T): AsyncIterable<T> {
  yield one
}

/** Writes a record as a site that opens from disk. */
export const publish: Command = {
  name: 'publish',
  about: 'Write the stories as a static site: pages that open from disk, in any browser, without a server.',
  takes: '<folder>',
  options: [
    { flags: '--story <id>', about: 'this story alone; every story unless given' },
    { flags: '--all', about: 'what is less sure, too' },
    {
      flags: '--full',
      about: 'whole articles, not only what is cited with the sentences beside it: for texts that are yours',
    },
    {
      flags: '--embed <view>',
      about: 'only this view, of one story, as one file for a frame on another page',
      choices: VIEWS.map(({ name }) => name),
    },
    RECORD,
  ],
  examples: [
    ['onrecord publish site/', 'every story; open site/index.html'],
    ['onrecord publish site/ --story y0123456789', 'one story'],
    ['onrecord publish frame/ --embed timeline', 'frame/timeline.html, for an <iframe>'],
  ],
  run: ([path = ''], options, world) =>
    withRecord(options, async (record) => {
      const folder = openFolder(path)
      const story = word(options, 'story')
      const site = await publishedOf(record, options)
      if (!site)
        throw new Failure(story === undefined ? messages.emptyRecord(record.path) : messages.unknownStory(story))
      folder.begin(site.paths)
      await writeAll(site, folder.write, world)
      folder.end(word(options, 'embed') !== undefined)
      await world.out(`${messages.published(site.paths.length, path)}\n`)
      return 0
    }),
}

async function publishedOf(
  record: Parameters<Parameters<typeof withRecord>[1]>[0],
  options: Options,
): Promise<Published | undefined> {
  // Loaded only here: no other command waits for it.
  const { embedOf, siteOf } = await import('../../desk/index.ts')
  const [story, view] = [word(options, 'story'), word(options, 'embed')]
  const asked = { whole: options.full === true, all: options.all === true, ...(story === undefined ? {} : { story }) }
  if ((await record.stories()).length === 0) return undefined
  if (view === undefined) return siteOf(record, asked)
  const body = await embedOf(record, view, asked)
  const path = `${view}.html`
  return body === undefined ? undefined : { paths: [path], files: () => once({ path, body }) }
}

async function writeAll(site: Published, write: (path: string, body: string) => void, world: World): Promise<void> {
  const progress = progressOf(world, 'publishing', site.paths.length)
  let done = 0
  for await (const { path, body } of site.files()) {
    write(path, body)
    progress.step(++done)
  }
  progress.clear()
}
