// What a plant between supply and demand has to treat, and what it costs a year.
import { yearlyPerRate } from '@crg/domain/quantity';
import { converterById } from '../converters/table.ts';
import type { FactorValues } from '../economics/factor-table.ts';
import type { FactorId } from '../economics/factors.ts';
import { annuityIn } from '../economics/finance.ts';
import { equivalentSize, type Scale } from '../formulas/plant-size.ts';
import type { Pair } from '../pair.ts';

/** What flows into the plant, in the type's rate unit and its yearly unit. */
export interface Feed {
  readonly rate: number;
  readonly yearly: number;
}

/** As much as the supply gives and the demand takes of what is left. @param share of the feed that is left */
export function feedOf({ supply, demand, commonHours }: Pair, share = 1): Feed {
  const rate = Math.min(supply.rate, demand.rate / share);
  return { rate, yearly: rate * yearlyPerRate(supply.type.measure, commonHours) };
}

export interface Plant {
  readonly investmentEur: number;
  /** Yearly upkeep as a share of the investment, by its factor; that of any plant where it has none of its own. */
  readonly upkeep?: FactorId;
  /** EUR/a: energy, chemicals, what has to be got rid of. */
  readonly runningEur: number;
}

/** EUR/a: annuity and upkeep of an investment, and what running it takes. */
export function plantEurPerYear(
  { investmentEur, upkeep = 'change.upkeep', runningEur }: Plant,
  values: FactorValues,
): number {
  return investmentEur * (annuityIn(values) + values[upkeep]) + runningEur;
}

/** EUR for a plant of a converter's kind: what the converter costs at that size, one machine or several side by side. */
export function converterEur(converterId: SizedConverter, size: number, values: FactorValues): number {
  return values[`converter.${converterId}.capex`] * equivalentSize(size, scales[converterId]);
}

/** Those that are cheaper by size; what the size of each counts, and by which unit it is costed, stands in its row. */
export type SizedConverter = (typeof sized)[number];
const sized = [
  'filter_uv',
  'ultrafiltration',
  'membrane_bioreactor',
  'reverse_osmosis',
  'demineralisation',
  'evaporator',
  'hot_water_tank',
] as const;
const scales = Object.fromEntries(sized.map((id) => [id, scaleOf(id)])) as Readonly<Record<SizedConverter, Scale>>;

function scaleOf(id: SizedConverter): Scale {
  const scale = converterById(id)?.size.scale;
  if (scale == null) throw new Error(`Expected a scale of cost for the converter ${id}, got none: give its row one.`);
  return scale;
}

export const kwhPerMwh = 1000;
/** kWh that warm one m3 of water by 1 K: 998 kg x 4.19 kJ/kg K / 3600. */
export const kwhPerM3K = (998 * 4.19) / 3600;
