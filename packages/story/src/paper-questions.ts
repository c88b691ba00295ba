// Which questions of the permit rules matter for a flow: only those that a rule can ask about its kind, on its side.
import type { Direction } from '@crg/api-contract/family';
import { type Paper, permitPapers } from '@crg/domain/permit-papers';

export interface PaperQuestion {
  readonly id: Paper;
  readonly question: string;
}

/** In the order of the rules; none before a type is chosen. */
export function paperQuestions(direction: Direction, type: string): readonly PaperQuestion[] {
  const concerns = (kind: string) => type === kind || type.startsWith(`${kind}.`);
  return permitPapers.filter(({ id, side }) => side === direction && kinds[id].some(concerns));
}

const stuff = ['material', 'organic'];

/** Families or single types that the rules ask about. */
const kinds: Readonly<Record<Paper, readonly string[]>> = {
  contract_or_market: stuff,
  normal_processing_only: stuff,
  integral_part: stuff,
  product_standard_met: stuff,
  end_of_waste_met: [...stuff, 'gas', 'water'],
  hp_test_non_hazardous: [...stuff, 'gas', 'water'],
  green_list: stuff,
  carrier_registered: stuff,
  lower_in_waste_hierarchy: stuff,
  feed_business_registration: ['organic'],
  sds_available: ['material'],
  reach_registered: ['material'],
  purity_certificate: ['gas.co2'],
  animal_origin: ['organic'],
  animal_category_1: ['organic'],
  pathogens_below_limits: ['organic'],
  crosses_public_land: ['heat', 'steam', 'cooling', 'electricity', 'water', 'gas'],
  receiver_permit_codes: stuff,
  receiver_approval: ['organic'],
  burnt_or_buried_as_authorised: ['organic'],
  used_as_feed: ['organic'],
  haccp: ['gas.co2'],
  water_risk_plan: ['water'],
  closed_distribution_system: ['electricity'],
};
