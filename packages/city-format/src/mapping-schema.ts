// `crg-mapping/1`: how the columns of a table become organizations, sites and flows. Data that people write, share and edit.
import { didYouMean, listed } from '@crg/domain/nearest-spelling';
import { resourceTypes } from '@crg/domain/taxonomy';
import Type, { type Static, type TSchema } from 'typebox';
import { checkShape, described } from './check-shape.ts';
import { childPath, parseJson } from './parse-json.ts';
import { InvalidInput, Problems } from './problems.ts';

const ValueSchema = Type.Object(
  {
    value: Type.Union([Type.String({ maxLength: 1000 }), Type.Number()], { description: 'a text or a number' }),
  },
  { additionalProperties: false, description: 'an object { value }' },
);

const ColumnSchema = Type.Object(
  {
    column: Type.String({ minLength: 1, maxLength: 300, description: 'the name of a column of the table' }),
    /** Factor on a number, with the reason for it in `because`. */
    times: Type.Optional(Type.Number({ description: 'a factor, e.g. 0.001' })),
    because: Type.Optional(Type.String({ maxLength: 1000, description: 'the reason for the factor' })),
    /** What the file says -> what is meant, upper and lower case alike. An empty text: nothing is stated. */
    words: Type.Optional(
      Type.Record(Type.String(), Type.String({ description: 'the text that is meant' }), {
        description: 'an object { "what the file says": "what is meant" }',
      }),
    ),
    before: Type.Optional(Type.String({ maxLength: 60, description: 'a text of at most 60 characters' })),
    after: Type.Optional(Type.String({ maxLength: 60, description: 'a text of at most 60 characters' })),
  },
  { additionalProperties: false, description: 'an object { column, times, because, words, before, after }' },
);

const PartSchema = Type.Union([ValueSchema, ColumnSchema]);

const JoinedSchema = Type.Object(
  {
    /** With a space between; nothing when the first is missing. */
    joined: Type.Array(PartSchema, { minItems: 1, maxItems: 9, description: 'a list of values and columns' }),
  },
  { additionalProperties: false, description: 'an object { joined }' },
);

const FirstOfSchema = Type.Object(
  {
    /** The first that the row states. */
    first_of: Type.Array(Type.Union([ValueSchema, ColumnSchema, JoinedSchema]), {
      minItems: 1,
      maxItems: 9,
      description: 'a list of values, columns and joined texts',
    }),
  },
  { additionalProperties: false, description: 'an object { first_of }' },
);

/** Where the value of one field comes from. */
export const ExpressionSchema = Type.Union([ValueSchema, ColumnSchema, JoinedSchema, FirstOfSchema], {
  description: 'where a field comes from: { value }, { column }, { joined } or { first_of }',
});

const fieldsOf = (description: string) => Type.Record(Type.String(), ExpressionSchema, { description });

export const MappingSchema = Type.Object(
  {
    format: Type.Literal('crg-mapping/1', { description: '"crg-mapping/1"' }),
    name: Type.String({
      pattern: '^[a-z0-9][a-z0-9-]{0,59}$',
      description: 'a name of small letters, digits and hyphens, e.g. "my-park"',
    }),
    title: Type.String({ minLength: 1, maxLength: 200, description: 'a title of 1 to 200 characters' }),
    /** A table whose header has all of these is read this way without being asked. */
    recognised_by: Type.Array(Type.String({ maxLength: 300, description: 'the name of a column' }), {
      maxItems: 100,
      description: 'a list of column names',
    }),
    /** Where such files come from and what may be done with them; goes into the source note of the city. */
    source: Type.Optional(
      Type.Object(
        {
          reference: Type.String({ maxLength: 2000, description: 'a text that names the source' }),
          licence: Type.Optional(Type.String({ maxLength: 1000, description: 'the licence of the source' })),
        },
        { additionalProperties: false, description: 'an object { reference, licence }' },
      ),
    ),
    /** Put before all ids of the file, stated or made from names, so that files of different origin never meet. */
    id_space: Type.String({
      pattern: '^[a-z0-9-]{1,40}$',
      description: 'small letters, digits and hyphens, e.g. "my-park"',
    }),
    /** Keys: `organizationFields`. */
    organization: fieldsOf('an object { id, name, nace }'),
    /** Keys: `siteFields`. */
    site: fieldsOf('an object { id, name, latitude, longitude, country }'),
    /** Each entry gives at most one flow per row. */
    flows: Type.Array(
      Type.Object(
        {
          /** Without it: in each row that states an amount, a direction or a type of its own. */
          when: Type.Optional(
            Type.Object(
              {
                column: Type.String({ minLength: 1, maxLength: 300, description: 'the name of a column' }),
                above: Type.Optional(Type.Number({ description: 'a number' })),
              },
              { additionalProperties: false, description: 'an object { column, above }' },
            ),
          ),
          /** Keys: `flowFields`, and `quality.<parameter>.min` or `.max`. */
          fields: fieldsOf('an object of fields, e.g. { "quantity.amount": { "column": "Amount" } }'),
        },
        { additionalProperties: false, description: 'an object { when, fields }' },
      ),
      { maxItems: 60, description: 'a list of at most 60 flows' },
    ),
  },
  { title: 'Mapping', additionalProperties: false, description: 'a mapping { format, name, title, … }' },
);

export type Mapping = Static<typeof MappingSchema>;
export type Expression = Static<typeof ExpressionSchema>;

