import { DomainError } from '@crg/domain/errors';
import type { Page } from '../ports/versioned.ts';

/** The sort key of the last record of a page: what the next page starts behind. */
type Key = readonly (string | number)[];

/**
 * A page from rows that were read with `limit + 1`: the one too many says that there is more.
 *
 * @param order name of the order, so that a cursor is not used with another one
 */
export function pageOf<Row, T>(
  rows: readonly Row[],
  limit: number,
  order: string,
  key: (row: Row) => Key,
  item: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(item), nextCursor: last === undefined ? null : encode(order, key(last)) };
}

/** @throws DomainError invalid_cursor for text that no page of this order has given out */
export function keyOf(cursor: string, order: string, length: number): readonly string[] {
  const parts = decode(cursor);
  if (parts === null || parts[0] !== order || parts.length !== length + 1) {
    throw new DomainError('invalid_cursor', {
      field: 'cursor',
      expected: `the next_cursor of a page ordered by ${order}`,
      got: `"${cursor.slice(0, 80)}"`,
      next: 'Start again without a cursor.',
    });
  }
  return parts.slice(1);
}

// Numbers travel as text: it keeps every digit, and Infinity.
const encode = (order: string, key: Key) =>
  Buffer.from(JSON.stringify([order, ...key.map(String)])).toString('base64url');

function decode(cursor: string): readonly string[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const fine = Array.isArray(parts) && parts.every((part) => typeof part === 'string' && !part.includes('\0'));
    return fine ? parts : null;
  } catch {
    return null;
  }
}
