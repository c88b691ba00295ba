// Corrections that were accepted for a file, applied to its rows before anybody reads them; the file itself stays as it is.
import type { Fix } from '../row-problem.ts';
import type { Cell, TableRow } from '../table.ts';
import { cellText } from './cell-text.ts';

/** A row after its corrections; null: it was left out. */
export type FixedRow = { readonly row: TableRow; readonly swapsCoordinates: boolean } | null;

/**
 * Prepares the corrections of one file. A later correction of the same cell wins over an earlier one, one for a single row
 * over one for all rows. A correction of a column that the file does not have changes nothing.
 */
export function fixApplier(fixes: readonly Fix[], columns: readonly string[]): (row: TableRow) => FixedRow {
  if (fixes.length === 0) return (row) => ({ row, swapsCoordinates: false });
  const prepared = prepare(fixes, columns);
  return (row) => {
    if (prepared.leftOut.has(row.row)) return null;
    return { row: corrected(row, prepared), swapsCoordinates: prepared.swapped.has(row.row) };
  };
}

interface PreparedFixes {
  readonly leftOut: ReadonlySet<number>;
  readonly swapped: ReadonlySet<number>;
  /** By place of the column, what a cell says -> what is read. */
  readonly replaced: ReadonlyMap<number, ReadonlyMap<string, string>>;
  /** By row, place of the column -> what is read. */
  readonly set: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

function prepare(fixes: readonly Fix[], columns: readonly string[]): PreparedFixes {
  const leftOut = new Set<number>();
  const swapped = new Set<number>();
  const replaced = new Map<number, Map<string, string>>();
  const set = new Map<number, Map<number, string>>();
  for (const fix of fixes) {
    if (fix.kind === 'leave_out') leftOut.add(fix.row);
    else if (fix.kind === 'swap_coordinates') swapped.add(fix.row);
    else {
      const place = columns.indexOf(fix.column);
      if (place === -1) continue;
      if (fix.kind === 'replace') entry(replaced, place).set(fix.from.trim(), fix.to);
      else entry(set, fix.row).set(place, fix.to);
    }
  }
  return { leftOut, swapped, replaced, set };
}

function corrected(row: TableRow, { replaced, set }: PreparedFixes): TableRow {
  const own = set.get(row.row);
  if (own === undefined && replaced.size === 0) return row;
  const cells = row.cells.map((cell, place): Cell => {
    const to = own?.get(place) ?? replaced.get(place)?.get(cellText(cell));
    return to === undefined ? cell : to === '' ? null : to;
  });
  return { ...row, cells };
}

function entry<Key, Inner>(map: Map<Key, Map<Inner, string>>, key: Key): Map<Inner, string> {
  let inner = map.get(key);
  if (inner === undefined) {
    inner = new Map();
    map.set(key, inner);
  }
  return inner;
}
