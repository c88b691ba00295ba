// One validator for bodies, queries and headers: the schemas' own descriptions say what was expected.
import { checkShape } from '@crg/city-format/check-shape';
import { parseJson } from '@crg/city-format/parse-json';
import { InvalidInput, type Problem, Problems } from '@crg/city-format/problems';
import type { ErrorEvidence } from '@crg/domain/errors';
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify';
import type { TObject, TSchema } from 'typebox';
import { RequestError } from './request-error.ts';

/** Checks each part of a request against its schema; the error is ready to be answered. */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) =>
  httpPart === 'body' ? (value) => bodyChecked(schema, value) : (value) => parametersChecked(schema, value);

/** Reads bodies with the parser of the city file, which names line and column and refuses keys written twice. */
export function readJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    // Some programs name a media type on everything they send, even where there is nothing to read.
    if (text === '' && request.method === 'DELETE') return done(null, undefined);
    const parsed = parseJson(text as string);
    if (parsed.ok) return done(null, parsed.value);
    const [fault] = parsed.faults;
    const place = fault === undefined ? '' : ` (line ${fault.line}, column ${fault.column})`;
    done(
      new RequestError('malformed_json', {
        field: fault?.path ?? '',
        expected: fault?.expected ?? 'a JSON value',
        got: `${fault?.got ?? 'nothing'}${place}`,
        next: fault?.next ?? 'Send a JSON object.',
      }),
    );
  });
}

function bodyChecked(schema: TSchema, value: unknown) {
  const problems = new Problems();
  return checkShape(schema, value, '', problems) ? { value } : { error: new InvalidInput(problems) };
}

/** Queries, headers and path parameters arrive as text; numbers are read where the schema asks for one. */
function parametersChecked(schema: TSchema, value: unknown) {
  const typed = withNumbers(schema as TObject, value as Readonly<Record<string, unknown>>);
  const problems = new Problems();
  if (checkShape(schema, typed, '', problems)) return { value: typed };
  const all = problems.kept.map(parameterEvidence);
  const [first] = all;
  if (first === undefined) throw new Error('A refused parameter has no problem');
  return { error: new RequestError('invalid_parameter', first, all.length === 1 ? [] : all) };
}

/** Bodies may carry fields of their own, parameters may not. */
function parameterEvidence({ field, expected, got, next }: Problem): ErrorEvidence {
  const isUnknown = expected.startsWith('a known field');
  return {
    field,
    expected: expected.replace('a known field', 'a known parameter'),
    got,
    next: isUnknown ? next.replace(/A field of your own begins with x_\.$/, 'Otherwise leave it out.') : next,
  };
}

function withNumbers(schema: TObject, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const typed: Record<string, unknown> = { ...given };
  for (const [name, property] of Object.entries(schema.properties)) {
    const text = given[name];
    const type = (property as { type?: string }).type;
    if ((type === 'number' || type === 'integer') && typeof text === 'string' && decimal.test(text)) {
      typed[name] = Number(text);
    }
  }
  return typed;
}

const decimal = /^-?\d{1,17}(\.\d{1,17})?$/;
