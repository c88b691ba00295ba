// Goods that are too wet: pressed, dried, or evaporated; or too dry: wetted.
import type { FactorValues } from '../economics/factor-table.ts';
import { waterRemoved } from '../formulas/materials.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { feedOf, kwhPerMwh, plantEurPerYear } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

/** A belt dryer; null for less than 0.5 % of moisture, and for what is hardly anything but water. */
export function dryer(gap: QualityGap, values: FactorValues): Change | null {
  const dryMatter = dryMatterOf(gap);
  const { from, to } = dryMatter;
  if (to <= from || from < thinnestPercent || to > driestPercent) return null;
  const water = waterPerTonne(dryMatter);
  const feed = feedOf(gap.pair, 1 - water);
  const energyEur =
    values['converter.belt_dryer.heat'] * values['price.boiler_heat'] +
    (values['converter.belt_dryer.electricity'] / kwhPerMwh) * values['price.electricity'];
  return treated(gap, {
    kind: 'dryer',
    paidBy: 'supplier',
    share: 1 - water,
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: feed.rate * water * values['converter.belt_dryer.capex'],
        upkeep: 'converter.belt_dryer.opex',
        runningEur: feed.yearly * water * energyEur,
      },
      values,
    ),
    detail: () => `dry ${stepInWords(gap, gap.to)}, ${inWords(water, 't')} of water per t`,
  });
}

/** A press or centrifuge: sludges and slurries up to 30 % of dry matter. */
export function dewatering(gap: QualityGap, values: FactorValues): Change | null {
  const dryMatter = dryMatterOf(gap);
  const { from, to } = dryMatter;
  if (to <= from || from < thinnestSludgePercent || to > pressedPercent) return null;
  const water = waterPerTonne(dryMatter);
  const feed = feedOf(gap.pair, 1 - water);
  return treated(gap, {
    kind: 'dewatering',
    paidBy: 'supplier',
    share: 1 - water,
    costEurPerYear: feed.yearly * (values['change.dewatering'] + water * values['disposal.concentrate']),
    detail: () => `press ${stepInWords(gap, gap.to)}, ${inWords(water, 't')} of water per t`,
  });
}

/** Too dry for a window: water is mixed in. */
export function wetting(gap: QualityGap, values: FactorValues): Change | null {
  const { from, to } = dryMatterOf(gap);
  if (to >= from || to <= 0) return null;
  const share = from / to;
  if (share > mostDiluted) return null;
  return treated(gap, {
    kind: 'blending',
    paidBy: 'receiver',
    share,
    costEurPerYear: plantEurPerYear({ investmentEur: values['change.dosing_station'], runningEur: 0 }, values),
    detail: () => `mix in ${inWords(share - 1, 't')} of water per t, dry matter ${stepInWords(gap, to)}`,
  });
}

/** Solutions that are too thin: water is evaporated with vapour recompression, up to 75 %. Also nitrogen in manure and digestate. */
export function evaporator(gap: QualityGap, values: FactorValues): Change | null {
  const { from, to, pair } = gap;
  if (from <= 0 || to > strongestOf(gap)) return null;
  const water = 1 - from / to;
  if (water > mostEvaporated) return null;
  const feed = feedOf(pair, 1 - water);
  const tonnesPerHour = feed.rate * water;
  return treated(gap, {
    kind: 'evaporator',
    paidBy: 'supplier',
    share: 1 - water,
    costEurPerYear: plantEurPerYear(
      {
        investmentEur:
          values['converter.evaporator.capex'] * referenceTph * (tonnesPerHour / referenceTph) ** scaleExponent,
        upkeep: 'converter.evaporator.opex',
        runningEur:
          (feed.yearly * water * values['converter.evaporator.electricity'] * values['price.electricity']) / kwhPerMwh,
      },
      values,
    ),
    detail: () => `evaporate ${inWords(water, 't')} of water per t, ${stepInWords(gap, to)}`,
  });
}

interface DryMatter {
  readonly from: number;
  readonly to: number;
}

/** %, whether the good is judged by its dry matter or by its moisture. */
function dryMatterOf({ parameter, from, to }: QualityGap): DryMatter {
  return parameter.id === 'moisture_percent' ? { from: 100 - from, to: 100 - to } : { from, to };
}

function waterPerTonne({ from, to }: DryMatter): number {
  return waterRemoved({ mass: 1, dryMatterIn: from, dryMatterOut: to });
}

function strongestOf({ parameter }: QualityGap): number {
  return parameter.id === 'nitrogen_kg_t' ? richestNitrogenKgPerT : strongestPercent;
}

const thinnestPercent = 5;
const driestPercent = 99.5;
const thinnestSludgePercent = 1;
const pressedPercent = 30;
const mostDiluted = 5;
const strongestPercent = 75;
/** A concentrate of manure or digestate, its ammonia bound by acid. */
const richestNitrogenKgPerT = 25;
const mostEvaporated = 0.95;
const referenceTph = 10;
const scaleExponent = 0.6;
