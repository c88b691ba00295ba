// Where the value of a field comes from in one row: the expressions of a mapping, worked out.
import type { Expression } from '@crg/city-format/mapping-schema';
import { isEmpty } from '../empty-cell.ts';
import type { Cell } from '../table.ts';
import { cellText } from './cell-text.ts';

/** A value that a row states for a field, before it is read as a number, a code or a name. */
export interface Stated {
  readonly cell: Cell;
  /** The column it was read from; null for a constant. */
  readonly column: string | null;
  /** What the column holds before words, prefix and suffix. */
  readonly raw: Cell;
  /** Factor on a number; 1 where the mapping states none. */
  readonly times: number;
  readonly because: string | null;
  /** Which of the alternatives of a `first_of` gave it; 0 is the one that was hoped for. */
  readonly choice: number;
}

/** null where the row states nothing. Columns that the table does not have state nothing either. */
export function evaluate(
  expression: Expression,
  cells: readonly Cell[],
  places: ReadonlyMap<string, number>,
): Stated | null {
  if ('value' in expression) return constant(expression.value);
  if ('first_of' in expression) {
    for (const [choice, alternative] of expression.first_of.entries()) {
      const stated = evaluate(alternative, cells, places);
      if (stated !== null) return { ...stated, choice };
    }
    return null;
  }
  if ('joined' in expression) return joined(expression.joined, cells, places);
  return fromColumn(expression, cells[places.get(expression.column) ?? -1] ?? null);
}

/** Every column an expression names, in order. */
export function columnsOf(expression: Expression): readonly string[] {
  if ('value' in expression) return [];
  if ('first_of' in expression) return expression.first_of.flatMap(columnsOf);
  if ('joined' in expression) return expression.joined.flatMap(columnsOf);
  return [expression.column];
}

const constant = (cell: string | number): Stated => ({
  cell,
  column: null,
  raw: cell,
  times: 1,
  because: null,
  choice: 0,
});

type FromColumn = Extract<Expression, { column: string }>;

function fromColumn({ column, times = 1, because, words, before, after }: FromColumn, raw: Cell): Stated | null {
  if (isEmpty(raw)) return null;
  const meant = words === undefined ? raw : (wordFor(words, raw) ?? raw);
  if (isEmpty(meant)) return null;
  const cell = before === undefined && after === undefined ? meant : `${before ?? ''}${cellText(meant)}${after ?? ''}`;
  return { cell, column, raw, times, because: because ?? null, choice: 0 };
}

type Words = Readonly<Record<string, string>>;

function wordFor(words: Words, raw: Cell): string | undefined {
  const text = cellText(raw);
  return Object.hasOwn(words, text) ? words[text] : inSmallLetters(words).get(text.toLowerCase());
}

/** A mapping is read for thousands of rows: its words are put into small letters once. */
const smallLetters = new WeakMap<Words, ReadonlyMap<string, string>>();

function inSmallLetters(words: Words): ReadonlyMap<string, string> {
  let known = smallLetters.get(words);
  if (known === undefined) {
    known = new Map(Object.entries(words).map(([said, meant]) => [said.toLowerCase(), meant]));
    smallLetters.set(words, known);
  }
  return known;
}

/** The parts that are stated, with a space between; nothing when the first is missing. */
function joined(
  parts: readonly Expression[],
  cells: readonly Cell[],
  places: ReadonlyMap<string, number>,
): Stated | null {
  const stated = parts.map((part) => evaluate(part, cells, places));
  const first = stated[0] ?? null;
  if (first === null) return null;
  const cell = stated.flatMap((part) => (part === null ? [] : [cellText(part.cell)])).join(' ');
  return { ...first, cell };
}
