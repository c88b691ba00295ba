// The mappings that come with the product, and which of them a table is made for.
import type { Expression, Mapping } from '@crg/city-format/mapping-schema';
import { eeaWwtp } from './eea-wwtp.ts';
import { flowsTemplate } from './flows-template.ts';
import { hotmapsIndustry } from './hotmaps-industry.ts';
import { powerplants } from './powerplants.ts';

export const builtInMappings: readonly Mapping[] = [hotmapsIndustry, eeaWwtp, powerplants, flowsTemplate];

/**
 * The mapping whose `recognised_by` the header has in full, the most demanding first; capitals aside. It is fitted to the
 * table, as by `mappingFor`. null: none is.
 *
 * @param kept mappings that users keep; they win over a built-in one that asks for as many columns
 */
export function recogniseMapping(columns: readonly string[], kept: readonly Mapping[] = []): Mapping | null {
  const header = new Set(columns.map(normal));
  const fitting = [...kept, ...builtInMappings].filter(
    ({ recognised_by: asked }) => asked.length > 0 && asked.every((column) => header.has(normal(column))),
  );
  const [best] = fitting.sort((a, b) => b.recognised_by.length - a.recognised_by.length);
  return best === undefined ? null : mappingFor(best, columns);
}

/**
 * The mapping in the spelling of one table: columns are found capitals aside, and fields whose columns the table does not
 * have are left out, except those of `recognised_by`, so that a wrong file is still told to be one.
 */
export function mappingFor(mapping: Mapping, columns: readonly string[]): Mapping {
  const spelt = new Map(columns.map((column) => [normal(column), column]));
  const asked = new Set(mapping.recognised_by.map(normal));
  const fit: Fit = (column) => spelt.get(normal(column)) ?? (asked.has(normal(column)) ? column : null);
  return {
    ...mapping,
    organization: fittedFields(mapping.organization, fit),
    site: fittedFields(mapping.site, fit),
    flows: mapping.flows.flatMap(({ when, fields }) => {
      const column = when === undefined ? undefined : fit(when.column);
      if (column === null) return [];
      const fitted = { fields: fittedFields(fields, fit) };
      return [when === undefined || column === undefined ? fitted : { when: { ...when, column }, ...fitted }];
    }),
  };
}

type Fit = (column: string) => string | null;

const normal = (column: string): string => column.trim().toLowerCase().replaceAll(/\s+/g, ' ');

function fittedFields(fields: Mapping['organization'], fit: Fit): Mapping['organization'] {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, expression]) => {
      const fitted = fittedExpression(expression, fit);
      return fitted === null ? [] : [[field, fitted]];
    }),
  );
}

function fittedExpression(expression: Expression, fit: Fit): Expression | null {
  if ('value' in expression) return expression;
  if ('column' in expression) {
    const column = fit(expression.column);
    return column === null ? null : { ...expression, column };
  }
  // What a list is made of is of a form that may stand in it again, whatever was fitted.
  const parts = ('first_of' in expression ? expression.first_of : expression.joined).flatMap((part) => {
    const fitted = fittedExpression(part, fit);
    return fitted === null ? [] : [fitted];
  });
  if (parts.length === 0) return null;
  return ('first_of' in expression ? { first_of: parts } : { joined: parts }) as Expression;
}
