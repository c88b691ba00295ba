// The city at a glance: what is in it, what its suggestions are worth when no flow is used twice, and how well that is known.
import type { City, ResourceFlow } from '@crg/domain/flow';
import type { Precision } from '@crg/domain/quantity';
import { type Family, resourceType } from '@crg/domain/taxonomy';
import type { MatchStore, Suggestion } from '@crg/stores/ports/match-store';

export interface CityOverview {
  readonly pairs: number;
  readonly potentialEurPerYear: number;
  readonly co2TonnesPerYear: number;
  readonly potentialShares: PrecisionShares;
  readonly flowShares: PrecisionShares;
  /** Most valuable first, then by name. */
  readonly families: readonly FamilyOverview[];
}

export type PrecisionShares = Readonly<Record<Precision, number>>;

export interface FamilyOverview {
  readonly family: Family;
  readonly supplies: number;
  readonly demands: number;
  readonly matches: number;
  readonly nearMisses: number;
  readonly potentialEurPerYear: number;
  readonly co2TonnesPerYear: number;
}

/** Said wherever the sums are shown. */
export const potentialRule =
  'Pairs are taken from the most valuable down, each flow at most once; pairs that cost money are left out. It is a lower bound: a flow could serve several partners.';

/** Reads all suggestions once, page by page; keep the answer until city or run change. */
export async function cityOverview(
  { matches }: { matches: Pick<MatchStore, 'page' | 'nearMisses'> },
  city: City,
): Promise<CityOverview> {
  const flows = new Map(city.flows.map((flow) => [flow.id, flow]));
  const families = new Map<Family, Mutable<FamilyOverview>>();
  const familyOf = (family: Family) => entry(families, family);
  for (const flow of city.flows) {
    familyOf(resourceType(flow.type).family)[flow.direction === 'supply' ? 'supplies' : 'demands']++;
  }

  const used = new Set<string>();
  const valueBy: Record<Precision, number> = { measured: 0, estimated: 0, archetype: 0 };
  let pairs = 0;
  for await (const { match, type } of allSuggestions(matches)) {
    const totals = familyOf(resourceType(type).family);
    totals.matches++;
    const { marginEurPerYear, co2TonnesPerYear } = match.economics;
    const supply = flows.get(match.supplyId);
    const demand = flows.get(match.demandId);
    if (marginEurPerYear <= 0 || used.has(match.supplyId) || used.has(match.demandId)) continue;
    if (supply === undefined || demand === undefined) continue; // removed since the run read the city
    used.add(match.supplyId).add(match.demandId);
    pairs++;
    totals.potentialEurPerYear += marginEurPerYear;
    totals.co2TonnesPerYear += co2TonnesPerYear;
    valueBy[weaker(supply, demand)] += marginEurPerYear;
  }
  for await (const family of allNearMissFamilies(matches)) familyOf(family).nearMisses++;

  const sorted = [...families.values()].sort(
    (a, b) => b.potentialEurPerYear - a.potentialEurPerYear || (a.family < b.family ? -1 : 1),
  );
  return {
    pairs,
    potentialEurPerYear: sum(sorted.map((family) => family.potentialEurPerYear)),
    co2TonnesPerYear: sum(sorted.map((family) => family.co2TonnesPerYear)),
    potentialShares: shares(valueBy),
    flowShares: shares(countByPrecision(city.flows)),
    families: sorted,
  };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const pageSize = 1000;

/** Most valuable first. */
async function* allSuggestions(matches: Pick<MatchStore, 'page'>): AsyncGenerator<Suggestion> {
  let cursor: string | null = null;
  do {
    const page = await matches.page({}, 'value', { cursor, limit: pageSize });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

async function* allNearMissFamilies(matches: Pick<MatchStore, 'nearMisses'>): AsyncGenerator<Family> {
  let cursor: string | null = null;
  do {
    const page = await matches.nearMisses({}, { cursor, limit: pageSize });
    for (const { type } of page.items) yield resourceType(type).family;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

function entry(families: Map<Family, Mutable<FamilyOverview>>, family: Family): Mutable<FamilyOverview> {
  let totals = families.get(family);
  if (totals === undefined) {
    totals = {
      family,
      supplies: 0,
      demands: 0,
      matches: 0,
      nearMisses: 0,
      potentialEurPerYear: 0,
      co2TonnesPerYear: 0,
    };
    families.set(family, totals);
  }
  return totals;
}

const weakestFirst = ['archetype', 'estimated', 'measured'] as const satisfies readonly Precision[];

/** A pair is known as well as the weaker of its two flows. */
function weaker(supply: ResourceFlow, demand: ResourceFlow): Precision {
  const both = [supply.quantity.precision, demand.quantity.precision];
  return weakestFirst.find((precision) => both.includes(precision)) ?? 'estimated';
}

function countByPrecision(flows: readonly ResourceFlow[]): Record<Precision, number> {
  const counts: Record<Precision, number> = { measured: 0, estimated: 0, archetype: 0 };
  for (const { quantity } of flows) counts[quantity.precision]++;
  return counts;
}

function shares(parts: Record<Precision, number>): PrecisionShares {
  const whole = parts.measured + parts.estimated + parts.archetype;
  const share = (part: number) => (whole === 0 ? 0 : part / whole);
  return { measured: share(parts.measured), estimated: share(parts.estimated), archetype: share(parts.archetype) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
