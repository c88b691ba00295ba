// The permit rules of the engine as a table: one row per rule, jurisdiction and time.
import type { LegalBasis, PermitRule } from '@crg/engine/permit/permit-rule';
import { permitRules } from '@crg/engine/permit/rules';

export type PermitRuleRow = Omit<PermitRule, 'bases'> & LegalBasis;

/** In the order in which the rules are read out. */
export function permitRuleTable(): readonly PermitRuleRow[] {
  return permitRules.flatMap(({ bases, ...rule }) => bases.map((basis) => ({ ...rule, ...basis })));
}
