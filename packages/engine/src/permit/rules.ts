// The permit rules in the order in which they are read out.
import type { PermitRule } from './permit-rule.ts';
import { animalAndLandRules } from './rules/animals-and-land.ts';
import { networkRules } from './rules/networks.ts';
import { productRules } from './rules/products.ts';
import { wasteRules } from './rules/waste.ts';

export const permitRules: readonly PermitRule[] = [
  ...wasteRules,
  ...animalAndLandRules,
  ...productRules,
  ...networkRules,
];
