import { type Document, documentOf } from '../../src/tagger/linear/document.ts'
import { type Field, fieldOf } from '../../src/tagger/linear/field.ts'
import { factsOf } from '../../src/tagger/linear/lexicon.ts'
import { answerOf } from '../../src/tagger/linear/linear.ts'
import { MOST_NAMES, nameFeatures } from '../../src/tagger/linear/names.ts'
import { MOST_ROLES, roleFeatures, sceneOf } from '../../src/tagger/linear/roles.ts'
import type { Model } from '../../src/tagger/linear/weights.ts'
import { sizeOf } from '../../src/tagger/scheme.ts'
import type { Label, Tag } from '../../src/tagger/tagger.ts'
import { curveOf, type Judged } from './calibrate.ts'
import type { Lesson } from './corpora.ts'
import { settle } from './dictionary.ts'
import { type Course, type Fit, fitted } from './fit.ts'
import { builtLexicon } from './lexicon.ts'
import { addSamples, labelsOf, noSamples, type Samples } from './samples.ts'

const NAMES: readonly Label[] = ['person', 'organization', 'location', 'misc']
const ROLES: readonly Label[] = ['source', 'cue', 'content']

/** Sizes and courses of the three fields; `least` is how often a feature must be met. */
const PLAN = {
  names: { bits: 19, least: 2, course: { passes: 8, step: 0.1, decay: 0.002, seed: 1 } },
  guess: { bits: 18, least: 3, course: { passes: 4, step: 0.1, decay: 0.002, seed: 2 } },
  roles: { bits: 19, least: 3, course: { passes: 5, step: 0.1, decay: 0.002, seed: 3 } },
} as const

/** Parts into which the role documents are cut, so that what the second field sees of the first was never learnt from the same words. */
const FOLDS = 3

/** What to train from: names and roles to fit, silver names for the lexicon alone. */
export interface Schooling {
  readonly names: readonly Lesson[]
  readonly roles: readonly Lesson[]
  readonly silver: readonly Lesson[]
  readonly version: string
}

type Features = (doc: Document, index: number) => (token: number, out: Int32Array) => number
interface Plan {
  readonly bits: number
  readonly least: number
  readonly course: Course
}

/** Trains the lexicon and the three fields, one after another, and calibrates their scores. The same lessons give the same model. */
export async function trained({ names, roles, silver, version }: Schooling): Promise<Model> {
  const lexicon = await builtLexicon({
    texts: [...names, ...roles, ...silver],
    roles: roles.filter(({ kept }) => !kept),
    names: silver,
  })
  const documents = (lessons: readonly Lesson[]): readonly Document[] =>
    lessons.map(({ text, passages }) => documentOf(text, passages, (hash) => factsOf(lexicon, hash)))

  const nameDocs = documents(names)
  const byName: Features = (doc) => (i, out) => nameFeatures(doc, i, out)
  const first = gathered(names, nameDocs, NAMES, byName, PLAN.names)
  const nameField = curved(
    fieldFrom(first, NAMES, fitOf(first, NAMES, PLAN.names, isFitted(names))),
    names,
    nameDocs,
    byName,
  )

  const roleDocs = documents(roles)
  const named = roleDocs.map((doc) => answerOf(nameField, doc, byName(doc, 0), MOST_NAMES, { scored: false }).labels)
  const plain = roleDocs.map((doc, i) => sceneOf(doc, named[i] ?? new Uint8Array(0)))
  const byScene: Features = (_, index) => {
    const scene = plain[index]
    return (i, out) => (scene ? roleFeatures(scene, i, out) : 0)
  }
  const second = gathered(roles, roleDocs, ROLES, byScene, PLAN.guess)
  const guesses = guessed(second, roles, roleDocs, byScene)
  const guess = fieldFrom(second, ROLES, fitOf(second, ROLES, PLAN.guess, isFitted(roles)))
  second.samples.keys = new Int32Array(0)
  roles.forEach(({ kept }, i) => {
    const doc = roleDocs[i]
    if (kept && doc) guesses[i] = answerOf(guess, doc, byScene(doc, i), MOST_ROLES, { scored: false }).labels
  })

  const scenes = roleDocs.map((doc, i) => sceneOf(doc, named[i] ?? new Uint8Array(0), guesses[i]))
  const byGuess: Features = (_, index) => {
    const scene = scenes[index]
    return (i, out) => (scene ? roleFeatures(scene, i, out) : 0)
  }
  const third = gathered(roles, roleDocs, ROLES, byGuess, PLAN.roles)
  const roleField = curved(
    fieldFrom(third, ROLES, fitOf(third, ROLES, PLAN.roles, isFitted(roles))),
    roles,
    roleDocs,
    byGuess,
  )
  return { version, lexicon, names: nameField, guess, roles: roleField }
}

