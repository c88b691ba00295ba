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
  readonly ids: (item: T) => readonly string[];
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

type Key = readonly [number, ...(readonly string[])];

function compare([figureA, ...idsA]: Key, [figureB, ...idsB]: Key): number {
  if (figureA !== figureB) return figureB - figureA;
  for (const [at, id] of idsA.entries()) {
    const byId = order(id, idsB[at] ?? '');
    if (byId !== 0) return byId;
  }
  return idsA.length - idsB.length;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const encode = (name: string, key: Key) => Buffer.from(JSON.stringify([name, ...key])).toString('base64url');

function decode(cursor: string, name: string): Key {
  try {
    const [named, figure, ...ids]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (named === name && typeof figure === 'number' && ids.every((id) => typeof id === 'string'))
      return [figure, ...ids];
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
