export { BY_PERSON, byPublication, clusterId, clustersOf, type Never, publishedOf, rootsOf } from './cluster.ts'
export type {
  ArticleItem,
  EntityItem,
  FigureItem,
  HappeningItem,
  Item,
  ItemKind,
  ItemOf,
  PlaceItem,
  Ref,
  Report,
  Spot,
  StatementItem,
} from './items.ts'
export { oddsOf } from './likeness.ts'
export { LINKING, link } from './link.ts'
export { type Cluster, type Link, type LinkIndex, type LinkKind, rankOf } from './links.ts'
export { type MemoryIndex, memoryIndex } from './memory.ts'
export { headlineIn } from './offer/article.ts'
export { mentionsAlike } from './offer/place.ts'
export { partsOfRef, refOf } from './offer/source.ts'
export { itemsOf } from './offer.ts'
export { type Joining, type Joinings, joiningsOf, linkKindOf } from './pairs.ts'
export { type ArticleContext, articleRow } from './rows/article.ts'
export type { RowContext } from './rows/context.ts'
export { type EntityContext, entityRow } from './rows/entity.ts'
export {
  type Entry,
  type EntryOf,
  entryOf,
  isListed,
  LISTED,
  type Listed,
  type Outlined,
  outlineOf,
} from './rows/entry.ts'
export { figureRow, lastPoint } from './rows/figure.ts'
export {
  articlePasses,
  entityPasses,
  figurePasses,
  happeningPasses,
  placePasses,
  statementPasses,
} from './rows/filter.ts'
export { happeningRow } from './rows/happening.ts'
export type { Due, Kept, Listing, Start, StoryParts } from './rows/parts.ts'
export { type PlaceContext, placeRow } from './rows/place.ts'
export { storyRows } from './rows/rows.ts'
export { statementRow } from './rows/statement.ts'
export { byWeight, centralities, copiesOf, storyRow } from './rows/story.ts'
export type {
  ArticleRow,
  EntityRow,
  FigurePoint,
  FigureRow,
  HappeningRow,
  PlaceRow,
  Reason,
  RowFilter,
  StatementRow,
  StoryRow,
  StoryRows,
  Telling,
  Who,
} from './rows.ts'
export { askedOf, COMPARED, LEAST_SHARED, sharesOf } from './sharing.ts'
export { type Story, storiesOf, storyOf } from './story.ts'
