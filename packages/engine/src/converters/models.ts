// What each kind of converter makes of one unit of what goes in: how much comes out and how good it is, what it takes besides.
import type { Interval } from '@crg/domain/flow';
import { saturationPressureBar, saturationTemperatureC } from '@crg/domain/saturation';
import type { FactorId } from '../economics/factors.ts';
import { gasOf } from '../economics/transport/gas-of-type.ts';
import {
  biogenicMethaneCo2,
  digest,
  methaneKgPerM3,
  methaneKwhPerM3,
  type Substrate,
  substrates,
  upgrade,
} from '../formulas/digestion.ts';
import { adiabaticKwh, gases, stagesFor } from '../formulas/gas.ts';
import { heatContentKw } from '../formulas/heat.ts';
import {
  absorptionChiller,
  coefficientOfPerformance,
  heatPumpFits,
  heatPumpGlides,
  heatPumpLimits,
  pumpedHeat,
  rankineEfficiency,
} from '../formulas/heat-pump.ts';
import { grindingKwhPerT, waterRemoved } from '../formulas/materials.ts';
import { ringCapacity, tankCapacityKwh } from '../formulas/time.ts';
import { boilingC, vapourRecompressionCop, vapourRecompressionLimits } from '../formulas/vapour-recompression.ts';
import { numberWord } from '../plain-words.ts';
import type { PreparedFlow } from '../prepared-flow.ts';

/** All per unit (MWh, t, m3) of what goes in. */
export interface Yields {
  /** Of what is looked for a taker, in the unit of its type. */
  readonly output: number;
  readonly electricityKwh: number;
  /** Heat that is bought besides, MWh. */
  readonly heatMwh: number;
  /** Of the same kind as what went in: it goes the way that all of it goes today, at today's cost. */
  readonly unused: number;
  readonly besides: readonly Besides[];
  /** Methane that escapes and the like, as CO2e. */
  readonly directCo2Kg: number;
  readonly quality: Readonly<Record<string, Interval>>;
  /** In the unit of the converter's size, per unit of RATE of what goes in; only where the size is the model's affair. */
  readonly size: number;
  /** The one figure an engineer asks for first, with its formula's numbers. */
  readonly words: () => string;
}

export interface Besides {
  readonly label: string;
  readonly amount: number;
  readonly unit: string;
  /** What a unit of it costs (above 0) or brings (below 0); null: neither. */
  readonly eurPerUnit: FactorId | null;
  /** -1 where the factor states what it is worth. */
  readonly sign: 1 | -1;
}

/** What a taker asks of the output, at the converter's gate; null where it states nothing, or nobody asks yet. */
export interface Asked {
  readonly temperatureC: number | null;
  readonly pressureBar: number | null;
  readonly dryMatterPercent: number | null;
}

export const nothingAsked: Asked = { temperatureC: null, pressureBar: null, dryMatterPercent: null };

export interface Inlet {
  readonly supply: PreparedFlow;
  readonly asked: Asked;
  /** Whether limits that hang on a figure are judged. Not while figures are varied: then only the costs are asked for. */
  readonly judged: boolean;
  /** The converter's figures by the names that its model knows. */
  readonly figure: (name: string) => number;
  readonly factorOf: (name: string) => FactorId;
}

/** "No" is an answer: which limit fails, with its numbers. */
export interface Refusal {
  readonly refused: string;
}

type Model = (inlet: Inlet) => Yields | Refusal;

