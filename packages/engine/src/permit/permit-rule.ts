// What a permit rule is: data that `assess.ts` reads. Information for the parties, not legal advice.
import type { PermitOutcome } from '@crg/domain/match';
import type { Paper } from '@crg/domain/permit-papers';
import type { Condition, Limits } from './condition.ts';
import type { Jurisdiction } from './jurisdictions.ts';

export interface PermitRule {
  readonly id: string;
  /** Raised whenever the answer to the same facts can change. */
  readonly version: number;
  readonly title: string;
  /** Whose law decides: that of the supply's country, of the demand's, or both. */
  readonly place: 'supply' | 'demand' | 'both';
  /** The law behind the rule, per jurisdiction and time. A country's own basis goes before that of its group. */
  readonly bases: readonly LegalBasis[];
  /** Pairs the rule speaks about. When facts are missing to tell, it speaks and says which. */
  readonly about: Condition;
  /** The first whose condition holds is the answer; one that cannot be told for want of facts makes it `unknown`. */
  readonly answers: readonly RuleAnswer[];
  /** Said when facts are missing. */
  readonly openText: string;
  /** A rule of few countries, such as a ban of one: elsewhere its silence says nothing. */
  readonly particular?: true;
}

export interface LegalBasis {
  readonly jurisdiction: Jurisdiction;
  readonly clause: string;
  /** First and last day in application, YYYY-MM-DD; null: still in application. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly limits?: Limits;
  /** Said after every answer on this basis: what else this law asks. */
  readonly note?: string;
}

export interface RuleAnswer {
  /** Left out: in every other case. */
  readonly when?: Condition;
  readonly outcome: Exclude<PermitOutcome, 'unknown'>;
  readonly text: string;
  /**
   * Facts that could only ease this answer, never make it stricter. While nobody has stated them the answer stands, and they
   * are named as missing: a right of way is taken to be needed until somebody says that the way stays on private land.
   */
  readonly easedBy?: readonly Paper[];
}
