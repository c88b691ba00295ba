// Problem codes and cell texts in the words of the page.
import type { ProblemGroup } from '@crg/api-contract/import';

const words: Readonly<Record<string, string>> = {
  invalid_input: 'Not understood',
  invalid_quantity: 'Not a quantity',
  unknown_unit: 'Unknown unit',
  wrong_dimension: 'Wrong kind of unit',
  unknown_resource_type: 'Unknown resource',
  unknown_code: 'Unknown code',
  out_of_range: 'Out of range',
  duplicate_id: 'Id twice',
  still_referenced: 'Owner missing',
  organization_not_found: 'No such organization',
  site_not_found: 'No such site',
  unreadable_file: 'Not readable',
  near_duplicate: 'Perhaps twice',
  at_sea: 'At sea',
  far_away: 'Far away',
  outside_country: 'Outside the country',
  shared_point: 'Shared point',
  odd_combination: 'Odd together',
  name_missing: 'Name missing',
  unused_value: 'Value not used',
};

export function codeWord(code: string): string {
  return words[code] ?? code.replaceAll('_', ' ');
}

/** `Unknown unit, Mængde`; the code alone where no column is meant. */
export function groupLabel({ code, column }: Pick<ProblemGroup, 'code' | 'column'>): string {
  return column === null ? codeWord(code) : `${codeWord(code)}, ${column}`;
}

export function countOf(groups: readonly ProblemGroup[], severity: ProblemGroup['severity']): number {
  return groups.reduce((sum, group) => sum + (group.severity === severity ? group.count : 0), 0);
}

/** What the cell says, without the quotes that sentences put around it. */
export function cellShown(got: string): string {
  const quoted = /^"(.*)"$/s.exec(got);
  return quoted?.[1] ?? got;
}

/** 3,478, or 3,478 and 11 more. */
export function rowsShown(rows: readonly number[]): string {
  const [first, ...others] = rows;
  if (first === undefined) return 'file';
  return others.length === 0 ? first.toLocaleString('en') : `${first.toLocaleString('en')} +${others.length}`;
}
