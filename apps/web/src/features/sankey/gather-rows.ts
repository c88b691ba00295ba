// From matches to what a Sankey draws and its table lists: one row per supplier, family and receiver at the chosen level.
import type { Family } from '@crg/api-contract/family';
import type { Arc } from '@crg/api-contract/map';
import { economicGroup } from '../../model/economic-group.ts';
import { sectorOf } from '../../model/sector.ts';
import type { SankeyLevel, SankeyWidth } from '../../model/view-state.ts';

export interface SankeyRow {
  readonly key: string;
  readonly supply: string;
  readonly family: Family;
  readonly demand: string;
  /** In the unit of the width, above 0. */
  readonly amount: number;
  /** Of all rows. */
  readonly share: number;
  readonly matches: readonly Arc[];
}

export interface SankeyRows {
  /** Widest first. */
  readonly rows: readonly SankeyRow[];
  readonly unit: string;
  readonly total: number;
  /** Matches that have no width: their amount is 0 or less, or in another unit. */
  readonly leftOut: number;
}

/** Names kept on each side; what is narrower is gathered under one name that says how many they are. */
const namesAtMost = 18;

export function gatherRows(
  arcs: readonly Arc[],
  { level, width }: { level: SankeyLevel; width: SankeyWidth },
): SankeyRows {
  const unit = unitOf(arcs, width);
  const drawn = arcs.filter((arc) => amountOf(arc, width, unit) > 0);
  const amount = (arc: Arc) => amountOf(arc, width, unit);
  const supplyName = shortened(drawn, ({ supply }) => nameOf(supply, level), amount);
  const demandName = shortened(drawn, ({ demand }) => nameOf(demand, level), amount);
  const total = sum(drawn.map(amount));
  const groups = Map.groupBy(drawn, (arc) => [supplyName(arc), arc.family, demandName(arc)].join('\n'));
  const rows = [...groups].flatMap(([key, matches]) => {
    const [first] = matches;
    if (first === undefined) return [];
    const wide = sum(matches.map(amount));
    return [
      {
        key,
        supply: supplyName(first),
        family: first.family,
        demand: demandName(first),
        amount: wide,
        share: wide / total,
        matches,
      },
    ];
  });
  rows.sort((a, b) => b.amount - a.amount || (a.key < b.key ? -1 : 1));
  return { rows, unit, total, leftOut: arcs.length - drawn.length };
}

function nameOf({ name, nace }: Arc['supply'], level: SankeyLevel): string {
  if (level === 'company') return name;
  return level === 'activity' ? sectorOf(nace).label : economicGroup(nace);
}

/** The unit that most matches have; for money and CO2 there is only one. */
function unitOf(arcs: readonly Arc[], width: SankeyWidth): string {
  if (width === 'eur') return 'EUR/a';
  if (width === 'co2') return 't/a';
  const counts = Map.groupBy(arcs, ({ common_quantity: quantity }) => quantity.unit);
  const [most] = [...counts].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return most?.[0] ?? '';
}

function amountOf(arc: Arc, width: SankeyWidth, unit: string): number {
  if (width === 'eur') return arc.margin_eur_per_year;
  if (width === 'co2') return arc.co2_t_per_year;
  return arc.common_quantity.unit === unit ? arc.common_quantity.amount : 0;
}

function shortened(
  arcs: readonly Arc[],
  nameOf: (arc: Arc) => string,
  amount: (arc: Arc) => number,
): (arc: Arc) => string {
  const sums = new Map<string, number>();
  for (const arc of arcs) sums.set(nameOf(arc), (sums.get(nameOf(arc)) ?? 0) + amount(arc));
  if (sums.size <= namesAtMost) return nameOf;
  const ranked = [...sums].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name);
  const kept = new Set(ranked.slice(0, namesAtMost - 1));
  const rest = `${sums.size - kept.size} others`;
  return (arc) => (kept.has(nameOf(arc)) ? nameOf(arc) : rest);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