export const models = {
  recovery,

  reverseOsmosis: (inlet) => {
    const passage = inlet.figure('passage');
    const quality: Record<string, Interval> = {};
    for (const id of heldBackByMembranes) {
      const most = inlet.supply.flow.quality[id]?.max ?? null;
      if (most !== null) quality[id] = { min: null, max: most * passage };
    }
    return { ...recovery(inlet), quality };
  },

  evaporation: ({ figure, factorOf }) => ({
    ...nothingElse,
    output: figure('yield'),
    electricityKwh: figure('electricity'),
    besides: [waste('Concentrate', 1 - figure('yield'), 'm3', factorOf('concentrate'))],
    words: () => `${numberWord(figure('yield'))} m3 of distillate per m3`,
  }),

  waterAsSource: ({ supply, figure }) => {
    const inC = guaranteedTemperature(supply);
    if (inC === null) return unknownTemperature;
    const cooledK = Math.min(figure('cooling'), inC - coldestWaterC);
    const kwhPerM3 = heatContentKw({ kgPerS: waterKgPerM3 / 3600, inC, outC: inC - cooledK });
    return {
      ...nothingElse,
      output: (kwhPerM3 * figure('yield')) / 1000,
      // Cooled, the water goes where it went before.
      unused: 1,
      quality: temperatureOf(inC - plateApproachK),
      words: () => `998 kg x 4.19 kJ/(kg K) x ${numberWord(cooledK)} K x ${numberWord(figure('yield'))}`,
    };
  },

  economiser: ({ supply, figure, judged }) => {
    const inC = guaranteedTemperature(supply);
    if (inC === null) return unknownTemperature;
    const dewPointC = figure('dew_point');
    const aboveDewPoint = (inC - dewPointC) / (inC - ambientC);
    const share = Math.min(figure('yield'), aboveDewPoint);
    if (judged && share < smallestShare)
      return refuse(`flue gas of ${numberWord(inC)} °C has hardly any heat above a dew point of ${dewPointC} °C`);
    return {
      ...nothingElse,
      output: Math.max(share, smallestShare),
      quality: temperatureOf(Math.min(inC - gasApproachK, hottestUnpressurisedC)),
      words: () =>
        `the smaller of ${numberWord(figure('yield'))} and (${numberWord(inC)} - ${numberWord(dewPointC)}) / (${numberWord(inC)} - ${ambientC}) of the heat above ${ambientC} °C`,
    };
  },

  wasteHeatBoiler: ({ supply, asked, figure, judged }) => {
    const inC = guaranteedTemperature(supply);
    if (inC === null) return unknownTemperature;
    const steam = steamAsked(asked, judged ? inC - 2 * figure('pinch') : Number.POSITIVE_INFINITY);
    if ('refused' in steam) return steam;
    const outC = steam.temperatureC + figure('pinch');
    const output = (inC - outC) / (inC - ambientC);
    if (judged && output < smallestShare)
      return refuse(`flue gas of ${numberWord(inC)} °C makes hardly any steam of ${numberWord(steam.temperatureC)} °C`);
    return {
      ...nothingElse,
      output: Math.max(output, smallestShare),
      quality: steam.quality,
      words: () =>
        `(${numberWord(inC)} - ${numberWord(outC)}) / (${numberWord(inC)} - ${ambientC}) of the heat above ${ambientC} °C`,
    };
  },

  heatPump: ({ supply, asked, figure, judged }) => {
    const sourceC = guaranteedTemperature(supply);
    if (sourceC === null) return unknownTemperature;
    const outletC = asked.temperatureC ?? Math.min(hottest90C, sourceC + lift90K);
    if (outletC > hottest90C || outletC - sourceC > lift90K)
      return refuse(`a lift from ${numberWord(sourceC)} to ${numberWord(outletC)} °C is above 70 K or beyond 90 °C`);
    return pumped({ sourceC, outletC, grade: figure('grade'), judged });
  },

  highHeatPump: ({ supply, asked, figure, judged }) => {
    const sourceC = guaranteedTemperature(supply);
    if (sourceC === null) return unknownTemperature;
    const outletC = asked.temperatureC ?? hottestPumped(sourceC);
    if (outletC <= hottest90C && outletC - sourceC <= lift90K)
      return refuse(`${numberWord(outletC)} °C is what a heat pump to 90 °C reaches`);
    return pumped({ sourceC, outletC, grade: figure('grade'), judged });
  },

  steamHeatPump: ({ supply, asked, figure, judged }) => {
    const sourceC = guaranteedTemperature(supply);
    if (sourceC === null) return unknownTemperature;
    const steam = steamAsked(asked, hottestPumped(sourceC));
    if ('refused' in steam) return steam;
    const made = pumped({ sourceC, outletC: steam.temperatureC, grade: figure('grade'), sinkGlideK: 0, judged });
    return 'refused' in made ? made : { ...made, quality: steam.quality };
  },

  vapourRecompression: ({ supply, asked, figure }) => {
    const { temperature_c: temperature, pressure_bar: pressure } = supply.flow.quality;
    const sourceC = boilingC({ bar: pressure?.min ?? null, temperatureC: temperature?.min ?? null });
    if (sourceC === null) return unknownTemperature;
    const steam = steamAsked(asked, sourceC + vapourRecompressionLimits.liftK);
    if ('refused' in steam) return steam;
    const { temperatureC: outletC, quality } = steam;
    const cop = vapourRecompressionCop({ sourceC, outletC, grade: figure('grade') });
    if (cop === null)
      return refuse(`vapour that boils at ${numberWord(sourceC)} °C is not compressed to ${numberWord(outletC)} °C`);
    return { ...driven(cop), quality };
  },

  rankine: ({ supply, figure }) => {
    const hotInC = guaranteedTemperature(supply);
    if (hotInC === null) return unknownTemperature;
    const hotOutC = Math.max(coldestRankineC, hotInC - rankineCoolingK);
    const efficiency = rankineEfficiency({ hotInC, hotOutC, coolingC: rankineSinkC, grade: figure('grade') });
    return {
      ...nothingElse,
      output: efficiency,
      besides: [free('Heat to the cooling tower', 1 - efficiency, 'MWh')],
      words: () => `efficiency ${numberWord(efficiency)} from ${numberWord(hotInC)} to ${numberWord(hotOutC)} °C`,
    };
  },

  absorption: ({ figure }) => {
    const cop = figure('cop');
    const { driveKw, rejectKw } = absorptionChiller({ coldKw: cop, cop });
    return {
      ...nothingElse,
      output: cop / driveKw,
      electricityKwh: cop * figure('electricity') * 1000,
      besides: [free('Heat to the cooling tower', rejectKw / driveKw, 'MWh')],
      words: () => `COP ${numberWord(cop)}`,
    };
  },

  digestion: ({ supply, figure, factorOf }) => {
    const feed = feeds[supply.type.id];
    if (feed === undefined) return refuse(`how much gas ${supply.type.label} gives is not known here`);
    const dryMatter = dryMatterOf(supply) ?? feed.dryMatter;
    const methaneShare = figure('methane');
    const density = methaneShare * methaneKgPerM3 + (1 - methaneShare) * gases.carbonDioxide.kgPerM3;
    const potential = { ...feed, methaneM3PerT: feed.methaneM3PerT * figure('potential') };
    const { methaneM3 } = digest({ tonnes: 1, feed: potential, dryMatter, plantShare: figure('plant_share') });
    // The gas never weighs more than the volatile solids it is made of.
    const mostM3 = (dryMatter * feed.volatileSolids * 1000) / density;
    const biogasM3 = Math.min(methaneM3 / methaneShare, mostM3);
    const digestate = 1 - (biogasM3 * density) / 1000;
    const ownHeat = Math.min(figure('own_heat'), greatestLoss);
    const escaped = Math.min(figure('loss'), greatestLoss);
    const left = biogasM3 * (1 - escaped);
    const warming = free('Gas that keeps the digester warm', left * ownHeat, 'm3');
    const isSludge = sludges.has(supply.type.id);
    return {
      ...nothingElse,
      output: left * (1 - ownHeat),
      electricityKwh: biogasM3 * figure('electricity'),
      // Digested sludge is still sludge.
      unused: isSludge ? digestate : 0,
      besides: isSludge ? [warming] : [warming, waste('Digestate', digestate, 't', factorOf('digestate'))],
      directCo2Kg: methaneCo2Kg(biogasM3 * methaneShare * escaped),
      quality: { methane_percent: { min: methaneShare * 100, max: methaneShare * 100 } },
      words: () =>
        `${numberWord(biogasM3)} m3 of biogas per t of ${numberWord(dryMatter * 100)} % dry matter, less ${numberWord(escaped)} that escapes and ${numberWord(ownHeat)} of the rest to keep warm`,
    };
  },

  upgrading: ({ supply, figure }) => {
    const methaneM3 = methaneShareOf(supply) ?? Math.min(figure('methane'), richestBiogas);
    const slip = Math.min(figure('slip'), greatestLoss);
    const upgraded = upgrade({ biogasM3: 1, methaneM3, slip, kwhPerM3: figure('electricity') });
    const output = upgraded.methaneM3 / gridMethaneShare;
    return {
      ...nothingElse,
      output,
      electricityKwh: upgraded.electricityMwh * 1000,
      besides: [free('Carbon dioxide', Math.max(0, 1 - methaneM3 - (output - upgraded.methaneM3)), 'm3')],
      directCo2Kg: upgraded.slipCo2T * 1000,
      words: () =>
        `${numberWord(methaneM3)} methane less ${numberWord(slip)} slip, to ${gridMethaneShare * 100} % methane`,
    };
  },

  gasEngine: ({ supply, figure, factorOf }) => {
    const kwh = heatingValueKwh(supply, figure('methane'));
    if (kwh === null) return refuse('its heating value is not stated');
    const isBiogas = supply.type.id === 'gas.biogas';
    const unburnt = isBiogas ? (methaneShareOf(supply) ?? figure('methane')) * figure('loss') : 0;
    return {
      ...nothingElse,
      output: (kwh * figure('electric')) / 1000,
      directCo2Kg: methaneCo2Kg(unburnt),
      besides: [
        {
          label: 'Heat of the engine',
          amount: (kwh * Math.min(figure('heat'), 1 - figure('electric'))) / 1000,
          unit: 'MWh',
          eurPerUnit: factorOf('heat_value'),
          sign: -1,
        },
      ],
      words: () => `${numberWord(kwh)} kWh/m3 x ${numberWord(figure('electric'))}`,
    };
  },

  drying: ({ supply, asked, figure }) => {
    const dryIn = dryMatterOf(supply);
    if (dryIn === null || dryIn <= 0) return refuse('its dry matter is not stated');
    const dryOut = (asked.dryMatterPercent ?? driestPercent) / 100;
    if (dryOut > driestPercent / 100)
      return refuse(`${numberWord(dryOut * 100)} % dry matter is more than ${driestPercent} %`);
    if (dryOut <= dryIn) return refuse('it is as dry as that already');
    const water = waterRemoved({ mass: 1, dryMatterIn: dryIn, dryMatterOut: dryOut });
    return {
      ...nothingElse,
      output: 1 - water,
      electricityKwh: water * figure('electricity'),
      heatMwh: water * figure('heat'),
      besides: [free('Water vapour', water, 't')],
      quality: dried(supply, dryIn, dryOut),
      size: water,
      words: () =>
        `${numberWord(water)} t of water per t, from ${numberWord(dryIn * 100)} to ${numberWord(dryOut * 100)} % dry matter`,
    };
  },

  sorting: ({ figure, factorOf }) => ({
    ...nothingElse,
    output: figure('yield'),
    electricityKwh: figure('electricity'),
    besides: [waste('What is sorted out', 1 - figure('yield'), 't', factorOf('rejects'))],
    words: () => `${numberWord(figure('yield'))} t of aggregate per t`,
  }),

  grinding: ({ figure }) => {
    const ideal = grindingKwhPerT({ feedMicrometre, productMicrometre, workIndex: figure('work_index') });
    return {
      ...nothingElse,
      output: figure('yield'),
      electricityKwh: ideal * figure('real_mill'),
      unused: 1 - figure('yield'),
      words: () =>
        `10 x ${numberWord(figure('work_index'))} x (1/sqrt(${productMicrometre}) - 1/sqrt(${feedMicrometre})) x ${numberWord(figure('real_mill'))} kWh/t`,
    };
  },

  distilling: ({ supply, figure, factorOf }) => {
    const purity = supply.flow.quality.purity_percent?.min ?? null;
    if (purity === null) return refuse('its share of solvent is not stated');
    const output = Math.min(1, ((purity / 100) * figure('yield')) / distilledPurity);
    return {
      ...nothingElse,
      output,
      heatMwh: figure('heat'),
      besides: [waste('Distillation residue', 1 - output, 't', factorOf('residue'))],
      words: () => `${numberWord(purity)} % x ${numberWord(figure('yield'))} / ${distilledPurity * 100} %`,
    };
  },

  compression: ({ supply, asked, figure }) => {
    const fromBar = supply.flow.quality.pressure_bar?.min ?? null;
    if (fromBar === null) return refuse('its pressure is not stated');
    const toBar = asked.pressureBar ?? Math.min(highestBar, fromBar * highestRatio);
    const ratio = toBar / fromBar;
    if (ratio <= 1) return refuse('it has that pressure already');
    if (ratio > highestRatio || toBar > highestBar)
      return refuse(
        `${numberWord(fromBar)} to ${numberWord(toBar)} bar is more than four stages of 1 : 4 or above ${highestBar} bar`,
      );
    const work = adiabaticKwh({
      ratio,
      inletC: 20,
      isentropicExponent: gasOf(supply.type.id).isentropicExponent,
      stages: stagesFor(ratio),
    });
    const electricityKwh = work / figure('efficiency');
    return {
      ...nothingElse,
      output: 1,
      electricityKwh,
      quality: { pressure_bar: { min: toBar, max: toBar }, ...lostDewPoint },
      size: electricityKwh,
      words: () =>
        `${numberWord(fromBar)} to ${numberWord(toBar)} bar in ${stagesFor(ratio)} stages, ${numberWord(electricityKwh)} kWh/m3`,
    };
  },

  co2Purification: ({ figure }) => {
    const tonnes = (gases.carbonDioxide.kgPerM3 / 1000) * figure('yield');
    return {
      ...nothingElse,
      output: figure('yield'),
      electricityKwh: tonnes * figure('electricity'),
      besides: [free('Vented off-gas', 1 - figure('yield'), 'm3')],
      size: tonnes,
      words: () => `${numberWord(figure('yield'))} m3 of product per m3, ${numberWord(figure('electricity'))} kWh/t`,
    };
  },

  storage: ({ supply, figure }) => {
    const { hours } = supply.flow.availability;
    const running = hours.filter(Boolean).length;
    if (running === hours.length) return refuse('it runs in every hour of the week already');
    const gap = longestGap(hours);
    if (gap > longestGapHours) return refuse(`a gap of ${gap} h is longer than ${longestGapHours} h`);
    // What arrives is filled in while it runs and leaves evenly.
    const outPerIn = (figure('yield') * running) / hours.length;
    const kwh = ringCapacity(
      hours.map((runs) => (runs ? figure('yield') : 0)),
      hours.map(() => outPerIn),
    );
    return {
      ...nothingElse,
      output: figure('yield'),
      size: kwh / tankCapacityKwh(1, tankSpreadK),
      words: () => `${numberWord(kwh)} kWh between full and empty per kW, ${tankSpreadK} K`,
    };
  },
} as const satisfies Readonly<Record<string, Model>>;

