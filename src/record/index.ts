export { type Kept, openRecord, type RecordOptions } from './open.ts'
export type { Added, Fault, OnRecord } from './record.ts'
