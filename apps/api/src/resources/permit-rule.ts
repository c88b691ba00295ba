// Permit rules as the API shows them.
import type { PermitRule } from '@crg/api-contract/permit-rule';
import type { PermitRuleRow } from '@crg/services/permit-rule-table';

export function permitRuleResource(rule: PermitRuleRow): PermitRule {
  const { id, version, title, jurisdiction, clause, validFrom, validTo, place, limits = {}, about, openText } = rule;
  return {
    id,
    version,
    title,
    jurisdiction,
    clause,
    valid_from: validFrom,
    valid_to: validTo,
    place,
    limits: { ...limits },
    about,
    answers: rule.answers.map(({ when, outcome, text }) => ({
      ...(when === undefined ? {} : { when }),
      outcome,
      text,
    })),
    open_text: openText,
  };
}