export const organizationFields = ['id', 'name', 'nace'] as const;
export const siteFields = ['id', 'name', 'latitude', 'longitude', 'country'] as const;
export const flowFields = [
  'id',
  'name',
  'direction',
  'type',
  'quantity.amount',
  'quantity.unit',
  'quantity.precision',
  'availability.hours',
  'availability.months',
  'availability.valid_from',
  'availability.valid_to',
  'codes.ewc',
  'codes.cpa',
  'codes.hs',
  'price.amount',
  'price.currency',
  'price.per',
  'disposal_cost.amount',
  'disposal_cost.currency',
  'disposal_cost.per',
  'limits.max_distance_km',
  'limits.min_quantity.amount',
  'limits.min_quantity.unit',
  'source.reference',
  'source.certainty',
] as const;

/** Every `quality.<parameter>.min` and `.max` that some type of the taxonomy knows. */
export const qualityFields: readonly string[] = [
  ...new Set(
    resourceTypes.flatMap(({ parameters }) =>
      parameters.flatMap(({ id }) => [`quality.${id}.min`, `quality.${id}.max`]),
    ),
  ),
];

/**
 * Reads a mapping that somebody wrote, or refuses it as a whole.
 * @throws InvalidInput with every problem found, each naming its field, e.g. `flows[0].fields["quantity.unit"].colum`
 */
export function readMapping(text: string): Mapping {
  const problems = new Problems();
  const parsed = parseJson(text);
  if (!parsed.ok) {
    for (const { path, line, column, expected, got, next } of parsed.faults) {
      const where = `${got} at line ${line}, column ${column}`;
      problems.add({ code: 'invalid_input', field: path, expected, got: where, next });
    }
    throw new InvalidInput(problems);
  }
  return checkedMapping(parsed.value);
}

/** The same for a value that came as JSON already. @throws InvalidInput */
export function checkedMapping(value: unknown): Mapping {
  const problems = new Problems();
  const fits = checkShape(FrameSchema, value, '', problems);
  // Expressions are told apart by what they hold, so each is judged by the one form that it is meant to have.
  if (isObject(value)) checkExpressions(value, problems);
  if (!fits || problems.count > 0) throw new InvalidInput(problems);
  return value as unknown as Mapping;
}

const anyFields = Type.Record(Type.String(), Type.Unknown(), { description: 'an object of fields' });
const FrameSchema = Type.Object(
  {
    ...MappingSchema.properties,
    organization: anyFields,
    site: anyFields,
    flows: Type.Array(
      Type.Object(
        { ...MappingSchema.properties.flows.items.properties, fields: anyFields },
        { additionalProperties: false, description: 'an object { when, fields }' },
      ),
      { maxItems: 60, description: 'a list of at most 60 flows' },
    ),
  },
  { additionalProperties: false, description: 'a mapping { format, name, title, … }' },
);

function checkExpressions(mapping: Readonly<Record<string, unknown>>, problems: Problems): void {
  checkFields(mapping.organization, 'organization', organizationFields, problems);
  checkFields(mapping.site, 'site', siteFields, problems);
  const flows: readonly unknown[] = Array.isArray(mapping.flows) ? mapping.flows : [];
  for (const [index, flow] of flows.entries()) {
    const fields = isObject(flow) ? flow.fields : undefined;
    checkFields(fields, `flows[${index}].fields`, [...flowFields, ...qualityFields], problems);
  }
}

function checkFields(fields: unknown, path: string, known: readonly string[], problems: Problems): void {
  if (!isObject(fields)) return;
  for (const [field, expression] of Object.entries(fields)) {
    const at = childPath(path, field);
    if (known.includes(field)) checkExpression(expression, at, problems);
    else {
      const everyday = known.filter((name) => !name.startsWith('quality.'));
      const expected = `a field (${everyday.join(', ')}${everyday.length < known.length ? ' or quality.<parameter>.min' : ''})`;
      const next = (field.length < 100 ? didYouMean(field, known) : undefined) ?? 'Correct the name of the field.';
      problems.add({ code: 'invalid_input', field: at, expected, got: described(field), next });
    }
  }
}

type Form = 'value' | 'column' | 'joined' | 'first_of';

function checkExpression(
  expression: unknown,
  path: string,
  problems: Problems,
  allowed: readonly Form[] = ['value', 'column', 'joined', 'first_of'],
): void {
  const form = isObject(expression) ? allowed.find((name) => Object.hasOwn(expression, name)) : undefined;
  if (form === undefined || !isObject(expression)) {
    const expected = `an object with ${listed(allowed)}`;
    const keys = isObject(expression) ? Object.keys(expression) : [];
    const got = keys.length > 0 ? `an object with ${keys.slice(0, 5).join(', ')}` : described(expression);
    const next =
      (keys[0] !== undefined && didYouMean(keys[0].slice(0, 60), allowed)) || 'Say where the field comes from.';
    problems.add({ code: 'invalid_input', field: path, expected, got, next });
    return;
  }
  if (!checkShape(frames[form], expression, path, problems) || form === 'value' || form === 'column') return;
  const inner: readonly Form[] = form === 'joined' ? ['value', 'column'] : ['value', 'column', 'joined'];
  const parts = expression[form] as readonly unknown[];
  if (parts.length === 0) {
    const next = 'Name at least one value or column.';
    problems.add({
      code: 'invalid_input',
      field: childPath(path, form),
      expected: 'a list that is not empty',
      got: 'an empty list',
      next,
    });
  }
  for (const [index, part] of parts.entries())
    checkExpression(part, `${childPath(path, form)}[${index}]`, problems, inner);
}

const parts = Type.Array(Type.Unknown(), { maxItems: 9, description: 'a list of at most 9 expressions' });
const frames: Readonly<Record<Form, TSchema>> = {
  value: ValueSchema,
  column: ColumnSchema,
  joined: Type.Object({ joined: parts }, { additionalProperties: false, description: 'an object { joined }' }),
  first_of: Type.Object({ first_of: parts }, { additionalProperties: false, description: 'an object { first_of }' }),
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
