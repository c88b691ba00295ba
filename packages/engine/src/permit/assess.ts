// All permit rules about one pair, combined: prohibited before unknown before needs_permit before allowed.
import type { PermitOutcome, PermitRuling } from '@crg/domain/match';
import type { PermitFacts } from './facts.ts';
import { permitRules } from './rules.ts';

export interface PermitAssessment {
  readonly outcome: PermitOutcome;
  /** Strictest first, then in the order of the rules; empty when no rule speaks about such a pair. */
  readonly rulings: readonly PermitRuling[];
}

export function assess(facts: PermitFacts): PermitAssessment {
  const rulings = permitRules
    .filter((rule) => rule.appliesTo(facts))
    .map(({ id, version, clause, speak }): PermitRuling => {
      const { outcome, text, used, missing } = speak(facts);
      return { rule: id, version, clause, outcome, text, factsUsed: used, factsMissing: missing };
    })
    .sort((a, b) => strictness.indexOf(a.outcome) - strictness.indexOf(b.outcome));
  return { outcome: rulings[0]?.outcome ?? 'allowed', rulings };
}

const strictness: readonly PermitOutcome[] = ['prohibited', 'unknown', 'needs_permit', 'allowed'];
