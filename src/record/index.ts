export { openRecord, type RecordOptions } from './open.ts'
export { FIELDS, type FieldName, isProblem, type Problem, REASONS, type Reason } from './query/query.ts'
export type { Added, Fault, OnRecord, Settled, State } from './record.ts'
export type { Called, Facet, Found, Hit, Order, SearchOptions } from './search/found.ts'
