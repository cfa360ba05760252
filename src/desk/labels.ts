import { REASONS } from '../record/query/query.ts'

/**
 * All that the desk says of its own. `{n}` is a number, `{date}` a calendar day or span of days, `{outlet}` an outlet's name,
 * `{rule}` the name of a rule. Whatever else stands on a page is a source's words, a value, or a person's own words.
 */
export const LABELS = [
  // Chrome
  'Onrecord', 'Skip to the record', 'Stories', 'Desk', 'Views', 'Front', 'Keys', 'Search', 'Page not found',
  'Serif: words of a source, exact. Sans: words of the program, from a fixed list. Mono: your own words.',
  'This address leads to nothing in the record.', 'Back to the stories', 'Not done', 'The form was old: open the page again and repeat.',
  'These words are not in the paragraph, or stand there more than once.', 'These words do not stand in the article.', 'The place data do not know this name.', 'This is no value that it may have.', 'The desk answers this machine only.',
  'Something is missing in the form.', 'Place data: GeoNames, CC BY 4.0',
  // Empty record
  'Nothing kept yet', 'Give it news pages. Every line it shows will lead back to the sentence that says so.', 'On the command line',
  'One file, record.db, in this folder. Nothing leaves this machine.', 'Nothing matches', 'all lines', 'download', 'Corrections', 'Nothing is corrected yet. Each line of a story can be.', 'This form is too long.', 'This was undone already.', 'This did not work: the desk met a fault, and says more where it was started.',
  // Counts
  '{n} stories', 'one story', '{n} articles', 'one article', 'from {n} outlets', 'from one outlet', '{n} lines', 'one line', '{n} less sure', 'What is less sure is left out of a long story', 'show it',
  '{n} statements', 'one statement', '{n} speakers', 'one speaker', '{n} people', 'one person', '{n} organizations', 'one organization', '{n} places', 'one place',
  '{n} other names', 'one other name', '{n} unnamed sources', 'one unnamed source', '{n} origins', 'one origin', '{n} copies', 'one copy', '{n} reports', 'one report',
  'named {n} times', 'named once', 'in {n} articles', 'in one article', 'report {n} of {of}', 'mention {n} of {of}', '{n} words', '{n} blocks removed',
  'one block removed', 'all {n} lines', 'all {n} statements', 'all {n} names', '{n} more', '{n} versions', 'version {n} of {of}', 'one square a line', 'the higher, the more lines',
  // Time
  'since {date}', 'by {date}', 'last on {date}', 'last read {date}', 'last report', '{date} to {date2}', 'day implied', 'undated',
  'beyond the axis', '{n} earlier', '{n} later', '{n} undated', 'printed {date}',
  // Lines
  'What happened', 'Who said what', 'People', 'Organizations', 'Places', 'Other names', 'Unnamed sources', 'Cast', 'Timeline', 'Statements', 'Lines by day', 'key line',
  'headline as in', 'headline as in {outlet}', 'Next planned', 'Overdue', 'Spoke last', 'Latest', 'Where it stands', 'Conflicts',
  'Planned, and what became of it', 'Reported by', 'copy', 'copy of {outlet}', 'same words', 'words differ', 'direct', 'mixed', 'indirect', 'less sure', 'speaker open',
  'no report since', 'ring: said', 'bar: due', 'dot: reported as done', 'named, by day', 'bar: one day', 'by times named', 'beside the others', 'as printed',
  'happened', 'ongoing', 'planned', 'called for', 'possible', 'denied', 'met', 'missed', 'overdue', 'confirmed', 'disputed', 'unnamed source',
  'reported',
  // Figures
  'Figures', '{n} series', 'one series', '{n} figures', 'one figure', '{n} conflicts', 'one conflict', 'a series ends at its last report', 'first', 'agrees',
  'supersedes', 'conflicts', 'counted apart', 'other scope', 'by day', 'low', 'high', 'relation', 'the outlet itself', 'all {n} figures',
  // Stances
  'says', 'said', 'announced', 'claimed', 'warned', 'promised', 'demanded', 'asked', 'criticised', 'praised', 'predicted', 'believed', 'found',
  'by speaker', 'by stance', 'to whom', 'said otherwise before', 'said otherwise later', 'answers', 'answered', 'within', 'holds', 'said before', 'said again later',
  // Gaps and articles
  'Coverage', 'Compare', 'Who printed, and when', 'square: an article', 'split: changed later', 'hollow: a copy', 'What an edit changed', 'side by side',
  'what the copy cut', 'no origin of its own', '{n}% of the words kept', 'first on {n}', 'agency {outlet}', 'cut', 'not there', 'one', 'other',
  '{n} of {of} paragraphs the same', 'no report since {date}', 'one changed later', '{n} changed later',
  'Gaps', 'Gap', 'Lines', 'figure without a source', 'First of them', 'what the record cannot yet stand on', 'Articles', 'all {n} articles', 'Printed by',
  'line {n} of {of}', 'next line', 'previous line', 'never merged across articles', 'add what is selected', 'in the order printed',
  // Map
  'Map', '{n} dots', 'one dot', '{n} regions', 'one region', '{n} countries', 'one country', 'until {date}', 'Until a day', 'drawn as', 'dot', 'area, approximate', 'whole country',
  'no outline in the map data', 'not in the place data', 'not in the drawing', 'Listed, not drawn', 'town, by origins', 'region, around its towns, approximate', 'country named as a whole',
  'names in grey are for bearing, not in the record', '{n} km', 'Inset', 'origins', 'city', 'site', 'region', 'country', 'dots sized by origins, copies not counted', 'no pin finer than its mention',
  'Nothing here can be drawn', 'Outlines: Natural Earth',
  // Filters
  'Filter', 'Certainty', 'Who takes part', 'Person', 'Place', 'Outlet', 'Speaker', 'Stance', 'Words', 'From', 'To', 'all', 'Show', 'clear',
  // Person
  'Names, as printed', 'Roles, as printed', 'Why these are one', 'Perhaps the same', 'for you to say', 'say', 'same', 'Named in', 'from', 'to', 'why', 'Name', 'Role', 'Article', 'one article alone',
  'Said', 'named by you', 'printed as', 'Part in', 'person', 'organization', 'location', 'misc', 'source',
  // Article
  'Layers', 'people', 'organizations', 'places', 'times', 'figures', 'statements, bar at the left', 'events', 'Why', 'Cite', 'Picture not kept',
  'Correction', 'Not the article', 'Removed from the page, and why', 'Versions', 'implied', 'stated', 'found by',
  'Remarks', 'previous', 'next', 'Mentions', 'Reading', 'entity', 'time', 'figure', 'statement',
  'event', 'place', 'speaker', 'day', 'value', 'name', 'kind', 'certainty', 'counted from publication', 'counted from', 'in units of the SI', 'role', 'who', 'where', 'when', 'open', 'Nothing was found here',
  'choose marked words to see why', 'by', 'dateline', 'to the story', 'to the line', 'to the person', 'No article was found on this page.', 'cue', 'said by', 'modality',
  // Decisions
  'Correct', 'Confirm', 'Hide', 'Rename', 'Undo', 'New name', 'Add what the machine missed', 'Words, exactly as they stand above', 'These words are', 'Add',
  'Done to this article', 'hidden', 'renamed', 'added', 'not applied: the words are gone or stand more than once', 'Low', 'High', 'Unit',
  'a name', 'an event', 'a statement', 'a date', 'a figure', 'Kind of name', 'Kind of event', 'Speaker, exactly as it stands above', 'Value, as 2026-05-13', 'Day, as 2026-05-13',
  'add to this paragraph', 'note', 'applied', 'close', 'actor', 'target', 'victim', 'instrument', 'who else', 'takes part as', 'takes no part',
  'Dispute', 'Edit', 'Keep', 'Later', 'other day', 'other place', 'other words', 'undated', 'no place', 'Note', 'Role, in words of the article', 'role chosen', 'day given', 'place given', 'speaker given', 'noted', 'merged', 'kept apart', 'lost', 'waiting', 'not the same', 'merge', 'Merge with', 'Kept apart', 'conflicts', 'Links', 'edit',
  'waiting: its article is not here, or a later decision holds in its place', 'by a person',
  // Check
  'Check', 'Now', 'Next', 'Done', 'one line at a time, its source beside it', '{n} of {of} lines checked', '{n} confirmed', '{n} disputed', '{n} open', 'least sure and most used first', 'used by {n} views', 'used by one view', 'Open the source', 'All is checked.', 'Why less sure', 'next', 'confirm', 'dispute', 'edit where it stands', 'later', 'undo', 'next, previous', 'rank', 'your note',
  // Adding
  'Add pages', 'Drop files here', 'or choose them', 'Files', 'Read them', 'Addresses, one a line', 'Fetch and read', 'Paste a text', 'Text', 'Headline', 'Address', 'Published', 'Read it',
  'HTML, text, JSON Lines', 'a folder is added on the command line', 'Opening the reader', 'Read', 'Stopped', 'Not read', 'Refresh', 'Stop after this page', 'what is added stays added',
  '{n} of {of} pages', '{n} to {to} of {of}', 'This is an older version; views show the newest.', 'to the newest version', 'This sentence stands no longer in the newest version.', 'the same sentence in the newest version', 'in an older version', '{n} added', '{n} already kept', '{n} not added', 'one new version', '{n} new versions', 'new version', 'already kept', 'not added', 'remark', 'Not added, and why', 'Added, the last first',
  '{n} paragraphs', 'one paragraph', 'Added here', 'page', 'state', 'outcome', 'what changed', 'read, one page at a time', 'since {time}', 'Add more', 'the last {n} are shown', 'Pages',
  'This is more than 32 MiB at once: add it in parts, or on the command line.', 'Name the desk as the origin of what changes something.',
  'There is nothing to read: choose a file, paste a text or give an address.', 'This is no http or https address.', 'This is no day, as 2026-05-13.',
  'Much is being read already: wait until some of it is done.', 'Back', 'The reader could not go on.',
  // Published
  'What is cited, with the sentence before and after; the rest is cut.', 'Sources',
  // Keys
  'next line, next paragraph', 'previous line, previous paragraph', 'source beside', 'open or close', 'previous report, next report', 'search', 'all keys', 'then a letter: a view',
  'No key works where you type. Every key has a link or a button that does the same.', 'Key', 'What it does', 'close the source beside', 'Source',
  // Search and basket
  'Search the record', 'one sentence', '{n} sentences', 'more than {n} sentences', 'best match first', 'last printed first', 'more', 'Narrow',
  'Published', 'Story', 'Operators', 'nothing answers to', 'Nothing is sought yet.', 'Basket', 'Into the basket', 'into the basket', 'out of the basket',
  'all {n} into the basket', 'empty it', 'The basket is empty.', 'The basket holds no more: export it, or empty it.',
  '{n} lines are gone from the record', 'one line is gone from the record', 'both words', 'these words, one after the other', 'a word that begins so',
  'one or the other', 'without it', 'names this person or organization', 'names this place', 'part of what they say', 'printed by', 'of this story',
  'published from this day, month or year on', 'published up to it', ...REASONS,
] as const // biome-ignore format: a list to be read