export type ModelName = keyof typeof models;

function recovery({ figure }: Inlet): Yields {
  return {
    ...nothingElse,
    output: figure('yield'),
    electricityKwh: figure('electricity'),
    unused: 1 - figure('yield'),
    words: () => `recovery ${numberWord(figure('yield'))}`,
  };
}

const nothingElse: Omit<Yields, 'output' | 'words'> = {
  electricityKwh: 0,
  heatMwh: 0,
  unused: 0,
  besides: [],
  directCo2Kg: 0,
  quality: {},
  size: 0,
};

const refuse = (refused: string): Refusal => ({ refused });
const unknownTemperature = refuse('its temperature is not stated');
const waste = (label: string, amount: number, unit: string, eurPerUnit: FactorId): Besides => ({
  label,
  amount,
  unit,
  eurPerUnit,
  sign: 1,
});
const free = (label: string, amount: number, unit: string): Besides => ({
  label,
  amount,
  unit,
  eurPerUnit: null,
  sign: 1,
});
const temperatureOf = (degrees: number): Yields['quality'] => ({ temperature_c: { min: degrees, max: degrees } });

/** °C that the supply guarantees; of steam that states only its pressure, where it boils. */
export function guaranteedTemperature({ flow: { quality }, type }: PreparedFlow): number | null {
  const stated = quality.temperature_c?.min ?? null;
  if (stated !== null || type.family !== 'steam') return stated;
  const bar = quality.pressure_bar?.min ?? null;
  return bar === null ? null : (saturationTemperatureC(bar) ?? null);
}

