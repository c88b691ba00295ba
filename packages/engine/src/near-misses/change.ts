// A change that would make a rejected pair fit: what it is, what it costs, and the pair's flows once it is made.
import type { JudgeName, NearMissChange } from '@crg/domain/match';
import type { Calendar } from '../calendar.ts';
import type { FactorValues } from '../economics/factor-table.ts';
import type { Pair } from '../pair.ts';
import type { PreparedFlow } from '../prepared-flow.ts';

export interface Change {
  readonly kind: NearMissChange['kind'];
  readonly judge: JudgeName;
  readonly paidBy: NearMissChange['paidBy'];
  readonly costEurPerYear: number;
  readonly detail: () => string;
  /** Copies of both flows with the change in them: what their owners would state once it is made. */
  readonly changed: () => { readonly supply: PreparedFlow; readonly demand: PreparedFlow };
}

/** The smallest change of one kind that removes one judge's objection; null where it cannot, or not honestly. */
export type Mend = (pair: Pair, values: FactorValues, calendar: Calendar) => Change | null;
