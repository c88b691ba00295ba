import type { SourceFile } from '../source-file.ts';
import type { Table } from '../table.ts';
import type { ReadLimits } from './limits.ts';
import { unreadable } from './reading-fault.ts';

export async function openGeojson(_file: SourceFile, _limits: ReadLimits): Promise<Table> {
  throw unreadable({ expected: 'CSV or XLSX', got: 'GeoJSON', next: 'Convert it to CSV.' });
}
