// The file `crg-city/1`: strict reading that finds everything wrong in one go, and writing that reads back the same.
import { checkOrganization } from '@crg/domain/check-organization';
import { checkSite } from '@crg/domain/check-site';
import type { City, FactorOverride, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import type { Notice } from '@crg/domain/match';
import { nearestSpellings } from '@crg/domain/nearest-spelling';
import { Type } from 'typebox';
import { checkShape, described } from './check-shape.ts';
import { checkFactorOrder, factorToDomain, factorToWire } from './factor-wire.ts';
import { flowToWire } from './flow-wire.ts';
import { organizationToDomain, organizationToWire } from './organization-wire.ts';
import { parseJson } from './parse-json.ts';
import { addFindings, InvalidInput, Problems } from './problems.ts';
import { readFlow } from './read-flow.ts';
import {
  CitySchema,
  type CityWire,
  FactorOverrideSchema,
  type FactorOverrideWire,
  FlowSchema,
  type FlowWire,
  OrganizationSchema,
  type OrganizationWire,
  SiteSchema,
  type SiteWire,
} from './schemas.ts';
import { siteToDomain, siteToWire } from './site-wire.ts';

export interface ReadCity {
  readonly city: City;
  /** Combinations that are possible and odd; the reader may go on, a person should look. */
  readonly notices: readonly Notice[];
}

/**
 * Reads a whole city file or refuses it as a whole.
 *
 * Unknown fields are errors, `x_…` fields are not read. Organizations, sites, flows and factors keep the order of the file.
 * Which factors there are the engine knows; an id that is none of them passes here.
 * @throws InvalidInput with every problem found, each naming its field, e.g. `flows[3].quantity.unit`
 */
export function readCity(text: string): ReadCity {
  const problems = new Problems();
  const file = readHeader(text, problems);
  const currency = file.currency ?? defaultCurrency;

  const organizations = readRecords(OrganizationSchema, 'organizations', file.organizations, problems);
  const sites = readRecords(SiteSchema, 'sites', file.sites, problems);
  const flows = readRecords(FlowSchema, 'flows', file.flows, problems);
  const organizationIds = distinctIds('organizations', file.organizations, problems);
  const siteIds = distinctIds('sites', file.sites, problems);
  distinctIds('flows', file.flows, problems);
  const factors = readFactors(file.factors, problems);

  const city = {
    name: file.name ?? 'Unnamed city',
    year: file.year,
    currency,
    organizations: organizations.map(({ record, path }): Organization => {
      const organization = organizationToDomain(record as OrganizationWire);
      addFindings(checkOrganization(organization), path, problems);
      return organization;
    }),
    sites: sites.map(({ record, path }): Site => {
      const wire = record as SiteWire;
      checkReference(organizationIds, wire.organization_id, `${path}.organization_id`, 'organization', problems);
      checkPoint(wire, path, problems);
      const site = siteToDomain(wire);
      addFindings(checkSite(site), path, problems);
      return site;
    }),
    flows: [] as ResourceFlow[],
    ...(factors.length === 0 ? {} : { factors }),
  };
  const notices: Notice[] = [];
  for (const { record, path } of flows) {
    const wire = record as FlowWire;
    checkReference(siteIds, wire.site_id, `${path}.site_id`, 'site', problems);
    const read = readFlow(wire, { currency, path }, problems);
    if (read === null) continue;
    city.flows.push(read.flow);
    notices.push(...read.notices);
  }
  if (problems.count > 0) throw new InvalidInput(problems);
  return { city, notices };
}

/** The city as a file, one record per line; reading it gives an equal city. */
export function writeCity(city: City): string {
  return [...cityFile(city)].join('');
}

/** The same in pieces, for cities whose file is longer than one string may be. */
export function* cityFile(city: City): Generator<string> {
  yield `{\n  "format": "crg-city/1",\n  "name": ${JSON.stringify(city.name)},\n`;
  yield `  "year": ${city.year},\n  "currency": ${JSON.stringify(city.currency)},\n`;
  yield* list('organizations', city.organizations.map(organizationToWire), ',');
  yield* list('sites', city.sites.map(siteToWire), ',');
  const factors = city.factors ?? [];
  yield* list('flows', city.flows.map(flowToWire), factors.length === 0 ? '' : ',');
  if (factors.length > 0) yield* list('factors', factors.map(factorToWire), '');
  yield '}\n';
}

const defaultCurrency = 'EUR';

/** The file without its records' insides; those are read one by one so that one bad record does not hide the others. */
const HeaderSchema = Type.Object(
  {
    ...CitySchema.properties,
    organizations: Type.Array(Type.Unknown(), { description: 'a list of organizations' }),
    sites: Type.Array(Type.Unknown(), { description: 'a list of sites' }),
    flows: Type.Array(Type.Unknown(), { description: 'a list of flows' }),
    factors: Type.Optional(
      Type.Union([Type.Array(Type.Unknown()), Type.Null()], {
        description: "a list of factors of the city's own, or null",
      }),
    ),
  },
  {
    additionalProperties: false,
    patternProperties: { '^x_': {} },
    description: 'a city { format, name, year, currency, organizations, sites, flows, factors }',
  },
);

type Header = Omit<CityWire, 'organizations' | 'sites' | 'flows' | 'factors'> & {
  readonly organizations: readonly unknown[];
  readonly sites: readonly unknown[];
  readonly flows: readonly unknown[];
  readonly factors: readonly unknown[];
};

/** Text that is no JSON, or JSON that is no city file, ends the reading here: what follows could not be understood. */
function readHeader(text: string, problems: Problems): Header {
  const parsed = parseJson(text);
  if (!parsed.ok) {
    for (const { path, line, column, expected, got, next } of parsed.faults) {
      problems.add({
        code: 'invalid_input',
        field: path,
        expected,
        got: `${got} at line ${line}, column ${column}`,
        next,
      });
    }
    throw new InvalidInput(problems);
  }
  const { value } = parsed;
  if (!isObject(value) || value.format !== 'crg-city/1') {
    problems.add({
      code: 'invalid_input',
      field: 'format',
      expected: '"crg-city/1"',
      got: isObject(value) ? described(value.format) : described(value),
      next: 'A city file begins with { "format": "crg-city/1", … }.',
    });
    throw new InvalidInput(problems);
  }
  checkShape(HeaderSchema, value, '', problems);
  return { ...(value as unknown as Header), ...lists(value) };
}

/** Lists that are missing or none have been reported; the others are still worth reading. */
function lists(
  value: Readonly<Record<string, unknown>>,
): Pick<Header, 'organizations' | 'sites' | 'flows' | 'factors'> {
  const listOf = (given: unknown): readonly unknown[] => (Array.isArray(given) ? given : []);
  return {
    organizations: listOf(value.organizations),
    sites: listOf(value.sites),
    flows: listOf(value.flows),
    factors: listOf(value.factors),
  };
}

function readFactors(records: readonly unknown[], problems: Problems): readonly FactorOverride[] {
  const wellFormed = readRecords(FactorOverrideSchema, 'factors', records, problems);
  distinctIds('factors', records, problems);
  return wellFormed.map(({ record, path }) => {
    const factor = factorToDomain(record as FactorOverrideWire);
    addFindings(checkFactorOrder(factor), path, problems);
    return factor;
  });
}

interface WellFormed {
  readonly record: unknown;
  readonly path: string;
}

function readRecords(
  schema: typeof OrganizationSchema | typeof SiteSchema | typeof FlowSchema | typeof FactorOverrideSchema,
  name: string,
  records: readonly unknown[],
  problems: Problems,
): WellFormed[] {
  const wellFormed: WellFormed[] = [];
  for (const [index, record] of records.entries()) {
    const path = `${name}[${index}]`;
    if (checkShape(schema, record, path, problems)) wellFormed.push({ record, path });
  }
  return wellFormed;
}

/** Ids count even in records with other faults: a reference to them is not dangling. */
function distinctIds(name: string, records: readonly unknown[], problems: Problems): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    const id = isObject(record) ? record.id : undefined;
    if (typeof id !== 'string') continue;
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, index);
      continue;
    }
    problems.add({
      code: 'duplicate_id',
      field: `${name}[${index}].id`,
      expected: `an id that no other of the ${name} has`,
      got: `${described(id)}, which ${name}[${before}] has too`,
      next: 'Give one of them another id.',
    });
  }
  return first;
}

