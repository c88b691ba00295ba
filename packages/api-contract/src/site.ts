// Sites over HTTP: the city file's site, its id optional when it is registered.
import { IdSchema, SiteSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';
import { BoundingBoxSchema } from './bounding-box.ts';
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

export const SiteQuerySchema = Type.Object(
  {
    ...paging,
    organization_id: Type.Optional(IdSchema),
    bbox: Type.Optional(BoundingBoxSchema),
  },
  { additionalProperties: false },
);
export type SiteQuery = Static<typeof SiteQuerySchema>;