/** Saturated steam at the higher of the pressure and the temperature that are asked for; the hottest possible where none is. */
function steamAsked(asked: Asked, hottestC: number): { temperatureC: number; quality: Yields['quality'] } | Refusal {
  const byPressure =
    asked.pressureBar === null ? null : (saturationTemperatureC(asked.pressureBar) ?? Number.POSITIVE_INFINITY);
  const asks = asked.temperatureC !== null || byPressure !== null;
  const temperatureC = asks ? Math.max(asked.temperatureC ?? 0, byPressure ?? 0) : hottestC;
  const bar = saturationPressureBar(temperatureC);
  if (bar === undefined || temperatureC < 100 || temperatureC > hottestC + 1e-9)
    return refuse(`saturated steam of ${numberWord(temperatureC)} °C is outside 100 to ${numberWord(hottestC)} °C`);
  const pressureBar = Math.max(bar, asked.pressureBar ?? 0);
  return {
    temperatureC,
    quality: { ...temperatureOf(temperatureC), pressure_bar: { min: pressureBar, max: pressureBar } },
  };
}

function hottestPumped(sourceC: number): number {
  return Math.min(heatPumpLimits.sinkC, sourceC + heatPumpLimits.liftK);
}

function pumped({
  sourceC,
  outletC,
  grade,
  judged,
  sinkGlideK = heatPumpGlides.sinkK,
}: {
  sourceC: number;
  outletC: number;
  grade: number;
  judged: boolean;
  sinkGlideK?: number;
}) {
  const cop = coefficientOfPerformance({ sourceC, outletC, grade, sinkGlideK });
  if (judged && !heatPumpFits({ sourceC, outletC, cop }))
    return refuse(
      `no heat pump lifts from ${numberWord(sourceC)} to ${numberWord(outletC)} °C: COP ${numberWord(cop)}`,
    );
  return { ...driven(cop), quality: temperatureOf(outletC) };
}