function checkReference(
  known: ReadonlyMap<string, number>,
  id: string,
  field: string,
  what: 'organization' | 'site',
  problems: Problems,
): void {
  if (known.has(id)) return;
  // Looking for near ids among many takes time, so a file full of dangling references gets suggestions for the first few.
  const near = problems.count < mostSuggestions ? nearestSpellings(id, [...known.keys()], 1) : [];
  problems.add({
    code: what === 'site' ? 'site_not_found' : 'organization_not_found',
    field,
    expected: `the id of one of the ${what}s in the file`,
    got: described(id),
    next: near.length === 0 ? `Add the ${what} or correct the id.` : `Did you mean ${described(near[0])}?`,
  });
}

const mostSuggestions = 20;

function checkPoint({ longitude, latitude }: SiteWire, path: string, problems: Problems): void {
  const lacksLongitude = (longitude ?? null) === null;
  if (lacksLongitude === ((latitude ?? null) === null)) return;
  problems.add({
    code: 'invalid_input',
    field: `${path}.${lacksLongitude ? 'longitude' : 'latitude'}`,
    expected: 'longitude and latitude, both or neither',
    got: `${lacksLongitude ? 'latitude' : 'longitude'} alone`,
    next: 'Add the other coordinate, or set both to null if the place is not known.',
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* list(name: string, records: readonly unknown[], after: string): Generator<string> {
  yield `  "${name}": [`;
  for (const [index, record] of records.entries()) yield `${index === 0 ? '' : ','}\n    ${JSON.stringify(record)}`;
  yield `${records.length === 0 ? '' : '\n  '}]${after}\n`;
}
