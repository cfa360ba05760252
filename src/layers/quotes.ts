import type { Span } from '../text/span.ts'
import { layer } from './layer.ts'
import { sentences } from './sentences.ts'

/** A stretch inside quotation marks, marks included; one that is not closed runs to the end of its paragraph. */
export interface Quote extends Span {
  /** What stands between the marks. */
  readonly inner: Span
  /** Whether a closing mark was found in the paragraph. */
  readonly closed: boolean
  /** Start of the quotation that this one goes on from, when the paragraph before was left open. */
  readonly continues?: number
}

export const quotes = layer({
  key: 'quotes',
  needs: [sentences],
  hidden: true,
  read: (): readonly Quote[] => [],
})
