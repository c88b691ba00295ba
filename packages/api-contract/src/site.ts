// Sites over HTTP: the city file's site, its id optional when it is registered.
import { IdSchema, SiteSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';
import { ListOf, paging } from './list.ts';

export { SiteSchema };
export type Site = Static<typeof SiteSchema>;

/** Body of POST: without an id one is given. */
export const NewSiteSchema = Type.Object(
  { ...SiteSchema.properties, id: Type.Optional(SiteSchema.properties.id) },
  {
    title: 'NewSite',
    description: 'a site { organization_id, name, longitude, latitude, country }',
    additionalProperties: false,
    patternProperties: { '^x_': {} },
  },
);
export type NewSite = Static<typeof NewSiteSchema>;

export const SiteListSchema = ListOf(SiteSchema, 'SiteList');
export type SiteList = Static<typeof SiteListSchema>;

const decimal = '-?[0-9]{1,3}(\\.[0-9]{1,15})?';
export const SiteQuerySchema = Type.Object(
  {
    ...paging,
    organization_id: Type.Optional(IdSchema),
    bbox: Type.Optional(
      Type.String({
        pattern: `^${decimal},${decimal},${decimal},${decimal}$`,
        description:
          'west,south,east,north in degrees (WGS-84), west <= east and south <= north, e.g. 11.05,55.64,11.13,55.7',
      }),
    ),
  },
  { additionalProperties: false },
);
export type SiteQuery = Static<typeof SiteQuerySchema>;
