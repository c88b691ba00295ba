// Reads a site out of a request body.
import type { NewSite } from '@crg/api-contract/site';
import { addFindings, InvalidInput, Problems } from '@crg/city-format/problems';
import { siteToDomain } from '@crg/city-format/site-wire';
import { checkSite } from '@crg/domain/check-site';
import type { Site } from '@crg/domain/flow';

/** Throws InvalidInput with everything that is wrong. */
export function readSite(body: NewSite, id: string): Site {
  const problems = new Problems();
  checkBothCoordinates(body, problems);
  const site = siteToDomain({ ...body, id });
  addFindings(checkSite(site), '', problems);
  if (problems.count > 0) throw new InvalidInput(problems);
  return site;
}

/** Half a place would be dropped silently on the way to the domain. */
function checkBothCoordinates({ longitude = null, latitude = null }: NewSite, problems: Problems): void {
  if ((longitude === null) === (latitude === null)) return;
  problems.add({
    code: 'invalid_input',
    field: longitude === null ? 'longitude' : 'latitude',
    expected: 'longitude and latitude, both or neither',
    got: `${longitude === null ? 'latitude' : 'longitude'} alone`,
    next: 'Add the other coordinate, or set both to null if the place is not known.',
  });
}
