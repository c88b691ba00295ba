// A pair that does not fit, told with the way from no to yes: each change, its price, who pays it, and the verdicts after it.
import type { NearMiss } from '@crg/api-contract/near-miss';
import type { ChangeKind } from '@crg/domain/match';
import { euros } from './format.ts';
import { type PairStory, pairStory } from './match-story.ts';
import type { VerdictRow } from './verdict-rows.ts';

export interface NearMissStory extends PairStory {
  readonly failed: readonly string[];
  readonly changes: readonly ChangeStory[];
  /** All changes together; null when none was found. */
  readonly cost: string | null;
}

export interface ChangeStory {
  readonly kind: string;
  /** What is done, in words: `A heat pump`. */
  readonly label: string;
  readonly detail: string;
  readonly cost: string;
  readonly paidBy: string;
  /** Label of the verdict that it turns. */
  readonly turns: string;
}

type Change = NearMiss['changes'][number];

const kinds: Readonly<Record<ChangeKind, string>> = {
  heat_pump: 'A heat pump',
  distance: 'A longer reach',
  preheat: 'Preheat a part of the demand',
  heater: 'A heater',
  chiller: 'A chiller',
  cooler: 'A cooler',
  climate_control: 'Climate control of the space',
  water_treatment: 'A treatment of the water',
  neutralisation: 'A neutralisation',
  compressor: 'A compressor',
  purification: 'A purification',
  desulphurisation: 'A desulphurisation',
  gas_drying: 'Drying of the gas',
  dedusting: 'Dust taken out',
  upgrading: 'Upgrading of the gas',
  blending: 'Blending with a purer share',
  dryer: 'A dryer',
  dewatering: 'Dewatering',
  evaporator: 'An evaporator',
  sorting: 'Sorting',
  washing: 'Washing',
  settling: 'Settling',
  distillation: 'A distillation',
  carbon_removal: 'Removal of the unburnt carbon',
  crusher: 'A crusher',
  transformer: 'A transformer',
  green_certificates: 'Certificates of renewable origin',
  faster_service: 'A faster service',
  buffer_store: 'A buffer store',
  other_hours: 'Other hours',
  other_dates: 'Another start or end',
  quantity: 'A smaller lot',
  smaller_take: 'A smaller take',
  ageing: 'Storage for ageing',
  stronger_connection: 'A stronger connection',
};

const payers: Readonly<Record<NonNullable<Change['paid_by']>, string>> = {
  supplier: 'the supplier',
  receiver: 'the receiver',
  both: 'both sides',
};

export function nearMissStory(miss: NearMiss): NearMissStory {
  const pair = pairStory(miss, miss.changes.length > 0);
  const label = (judge: string | undefined) => pair.verdicts.find((row) => row.judge === judge)?.label ?? '';
  const sum = miss.changes.reduce((total, change) => total + change.cost_eur_per_year, 0);
  return {
    ...pair,
    failed: miss.failed,
    changes: miss.changes.map((change) => ({
      kind: change.kind,
      label: changeLabel(change.kind),
      detail: sentence(change.detail),
      cost: change.cost_eur_per_year === 0 ? 'nothing' : euros(change.cost_eur_per_year),
      paidBy: change.paid_by ? payers[change.paid_by] : 'not stated',
      turns: label(change.judge ?? (miss.failed.length === 1 ? miss.failed[0] : undefined)),
    })),
    cost: miss.changes.length === 0 ? null : euros(sum),
  };
}

/** A kind of a newer server is said as it is written. */
export function changeLabel(kind: string): string {
  return (kinds as Readonly<Record<string, string>>)[kind] ?? sentence(kind.replaceAll('_', ' '));
}

/** Verdicts that say no today, with the change that turns each. */
export function turnedRows(
  story: NearMissStory,
): readonly { readonly row: VerdictRow; readonly by: ChangeStory | null }[] {
  return story.verdicts
    .filter(({ judge }) => story.failed.includes(judge))
    .map((row) => ({ row, by: story.changes.find(({ turns }) => turns === row.label) ?? null }));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
