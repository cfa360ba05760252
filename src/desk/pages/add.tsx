import type { Child } from 'hono/jsx'
import { jobPath } from '../addresses.ts'
import { clockOf } from '../days.ts'
import type { Job } from '../jobs.ts'
import { counted, type Label, say } from '../labels.ts'
import { type Done, JobTables } from '../parts/done.tsx'
import { page } from '../parts/frame.tsx'

/** What the forms that add pages need. */
export interface Adding {
  readonly token: string
}

/** Files: chosen, or with script dropped. */
export function FilesForm({ token }: Adding) {
  return (
    <form class="drop" action="/add" method="post" enctype="multipart/form-data" data-drop>
      <input type="hidden" name="token" value={token} />
      <label for="files">
        <b>{say('Drop files here')}</b> {say('or choose them')}
      </label>
      <input id="files" type="file" name="files" multiple />
      <p class="note">{`${say('HTML, text, JSON Lines')} · ${say('a folder is added on the command line')}`}</p>
      <button type="submit" class="btn first">
        {say('Read them')}
      </button>
    </form>
  )
}

/** Addresses to fetch. */
export function AddressesForm({ token }: Adding) {
  return (
    <form action="/add" method="post" class="given">
      <input type="hidden" name="token" value={token} />
      <label for="urls" class="lab">
        {say('Addresses, one a line')}
      </label>
      <textarea id="urls" name="urls" rows={3} placeholder="https://" spellcheck={false} />
      <p class="btns">
        <button type="submit" class="btn">
          {say('Fetch and read')}
        </button>
      </p>
    </form>
  )
}

function Field(props: {
  readonly name: string
  readonly label: Label
  readonly type: string
  readonly placeholder?: string
}) {
  const { name, label, type, placeholder } = props
  return (
    <label class="field">
      {say(label as 'Outlet')}
      <input type={type} name={name} placeholder={placeholder} />
    </label>
  )
}

/** A text that was copied from elsewhere, with what is known of it. */
export function TextForm({ token }: Adding) {
  return (
    <form action="/add" method="post" class="given">
      <input type="hidden" name="token" value={token} />
      <label for="text" class="lab">
        {say('Paste a text')}
      </label>
      <textarea id="text" name="text" rows={6} />
      <div class="row">
        <Field name="headline" label="Headline" type="text" />
        <Field name="outlet" label="Outlet" type="text" />
        <Field name="published" label="Published" type="date" />
        <Field name="url" label="Address" type="text" placeholder="https://" />
      </div>
      <p class="btns">
        <button type="submit" class="btn">
          {say('Read it')}
        </button>
      </p>
    </form>
  )
}

/** The same on the command line. */
export function OnCommandLine() {
  return (
    <section class="sect">
      <h2>{say('On the command line')}</h2>
      <pre data-own>{'onrecord add saved-pages/'}</pre>
    </section>
  )
}

function Meter({ job }: { readonly job: Job }) {
  const { done, total } = job
  return (
    <progress class="meter" max={Math.max(total, 1)} value={done} aria-label={say('Pages')}>
      {say('{n} of {of} pages', { n: done, of: total })}
    </progress>
  )
}

const HEADS = {
  opening: 'Opening the reader',
  reading: 'Reading',
  done: 'Read',
  stopped: 'Stopped',
  failed: 'Not read',
} as const satisfies Record<Job['state'], Label>

function Counts({ job }: { readonly job: Job }) {
  const { added, version, kept, failed } = job.tally
  return (
    <p class="legend">
      <b>{say('{n} of {of} pages', { n: job.done, of: job.total })}</b>
      {added > 0 && <span>{say('{n} added', { n: added })}</span>}
      {version > 0 && <span>{counted(version, 'version')}</span>}
      {kept > 0 && <span>{say('{n} already kept', { n: kept })}</span>}
      {failed > 0 && <span>{say('{n} not added', { n: failed })}</span>}
    </p>
  )
}

function Going({ job, token }: { readonly job: Job } & Adding) {
  return (
    <div class="btns going">
      <a class="btn first" href={jobPath(job.id)}>
        {say('Refresh')}
      </a>
      <form method="post" action={`${jobPath(job.id)}/stop`}>
        <input type="hidden" name="token" value={token} />
        <button type="submit" class="btn">
          {say('Stop after this page')}
        </button>
      </form>
      <span class="note">{say('what is added stays added')}</span>
    </div>
  )
}

function Now(props: Adding & { readonly job: Job; readonly done: Done }) {
  const { job, token, done } = props
  return (
    <section class="sect" data-live={job.ended ? undefined : `${jobPath(job.id)}/events`}>
      <div data-renew="now" role="status">
        <h2>
          {say(HEADS[job.state])}{' '}
          <span class="note">{say('since {time}', { time: clockOf(job.started).replace(' UTC', '') })}</span>
        </h2>
        <Meter job={job} />
        <Counts job={job} />
        {job.problem !== undefined && (
          <p class="meta">
            {say('The reader could not go on.')} <code>{job.problem}</code>
          </p>
        )}
      </div>
      {job.ended === undefined && <Going job={job} token={token} />}
      <div data-renew="pages">
        <JobTables job={job} done={done} />
      </div>
    </section>
  )
}

function Earlier({ jobs }: { readonly jobs: readonly Job[] }) {
  if (jobs.length === 0) return null
  return (
    <section class="sect">
      <h2>{say('Added here')}</h2>
      <ul class="brief">
        {jobs.map((job) => (
          <li>
            <a href={jobPath(job.id)}>{say(HEADS[job.state])}</a>
            <Counts job={job} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Forms(props: Adding): Child {
  return (
    <>
      <FilesForm {...props} />
      <TextForm {...props} />
      <AddressesForm {...props} />
      <OnCommandLine />
    </>
  )
}

const Heading = () => (
  <div class="head">
    <h1>{say('Add pages')}</h1>
  </div>
)

/** The forms that add pages, and what was added since the desk was opened. */
export function addPage({ token, jobs }: Adding & { readonly jobs: readonly Job[] }) {
  return page(
    { title: say('Add pages'), here: 'add' },
    <>
      <Heading />
      <div class="cols">
        <div class="adding">
          <FilesForm token={token} />
          <TextForm token={token} />
        </div>
        <aside>
          <AddressesForm token={token} />
          <Earlier jobs={jobs} />
          <OnCommandLine />
        </aside>
      </div>
    </>,
  )
}

/** How far what was given has come: each page that was not added with the reason, each that was with its article and lines. */
export function jobPage(shown: Adding & { readonly job: Job; readonly done: Done }) {
  return page(
    { title: say('Add pages'), here: 'add' },
    <>
      <Heading />
      <div class="cols">
        <Now {...shown} />
        <aside aria-label={say('Add more')}>
          <Forms token={shown.token} />
        </aside>
      </div>
    </>,
  )
}
