// One fuel gas replaces another by the energy in it, not m3 for m3.
import type { Interval } from '@crg/domain/flow';
import { biogasMethaneShare, methaneKwhPerM3 } from '../formulas/digestion.ts';
import type { Pair } from '../pair.ts';
import { numberWord } from '../plain-words.ts';

/** m3 of the gas that the receiver buys today, as its price and its CO2 are counted, per m3 that is delivered. */
export interface GasEnergy {
  readonly ratio: number;
  /** How it is said behind a quantity; empty where nothing is converted. */
  readonly words: string;
}

/**
 * Lower heating value of what is delivered over that of what is replaced.
 *
 * The supply's: the middle of what it states, else of its methane, else what is usual for its type. What is replaced is natural
 * gas of 9.97 kWh per normal m3, for a demand for biogas biogas of 60 % methane: what the factors `price.*` and `co2.*` are per
 * m3 of, and what a stated price is taken to be per m3 of. A process gas that states neither counts 1, and its words say so.
 *
 * @param converted what a converter says of its output at the values in use; wins over what the supply states
 */
export function gasEnergyOf({ supply, demand }: Pair, converted: Quality = {}): GasEnergy {
  const replaced = usualMethane.get(demand.type.id);
  if (replaced === undefined || !usualMethane.has(supply.type.id)) return asItIs;
  const delivered = heatingValue({ ...supply.flow.quality, ...converted }) ?? usualValue(supply.type.id);
  const reference = usualValue(demand.type.id) ?? methaneMjPerM3;
  if (delivered === null) return unknown;
  const ratio = delivered / reference;
  return Math.abs(ratio - 1) < 1e-9 ? asItIs : { ratio, words: ` x ${numberWord(ratio)} by energy` };
}

type Quality = Readonly<Record<string, Interval>>;

const asItIs: GasEnergy = { ratio: 1, words: '' };
const unknown: GasEnergy = { ratio: 1, words: ' x 1 (its heating value is not stated)' };

/** Fuel gases and the methane usually in them; null: nothing is usual. */
const usualMethane: ReadonlyMap<string, number | null> = new Map([
  ['gas.fuel_gas', null],
  ['gas.natural_gas', 1],
  ['gas.biomethane', 1],
  ['gas.biogas', biogasMethaneShare],
]);

const methaneMjPerM3 = methaneKwhPerM3 * 3.6;

function usualValue(type: string): number | null {
  const share = usualMethane.get(type) ?? null;
  return share === null ? null : share * methaneMjPerM3;
}

function heatingValue(quality: Quality): number | null {
  const stated = middleOf(quality.heating_value_mj_m3);
  if (stated !== null) return stated;
  const percent = middleOf(quality.methane_percent);
  return percent === null ? null : (percent / 100) * methaneMjPerM3;
}

/** Of an interval with one end that end. */
function middleOf(interval: Interval | undefined): number | null {
  if (interval === undefined) return null;
  const { min, max } = interval;
  return min !== null && max !== null ? (min + max) / 2 : (min ?? max);
}