interface Gathered {
  readonly samples: Samples
  readonly checks: Uint8Array
}

const isFitted =
  (lessons: readonly Lesson[]) =>
  (doc: number): boolean =>
    lessons[doc]?.kept === false

function gathered(
  lessons: readonly Lesson[],
  docs: readonly Document[],
  kinds: readonly Label[],
  features: Features,
  plan: Plan,
): Gathered {
  const samples = noSamples()
  docs.forEach((doc, i) => {
    const lesson = lessons[i]
    if (!lesson || lesson.kept) return
    addSamples(samples, doc, labelsOf(doc, lesson.gold, kinds), features(doc, i), { doc: i, weight: lesson.weight })
  })
  const { checks, known } = settle(samples, plan.bits, plan.least)
  console.log(`${kinds.join(' ')}: ${samples.labels.length} tokens, ${known} features`)
  return { samples, checks }
}

const fitOf = (of: Gathered, kinds: readonly Label[], plan: Plan, keep: (doc: number) => boolean): Fit =>
  fitted(of.samples, of.checks.length, sizeOf(kinds), plan.course, keep)

/** 8-bit weights: the largest but one in ten thousand sets the unit. */
function fieldFrom({ checks }: Gathered, kinds: readonly Label[], { weights, scores }: Fit): Field {
  const sizes = weights
    .filter((w) => w !== 0)
    .map(Math.abs)
    .sort()
  const unit = Math.max(1e-6, (sizes[Math.floor(sizes.length * 0.9999)] ?? 1) / 127)
  const small = Int8Array.from(weights, (w) => Math.max(-127, Math.min(127, Math.round(w / unit))))
  return fieldOf({ kinds, checks, weights: small, unit, scores, curves: kinds.map(() => []) })
}

// What a field fitted on the other parts says of each document.
function guessed(
  of: Gathered,
  lessons: readonly Lesson[],
  docs: readonly Document[],
  features: Features,
): Uint8Array[] {
  const found: Uint8Array[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const field = fieldFrom(
      of,
      ROLES,
      fitOf(of, ROLES, PLAN.guess, (doc) => lessons[doc]?.kept === false && doc % FOLDS !== fold),
    )
    docs.forEach((doc, i) => {
      if (i % FOLDS === fold) found[i] = answerOf(field, doc, features(doc, i), MOST_ROLES, { scored: false }).labels
    })
  }
  return found
}

// Calibrates a field on the kept documents.
function curved(field: Field, lessons: readonly Lesson[], docs: readonly Document[], features: Features): Field {
  const judged: Judged[][] = field.kinds.map(() => [])
  docs.forEach((doc, i) => {
    const lesson = lessons[i]
    if (!lesson?.kept) return
    const right = new Set(lesson.gold.map(keyOf))
    for (const tag of answerOf(field, doc, features(doc, i), Math.max(MOST_NAMES, MOST_ROLES)).tags)
      judged[field.kinds.indexOf(tag.label)]?.push({ raw: tag.score, right: right.has(keyOf(tag)) })
  })
  return { ...field, curves: judged.map((list) => (list.length > 0 ? curveOf(list) : [])) }
}

const keyOf = ({ start, end, label }: Pick<Tag, 'start' | 'end' | 'label'>): string => `${start}-${end}-${label}`
