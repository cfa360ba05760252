import { addSpeed } from './add.ts'
import { deskSpeed } from './desk.ts'
import { layersSpeed } from './layers.ts'
import { linkSpeed } from './link.ts'
import { openSpeed } from './open.ts'
import { pagesSpeed } from './pages.ts'
import { peerSpeed } from './peer.ts'
import { readingSpeed } from './reading.ts'
import { recordSpeed } from './record.ts'
import type { Speed } from './speed.ts'
import { viewsSpeed } from './views.ts'

/** Everything that is timed. */
export const SPEEDS: readonly Speed[] = [
  pagesSpeed,
  openSpeed,
  readingSpeed,
  layersSpeed,
  peerSpeed,
  addSpeed,
  recordSpeed,
  linkSpeed,
  deskSpeed,
  viewsSpeed,
]
