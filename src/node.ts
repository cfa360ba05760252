// What Node adds to the core: opening the tagger and the gazetteer in the package, and gathering pages.
export {
  addPages,
  type Collected,
  type Collecting,
  isProblem,
  openThreads,
  type Problem,
  pagesOf,
  type Readers,
  readersOf,
  readPages,
  reread,
  type Threads,
  verifyAll,
} from './collect/index.ts'
export { openGazetteer } from './gazetteer/open.ts'
export { type Opening, openTagger, READERS, type ReaderName } from './tagger/open.ts'
