// Goods that are too wet: pressed, dried, or evaporated; or too dry: wetted.
import type { FactorValues } from '../economics/factor-table.ts';
import { waterRemoved } from '../formulas/materials.ts';
import { inWords } from '../plain-words.ts';
import type { Change } from './change.ts';
import { converterEur, type Feed, feedOf, kwhPerMwh, plantEurPerYear } from './plant.ts';
import { type QualityGap, stepInWords, treated } from './quality-gap.ts';

/** A dryer, from 15 % of dry matter on: on a belt to 90 %, as the converter; minerals and plastics in a drum to 99.5 %. */
export function dryer(gap: QualityGap, values: FactorValues): Change | null {
  const dryMatter = dryMatterOf(gap);
  const { from, to } = dryMatter;
  if (to <= from || from < thinnestPercent || to > driestOf(gap)) return null;
  const water = waterPerTonne(dryMatter);
  return treated(gap, {
    kind: 'dryer',
    paidBy: 'supplier',
    share: 1 - water,
    costEurPerYear: dryerCost(feedOf(gap.pair, 1 - water), water, values),
    detail: () => `dry ${stepInWords(gap, gap.to)}, ${inWords(water, 't')} of water per t`,
  });
}

/** What is too thin for a dryer is pressed first, to 25 %. */
export function pressAndDry(gap: QualityGap, values: FactorValues): Change | null {
  const { from, to } = dryMatterOf(gap);
  if (from < thinnestSludgePercent || from >= pressedFirstPercent || to <= pressedPercent || to > driestOf(gap))
    return null;
  const pressedOut = waterPerTonne({ from, to: pressedFirstPercent });
  const water = waterPerTonne({ from, to });
  const feed = feedOf(gap.pair, 1 - water);
  return treated(gap, {
    kind: 'dryer',
    paidBy: 'supplier',
    share: 1 - water,
    costEurPerYear:
      feed.yearly * (values['change.dewatering'] + pressedOut * values['disposal.concentrate']) +
      dryerCost(feed, water - pressedOut, values),
    detail: () =>
      `press to ${pressedFirstPercent} % and dry ${stepInWords(gap, gap.to)}, ${inWords(water, 't')} of water per t`,
  });
}

/** A press or centrifuge: sludges and slurries up to 35 % of dry matter. */
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
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: values['change.dosing_station'],
        runningEur: feedOf(gap.pair, share).yearly * (share - 1) * values['change.water'],
      },
      values,
    ),
    detail: () => `mix in ${inWords(share - 1, 't')} of water per t, dry matter ${stepInWords(gap, to)}`,
  });
}

/**
 * Solutions that are too thin: water is evaporated with vapour recompression, up to 75 %. Also nitrogen and phosphorus in
 * manure, sludge and digestate. The plant is the converter's, sized by the feed of which it would evaporate as much.
 */
export function evaporator(gap: QualityGap, values: FactorValues): Change | null {
  const { from, to, pair } = gap;
  if (from <= 0 || to > strongestOf(gap)) return null;
  const water = 1 - from / to;
  if (water > mostEvaporated) return null;
  const feed = feedOf(pair, 1 - water);
  const asFeed = water / values['converter.evaporator.yield'];
  return treated(gap, {
    kind: 'evaporator',
    paidBy: 'supplier',
    share: 1 - water,
    costEurPerYear: plantEurPerYear(
      {
        investmentEur: converterEur('evaporator', feed.rate * asFeed, values),
        upkeep: 'converter.evaporator.opex',
        runningEur:
          (feed.yearly * asFeed * values['converter.evaporator.electricity'] * values['price.electricity']) /
            kwhPerMwh +
          feed.yearly * water * values['disposal.concentrate'],
      },
      values,
    ),
    detail: () => `evaporate ${inWords(water, 't')} of water per t, ${stepInWords(gap, to)}`,
  });
}

/**
 * A fuel that gives too little heat because it is wet: with x t of water gone per t, H2 = (H1 + 2.44 x)/(1 - x), MJ/kg.
 * null where the supply does not state as much water.
 */
export function fuelDryer(gap: QualityGap, values: FactorValues): Change | null {
  const { from, to, pair } = gap;
  const { quality } = pair.supply.flow;
  const moisture =
    quality.moisture_percent?.min ??
    (quality.dry_matter_percent?.max != null ? 100 - quality.dry_matter_percent.max : null);
  const water = (to - from) / (to + evaporationMjPerKg);
  if (moisture === null || !(water > 0 && water * 100 <= moisture)) return null;
  return treated(gap, {
    kind: 'dryer',
    paidBy: 'supplier',
    share: 1 - water,
    costEurPerYear: dryerCost(feedOf(gap.pair, 1 - water), water, values),
    detail: () => `dry it to a heating value ${stepInWords(gap, to)}, ${inWords(water, 't')} of water per t`,
  });
}

/** Straw brings carbon into the feed of a digester, slurry nitrogen; both of about the same nitrogen as the feed. */
export function coSubstrate(gap: QualityGap, values: FactorValues): Change | null {
  const { from, to, pair, rises } = gap;
  const added = (to - from) / ((rises ? ratioOfStraw : ratioOfSlurry) - to);
  if (!(added > 0 && added <= mostCoSubstrate)) return null;
  return treated(gap, {
    kind: 'blending',
    paidBy: 'receiver',
    share: 1 + added,
    costEurPerYear: feedOf(pair, 1 + added).yearly * added * values['change.co_substrate'],
    detail: () =>
      `mix in ${inWords(added, 't')} of ${rises ? 'straw' : 'slurry'} per t, carbon to nitrogen ${stepInWords(gap, to)}`,
  });
}

/** @param water t taken out per t fed */
function dryerCost(feed: Feed, water: number, values: FactorValues): number {
  const energyEur =
    values['converter.belt_dryer.heat'] * values['price.boiler_heat'] +
    (values['converter.belt_dryer.electricity'] / kwhPerMwh) * values['price.electricity'];
  return plantEurPerYear(
    {
      investmentEur: feed.rate * water * values['converter.belt_dryer.capex'],
      upkeep: 'converter.belt_dryer.opex',
      runningEur: feed.yearly * water * energyEur,
    },
    values,
  );
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
  if (parameter.id === 'nitrogen_kg_t') return richestNitrogenKgPerT;
  return parameter.id === 'phosphorus_kg_t' ? richestPhosphorusKgPerT : strongestPercent;
}

function driestOf({ pair }: QualityGap): number {
  const { id, family } = pair.supply.type;
  return family === 'material' && id !== 'material.wood' ? driestInDrumPercent : driestOnBeltPercent;
}

const thinnestPercent = 15;
const driestOnBeltPercent = 90;
const driestInDrumPercent = 99.5;
const thinnestSludgePercent = 1;
const pressedPercent = 35;
const pressedFirstPercent = 25;
const mostDiluted = 5;
const strongestPercent = 75;
/** A concentrate of manure or digestate, its ammonia bound by acid. */
const richestNitrogenKgPerT = 25;
const richestPhosphorusKgPerT = 15;
const evaporationMjPerKg = 2.44;
const ratioOfStraw = 80;
const ratioOfSlurry = 10;
const mostCoSubstrate = 1;
const mostEvaporated = 0.95;