/** What a label stands for. */
export type Label = (typeof LABELS)[number]

type Slot<L extends string> = L extends `${string}{${infer Name}}${infer Rest}` ? Name | Slot<Rest> : never

/** A label with its values put in. */
export function say<L extends Label>(
  label: L,
  ...[values]: [Slot<L>] extends [never] ? [] : [Readonly<Record<Slot<L>, string | number>>]
): string {
  if (!values) return label
  return label.replace(/\{(\w+)\}/g, (_, name: string) => String((values as Record<string, string | number>)[name]))
}

/** What is counted, as one label for one and one for many: `counted(3, 'article')`. */
const COUNTS = {
  story: ['one story', '{n} stories'],
  article: ['one article', '{n} articles'],
  outlet: ['from one outlet', 'from {n} outlets'],
  line: ['one line', '{n} lines'],
  sentence: ['one sentence', '{n} sentences'],
  gone: ['one line is gone from the record', '{n} lines are gone from the record'],
  statement: ['one statement', '{n} statements'],
  speaker: ['one speaker', '{n} speakers'],
  person: ['one person', '{n} people'],
  organization: ['one organization', '{n} organizations'],
  location: ['one place', '{n} places'],
  dot: ['one dot', '{n} dots'],
  region: ['one region', '{n} regions'],
  country: ['one country', '{n} countries'],
  misc: ['one other name', '{n} other names'],
  source: ['one unnamed source', '{n} unnamed sources'],
  origin: ['one origin', '{n} origins'],
  copy: ['one copy', '{n} copies'],
  report: ['one report', '{n} reports'],
  changed: ['one changed later', '{n} changed later'],
  series: ['one series', '{n} series'],
  figure: ['one figure', '{n} figures'],
  conflict: ['one conflict', '{n} conflicts'],
  named: ['named once', 'named {n} times'],
  within: ['in one article', 'in {n} articles'],
  version: ['one new version', '{n} new versions'],
  paragraph: ['one paragraph', '{n} paragraphs'],
  removed: ['one block removed', '{n} blocks removed'],
} as const satisfies Record<string, readonly [Label, Label]>

/** How many of something, in words of the list. */
export function counted(n: number, what: keyof typeof COUNTS): string {
  const [one, many] = COUNTS[what]
  return n === 1 ? one : say(many as '{n} articles', { n })
}

const known: ReadonlySet<string> = new Set(LABELS)

/** Whether a word of a reading (a stance, a modality) is one that the desk may say. */
export const isLabel = (word: string): word is Label => known.has(word)
