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
  /** Of the rate in common that is surely left; 1 where it is not given. What comes next may be as much cheaper, no more. */
  readonly share?: number;
  readonly detail: () => string;
  /** Copies of both flows with the change in them: what their owners would state once it is made. */
  readonly changed: () => { readonly supply: PreparedFlow; readonly demand: PreparedFlow };
}

/** What a change is worked out with. */
export interface Workshop {
  readonly values: FactorValues;
  readonly calendar: Calendar;
  /** EUR/a beyond which nobody wants to hear of it: a change that is sure to cost more need not be worked out. */
  readonly dearest: number;
}

/** The smallest change of one kind that removes one judge's objection; null where it cannot, or not honestly, or is too dear. */
export type Mend = (pair: Pair, workshop: Workshop) => Change | null;