/** A machine that adds its electricity to the heat it takes: Q_h = Q_c + P. */
function driven(cop: number) {
  const { heatKw, electricityKw } = pumpedHeat({ sourceKw: 1, cop });
  return {
    ...nothingElse,
    output: heatKw,
    electricityKwh: electricityKw * 1000,
    words: () => `COP ${numberWord(cop)}`,
  };
}

function dryMatterOf({ flow: { quality } }: PreparedFlow): number | null {
  const percent = quality.dry_matter_percent?.min ?? null;
  const wet = quality.moisture_percent?.max ?? quality.water_percent?.max ?? null;
  return percent !== null ? percent / 100 : wet === null ? null : 1 - wet / 100;
}

/** What dried good states: less water, so more of everything else per tonne. */
function dried({ flow: { quality } }: PreparedFlow, dryIn: number, dryOut: number): Yields['quality'] {
  const moisture = (1 - dryOut) * 100;
  const made: Record<string, Interval> = {};
  if (quality.dry_matter_percent !== undefined) made.dry_matter_percent = { min: dryOut * 100, max: dryOut * 100 };
  if (quality.moisture_percent !== undefined) made.moisture_percent = { min: moisture, max: moisture };
  for (const id of countedInFreshMass) {
    const stated = quality[id];
    if (stated !== undefined)
      made[id] = { min: times(stated.min, dryOut / dryIn), max: times(stated.max, dryOut / dryIn) };
  }
  return made;
}

