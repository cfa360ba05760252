import { z } from '@hono/zod-openapi'
import fc from 'fast-check'

/** As much of JSON Schema as descriptions use. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: Schema
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>
}

/** One operation of an API, as its description has it. */
export interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
}

/** The description of an API (OpenAPI 3.1). */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** A request as a test sends it: the path with its query, and a body with its type. */
export interface Asking {
  readonly path: string
  readonly body?: { readonly type: string; readonly value: unknown }
}

const HOSTILE = [
  '', ' ', '..', '../../etc/passwd', '%00', '\u0000', '\u202egnp.exe', '<script>alert(1)</script>', "' or 1=1 --", '-1', '0', '1e9', '99999999999999999999',
  'null', '2026-99-99', '__proto__', 'constructor', '{}', '[]', 'é'.repeat(300), 'x'.repeat(3000), '\ud800', '￿', 'a@b#c',
] as const // biome-ignore format: a list to be read

/** Words that a record has, by what they name: ids of stories under `story`. */
export type Known = ReadonlyMap<string, ReadonlySet<string>>

/** Adds the words of an answer under the names they have there: an id in a list of `stories` is a `story`. */
export function learn(known: Map<string, Set<string>>, value: unknown, name = ''): void {
  if (Array.isArray(value)) for (const one of value) learn(known, one, name)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  for (const [key, one] of Object.entries(value)) {
    if (typeof one !== 'string') learn(known, one, key.replace(/ies$/, 'y').replace(/s$/, ''))
    else {
      const as = key === 'id' && name ? name : key
      known.set(as, (known.get(as) ?? new Set()).add(one))
    }
  }
}

/** Values that nobody means well with. */
export const hostile: fc.Arbitrary<string> = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }))

/** Builds values out of schemas, and of what is known under the name they have. */
export function arbitraries({ components }: Description, known: Known) {
  const resolved = (schema: Schema): Schema =>
    schema.$ref ? (components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}) : schema
  const words = (
    { format, minLength = 0, maxLength = 40 }: Schema,
    _depth: number,
    name = '',
  ): fc.Arbitrary<string> => {
    if (format === 'date') return fc.date({ noInvalidDate: true, min: new Date('1990-01-01'), max: new Date('2040-01-01') }).map((day) => day.toISOString().slice(0, 10)) // biome-ignore format: one line
    const free = fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) })
    const own = [...(known.get(name) ?? [])].slice(0, 20)
    return own.length > 0 ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...own) }, free) : free
  }
  const object = ({ properties = {}, required = [] }: Schema, depth: number): fc.Arbitrary<unknown> =>
    fc.record(
      Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, valid(schema, depth + 1, key)])),
      {
        requiredKeys: [...required],
      },
    )
  const byType: Readonly<Record<string, (schema: Schema, depth: number, name: string) => fc.Arbitrary<unknown>>> = {
    integer: ({ minimum = -10, maximum = 1000 }) => fc.integer({ min: minimum, max: Math.min(maximum, 10_000) }),
    number: () => fc.double({ noNaN: true, noDefaultInfinity: true }),
    boolean: () => fc.boolean(),
    array: ({ items = {}, minItems = 0 }, depth, name) => fc.array(valid(items, depth + 1, name), { minLength: minItems, maxLength: Math.max(4, minItems) }), // biome-ignore format: one line
    object: (schema, depth) => (depth > 6 ? fc.constant({}) : object(schema, depth)),
    string: words,
  }
  function valid(given: Schema, depth = 0, name = ''): fc.Arbitrary<unknown> {
    const schema = resolved(given)
    const choice = schema.anyOf ?? schema.oneOf
    if (schema.const !== undefined) return fc.constant(schema.const)
    if (schema.enum) return fc.constantFrom(...schema.enum)
    if (choice) return fc.oneof(...choice.map((one) => valid(one, depth + 1, name)))
    if (schema.allOf) return fc.tuple(...schema.allOf.map((one) => valid(one, depth + 1, name))).map((all) => Object.assign({}, ...all)) // biome-ignore format: one line
    const type = [schema.type].flat()[0] ?? ''
    return byType[type]?.(schema, depth, name) ?? fc.jsonValue()
  }
  const mixed = (schema: Schema, name: string): fc.Arbitrary<unknown> =>
    fc.oneof({ weight: 6, arbitrary: valid(schema, 0, name) }, { weight: 1, arbitrary: hostile })
  return { valid, mixed }
}

/** What may be asked of one operation: parameters and bodies that fit its description, and some that do not. */
export function askings(
  description: Description,
  path: string,
  operation: Operation,
  known: Known,
): fc.Arbitrary<Asking> {
  const { valid, mixed } = arbitraries(description, known)
  const parameters = operation.parameters ?? []
  const inPath = parameters.filter((one) => one.in === 'path')
  const inQuery = parameters.filter((one) => one.in === 'query')
  const paths = fc
    .record(Object.fromEntries(inPath.map(({ name, schema }) => [name, mixed(schema, name)])))
    .map((values) => path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(values[name])))
  const always = inQuery.filter(({ required }) => required)
  const queries = fc
    .subarray([...inQuery], { maxLength: Math.min(3, inQuery.length) })
    .chain((some) => fc.tuple(...[...new Set([...always, ...some])].map(({ name, schema }) => fc.tuple(fc.constant(name), mixed(schema, name))))) // biome-ignore format: one line
    .map((asked) => asked.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&'))
  const kinds = Object.entries(operation.requestBody?.content ?? {})
  const bodies = kinds.flatMap(([type, { schema }]) => [
    { weight: 4, arbitrary: valid(schema).map((value) => ({ type, value })) },
    { weight: 1, arbitrary: fc.oneof(fc.jsonValue(), hostile).map((value) => ({ type, value })) },
  ])
  const other = { weight: 1, arbitrary: hostile.map((value) => ({ type: 'text/plain', value })) }
  const body = bodies.length > 0 ? fc.oneof(...bodies, other) : fc.constant(undefined)
  return fc.tuple(paths, queries, body).map(([at, query, sent]) => ({
    path: query ? `${at}?${query}` : at,
    ...(sent ? { body: sent } : {}),
  }))
}

const encoded = (value: unknown): string => encodeURIComponent(String(value).toWellFormed())

/** Why an answer is none that the description allows; undefined where it is one. */
export async function misfit(
  description: Description,
  operation: Operation,
  answer: Response,
): Promise<string | undefined> {
  const described = operation.responses[String(answer.status)]
  const text = await answer.text()
  if (!described) return `status ${answer.status} is not described: ${text.slice(0, 300)}`
  const type = (answer.headers.get('content-type') ?? '').split(';', 1)[0] ?? ''
  if (!described.content) return text === '' ? undefined : 'has a body that is not described'
  const schema = described.content[type]?.schema
  if (!schema) return `its type ${type} is not described`
  if (!/json/.test(type)) return undefined
  const read = schemaOf(description, schema).safeParse(JSON.parse(text))
  return read.success ? undefined : `${z.prettifyError(read.error)} in ${text.slice(0, 300)}`
}

const made = new Map<Schema, z.ZodType>()

/** The description's own schema, as JSON has it, so that what is tested is what others read. */
export function schemaOf({ components }: Description, schema: Schema): z.ZodType {
  const known = made.get(schema)
  if (known) return known
  const whole = JSON.stringify({ ...schema, $defs: components.schemas }).replaceAll('#/components/schemas/', '#/$defs/')
  const one = z.fromJSONSchema(JSON.parse(whole))
  made.set(schema, one)
  return one
}
