// A new organization, its site and a flow there, in one step: what a form sends, so that nothing stands half entered.
import Type, { type Static } from 'typebox';
import { FlowSchema, NewFlowSchema } from './flow.ts';
import { NewOrganizationSchema, OrganizationSchema } from './organization.ts';
import { NewSiteSchema, SiteSchema } from './site.ts';

const patternProperties = { '^x_': {} };

export const NewRegistrationSchema = Type.Object(
  {
    organization: Type.Optional(NewOrganizationSchema),
    site: Type.Optional(
      Type.Object(
        { ...NewSiteSchema.properties, organization_id: Type.Optional(SiteSchema.properties.organization_id) },
        {
          title: 'RegisteredSite',
          description:
            'a site { name, longitude, latitude, country }, with organization_id if no organization comes with it',
          additionalProperties: false,
          patternProperties,
        },
      ),
    ),
    flow: Type.Optional(
      Type.Object(
        { ...NewFlowSchema.properties, site_id: Type.Optional(FlowSchema.properties.site_id) },
        {
          title: 'RegisteredFlow',
          description: 'a flow { direction, type, quantity, … }, with site_id if no site comes with it',
          additionalProperties: false,
          patternProperties,
        },
      ),
    ),
  },
  {
    title: 'NewRegistration',
    description: 'an object { organization, site, flow }; each belongs to the one before it that is given',
    additionalProperties: false,
  },
);
export type NewRegistration = Static<typeof NewRegistrationSchema>;

export const RegistrationSchema = Type.Object(
  {
    organization: Type.Union([OrganizationSchema, Type.Null()]),
    site: Type.Union([SiteSchema, Type.Null()]),
    flow: Type.Union([FlowSchema, Type.Null()]),
  },
  {
    title: 'Registration',
    description: 'What was registered; null for what was not part of it.',
    additionalProperties: false,
  },
);
export type Registration = Static<typeof RegistrationSchema>;
