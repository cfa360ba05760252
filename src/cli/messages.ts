/** Every message of the command line, worded in one place. Each is one line unless it lists things. */
export const messages = {
  problem: (name: string, reason: string) => `onrecord: ${name} ${reason}`,
  misuse: (reason: string) => `onrecord: ${reason}`,
  seeHelp: (command: string) => `onrecord ${command ? `${command} ` : ''}--help shows how it is used`,
  oldNode: (needed: string, found: string) => `this needs Node ${needed} or newer; this is Node ${found}`,
  unexpected: (reason: string) => `onrecord: this should not have happened: ${reason}`,
  badJobs: (given: string, most: number) => `--jobs takes a whole number from 1 to ${most}, not ${given}`,
  badLimits: (flags: readonly string[]) => `${flags.join(' and ')} take a whole number from 1 to 1000`,
  otherReader: (reason: string) => `onrecord: ${reason}`,
  noSource: 'nothing to read: name a file, a folder, an address, or - for JSON Lines on standard input',
  noRecord: (path: string) => `${path} is not there yet; make it with: onrecord add PATH…`,
  badRecord: (path: string, reason: string) => `${path}: ${reason}`,
  notARecord: (path: string) => `${path} is an empty file, not a record`,
  isFolder: (path: string) => `${path} is a folder; a record is a file`,
  noFolder: (path: string, folder: string) => `${path} cannot be made: there is no folder ${folder}`,
  newRecord: (path: string) =>
    `onrecord: ${path} is new and holds nothing yet: add pages at the desk, or with: onrecord add PATH…`,
  emptyRecord: (path: string) => `${path} holds no article; add some with: onrecord add PATH…`,
  noStory: 'no article was read, so there is no story',
  unknownStory: (id: string) => `there is no story ${id}`,
  otherStories: (list: readonly string[]) => `other stories: ${list.join(' · ')} (choose with --story ID)`,
  badDay: (flag: string, value: string) => `${flag} is not a day: ${value} (a day: 2026-05-13, 2026-05, 2026)`,
  noOutlet: (name: string, list: readonly string[]) => `no article is of ${name}; there are: ${list.join(', ')}`,
  noStance: (stance: string, list: readonly string[]) =>
    `--stance ${stance} is not known; there are: ${list.join(', ')}`,
  noType: (type: string, list: readonly string[]) => `--type ${type} is not known; there are: ${list.join(', ')}`,
  noView: (name: string, list: readonly string[]) => `${name} is no view: ${list.join(', ')}`,
  noPerson: (name: string) => `nobody in the story is called ${name}`,
  manyPeople: (name: string, list: readonly string[]) =>
    `${name} may be ${list.join(' or ')}: give the whole name or the id`,
  notAdded: (name: string, reason: string) => `not added  ${name}  ${reason}`,
  notRead: (name: string, reason: string) => `not read  ${name}  ${reason}`,
  remark: (name: string, reason: string) => `${name}: ${reason}`,
  added: (counts: { added: number; kept: number; versions: number; failed: number }, seconds: number) =>
    [
      `added ${counts.added}`,
      counts.kept ? `already kept ${counts.kept}` : '',
      counts.versions ? `new version${counts.versions === 1 ? '' : 's'} ${counts.versions}` : '',
      counts.failed ? `not added ${counts.failed}` : '',
      `${seconds.toFixed(1)} s`,
    ]
      .filter(Boolean)
      .join(' · '),
  removed: (id: string) => `removed ${id}: its bytes, words and index are gone; a mark without words stays`,
  notThere: (id: string) => `there is no article ${id}`,
  serving: (url: string) => `the desk is at ${url} (Ctrl-C ends it)`,
  portTaken: (port: number) => `port ${port} is taken: give another with --port`,
  verified: (articles: number) => `all is well: every citation of ${articles} articles equals its words`,
  fault: (article: string | undefined, reason: string) => `${article ? `${article}: ` : ''}${reason}`,
  faults: (count: number) => `${count} fault${count === 1 ? '' : 's'}`,
  rebuilt: (articles: number, seconds: number) =>
    `read ${articles} articles again and linked them anew · ${seconds.toFixed(1)} s`,
  decided: (kind: string, count: number) => `${kind}: ${count} decision${count === 1 ? '' : 's'} kept`,
  lost: (words: string) => `kept, but lost: no one place of the article reads “${words}”`,
  noDecision: (id: string) => `there is no decision ${id}`,
  noMatch: (words: string) => `no line holds the words ${JSON.stringify(words)}`,
  manyMatches: (words: string, list: readonly string[]) =>
    `${JSON.stringify(words)} is in more than one line; give more words, or the id:\n${list.map((line) => `  ${line}`).join('\n')}`,
  someLost: (lost: number, waiting: number) =>
    [
      lost ? `lost ${lost}: their words are gone or stand more than once` : '',
      waiting ? `waiting ${waiting}: their article is not here, or a later decision holds in their place` : '',
    ]
      .filter(Boolean)
      .join(' · '),
  conflict: (a: string, b: string) => `conflict: ${a}\n     with: ${b}`,
  conflicts: (count: number) =>
    `${count} conflict${count === 1 ? '' : 's'}: the later decision holds; undo one of them`,
  joined: (fresh: number, known: number) =>
    `joined ${fresh} decision${fresh === 1 ? '' : 's'}${known ? ` · already here ${known}` : ''}`,
  notDecisions: (path: string, line: number, reason: string) => `${path}, line ${line}: ${reason}; nothing is joined`,
  noFile: (path: string, reason: string) => `${path} cannot be read: ${reason}`,
  noArticle: (id: string) => `there is no article ${id}`,
  notInArticles: (words: string) => `no article that tells it has the words ${JSON.stringify(words)}`,
  noOtherEnd: (words: string) => `${JSON.stringify(words)} is one article alone: there is nothing to split`,
  notOne: (a: string, b: string) => `${a} and ${b} are not one: there is nothing to split`,
  alreadyOne: (a: string, b: string) => `${a} and ${b} are one already`,
  otherThings: 'what is merged must be of one kind: two people, two statements, two things that happened',
  noPlace: (name: string) => `the place data know no ${name}: give another name, or a number of GeoNames`,
  manyPlaces: (name: string, list: readonly string[]) =>
    `${name} may be ${list.length} places; give the number:\n${list.map((line) => `  ${line}`).join('\n')}`,
  tooLarge: (path: string, most: number) => `${path} is larger than ${most / 1_048_576} MiB: not read`,
  notTable: (path: string, reason: string) => `${path} is no table that can be read: ${reason}`,
  emptyTable: (path: string) => `${path} is empty: the first row must name the columns`,
  doubledColumn: (path: string, name: string) => `${path} has the column ${name} twice`,
  noColumn: (path: string, name: string) =>
    `${path} has no column ${name}: export with --format csv again, and leave the columns view, id, was and export in`,
  moreCells: (path: string, row: number, columns: number) => `${path}, row ${row} has more than ${columns} cells`,
  noRows: (path: string) => `${path} has no row that was exported: it cannot be told what was taken out`,
  unknownExport: (view: string, mark: string) =>
    `this record cannot make the export of ${view} that the file is of (${mark || 'the column export is empty'})`,
  inRow: (row: number, reason: string) => `row ${row}: ${reason}`,
  rowOf: (row: number, id: string) => `row ${row}  ${id || 'new'}`,
  otherExport: 'the column export is another one than in the rows before: leave it as it was',
  idGone: 'its id is gone: put it back, or take the whole row out',
  doubled: (id: string, row: number) => `${id} is in row ${row} too`,
  noLine: (id: string) => `the export has no line ${id} any more: export again`,
  stale: (id: string) => `${id} was changed in the record since the export: export again, or take your change back`,
  otherLines: (view: string, count: number) =>
    `${view}: the record has other lines than at the export, so ${count} that the file lacks may be new: export again to take rows out`,
  badCell: (row: number, column: string, value: string, problem: 'none' | 'two') =>
    `row ${row}: ${column} ${problem === 'two' ? 'may be two days' : 'is no day'}: ${value} (write 2026-05-13)`,
  oneName: 'who can be changed by one name: another, one more, or one fewer',
  insteadOrBeside: '--instead names who is replaced, --beside adds one more: give one of them',
  noneOfPart: 'none needs --part, or --instead: who takes no part',
  nobodyThere: 'no article that tells it has anybody who takes part so',
  oneRole: 'roles can be changed by one other role',
  newRowNeeds: 'a new row needs an article and words of it in text',
  notOnce: (words: string, article: string) => `${JSON.stringify(words)} does not stand in ${article} exactly once`,
  noSpeaker: (article: string) => `a new claim needs in who the words of ${article} for who says it`,
  newShape: 'a new row is an event or a claim: say so in shape',
  notDone: (list: readonly string[], more: number) =>
    `nothing is done:\n${list.map((line) => `  ${line}`).join('\n')}${more > 0 ? `\n  and ${more} more` : ''}`,
  changed: (column: string, was: string, now: string) => `${column}: ${was} → ${now}`,
  gone: (words: string) => `hidden: ${JSON.stringify(words.length > 80 ? `${words.slice(0, 79)}…` : words)}`,
  addedEvent: (words: string, article: string, day: string | undefined) =>
    `an event: ${JSON.stringify(words)} in ${article}${day === undefined ? '' : `, ${day}`}`,
  addedClaim: (words: string, article: string, speaker: string) =>
    `a statement of ${speaker}: ${JSON.stringify(words)} in ${article}`,
  notSettled: (row: number, columns: readonly string[]) => `row ${row}: not settled by a table: ${columns.join(', ')}`,
  compared: (path: string, counts: { changed: number; gone: number; added: number; same: number }) =>
    `${path}: ${counts.changed} changed · ${counts.gone} taken out · ${counts.added} new · ${counts.same} as they were`,
  needsYes: 'nothing is done yet: give --yes to do it',
  doIt: (count: number) => `keep ${count} decision${count === 1 ? '' : 's'}? [y/n] `,
  nothingDone: 'nothing is done',
  noKeys: 'keys need a terminal: --format jsonl lists what is open',
  usedBy: (views: number, origins: number) =>
    `used by ${views} view${views === 1 ? '' : 's'} · ${origins === 1 ? 'one origin' : `${origins} origins`}`,
  ranked: (score: number, rank: number) => `score ${score.toFixed(2)} · rank ${rank.toFixed(2)}`,
  checking: (n: number, of: number, checked: number) =>
    `line ${n} of ${of}${checked ? ` · ${checked} checked before` : ''}`,
  checkKeys: 'y confirm · n dispute · e edit · s later · u undo · k back · q leave',
  editKeys: 'd day · p place · w who · r name · n note: ',
  editSlot: (what: string) => `\n${what}: `,
  nothingToUndo: 'nothing was done here yet',
  checkDone: (done: number, open: number) => `${done} checked · ${open} open`,
  noWords: (words: string) => `these words stand in no article, or in more than one place: ${JSON.stringify(words)}`,
  needs: (what: string) => `this needs ${what}`,
  unknownKind: (kind: string, kinds: readonly string[]) => `${kind} is no kind of correction: ${kinds.join(', ')}`,
  shown: (all: number, shown: number, folded: number) =>
    [`${all} line${all === 1 ? '' : 's'}`, folded ? `${shown} shown` : '', folded ? `${folded} less sure folded` : '']
      .filter(Boolean)
      .join(' · '),
  counted: (articles: number, outlets: number, origins: number) =>
    [
      `${articles} article${articles === 1 ? '' : 's'}`,
      `${outlets} outlet${outlets === 1 ? '' : 's'}`,
      `${origins} origin${origins === 1 ? '' : 's'}`,
    ].join(' · '),
  gaps: 'what the record cannot yet stand on',
  noGap: 'nothing that is shown lacks anything',
  moreLines: (count: number, gap: string) => `${count} more: --gap ${JSON.stringify(gap)}`,
  share: (part: number, all: number) => `${part} of ${all}`,
  unnamed: 'unnamed sources, by outlet',
  earlierFigures: (count: number) => `${count} earlier figure${count === 1 ? '' : 's'}`,
  moreHint: '--all shows what is less sure · --format json|csv|markdown writes it for others',
  queryOrNames: 'name what to look for, or a file of names with --names',
  badLimit: (given: string, most: number) => `--limit takes a whole number from 1 to ${most}, not ${given}`,
  badQuery: (reason: string, at: number, query: string) => `${reason}, at ${at} of: ${query}`,
  unknownField: (name: string, value: string) => `nothing in the record answers to ${name}:${JSON.stringify(value)}`,
  found: (total: number, more: boolean, articles: number, shown: number) =>
    [
      `${total.toLocaleString('en')}${more ? '+' : ''} sentence${total === 1 ? '' : 's'}`,
      total ? `in ${articles.toLocaleString('en')}${more ? '+' : ''} article${articles === 1 && !more ? '' : 's'}` : '',
      shown < total ? `${shown} shown` : '',
    ]
      .filter(Boolean)
      .join(' · '),
  holds: (sentences: number, articles: number) =>
    sentences
      ? `${sentences} sentence${sentences === 1 ? '' : 's'} in ${articles} article${articles === 1 ? '' : 's'}`
      : 'in no sentence',
  namesFound: (all: number, known: number) => `${all} name${all === 1 ? '' : 's'} · ${known} found`,
  unreadable: (path: string, reason: string) => `${path} ${reason}`,
  noText: 'is no text',
  noNames: 'holds no name',
  noNamesFormat: (format: string, list: readonly string[]) => `names are not written as ${format}: ${list.join(', ')}`,
  written: (path: string) => `written to ${path}`,
  published: (files: number, path: string) => `published ${files} file${files === 1 ? '' : 's'}: ${path}`,
  holdsOthers: (path: string, name: string) =>
    `${path} holds other things (${name}): publish into a new folder, or into one that was published before`,
  notAFolder: (path: string) => `${path} is not a folder`,
  cannotWrite: (path: string, reason: string) => `${path} cannot be written: ${reason}`,
} as const
