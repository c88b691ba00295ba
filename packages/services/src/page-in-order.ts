// Pages of a list that was made in memory. The cursor names the last item by its key, so the next page is right in a changed list too.
import { DomainError } from '@crg/domain/errors';
import type { Page, PageRequest } from '@crg/stores/ports/versioned';

interface Order<T> {
  /** Name of the order, so that a cursor is not used with another one. */
  readonly order: string;
  readonly request: PageRequest;
  /** Greatest first. */
  readonly figure: (item: T) => number;
  /** Breaks ties; no two items have the same. */
  readonly ids: (item: T) => readonly [string, string];
}

/** @throws DomainError invalid_cursor for text that no page of this order has given out */
export function pageInOrder<T>(items: readonly T[], { order, request, figure, ids }: Order<T>): Page<T> {
  const keyOf = (item: T): Key => [figure(item), ...ids(item)];
  const keyed = items.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => compare(a.key, b.key));
  const last = request.cursor === null ? null : decode(request.cursor, order);
  const left = last === null ? keyed : keyed.filter(({ key }) => compare(key, last) > 0);
  const shown = left.slice(0, request.limit);
  const end = left.length > request.limit ? shown.at(-1) : undefined;
  return { items: shown.map(({ item }) => item), nextCursor: end === undefined ? null : encode(order, end.key) };
}

type Key = readonly [number, string, string];

function compare(a: Key, b: Key): number {
  return b[0] - a[0] || order(a[1], b[1]) || order(a[2], b[2]);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const encode = (name: string, key: Key) => Buffer.from(JSON.stringify([name, ...key])).toString('base64url');

function decode(cursor: string, name: string): Key {
  try {
    const [named, figure, one, other, ...rest]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (named === name && typeof figure === 'number' && typeof one === 'string' && typeof other === 'string') {
      if (rest.length === 0) return [figure, one, other];
    }
  } catch {
    // Not even JSON; said below.
  }
  throw new DomainError('invalid_cursor', {
    field: 'cursor',
    expected: 'the next_cursor of the page before, of the same list in the same order',
    got: `"${cursor.slice(0, 80)}"`,
    next: 'Start again without a cursor.',
  });
}
