// The paging of every list.
import { defaultLimit } from '@crg/api-contract/list';
import type { PageRequest } from '@crg/stores/ports/versioned';

export function pageRequest({ limit, cursor }: { limit?: number; cursor?: string }): PageRequest {
  return { limit: limit ?? defaultLimit, cursor: cursor ?? null };
}
