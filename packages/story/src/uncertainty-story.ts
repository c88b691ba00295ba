// How sure the numbers are: what lies between the one in ten and the nine in ten, and what moves it most.
import type { Driver, Percentiles, Uncertainty } from '@crg/api-contract/match';
import { digits, digitsRough, eurosRough, exact, percent, percentRough } from './format.ts';
import type { Made } from './made.ts';

export interface BandStory {
  /** `npv`, `margin`, `co2`: the key of "how was this made" behind `uncertainty.`. */
  readonly id: 'npv' | 'margin' | 'co2';
  readonly label: string;
  readonly values: Percentiles;
  readonly p10: string;
  readonly p50: string;
  readonly p90: string;
}

export interface DriverStory {
  readonly input: string;
  readonly label: string;
  readonly low: string;
  readonly high: string;
  readonly npvAtLow: number;
  readonly npvAtHigh: number;
  readonly share: string;
}

export interface UncertaintyStory {
  readonly bands: readonly [BandStory, BandStory, BandStory];
  readonly chanceOfLoss: string;
  readonly drivers: readonly DriverStory[];
}

export function uncertaintyStory(wire: Uncertainty): UncertaintyStory {
  const tonnes = (value: number) => `${digitsRough(value)} t`;
  return {
    bands: [
      bandStory('npv', 'NPV', wire.npv_eur, eurosRough),
      bandStory('margin', 'Margin per year', wire.margin_eur_per_year, eurosRough),
      bandStory('co2', 'CO₂ avoided per year', wire.co2_t_per_year, tonnes),
    ],
    chanceOfLoss: chanceText(wire.chance_of_loss, wire.samples),
    drivers: wire.drivers.map(driverStory),
  };
}

/** Under `uncertainty.npv`, `.margin`, `.co2`, `.loss` and `.drivers`. */
export function uncertaintyMade(wire: Uncertainty): Readonly<Record<string, Made>> {
  const drawn = `${exact(wire.samples)} draws, seed ${wire.seed}: the same pair always gives the same numbers.`;
  const method =
    'Each draw takes every factor from its range and both quantities from their precision, and works the pair out anew.';
  const three = ({ p10, p50, p90 }: Percentiles, say: (value: number) => string) =>
    `P10 ${say(p10)} · P50 ${say(p50)} · P90 ${say(p90)}`;
  const band = (name: string, values: Percentiles, say: (value: number) => string): Made => ({
    name,
    value: say(values.p50),
    formula: `${three(values, say)}\none draw in ten is below P10, one in ten above P90`,
    inputs: wire.drivers.map(driverInput),
    note: `${method} ${drawn} Two digits are shown, for a sample knows no more.`,
  });
  return {
    'uncertainty.npv': band('NPV, what the draws say', wire.npv_eur, eurosRough),
    'uncertainty.margin': band('Margin per year, what the draws say', wire.margin_eur_per_year, eurosRough),
    'uncertainty.co2': band(
      'CO₂ avoided per year, what the draws say',
      wire.co2_t_per_year,
      (value) => `${digitsRough(value)} t`,
    ),
    'uncertainty.loss': {
      name: 'Chance of a loss',
      value: chanceText(wire.chance_of_loss, wire.samples),
      formula: `draws with an NPV below 0 ÷ all draws\n${exact(Math.round(wire.chance_of_loss * wire.samples))} ÷ ${exact(wire.samples)}`,
      inputs: wire.drivers.map(driverInput),
      note: `${method} ${drawn}`,
    },
    'uncertainty.drivers': {
      name: 'What moves the NPV most',
      value: wire.drivers.length === 0 ? 'nothing' : (wire.drivers[0]?.label ?? ''),
      formula:
        'NPV with this input at P10 and at P90, all others at their middle\nshare: of the variance of the NPV over all draws',
      inputs: wire.drivers.map(driverInput),
      note: drawn,
    },
  };
}

function bandStory(id: BandStory['id'], label: string, values: Percentiles, say: (value: number) => string): BandStory {
  return { id, label, values, p10: say(values.p10), p50: say(values.p50), p90: say(values.p90) };
}

/** 0 and 1 are what this many draws cannot tell from nearly so. */
function chanceText(share: number, samples: number): string {
  if (share <= 0) return `under ${percent(1 / samples)}`;
  return share >= 1 ? `over ${percent(1 - 1 / samples)}` : percentRough(share);
}

function driverStory(driver: Driver): DriverStory {
  return {
    input: driver.input,
    label: driver.label,
    low: amountText(driver.low, driver.unit),
    high: amountText(driver.high, driver.unit),
    npvAtLow: driver.npv_at_low_eur,
    npvAtHigh: driver.npv_at_high_eur,
    share: percentRough(driver.share),
  };
}

function driverInput(driver: Driver) {
  return {
    label: driver.label,
    value: percentRough(driver.share),
    note: `${amountText(driver.low, driver.unit)} gives ${eurosRough(driver.npv_at_low_eur)}, ${amountText(driver.high, driver.unit)} gives ${eurosRough(driver.npv_at_high_eur)}`,
    precision: null,
    factors: driver.input.startsWith('quantity.') ? [] : [driver.input],
  };
}

function amountText(value: number, unit: string): string {
  const words = unit === '1' ? '' : unit.replace('/a', '/yr').replace('m3', 'm³');
  return `${digits(value)} ${words}`.trim();
}
