import { type Decision, decisionSchema, type Making, makeDecision } from '../../decisions/index.ts'
import type { OnRecord } from '../../record/record.ts'
import { type Options, word } from '../command.ts'
import { messages } from '../messages.ts'
import { Misuse, type World } from '../world.ts'

/** What a correction works with. */
export interface Scene {
  readonly record: OnRecord
  readonly world: World
  /** Who settles, and when. */
  readonly settler: { readonly by: string; readonly at: string }
}

/** One kind of correction. */
export interface Correction {
  readonly name: string
  /** What is written behind its name. */
  readonly takes: string
  /** One line, for help. */
  readonly about: string
  run(words: readonly string[], options: Options, scene: Scene): Promise<number>
}

type Without<D> = D extends Decision ? Omit<D, 'id' | 'at' | 'by'> : never

/** What is settled, before who and when. */
export type Unsettled = Without<Exclude<Decision, { readonly kind: 'undo' }>> | Without<Decision>

/** Decisions of one moment. Throws a Misuse where a value is none that a decision may have. */
export function madeOf(scene: Pick<Scene, 'settler'>, settled: readonly Unsettled[]): readonly Decision[] {
  return settled.map((one) => {
    const decision = makeDecision({ ...one, ...scene.settler } as Making)
    const checked = decisionSchema.safeParse(decision)
    if (!checked.success) throw new Misuse(checked.error.issues[0]?.message ?? one.kind)
    return decision
  })
}

/** Keeps decisions in one transaction; says so, and which of them are lost. */
export async function settle(scene: Scene, kind: string, settled: readonly Unsettled[]): Promise<number> {
  const decisions = madeOf(scene, settled)
  const states = await scene.record.decideAll(decisions)
  const lost = decisions.filter((_, at) => states[at] !== 'applied')
  for (const decision of lost)
    scene.world.err(`${messages.lost('target' in decision ? decision.target.exact : kind)}\n`)
  await scene.world.out(`${messages.decided(kind, decisions.length)}\n`)
  return lost.length > 0 ? 1 : 0
}

/** A word that must be there. Throws a Misuse that says what for. */
export function needed(value: string | undefined, what: string): string {
  if (!value?.trim()) throw new Misuse(messages.needs(what))
  return value
}

/** The article that the options name. */
export const articleIn = (options: Options): string | undefined => word(options, 'article')
