// Versions of stored records as HTTP validators, so that two people cannot overwrite each other unseen.
import { DomainError } from '@crg/domain/errors';
import type { Version } from '@crg/stores/ports/versioned';
import { RequestError, shortened } from './request-error.ts';

/** The strong ETag of one version of one record. */
export function etagOf(version: Version): string {
  return `"${version}"`;
}

/**
 * The version that a change is based on. `*` is whatever version there is (RFC 9110 section 13.1.1): for a caller that
 * means to overwrite unseen. One that is written between this reading and the change still makes it a conflict.
 *
 * @param read the record as it is now
 * @throws DomainError version_required when the header is missing or names no single version
 */
export async function versionToChange(
  ifMatch: string | undefined,
  read: () => Promise<{ readonly version: Version } | null>,
): Promise<Version> {
  const given = ifMatch?.trim();
  if (given === '*') return (await read())?.version ?? noVersion;
  const version = given === undefined ? null : /^"(\d{1,15})"$/.exec(given);
  if (version?.[1] !== undefined) return Number(version[1]);
  throw new DomainError('version_required', {
    field: 'if-match',
    expected: 'the ETag of the version to change, e.g. "7" in its double quotes, or * for whatever version there is',
    got: ifMatch === undefined ? 'none' : shortened(ifMatch),
    next: 'Read the record, then send the ETag of that answer as If-Match.',
  });
}

/** The change will find that there is no record. */
const noVersion: Version = 0;

/** True when the reader already has this version (If-None-Match compares weakly, RFC 9110 section 13.1.2). */
export function readerHas(version: Version, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etagOf(version));
}

/** A body that names another id than its address would be written to the wrong record. */
export function checkSameId(inBody: string | undefined, inAddress: string): void {
  if (inBody === undefined || inBody === inAddress) return;
  throw new RequestError('invalid_input', {
    field: 'id',
    expected: `"${shortened(inAddress)}", as in the address`,
    got: `"${shortened(inBody)}"`,
    next: 'An id never changes: leave it out, or register the record under the new id and remove the old one.',
  });
}
