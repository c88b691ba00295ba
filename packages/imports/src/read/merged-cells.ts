// Which cells of a sheet are merged into one.
import { cellPlace } from './cell-reference.ts';
import type { MergedCells } from './find-header.ts';
import type { ReadLimits } from './limits.ts';
import type { ZipArchive } from './zip-archive.ts';

/**
 * The areas of merged cells, which a sheet names after its rows: everything is inflated, nothing before them is understood.
 *
 * @throws DomainError as the archive does
 */
export async function mergedCells(zip: ZipArchive, part: string, limits: ReadLimits): Promise<readonly MergedCells[]> {
  const decoder = new TextDecoder('latin1');
  let tail = '';
  let found = false;
  for await (const chunk of zip.read(part, limits.sheetBytes)) {
    tail += decoder.decode(chunk, { stream: true });
    if (!found) {
      const end = tail.search(/<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\/>/);
      found = end >= 0;
      tail = found ? tail.slice(end) : tail.slice(-longestTag);
    } else if (tail.length > longestTail) break;
  }
  const areas: MergedCells[] = [];
  if (!found) return areas;
  for (const [, from = '', to = ''] of tail.matchAll(/<(?:\w+:)?mergeCell ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
    if (areas.length === limits.mergedCells) break;
    const [first, last] = [cellPlace(from), cellPlace(to)];
    if (first === undefined || last === undefined) continue;
    areas.push({ firstRow: first.row, lastRow: last.row, firstColumn: first.column, lastColumn: last.column });
  }
  return areas;
}

const longestTag = 40;
/** Areas that touch the header stand among the first; a list longer than this describes the body of the sheet. */
const longestTail = 4_000_000;
