// Reads an organization out of a request body.
import type { NewOrganization } from '@crg/api-contract/organization';
import { organizationToDomain } from '@crg/city-format/organization-wire';
import { addFindings, InvalidInput, Problems } from '@crg/city-format/problems';
import { checkOrganization } from '@crg/domain/check-organization';
import type { Organization } from '@crg/domain/flow';

/** Throws InvalidInput with everything that is wrong. */
export function readOrganization(body: NewOrganization, id: string): Organization {
  const problems = new Problems();
  const organization = organizationToDomain({ ...body, id });
  addFindings(checkOrganization(organization), '', problems);
  if (problems.count > 0) throw new InvalidInput(problems);
  return organization;
}
