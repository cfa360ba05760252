// The pure core: from pages to views, without clock, chance, network or files; usable in a browser too.
export type { Article, Block, Caption, Found, Part, Removed } from './articles/article.ts'
export type { Given, Page } from './articles/page.ts'
export {
  apply,
  type Decided,
  type Decision,
  decisionFromJson,
  join,
  makeDecision,
  type Target,
  targetOf,
  undoOf,
} from './decisions/index.ts'
export { EXPORTS } from './exports/index.ts'
export type { Candidate, Gazetteer } from './gazetteer/gazetteer.ts'
export { INPUTS } from './inputs/index.ts'
export { LAYERS } from './layers/index.ts'
export type { Tools } from './layers/layer.ts'
export { articleOf } from './pages/index.ts'
export { readingFromJson, readingToJson } from './readings/json.ts'
export { readArticle } from './readings/read.ts'
export type { LayerKey, Reading } from './readings/reading.ts'
export {
  type ArticleRow,
  type EntityRow,
  type FigurePoint,
  type FigureRow,
  type HappeningRow,
  link,
  type PlaceRow,
  type RowFilter,
  type StatementRow,
  type Story,
  type StoryRow,
  type StoryRows,
  storyOf,
} from './stories/index.ts'
export type { Tagger } from './tagger/tagger.ts'
export { type Citation, cite } from './text/citation.ts'
export type { Notice } from './text/notice.ts'
export type { Span } from './text/span.ts'
export { VIEWS } from './views/index.ts'
export type { Line, Piece } from './views/line.ts'
export type { View } from './views/view.ts'
