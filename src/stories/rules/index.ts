import { copy, story } from './article.ts'
import { figure } from './figure.ts'
import { happening } from './happening.ts'
import { location, organization, thing } from './name.ts'
import { person } from './person.ts'
import { place } from './place.ts'
import { statement } from './statement.ts'

/** Every way of linking. */
export const RULES = [copy, story, person, organization, location, thing, statement, happening, place, figure] as const
