// What a permit rule may ask about a pair. null is "not known": a rule then names the fact instead of guessing.
import type { Family } from '@crg/domain/taxonomy';
import { type WasteEntry, wasteCode } from '@crg/domain/waste-codes';
import type { PreparedFlow } from '../prepared-flow.ts';
import { isAbove110C } from './above-110c.ts';

export interface PermitFacts {
  readonly family: Family;
  readonly type: string;
  /** Kinds of entry of the supply's List of Waste codes; empty when it states none. */
  readonly wasteEntries: readonly WasteEntry[];
  readonly border: boolean | null;
  readonly sameSite: boolean;
  readonly use: Use | null;
  /** Hotter than 110 °C, from where pressure equipment law looks closer; null when no temperature is stated. */
  readonly above110C: boolean | null;
  readonly cadmiumMgPerKg: number | null;
  /** 1 to 3 after Articles 8 to 10 of Regulation (EC) 1069/2009; 0 when nothing of it comes from animals. */
  readonly animalCategory: 0 | 1 | 2 | 3 | null;
  /** Facts that no flow states yet: what the parties' papers say. */
  readonly papers: Readonly<Partial<Record<Paper, boolean>>>;
}

/** Where the resource goes, as far as the receiver's sector tells. */
export type Use = 'farm' | 'food' | 'industry';

export type Paper =
  | 'contract_or_market'
  | 'normal_processing_only'
  | 'integral_part'
  | 'product_standard_met'
  | 'receiver_permit_codes'
  | 'carrier_registered'
  | 'hp_test_non_hazardous'
  | 'green_list'
  | 'receiver_approval'
  | 'feed_business_registration'
  | 'sds_available'
  | 'reach_registered'
  | 'purity_certificate'
  | 'haccp';

export function factsOf(supply: PreparedFlow, demand: PreparedFlow): PermitFacts {
  const { type, flow } = supply;
  return {
    family: type.family,
    type: type.id,
    wasteEntries: flow.codes.ewc.map((code) => wasteCode(code).entry),
    border: crossesBorder(supply, demand),
    sameSite: supply.site.id === demand.site.id,
    use: useAt(demand.organization.nace),
    above110C: isAbove110C(flow.quality.temperature_c),
    cadmiumMgPerKg: flow.quality.cadmium_mg_kg?.max ?? null,
    animalCategory: animalCategoryOf(type.id),
    papers: {},
  };
}

function crossesBorder(supply: PreparedFlow, demand: PreparedFlow): boolean | null {
  if (supply.site.id === demand.site.id) return false;
  const { country: from } = supply.site;
  const { country: to } = demand.site;
  return from === null || to === null ? null : from !== to;
}

/** NACE divisions: 01 agriculture, 10 and 11 food and drink. The first of several sectors that is sensitive counts. */
function useAt(nace: readonly string[]): Use | null {
  const divisions = nace.map((code) => code.slice(0, 2));
  if (divisions.includes('01')) return 'farm';
  if (divisions.includes('10') || divisions.includes('11')) return 'food';
  return divisions.length === 0 ? null : 'industry';
}

/** Manure is category 2 and kitchen waste category 3 by definition; fat may be vegetable; sludge and plants are outside. */
function animalCategoryOf(type: string): PermitFacts['animalCategory'] {
  if (type === 'organic.manure') return 2;
  if (type === 'organic.food_waste') return 3;
  if (type === 'organic.fat') return null;
  return 0;
}
