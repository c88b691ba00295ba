// The mapping as the editor changes it: one column, one field; everything else a mapping can say is kept as it is.
import type { Mapping } from '@crg/api-contract/import';
import type { Expression } from '@crg/city-format/mapping-schema';
import type { FieldCatalogue, FieldOption } from './field-catalogue.ts';

export interface FieldUse {
  /** As in the catalogue: `flow.quantity.amount`. */
  readonly field: string;
  /** Index into `mapping.flows`; null for organization and site. */
  readonly flow: number | null;
  readonly expression: Expression;
}

/** Every field the mapping fills, in its own order. */
export function usesOf(mapping: Mapping): readonly FieldUse[] {
  const of = (owner: string, fields: Readonly<Record<string, unknown>>, flow: number | null) =>
    Object.entries(fields).map(([key, expression]) => ({
      field: `${owner}.${key}`,
      flow,
      expression: expression as Expression,
    }));
  return [
    ...of('organization', mapping.organization, null),
    ...of('site', mapping.site, null),
    ...mapping.flows.flatMap(({ fields }, index) => of('flow', fields, index)),
  ];
}

/** Column by column can be edited while a row gives at most one flow; richer mappings are written as files. */
export function isEditable(mapping: Mapping): boolean {
  return mapping.flows.length <= 1;
}

/** Fields that read `column`; both ends of one quality count as one field. */
export function fieldsOfColumn(mapping: Mapping, column: string): readonly string[] {
  const fields = usesOf(mapping).flatMap(({ field, expression }) => (mentions(expression, column) ? [field] : []));
  return joinedEnds([...new Set(fields)]);
}

/** `mapping` with `column` filling `field` and nothing else; null leaves the column out. */
export function assignColumn(mapping: Mapping, column: string, field: string | null): Mapping {
  const released = rebuilt(mapping, (expression) => without(expression, column));
  if (field === null) return released;
  const kept = expressionAt(mapping, field);
  const expression: Expression = kept && 'column' in kept ? { ...kept, column } : { column };
  return endsOf(field).reduce((next, end) => withField(next, end, expression), released);
}

/** The same value in every row; null takes the field out. */
export function setConstant(mapping: Mapping, field: string, value: string | null): Mapping {
  return withField(mapping, field, value === null ? null : { value });
}

/** The value that every row has, where the mapping says one. */
export function constantOf(mapping: Mapping, field: string): string | null {
  const expression = expressionAt(mapping, field);
  return expression && 'value' in expression ? String(expression.value) : null;
}

export function isFilled(mapping: Mapping, field: string): boolean {
  return endsOf(field).some((end) => expressionAt(mapping, end) !== null);
}

/** What a row cannot do without and nothing fills yet. */
export function missingFields(mapping: Mapping, { fields }: FieldCatalogue): readonly FieldOption[] {
  const hasFlow = mapping.flows.some((flow) => Object.keys(flow.fields).length > 0);
  return fields.filter(
    ({ id, required }) => (required === 'always' || (required === 'flow' && hasFlow)) && !isFilled(mapping, id),
  );
}

/** Fields that would make more possible, not filled yet. */
export function fieldsThatUnlock(mapping: Mapping, { fields }: FieldCatalogue): readonly FieldOption[] {
  return fields.filter(({ id, unlocks }) => unlocks !== null && !isFilled(mapping, id));
}

/** An empty mapping for a table nobody recognised. */
export function emptyMapping(fileName: string): Mapping {
  const slug = slugOf(fileName.replace(/\.[^.]*$/, ''));
  return {
    format: 'crg-mapping/1',
    name: slug,
    title: fileName,
    recognised_by: [],
    id_space: slug.slice(0, 40),
    organization: {},
    site: {},
    flows: [],
  };
}

/** `mapping` to keep under a title: later files with the same columns are read this way without being asked. */
export function asTemplate(mapping: Mapping, title: string, columns: readonly string[]): Mapping {
  const used = columns.filter((column) => fieldsOfColumn(mapping, column).length > 0);
  return { ...mapping, name: slugOf(title), title, recognised_by: used.slice(0, 100) };
}

/** Letters, digits and single hyphens, at most 60: what a mapping may be called. */
export function slugOf(text: string): string {
  const lower = text.toLowerCase().replace(/[øæß]/g, (letter) => spelt[letter] ?? letter);
  const plain = lower.normalize('NFKD').replace(/\p{M}/gu, '');
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return slug.slice(0, 60).replace(/-+$/, '') || 'table';
}

/** Letters that have no accent to take off. */
const spelt: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ß: 'ss' };

const qualityEnd = /^(flow\.quality\.[^.]+)\.(min|max)$/;

function joinedEnds(fields: readonly string[]): readonly string[] {
  const joined = fields.map((field) => {
    const base = qualityEnd.exec(field)?.[1];
    return base && fields.includes(`${base}.min`) && fields.includes(`${base}.max`) ? base : field;
  });
  return [...new Set(joined)];
}

/** `flow.quality.temperature_c` is both ends. */
function endsOf(field: string): readonly string[] {
  return /^flow\.quality\.[^.]+$/.test(field) ? [`${field}.min`, `${field}.max`] : [field];
}

function mentions(expression: Expression, column: string): boolean {
  if ('column' in expression) return expression.column === column;
  return partsOf(expression).some((one) => mentions(one, column));
}

/** The expression once `column` is taken out of it; null when nothing is left. A joined text without a part is no longer that text. */
function without(expression: Expression, column: string): Expression | null {
  if (!mentions(expression, column)) return expression;
  if (!('first_of' in expression)) return null;
  const left = expression.first_of.filter((one) => !mentions(one, column));
  return left.length > 1 ? { first_of: left } : (left[0] ?? null);
}

function partsOf(expression: Expression): readonly Expression[] {
  if ('first_of' in expression) return expression.first_of;
  return 'joined' in expression ? expression.joined : [];
}

function expressionAt(mapping: Mapping, field: string): Expression | null {
  return usesOf(mapping).find((use) => use.field === field)?.expression ?? null;
}

function rebuilt(mapping: Mapping, change: (expression: Expression) => Expression | null): Mapping {
  const each = (fields: Mapping['site']): Mapping['site'] =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([key, expression]) => {
        const next = change(expression as Expression);
        return next === null ? [] : [[key, next]];
      }),
    ) as Mapping['site'];
  return {
    ...mapping,
    organization: each(mapping.organization),
    site: each(mapping.site),
    flows: mapping.flows.map((flow) => ({ ...flow, fields: each(flow.fields) })),
  };
}

function withField(mapping: Mapping, field: string, expression: Expression | null): Mapping {
  const [owner = '', ...rest] = field.split('.');
  const key = rest.join('.');
  const change = (fields: Mapping['site']): Mapping['site'] => {
    const { [key]: _, ...others } = fields;
    return (expression === null ? others : { ...others, [key]: expression }) as Mapping['site'];
  };
  if (owner === 'organization') return { ...mapping, organization: change(mapping.organization) };
  if (owner === 'site') return { ...mapping, site: change(mapping.site) };
  const [first = { fields: {} }, ...others] = mapping.flows;
  return { ...mapping, flows: [{ ...first, fields: change(first.fields) }, ...others] };
}
