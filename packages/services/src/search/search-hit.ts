// One thing that a search has found.
import type { Point } from '@crg/domain/flow';

export interface SearchHit {
  readonly kind: 'organization' | 'site' | 'flow' | 'code';
  readonly id: string;
  readonly title: string;
  /** What tells it from others of the same title. */
  readonly detail: string;
  /** Where it stands; of an organization its only site. */
  readonly siteId: string | null;
  readonly place: Point | null;
  /** Of a code: how many flows carry it. */
  readonly flows: number | null;
}