const times = (value: number | null, factor: number): number | null => (value === null ? null : value * factor);

function methaneShareOf({ flow: { quality } }: PreparedFlow): number | null {
  const percent = quality.methane_percent?.min ?? null;
  return percent === null ? null : percent / 100;
}

/** kg of CO2e of methane from plants and animals that escapes, normal m3. */
const methaneCo2Kg = (m3: number): number => m3 * methaneKgPerM3 * biogenicMethaneCo2;

/** kWh per normal m3, net; of biogas by its methane. */
function heatingValueKwh(supply: PreparedFlow, usualMethane: number): number | null {
  if (supply.type.id === 'gas.biogas') return (methaneShareOf(supply) ?? usualMethane) * methaneKwhPerM3;
  const megajoule = supply.flow.quality.heating_value_mj_m3?.min ?? null;
  return megajoule === null ? null : megajoule / 3.6;
}

/** Hours of the longest pause; the week is a ring. */
function longestGap(hours: readonly boolean[]): number {
  let longest = 0;
  let current = 0;
  for (const running of [...hours, ...hours]) {
    current = running ? 0 : current + 1;
    longest = Math.max(longest, current);
  }
  return Math.min(longest, hours.length);
}

/** Salts, of which a reverse osmosis lets the same small share pass; boron and ammonia pass more easily and are not promised. */
const heldBackByMembranes = [
  'conductivity_us_cm',
  'hardness_mmol_l',
  'chloride_mg_l',
  'sulphate_mg_l',
  'phosphate_mg_l',
  'silica_mg_l',
] as const;
const countedInFreshMass = [
  'nitrogen_kg_t',
  'phosphorus_kg_t',
  'contaminant_percent',
  'plastic_percent',
  'ash_percent',
  'chlorine_percent',
] as const;

