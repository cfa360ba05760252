import { cast } from './cast.ts'
import { coverage } from './coverage.ts'
import { figures } from './figures.ts'
import { map } from './map.ts'
import { statements } from './statements.ts'
import { timeline } from './timeline.ts'
import type { View } from './view.ts'

/** Every view, in the order in which they are shown. */
export const VIEWS: readonly View[] = [timeline, statements, cast, figures, map, coverage]
