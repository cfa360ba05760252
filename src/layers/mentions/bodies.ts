import { wordsOf } from '../../text/span.ts'
import bodies from './bodies.json' with { type: 'json' }
import { initialsOf, type Name } from './names.ts'
import { BODIES, HEADS, HONORIFICS } from './roles.ts'
import { isPossessive, type Word, wordFrom } from './words.ts'

const OWNED = new Set(bodies.owned)
const OF = new Set(bodies.of)
const LINKS = new Set(bodies.links)
const ENDING = new RegExp(`(?:${bodies.endings.join('|')})$`, 'iu')

// "|Velmora|'s shares", "|Velmora| managers", "the company |Velmora|", "managers of |Velmora|", "|Velmora Agrochem| (VA)".
function isBody(text: string, words: readonly Word[], name: Name, from: number, to: number): boolean {
  const at = isPossessive(words[to]) ? to + 1 : to
  if (OWNED.has(words[at]?.lower ?? '') || (at > to && OWNED.has(words[at + 1]?.lower ?? ''))) return true
  const before = words[from - 1]?.lower ?? ''
  if (BODIES.has(before)) return true
  if (LINKS.has(before) && OF.has(words[from - 2]?.lower ?? '')) return true
  const short = words[to]?.text === '(' && words[to + 2]?.text === ')' ? (words[to + 1]?.text ?? '') : ''
  return short.length > 1 && initialsOf(wordsOf(text, name)).startsWith(short)
}

// "Ms |Abara|", "spokesman |Jon Ruiz|", "|Lena Abara|, 34,", "|Lena Abara|, who".
function isPerson(words: readonly Word[], from: number, to: number): boolean {
  const before = words[from - 1]?.lower ?? ''
  if (HONORIFICS.has(before) || HEADS.has(before)) return true
  const next = words[to]?.text === ',' ? words[to + 1] : words[to]
  return next !== undefined && (next.kind === 'number' || next.lower === 'who' || next.lower === 'told')
}

/** A surer name is not taken for the first word of a company's. */
const SHORT = 0.85

/** One less sure than this is taken for the first word of what a tagger saw as a body. */
const DOUBTED = 0.5

/** A place less sure than this may be a company of that name; one that ends as companies do, "Velmora Agrochem", may be with more doubt. */
const UNSURE = { plain: 0.7, ending: 0.8 }

// What a tagger takes companies for.
const mayBe = ({ type, score }: Name, own: string): boolean =>
  type === 'person' ||
  (type === 'location' && score < (own.includes(' ') && ENDING.test(own) ? UNSURE.ending : UNSURE.plain))

/** Names taken for persons, or with doubt for places, that the text treats as companies and the like, and never as persons, are organizations. */
export function bodied(text: string, words: readonly Word[], names: readonly Name[]): readonly Name[] {
  const [body, person] = [new Set<string>(), new Set<string>()]
  for (const name of names) {
    const own = wordsOf(text, name)
    if (!mayBe(name, own)) continue
    const [from, to] = [wordFrom(words, name.start), wordFrom(words, name.end)]
    if (isPerson(words, from, to)) person.add(own)
    else if (ENDING.test(own) || isBody(text, words, name, from, to)) body.add(own)
  }
  const first = new Set(
    [...body].filter((own) => !person.has(own) && own.includes(' ')).map((own) => own.split(' ')[0]),
  )
  const named = new Set(
    names
      .filter(({ type }) => type === 'organization')
      .flatMap((name) => wordsOf(text, name).split(' ').slice(0, -1).slice(0, 1)),
  )
  return names.map((name) => {
    const own = wordsOf(text, name)
    const whole = mayBe(name, own) && body.has(own)
    // "Velmora" of "Velmora Agrochem", whatever else it was taken for.
    const short =
      name.type !== 'organization' &&
      ((name.score < SHORT && first.has(own)) || (name.score < DOUBTED && named.has(own)))
    if (person.has(own) || !(whole || short)) return name
    return { ...name, type: 'organization', by: 'mentions/body', score: Math.min(name.score, 0.7) }
  })
}
