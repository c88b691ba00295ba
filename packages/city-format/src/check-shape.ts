// Reads a JSON value against one of our schemas and says, field by field, what was expected, what came and what to do.
import { isIsoDate } from '@crg/domain/availability';
import { didYouMean, nearestSpellings } from '@crg/domain/nearest-spelling';
import type { TSchema } from 'typebox';
import { childPath } from './parse-json.ts';
import type { Problems } from './problems.ts';

/** The part of JSON Schema that `schemas.ts` uses. */
interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/**
 * Adds one problem per field of `value` that does not fit `schema`; returns true when none was found.
 *
 * Accepts what a JSON Schema validator accepts, and refuses besides: texts with half a surrogate pair (no database keeps
 * them) and dates that no calendar has.
 * @param path where the value stands in the input, e.g. `flows[3]`; empty for a whole request body
 */
export function checkShape(schema: TSchema, value: unknown, path: string, problems: Problems): boolean {
  return checkValue(schema as JsonSchema, value, [path], problems);
}

/** What came, short enough for one line: texts are quoted and cut, lists and objects are named. */
export function described(value: unknown): string {
  if (typeof value === 'string') {
    return value.length > 60
      ? `${JSON.stringify(value.slice(0, 57))}… (${value.length} characters)`
      : JSON.stringify(value);
  }
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number beyond 1.8e308';
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

// Each function below answers true when the value fits. The path is kept in pieces and joined only when something is wrong: most values are right.
type Path = (string | number)[];

function checkValue(schema: JsonSchema, value: unknown, path: Path, problems: Problems): boolean {
  if (schema.anyOf !== undefined) return checkAlternatives(schema, schema.anyOf, value, path, problems);
  if (schema.const !== undefined || schema.enum !== undefined) {
    const allowed = schema.enum ?? [schema.const];
    return allowed.includes(value) || refuse(schema, value, path, problems, nearStep(value, allowed));
  }
  switch (schema.type) {
    case 'object':
      return checkObject(schema, value, path, problems);
    case 'array':
      return checkList(schema, value, path, problems);
    case 'string':
      return checkText(schema, value, path, problems);
    case 'number':
    case 'integer':
      return checkNumber(schema, value, path, problems);
    default:
      return schema.type !== 'null' || value === null || refuse(schema, value, path, problems);
  }
}

/** The value's own type picks the alternative to judge it by; objects of several kinds are told apart by what they hold. */
function checkAlternatives(
  schema: JsonSchema,
  alternatives: readonly JsonSchema[],
  value: unknown,
  path: Path,
  problems: Problems,
): boolean {
  const meant = alternatives.filter((alternative) => isMeant(alternative, jsonType(value)));
  const [first] = meant;
  if (first === undefined) {
    const described = alternatives.filter(({ type }) => type !== 'null').map(({ description }) => description);
    return refuse({ description: schema.description ?? described.join(' or ') }, value, path, problems);
  }
  if (meant.length === 1) return checkValue(first, value, path, problems);
  const words = meant.flatMap((alternative) => alternative.enum ?? alternative.const ?? []);
  if (words.length >= meant.length) return checkValue(oneOf(words, schema.description), value, path, problems);
  if (jsonType(value) !== 'object') return checkValue(first, value, path, problems);
  return checkKinds(meant, value as Readonly<Record<string, unknown>>, path, problems);
}

function oneOf(words: readonly unknown[], description = `one of ${words.join(', ')}`): JsonSchema {
  return { enum: words, description };
}

/** One field may say which kind it is (`kind: "set"`); else the kind that knows most of its fields is meant. */
function checkKinds(
  kinds: readonly JsonSchema[],
  value: Readonly<Record<string, unknown>>,
  path: Path,
  problems: Problems,
): boolean {
  const telling = Object.keys(kinds[0]?.properties ?? {}).find((key) =>
    kinds.every(({ properties }) => properties?.[key]?.const !== undefined),
  );
  if (telling !== undefined) {
    const words = kinds.map(({ properties }) => properties?.[telling]?.const);
    const named = kinds[words.indexOf(value[telling])];
    if (named !== undefined) return checkValue(named, value, path, problems);
    return checkValue(oneOf(words), value[telling], [...path, telling], problems);
  }
  const known = ({ properties = {} }: JsonSchema) => Object.keys(value).filter((key) => key in properties).length;
  const [best = {}] = [...kinds].sort((a, b) => known(b) - known(a));
  return checkValue(best, value, path, problems);
}

/** `maybe(a code or a list of codes)` nests alternatives. */
function isMeant(schema: JsonSchema, type: string): boolean {
  return schema.anyOf?.some((alternative) => isMeant(alternative, type)) ?? typeOf(schema) === type;
}

function typeOf(schema: JsonSchema): string {
  if (schema.type === 'integer') return 'number';
  return schema.type ?? jsonType(schema.enum?.[0] ?? schema.const);
}

function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function checkObject(schema: JsonSchema, value: unknown, path: Path, problems: Problems): boolean {
  if (jsonType(value) !== 'object') return refuse(schema, value, path, problems);
  const fields = value as Readonly<Record<string, unknown>>;
  const properties = schema.properties ?? {};
  let fits = true;
  for (const key of schema.required ?? []) {
    if (!Object.hasOwn(fields, key)) fits = refuseMissingField(schema, key, fields, path, problems);
  }
  for (const key of Object.keys(fields)) {
    const known = Object.hasOwn(properties, key) ? properties[key] : patternSchema(schema, key);
    if (known !== undefined) {
      path.push(key);
      fits = checkValue(known, fields[key], path, problems) && fits;
      path.pop();
    } else if (schema.additionalProperties === false) {
      fits = refuseUnknownField(key, Object.keys(properties), path, problems);
    }
  }
  return fits;
}

function refuseMissingField(
  schema: JsonSchema,
  key: string,
  fields: Readonly<Record<string, unknown>>,
  path: Path,
  problems: Problems,
): false {
  const strangers = Object.keys(fields).filter(
    (given) => !Object.hasOwn(schema.properties ?? {}, given) && !given.startsWith('x_'),
  );
  const [misspelt] = nearestSpellings(key, strangers, 1);
  const next = misspelt === undefined ? 'Add the field.' : `Is it the field "${misspelt}"?`;
  return refuse(schema.properties?.[key] ?? {}, undefined, [...path, key], problems, next);
}

function refuseUnknownField(key: string, known: readonly string[], path: Path, problems: Problems): false {
  problems.add({
    code: 'invalid_input',
    field: joined([...path, key]),
    expected: `a known field (${known.join(', ')})`,
    got: described(key),
    next: `${near(key, known)}A field of your own begins with x_.`,
  });
  return false;
}

/** The question whether a near word was meant, with a space behind it; empty when none is near. */
function near(word: string, known: readonly string[]): string {
  const question = word.length > 100 ? undefined : didYouMean(word, known);
  return question === undefined ? '' : `${question} `;
}

function patternSchema(schema: JsonSchema, key: string): JsonSchema | undefined {
  for (const pattern in schema.patternProperties) {
    if (compiled(pattern).test(key)) return schema.patternProperties[pattern];
  }
  return undefined;
}

function checkList(schema: JsonSchema, value: unknown, path: Path, problems: Problems): boolean {
  if (!Array.isArray(value)) return refuse(schema, value, path, problems);
  if (schema.maxItems !== undefined && value.length > schema.maxItems) {
    return refuse({ description: `a list of at most ${schema.maxItems}` }, value, path, problems);
  }
  const items = schema.items ?? {};
  let fits = true;
  for (const [index, item] of value.entries()) {
    path.push(index);
    fits = checkValue(items, item, path, problems) && fits;
    path.pop();
  }
  return fits;
}

function checkText(schema: JsonSchema, value: unknown, path: Path, problems: Problems): boolean {
  if (typeof value !== 'string') {
    return refuse(schema, value, path, problems, typeof value === 'number' ? 'Put it in double quotes.' : undefined);
  }
  if (!value.isWellFormed()) {
    return refuse({ description: 'a text of whole Unicode characters' }, value, path, problems);
  }
  const fits =
    length(value) >= (schema.minLength ?? 0) &&
    length(value) <= (schema.maxLength ?? Number.POSITIVE_INFINITY) &&
    (schema.pattern === undefined || compiled(schema.pattern).test(value)) &&
    (schema.format !== 'date' || isIsoDate(value));
  return fits || refuse(schema, value, path, problems);
}

/** JSON Schema counts characters, not UTF-16 units. */
function length(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count++;
  return count;
}

function checkNumber(schema: JsonSchema, value: unknown, path: Path, problems: Problems): boolean {
  const isNumber = typeof value === 'number';
  if (
    isNumber &&
    Number.isFinite(value) &&
    value >= (schema.minimum ?? Number.NEGATIVE_INFINITY) &&
    value <= (schema.maximum ?? Number.POSITIVE_INFINITY) &&
    (schema.type !== 'integer' || Number.isInteger(value))
  ) {
    return true;
  }
  const isQuoted = typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
  return refuse(schema, value, path, problems, isQuoted ? 'Write the number without quotes.' : undefined);
}

function refuse(
  schema: JsonSchema,
  value: unknown,
  path: Path,
  problems: Problems,
  next = 'Correct the value.',
): false {
  const expected = schema.description ?? schema.type ?? 'another value';
  problems.add({ code: 'invalid_input', field: joined(path), expected, got: described(value), next });
  return false;
}

function nearStep(value: unknown, allowed: readonly unknown[]): string | undefined {
  if (typeof value !== 'string') return undefined;
  const question = near(
    value,
    allowed.filter((one) => typeof one === 'string'),
  );
  return question === '' ? undefined : question.trimEnd();
}

function joined(path: Path): string {
  const [start = '', ...rest] = path;
  return rest.reduce<string>((parent, child) => childPath(parent, child), String(start));
}

const patterns = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  let regExp = patterns.get(pattern);
  if (regExp === undefined) {
    regExp = new RegExp(pattern, 'u');
    patterns.set(pattern, regExp);
  }
  return regExp;
}
