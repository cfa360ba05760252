import { type Options, word } from '../command.ts'
import { madeOf, type Scene } from '../corrections/correction.ts'
import { messages } from '../messages.ts'
import { Misuse } from '../world.ts'
import { compare } from './compare.ts'
import { readSheet } from './sheet.ts'

async function agreed({ world }: Scene, options: Options, count: number): Promise<boolean> {
  if (options.yes === true) return true
  if (!world.keys) throw new Misuse(messages.needsYes)
  world.err(messages.doIt(count))
  for await (const key of world.keys()) {
    world.err('\n')
    return key.toLowerCase() === 'y'
  }
  return false
}

/** Turns a table that a person edited into decisions: says what it would do, and does it when that is agreed to, all or nothing. */
export async function settleTable(path: string, options: Options, scene: Scene): Promise<number> {
  const { changes, settled, counts, remarks } = await compare(path, await readSheet(path), scene.record)
  await scene.world.out(`${messages.compared(path, counts)}\n`)
  for (const change of changes) await scene.world.out(`  ${change}\n`)
  for (const remark of remarks) scene.world.err(`${remark}\n`)
  const decisions = [...new Map(madeOf(scene, settled).map((decision) => [decision.id, decision])).values()]
  if (decisions.length === 0) return 0
  if (!(await agreed(scene, options, decisions.length))) {
    scene.world.err(`${messages.nothingDone}\n`)
    return 0
  }
  const states = await scene.record.decideAll(decisions)
  const lost = states.filter((state) => state !== 'applied').length
  await scene.world.out(`${messages.decided(word(options, 'from') ?? path, decisions.length)}\n`)
  if (lost > 0) scene.world.err(`${messages.someLost(lost, 0)}\n`)
  return lost > 0 ? 1 : 0
}
