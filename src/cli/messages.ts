/** Every message of the command line, worded in one place. Each is one line unless it lists things. */
export const messages = {
  problem: (name: string, reason: string) => `onrecord: ${name} ${reason}`,
  misuse: (reason: string) => `onrecord: ${reason}`,
  seeHelp: (command: string) => `onrecord ${command ? `${command} ` : ''}--help shows how it is used`,
  oldNode: (needed: string, found: string) => `this needs Node ${needed} or newer; this is Node ${found}`,
  unexpected: (reason: string) => `onrecord: this should not have happened: ${reason}`,
  badJobs: (given: string, most: number) => `--jobs takes a whole number from 1 to ${most}, not ${given}`,
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
  written: (path: string) => `written to ${path}`,
  cannotWrite: (path: string, reason: string) => `${path} cannot be written: ${reason}`,
} as const
