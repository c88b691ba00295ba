// The city at a glance: what is in it, what its suggestions are worth when no flow is used twice, and how well that is known.
import type { City, ResourceFlow } from '@crg/domain/flow';
import type { Precision } from '@crg/domain/quantity';
import { type Family, resourceType } from '@crg/domain/taxonomy';
import type { CityCounts } from '@crg/stores/ports/city-store';
import type { MatchStore } from '@crg/stores/ports/match-store';

export interface CityOverview {
  readonly counts: CityCounts;
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

/** Looks at every flow once; keep the answer until city or run change. */
export async function cityOverview(
  { matches }: { matches: Pick<MatchStore, 'overview'> },
  city: City,
): Promise<CityOverview> {
  const families = new Map<Family, Mutable<FamilyOverview>>();
  const of = (family: string) => entry(families, family as Family);
  for (const flow of city.flows) {
    of(resourceType(flow.type).family)[flow.direction === 'supply' ? 'supplies' : 'demands']++;
  }
  const suggested = await matches.overview();
  for (const { family, matches: count, nearMisses } of suggested.families) {
    of(family).matches += count;
    of(family).nearMisses += nearMisses;
  }
  const valueBy: Record<Precision, number> = { measured: 0, estimated: 0, archetype: 0 };
  for (const { family, precision, marginEurPerYear, co2TonnesPerYear } of suggested.disjoint) {
    of(family).potentialEurPerYear += marginEurPerYear;
    of(family).co2TonnesPerYear += co2TonnesPerYear;
    valueBy[precision] += marginEurPerYear;
  }
  const sorted = [...families.values()].sort(
    (a, b) => b.potentialEurPerYear - a.potentialEurPerYear || (a.family < b.family ? -1 : 1),
  );
  const supplies = city.flows.filter(({ direction }) => direction === 'supply').length;
  return {
    counts: {
      organizations: city.organizations.length,
      sites: city.sites.length,
      flows: city.flows.length,
      supplies,
      demands: city.flows.length - supplies,
    },
    pairs: sum(suggested.disjoint.map(({ pairs }) => pairs)),
    potentialEurPerYear: sum(sorted.map((family) => family.potentialEurPerYear)),
    co2TonnesPerYear: sum(sorted.map((family) => family.co2TonnesPerYear)),
    potentialShares: shares(valueBy),
    flowShares: shares(countByPrecision(city.flows)),
    families: sorted,
  };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

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