/** Under more pressure, water condenses sooner: the dew point of what went in says nothing. */
const lostDewPoint: Yields['quality'] = { dew_point_c: { min: null, max: null } };

/** Which substrate of the table a type is digested as. */
const feeds: Readonly<Record<string, Substrate>> = {
  'organic.food_waste': substrates.food_waste,
  'organic.spent_grain': substrates.spent_grain,
  'organic.yeast_slurry': substrates.whey,
  'organic.manure': substrates.cattle_slurry,
  'organic.biosludge': substrates.sewage_sludge,
  'organic.sewage_sludge': substrates.sewage_sludge,
  'organic.fat': substrates.fat,
  'organic.biomass_residue': substrates.vegetable_residues,
};

const sludges: ReadonlySet<string> = new Set(['organic.biosludge', 'organic.sewage_sludge']);

/** Textbook: cold water per m3; smallest differences of plate exchangers and from gas to water. */
const waterKgPerM3 = 998;
const plateApproachK = 3;
const gasApproachK = 25;
/** Cooled further, used water would freeze on the plates. */
const coldestWaterC = 2;
const hottestUnpressurisedC = 110;
/** What the heat of flue gas is counted from. */
const ambientC = 15;
/** Of the heat of flue gas: nobody builds for less, so less is not reckoned with either while figures are varied. */
const smallestShare = 0.1;
/** Of what is lost on the way, so that something is always left. */
const greatestLoss = 0.9;
/** Heat pump to 90 °C. */
const hottest90C = 90;
const lift90K = 70;
/** Rankine cycle: by how much its source cools, no farther than that, and its cooling water. */
const rankineCoolingK = 40;
const coldestRankineC = 60;
const rankineSinkC = 30;
/** Grid gas of 97 % methane. */
const gridMethaneShare = 0.97;
/** What the upgrading takes at most: beyond, nothing is left to separate. */
const richestBiogas = 0.9;
const driestPercent = 90;
/** Micrometres that 80 % pass, before and after. */
const feedMicrometre = 2000;
const productMicrometre = 30;
const distilledPurity = 0.98;
const highestBar = 250;
/** Four stages of 1 : 4. */
const highestRatio = 256;
/** One weekend; longer gaps are not bridged by a tank. */
const longestGapHours = 72;
const tankSpreadK = 30;
