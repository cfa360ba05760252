import type { Span } from '../../text/span.ts'
import { isControl, isCorrection, isCredit, isDateline, isFurniture, isRelated, isSignOff } from '../classify.ts'
import type { DraftBlock } from '../draft.ts'
import { isByline, saysBy } from '../names.ts'
import { captionIn } from './captions.ts'

/** Lines from the head within which a byline may stand. */
const HEAD = 14
const LONGEST_CREDIT = 90

/** What a line is by its own words. */
export function ownPart(text: string, span: Span, i: number): DraftBlock {
  const line = text.slice(span.start, Math.min(span.end, span.start + 1000))
  const [part, rule] = partOf(line, i)
  return { ...span, part, by: `pages/plain-${rule}` }
}

function partOf(line: string, i: number): readonly [DraftBlock['part'], string] {
  if (isFurniture(line)) return ['furniture', 'furniture']
  if (isCorrection(line) && !(isDateline(line) && line.length < 60)) return ['correction', 'correction']
  if (isControl(line)) return ['furniture', 'control']
  if (isSignOff(line)) return ['furniture', 'sign-off']
  if (i < HEAD && (isByline(line) || saysBy(line))) return ['byline', 'byline']
  if (i > 0 && captionIn(line)) return ['caption', 'caption']
  if (isDateline(line)) return ['furniture', 'date']
  if (isCreditLine(line)) return ['credit', 'credit']
  if (isRelated(line) || isBracketed(line)) return ['related', 'related']
  return ['paragraph', 'paragraph']
}

/** "© Ana Roth / Reuters", "Photo: Ana Roth/Meridian", "AFP/Getty Images". */
const isCreditLine = (line: string): boolean =>
  line.length < LONGEST_CREDIT &&
  !/ \| |[.!?] \p{Lu}{2}/u.test(line) &&
  (/^©\s?\p{L}/u.test(line) ||
    (isCredit(line) && line.split(/[,/|:]/).every((part) => part.trim().split(/\s+/).length <= 4)))

/** "[ How the village lives with the river ]": a link, set in brackets. */
const isBracketed = (line: string): boolean =>
  line.length < 160 && /^\[\s?\p{Lu}[^[\]]{18,}[^[\].]\]$/u.test(line) && !/\bnote\b/i.test(line)
