export { type Kept, openRecord, type RecordOptions } from './open.ts'
export type { Added, Fault, OnRecord, Settled, State } from './record.ts'
