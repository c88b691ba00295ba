// Mistakes of the converters: energy or mass made of nothing, a limit not held, a cost left out, a permit not asked for.
import { broken } from './broken.ts';

const at = (name: string) => `packages/engine/src/converters/${name}.ts`;
const test = (name: string) => `packages/engine/test/converters/${name}.test.ts`;
const cases = test('worked-cases');
const conservation = test('conservation');
const single = test('single-converters');
const models = [single, cases, conservation];
const all = [cases, single, test('chains-one-by-one')];

export const converterMutants = [
  ...broken(at('models/water'), models, [
    ['models.membrane-holds-nothing', 'max: most * passage', 'max: most'],
    [
      'models.distillate-of-all',
      "besides: [waste('Concentrate', 1 - figure('yield'), 'm3', factorOf('concentrate'))],",
      'besides: [],',
    ],
  ]),
  ...broken(at('models/heat'), models, [
    ['models.water-cools-to-nothing', 'outC: inC - cooledK', 'outC: 0'],
    ['models.economiser-hotter-than-gas', 'Math.min(inC - gasApproachK, hottestUnpressurisedC)', 'inC'],
    [
      'models.economiser-below-the-dew-point',
      "const share = Math.min(figure('yield'), aboveDewPoint);",
      "const share = figure('yield');",
    ],
    ['models.boiler-of-all-the-heat', 'const output = (inC - outC) / (inC - ambientC);', 'const output = 1;'],
    ['models.tank-for-a-season', 'if (gap > longestGapHours) return', 'if (gap > 100 * longestGapHours) return'],
  ]),
  ...broken(at('models/biogas'), models, [
    ['models.escape-is-harmless', 'directCo2Kg: methaneCo2Kg(biogasM3 * methaneShare * escaped),', ''],
    ['models.engine-burns-everything', 'directCo2Kg: methaneCo2Kg(unburnt),', ''],
    ['models.engine-beyond-its-gas', "Math.min(figure('heat'), 1 - figure('electric'))", "figure('heat')"],
    ['models.digester-stays-warm', 'output: left * (1 - ownHeat),', 'output: left,'],
    ['models.digestate-of-the-feed', 'const digestate = 1 - (biogasM3 * density) / 1000;', 'const digestate = 1;'],
    ['models.sludge-is-gone', 'unused: isSludge ? digestate : 0,', 'unused: 0,'],
    ['models.slip-stays', 'directCo2Kg: upgraded.slipCo2T * 1000,', 'directCo2Kg: 0,'],
    ['models.engine-of-all-the-gas', "output: (kwh * figure('electric')) / 1000,", 'output: kwh / 1000,'],
  ]),
  ...broken(at('models/materials'), models, [
    ['models.still-makes-solvent', 'const output = Math.min(1, ', 'const output = Math.min(2, '],
    ['models.dryer-without-heat', "heatMwh: water * figure('heat'),", 'heatMwh: 0,'],
    ['models.dryer-loses-no-water', 'output: 1 - water,', 'output: 1,'],
    [
      'models.sorting-loses-nothing',
      "output: figure('yield'),\n    electricityKwh: figure('electricity'),\n    besides: [waste('What is sorted out'",
      "output: 1,\n    electricityKwh: figure('electricity'),\n    besides: [waste('What is sorted out'",
    ],
    ['models.ideal-mill', "electricityKwh: ideal * figure('real_mill'),", 'electricityKwh: ideal,'],
    [
      'models.residue-vanishes',
      "besides: [waste('Distillation residue', 1 - output, 't', factorOf('residue'))],",
      'besides: [],',
    ],
  ]),
  ...broken(at('models/heat-pumps'), models, [
    ['models.pump-beyond-90', 'outletC > hottest90C || outletC - sourceC > lift90K', 'outletC - sourceC > 2 * lift90K'],
    ['models.pump-without-electricity', 'electricityKwh: electricityKw * 1000,', 'electricityKwh: 0,'],
  ]),
  ...broken(at('models/cold-and-power'), models, [
    ['models.rankine-gives-heat-back', 'output: share * efficiency,', 'output: 1 - efficiency,'],
    ['models.absorption-of-nothing', 'output: cop / driveKw,', 'output: cop * 2,'],
  ]),
  ...broken(at('models/gases'), models, [
    ['models.compression-at-any-ratio', 'ratio > highestRatio || toBar > highestBar', 'toBar > 10 * highestBar'],
    ['models.ideal-compressor', "const electricityKwh = work / figure('efficiency');", 'const electricityKwh = work;'],
    ['models.purified-without-electricity', "electricityKwh: tonnes * figure('electricity'),", 'electricityKwh: 0,'],
  ]),
  ...broken(at('models/steam-asked'), models, [
    ['models.hotter-than-its-steam', 'temperatureC > hottestC + 1e-9', 'temperatureC > 2 * hottestC'],
  ]),
  ...broken(
    'packages/engine/src/formulas/vapour-recompression.ts',
    [single, conservation],
    [
      [
        'vapour.superheat-counts',
        'if (bar === null) return temperatureC;',
        'if (temperatureC !== null) return temperatureC;',
      ],
      ['vapour.lifts-downwards', 'if (!(liftK > 0) || liftK >', 'if (liftK >'],
    ],
  ),
  ...broken(
    'packages/engine/src/formulas/time.ts',
    [single],
    [['time.ring-by-its-fullest', 'return fullest - emptiest;', 'return fullest;']],
  ),
  ...broken(at('convert'), all, [
    ['convert.rate-of-the-input', 'rate: supply.rate * yields.output * rateRatio,', 'rate: supply.rate * rateRatio,'],
    ['convert.any-waste', 'if (bad !== undefined) return', 'if (bad === "") return'],
    [
      'convert.limits-turned-round',
      "(bound === 'above' ? stated < value : stated > value)",
      "(bound === 'above' ? stated > value : stated < value)",
    ],
    ['convert.unknown-is-fine', 'if (stated === null && needed) return', 'if (stated === 0 && needed) return'],
  ]),
  ...broken(at('conversion-costs'), all, [
    ['conversion.machine-is-a-gift', 'investmentEur: machineEur + extractionEur,', 'investmentEur: extractionEur,'],
    ['conversion.no-upkeep', 'yearlyEur: upkeepEur + electricityEur', 'yearlyEur: electricityEur'],
    ['conversion.power-is-free', 'yearlyEur: upkeepEur + electricityEur + heatEur', 'yearlyEur: upkeepEur + heatEur'],
    ['conversion.heat-is-free', 'electricityEur + heatEur + besidesEur', 'electricityEur + besidesEur'],
    ['conversion.residues-are-free', '+ heatEur + besidesEur', '+ heatEur'],
    ['conversion.input-of-the-output', 'pair.commonYearly / yields.output', 'pair.commonYearly'],
    [
      'conversion.disposal-of-all',
      'avoidedDisposalEur: divertedYearly * unitWorth',
      'avoidedDisposalEur: 2 * divertedYearly * unitWorth',
    ],
  ]),
  ...broken(at('chains'), all, [
    [
      'chains.found-by-the-utmost',
      'converter.follows === null ? madeForAll(index, supply, converter) : madeToOrder(supply, converter)',
      'madeForAll(index, supply, converter)',
    ],
    [
      'chains.where-none-is-needed',
      'return typeAccepts(demand.type, supply.type) && failuresOf(',
      'return false && typeAccepts(demand.type, supply.type) && failuresOf(',
    ],
    ['chains.too-small-a-machine', '(smallest === null || size >= smallest)', 'true'],
    ['chains.judges-skipped', 'failuresOf(fitted, index.desk', '0 * failuresOf(fitted, index.desk'],
    [
      'chains.prohibited-treatment',
      "treatment?.outcome === 'prohibited'",
      "(treatment?.outcome as string) === 'forbidden'",
    ],
  ]),
  ...broken(at('chain-permit'), all, [
    [
      'chain-permit.treatment-not-asked',
      'return treatment === null ? ofOutput : together(ofOutput, treatment);',
      'return ofOutput;',
    ],
  ]),
];
