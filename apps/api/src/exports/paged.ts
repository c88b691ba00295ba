// A whole list, one page in memory at a time.
import type { Page, PageRequest } from '@crg/stores/ports/versioned';

/** Pages in order, none after the last; each is read when it is wanted. */
export async function* paged<Item>(
  page: (request: PageRequest) => Promise<Page<Item>>,
): AsyncGenerator<readonly Item[]> {
  let cursor: string | null = null;
  do {
    const { items, nextCursor }: Page<Item> = await page({ cursor, limit: pageSize });
    yield items;
    cursor = nextCursor;
  } while (cursor !== null);
}

/** Rows of a flow or a match with both ends are some kilobytes. */
const pageSize = 500;
