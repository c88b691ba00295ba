// What a permit rule may ask about a pair. null, and a paper that is not there, is "not known": a rule then names the fact.
import type { ResourceFlow } from '@crg/domain/flow';
import { type Paper, permitPapers } from '@crg/domain/permit-papers';
import type { Family } from '@crg/domain/taxonomy';
import { type WasteEntry, wasteCode } from '@crg/domain/waste-codes';
import type { PreparedFlow } from '../prepared-flow.ts';
import { isAbove110C } from './above-110c.ts';
import { isOecd } from './jurisdictions.ts';

export type FactValue = string | number | boolean;

export interface PermitFacts extends Readonly<Partial<Record<Paper, boolean>>> {
  readonly family: Family;
  readonly resource_type: string;
  /** The strictest kind of entry among the supply's List of Waste codes; `none` when it states no code. */
  readonly entry_type: EntryType;
  /** false for a by-product (all four conditions met) and after the end of waste; null without a code. */
  readonly is_waste: boolean | null;
  readonly border: boolean | null;
  readonly destination_oecd: boolean | null;
  readonly same_site: boolean;
  readonly receiver_use: Use | null;
  /** By the hottest stated end: from here pressure equipment law looks closer. */
  readonly above_110c: boolean | null;
  readonly cadmium_mg_kg: number | null;
  /** 1 to 3 after Articles 8 to 10 of Regulation (EC) 1069/2009; 0 when nothing of it comes from animals. */
  readonly animal_category: 0 | 1 | 2 | 3 | null;
  readonly supply_country: string | null;
  readonly demand_country: string | null;
}

export type FactName = keyof PermitFacts;

/** Both entries of a mirror pair count alike until a test has decided between them. */
export type EntryType = 'none' | 'absolute_non_hazardous' | 'mirror' | 'absolute_hazardous';

/** Where the resource goes, as far as the receiver's sector tells. */
export type Use = 'farm' | 'food' | 'industry';

export function factsOf(supply: PreparedFlow, demand: PreparedFlow): PermitFacts {
  const { type, flow, site } = supply;
  const entry = strictestEntry(flow.codes.ewc);
  const papers = papersOf(supply.flow, demand.flow);
  return {
    family: type.family,
    resource_type: type.id,
    entry_type: entry,
    is_waste: isWaste(entry, papers),
    border: crossesBorder(supply, demand),
    destination_oecd: demand.site.country === null ? null : isOecd(demand.site.country),
    same_site: site.id === demand.site.id,
    receiver_use: useAt(demand.organization.nace),
    above_110c: isAbove110C(flow.quality.temperature_c),
    cadmium_mg_kg: flow.quality.cadmium_mg_kg?.max ?? null,
    animal_category: animalCategoryOf(type.id, papers),
    supply_country: site.country,
    demand_country: demand.site.country,
    ...papers,
  };
}

/** Everything about one flow, its site and its owner that `factsOf` reads, as one text: equal texts, equal facts. */
export function factText(
  { type, codes, quality, papers }: ResourceFlow,
  country: string | null,
  nace: readonly string[],
): string {
  const cadmium = quality.cadmium_mg_kg?.max ?? null;
  return JSON.stringify([type, codes.ewc, country, nace, isAbove110C(quality.temperature_c), cadmium, papers ?? null]);
}

/** The four conditions of a by-product, Directive 2008/98/EC, Article 5(1). */
export const byProductTest = [
  'contract_or_market',
  'normal_processing_only',
  'integral_part',
  'product_standard_met',
] as const satisfies readonly Paper[];

function papersOf(supply: ResourceFlow, demand: ResourceFlow): Readonly<Partial<Record<Paper, boolean>>> {
  const answers = permitPapers.flatMap(({ id, side }) => {
    const answer = (side === 'supply' ? supply : demand).papers?.[id];
    return answer === undefined ? [] : [[id, answer] as const];
  });
  return Object.fromEntries(answers);
}

function strictestEntry(codes: readonly string[]): EntryType {
  const kinds = codes.map((code) => kindOf(wasteCode(code).entry));
  return strictestFirst.find((kind) => kinds.includes(kind)) ?? 'none';
}

const strictestFirst: readonly EntryType[] = ['absolute_hazardous', 'mirror', 'absolute_non_hazardous'];

function kindOf(entry: WasteEntry): EntryType {
  return entry === 'mirror_hazardous' || entry === 'mirror_non_hazardous' ? 'mirror' : entry;
}

function isWaste(entry: EntryType, papers: Readonly<Partial<Record<Paper, boolean>>>): boolean | null {
  if (papers.end_of_waste_met === true || byProductTest.every((paper) => papers[paper] === true)) return false;
  return entry === 'none' ? null : true;
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
function animalCategoryOf(
  type: string,
  papers: Readonly<Partial<Record<Paper, boolean>>>,
): PermitFacts['animal_category'] {
  if (papers.animal_category_1 === true) return 1;
  if (type === 'organic.manure') return 2;
  if (type === 'organic.food_waste') return 3;
  if (type !== 'organic.fat') return 0;
  if (papers.animal_origin === undefined) return null;
  return papers.animal_origin ? 3 : 0;
}
