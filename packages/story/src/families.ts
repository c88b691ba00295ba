// The eleven resource families in their fixed order. Written here once more so that the browser gets no schema library.
import type { Family } from '@crg/api-contract/family';

export const families = [
  'heat',
  'steam',
  'cooling',
  'electricity',
  'water',
  'gas',
  'material',
  'organic',
  'service',
  'logistics',
  'space',
] as const satisfies readonly Family[];

export function familyLabel(family: Family): string {
  return family.charAt(0).toUpperCase() + family.slice(1);
}
