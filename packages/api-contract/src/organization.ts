// Organizations over HTTP: the city file's organization, its id optional when it is registered.
import { OrganizationSchema } from '@crg/city-format/schemas';
import Type, { type Static } from 'typebox';
import { ListOf, paging } from './list.ts';

export { OrganizationSchema };
export type Organization = Static<typeof OrganizationSchema>;

/** Body of POST: without an id one is given. */
export const NewOrganizationSchema = Type.Object(
  { ...OrganizationSchema.properties, id: Type.Optional(OrganizationSchema.properties.id) },
  {
    title: 'NewOrganization',
    description: 'an organization { name, nace }',
    additionalProperties: false,
    patternProperties: { '^x_': {} },
  },
);
export type NewOrganization = Static<typeof NewOrganizationSchema>;

export const OrganizationListSchema = ListOf(OrganizationSchema, 'OrganizationList');
export type OrganizationList = Static<typeof OrganizationListSchema>;

export const OrganizationQuerySchema = Type.Object(
  {
    ...paging,
    name_contains: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        pattern: '^[^\\u0000]+$',
        description: 'part of a name, upper and lower case alike',
      }),
    ),
  },
  { additionalProperties: false },
);
export type OrganizationQuery = Static<typeof OrganizationQuerySchema>;
