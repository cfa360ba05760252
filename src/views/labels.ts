/** Every word that a line may hold beside a source's own. */
export const LABELS = [
  'happened', 'ongoing', 'planned', 'called for', 'possible', 'denied', 'met', 'missed', 'overdue', 'reported by', 'said', 'says',
  'less sure', 'confirmed', 'disputed', 'unnamed source', 'speaker open', 'undated',
  'first', 'agrees', 'supersedes', 'conflicts', 'counted apart', 'other scope',
  'said otherwise before', 'said otherwise later', 'answers', 'answered', 'within', 'holds', 'said before', 'said again later',
] as const // biome-ignore format: a list to be read
export type Label = (typeof LABELS)[number]
