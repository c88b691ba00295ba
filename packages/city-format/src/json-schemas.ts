// The published JSON Schemas of the files, made from the same source that reads and writes them.
import { MappingSchema } from './mapping-schema.ts';
import { CitySchema, MatchesSchema } from './schemas.ts';

/** By file name below `schema/`. */
export const jsonSchemas: Readonly<Record<string, object>> = {
  'crg-city-1.schema.json': published(
    'crg-city-1',
    'A city: organizations, their sites, and what flows there',
    CitySchema,
  ),
  'crg-matches-1.schema.json': published(
    'crg-matches-1',
    'The matches of a city, from one run of the engine',
    MatchesSchema,
  ),
  'crg-mapping-1.schema.json': published(
    'crg-mapping-1',
    'A mapping: how the columns of a table become organizations, sites and flows',
    MappingSchema,
  ),
};

function published(name: string, title: string, schema: object): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:city-resource-graph:${name}`,
    title,
    ...schema,
  };
}
