// A heading with rows below it.
import { table } from '../table.ts';

/** Empty when there are no rows. */
export function section(
  title: string,
  rows: readonly (readonly string[])[],
  { right = [] }: { right?: readonly number[] } = {},
): string {
  if (rows.length === 0) return '';
  const lines = table(rows, { right }).split('\n');
  return [title, ...lines.map((line) => `  ${line}`)].join('\n');
}
