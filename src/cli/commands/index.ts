import type { Command } from '../command.ts'
import { about } from './about.ts'
import { add } from './add.ts'
import { cast } from './cast.ts'
import { check } from './check.ts'
import { correct } from './correct.ts'
import { coverage } from './coverage.ts'
import { desk } from './desk.ts'
import { exporting } from './export.ts'
import { figures } from './figures.ts'
import { gaps } from './gaps.ts'
import { map } from './map.ts'
import { publish } from './publish.ts'
import { read } from './read.ts'
import { rebuild } from './rebuild.ts'
import { remove } from './remove.ts'
import { search } from './search.ts'
import { statements } from './statements.ts'
import { stories } from './stories.ts'
import { timeline } from './timeline.ts'
import { verify } from './verify.ts'

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [
  read, add, remove, timeline, statements, cast, figures, map, coverage, stories, gaps, search, exporting, publish, desk, correct, check, verify, rebuild, about,
] // biome-ignore format: a list to be read
