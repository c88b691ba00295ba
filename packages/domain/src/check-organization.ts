// Everything that can be wrong with one organization on its own.
import { caught, type Finding, filled } from './check-flow.ts';
import type { Organization } from './flow.ts';
import { naceClass } from './nace.ts';

/** All that is wrong, by the field's name on the wire. Loads the NACE titles (2.7 MB), so a browser should leave it to the server. */
export function checkOrganization(organization: Organization): readonly Finding[] {
  return [
    ...filled('id', organization.id),
    ...filled('name', organization.name),
    ...organization.nace.flatMap((code) => caught('nace', () => naceClass(code))),
  ];
}
