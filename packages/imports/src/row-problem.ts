// What is wrong or doubtful with one row, said so that it can be mended.
import type { ErrorCode } from '@crg/domain/errors';

export interface RowProblem {
  /** An error keeps its row out; a warning is imported and said. */
  readonly severity: 'error' | 'warning';
  readonly code: ErrorCode | WarningCode;
  /** As a person finds it in the file; null: the file as a whole. */
  readonly row: number | null;
  /** As the header names it; null: the row as a whole. */
  readonly column: string | null;
  readonly expected: string;
  readonly got: string;
  /** What the reader can do now; a whole sentence. */
  readonly next: string;
  /** One press that mends it; null when only a person can know. */
  readonly fix: Fix | null;
}

export type WarningCode =
  | 'near_duplicate'
  | 'at_sea'
  | 'far_away'
  | 'outside_country'
  | 'shared_point'
  | 'odd_combination'
  | 'name_missing'
  | 'unused_value';

/** A correction that is kept with the import and applied whenever its rows are read; the file stays as it is. */
export type Fix =
  /** In every row whose cell of `column` reads `from`. */
  | { readonly kind: 'replace'; readonly column: string; readonly from: string; readonly to: string }
  /** In one row. */
  | { readonly kind: 'set'; readonly row: number; readonly column: string; readonly to: string }
  | { readonly kind: 'leave_out'; readonly row: number }
  /** Latitude and longitude change places in this row. */
  | { readonly kind: 'swap_coordinates'; readonly row: number };
