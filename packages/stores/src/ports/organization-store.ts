import type { Organization } from '@crg/domain/flow';
import type {
  Created,
  Page,
  PageRequest,
  Removed,
  Replaced,
  StillReferenced,
  Version,
  Versioned,
} from './versioned.ts';

/**
 * The organizations of the city.
 *
 * Text with a NUL character or half a surrogate pair is DomainError `invalid_input` naming the field, in every method.
 * Every write is in the change log in the same transaction.
 */
export interface OrganizationStore {
  get(id: string): Promise<Versioned<Organization> | null>;
  /** Ordered by id (Unicode code points). */
  page(filter: OrganizationFilter, request: PageRequest): Promise<Page<Versioned<Organization>>>;
  create(organization: Organization): Promise<Created>;
  /** Writes only if the stored version is `expected`. */
  replace(organization: Organization, expected: Version): Promise<Replaced>;
  /** `still_referenced` while sites of it exist. */
  remove(id: string, expected: Version): Promise<Removed | StillReferenced>;
}

export interface OrganizationFilter {
  /** Part of the name, upper and lower case alike. */
  readonly nameContains?: string | undefined;
}
