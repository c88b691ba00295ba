// A change that would make a rejected pair fit: what it is, what it costs, and the pair's flows once it is made.
import type { JudgeName, NearMissChange } from '@crg/domain/match';
import type { PreparedFlow } from '../prepared-flow.ts';

export interface Change {
  readonly kind: NearMissChange['kind'];
  readonly judge: JudgeName;
  readonly paidBy: NearMissChange['paidBy'];
  readonly costEurPerYear: number;
  readonly detail: () => string;
  /** Copies of both flows with the change in them; judging them again must find nothing to object to. */
  readonly changed: () => { readonly supply: PreparedFlow; readonly demand: PreparedFlow };
}
