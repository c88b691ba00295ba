// What the matches under the filters could be worth together. A flow can be given away once, so the sum takes the most
// valuable pair first and skips every later pair that shares a flow with it; pairs that cost money are left out.
// The API adds up the whole city the same way.
import type { City } from '@crg/api-contract/city';
import type { Family, Precision } from '@crg/api-contract/family';
import type { Arc, MapArcs } from '@crg/api-contract/map';

export interface Potential {
  readonly eurPerYear: number;
  readonly co2TonnesPerYear: number;
  /** Pairs that were added up. */
  readonly pairs: number;
  /** Every match was looked at; otherwise the sums hold at least. */
  readonly complete: boolean;
  /** Shares of the value by the weaker precision of each pair. */
  readonly byPrecision: Readonly<Record<Precision, number>>;
  /** The first of the pairs, most valuable first. */
  readonly largest: readonly ChosenPair[];
}

export interface ChosenPair {
  readonly id: string;
  readonly family: Family;
  readonly supply: string;
  readonly demand: string;
  readonly eurPerYear: number;
  readonly co2TonnesPerYear: number;
}

const mostNamed = 20;

/** @param arcs the most valuable matches under the filters, most valuable first */
export function potentialOf({ data, matches }: Pick<MapArcs, 'data' | 'matches'>): Potential {
  const used = new Set<string>();
  const chosen = data.filter(({ margin_eur_per_year: value, supply, demand }) => {
    if (!(value > 0) || used.has(supply.flow_id) || used.has(demand.flow_id)) return false;
    used.add(supply.flow_id).add(demand.flow_id);
    return true;
  });
  const eurPerYear = sum(chosen, (arc) => arc.margin_eur_per_year);
  const share = (precision: Precision) =>
    eurPerYear === 0
      ? 0
      : sum(
          chosen.filter((arc) => arc.precision === precision),
          (arc) => arc.margin_eur_per_year,
        ) / eurPerYear;
  return {
    eurPerYear,
    co2TonnesPerYear: sum(chosen, (arc) => arc.co2_t_per_year),
    pairs: chosen.length,
    // Below the last one read nothing can be worth more, and what costs money is left out anyway.
    complete: data.length >= matches || (data.at(-1)?.margin_eur_per_year ?? 0) <= 0,
    byPrecision: { measured: share('measured'), estimated: share('estimated'), archetype: share('archetype') },
    largest: chosen.slice(0, mostNamed).map(pairOf),
  };
}

/** Without filters the API knows the sum of all matches, however many there are. */
export function potentialOfCity(city: City, arcs: Pick<MapArcs, 'data' | 'matches'>): Potential {
  const { totals } = city;
  return {
    eurPerYear: totals.potential_eur_per_year,
    co2TonnesPerYear: totals.co2_t_per_year,
    pairs: totals.pairs,
    complete: true,
    byPrecision: totals.by_precision.potential,
    largest: potentialOf(arcs).largest,
  };
}

function pairOf({ id, family, supply, demand, margin_eur_per_year, co2_t_per_year }: Arc): ChosenPair {
  return {
    id,
    family,
    supply: supply.name,
    demand: demand.name,
    eurPerYear: margin_eur_per_year,
    co2TonnesPerYear: co2_t_per_year,
  };
}

function sum(arcs: readonly Arc[], of: (arc: Arc) => number): number {
  return arcs.reduce((total, arc) => total + of(arc), 0);
}
