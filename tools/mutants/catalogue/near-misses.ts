// Mistakes of the near misses: a change that does not make the pair fit, costs too little, or is charged to the wrong side.
import { broken } from './broken.ts';

const at = (name: string) => `packages/engine/src/near-misses/${name}.ts`;
const test = (name: string) => `packages/engine/test/near-misses/${name}.test.ts`;
const worked = test('worked-changes');
const small = [worked, test('near-misses')];

export const nearMissMutants = [
  ...broken(at('heat-pump'), small, [
    [
      'near.pump-runs-for-nothing',
      "runningEur: ((yearly * share) / cop) * values['price.electricity'],",
      'runningEur: 0,',
    ],
    ['near.pump-by-its-hottest', 'const hottestOfUsualPumpsC = 90;', 'const hottestOfUsualPumpsC = 60;'],
    [
      'near.pump-gives-its-source-only',
      'const share = 1 / (1 - 1 / Math.max(cop, heatPumpLimits.smallestCop));',
      'const share = 1;',
    ],
  ]),
  ...broken(at('raise-limit'), small, [
    ['near.limit-of-today', 'acceptingAtLeast(pair.demand, neededKm)', 'acceptingAtLeast(pair.demand, pair.limitKm)'],
    [
      'near.way-for-nothing',
      'yearlyTransport(pair, values) - yearlyTransport({',
      '0 * yearlyTransport(pair, values) - 0 * yearlyTransport({',
    ],
  ]),
  ...broken(at('plant'), worked, [
    ['near.no-upkeep', '(annuityIn(values) + values[upkeep])', 'annuityIn(values)'],
    ['near.running-for-nothing', ' + runningEur;', ';'],
    ['near.feed-of-the-supply', 'Math.min(supply.rate, demand.rate / share)', 'supply.rate / share'],
  ]),
  ...broken(at('compressor'), worked, [
    ['near.ideal-compressor', " / values['converter.gas_compressor.efficiency'];", ';'],
    ['near.one-stage-for-all', '|| stages > mostStages) return null;', '|| stages > 0) return null;'],
  ]),
  ...broken(at('vapour-recompression'), worked, [
    [
      'near.recompression-runs-for-nothing',
      "runningEur: (yearly / cop) * values['price.electricity'],",
      'runningEur: 0,',
    ],
  ]),
  ...broken(at('neutralisation'), worked, [
    ['near.lye-for-acid', "gap.rises ? 'lye' : 'acid'", "gap.rises ? 'acid' : 'lye'"],
  ]),
  ...broken(at('water-temperature'), worked, [
    ['near.tower-below-summer', 'const warmestSummerC = 25;', 'const warmestSummerC = 35;'],
    ['near.fans-for-nothing', 'const fansEer = 40;', 'const fansEer = 400;'],
  ]),
  ...broken(at('chiller'), worked, [
    ['near.chiller-takes-nothing', 'return eer / (1 + eer);', 'return 1;'],
    ['near.chiller-without-exchangers', 'const exchangersK = 10;', 'const exchangersK = 0;'],
  ]),
  ...broken(at('electricity'), worked, [
    ['near.bay-for-nothing', "values['change.transformer_bay'] + rate", 'rate'],
    ['near.certificates-of-all', '* (to - from)) / 100', '* to) / 100'],
  ]),
  ...broken(at('gas-treatment'), worked, [
    [
      'near.sulphide-of-all',
      '(feedOf(pair).yearly * (from - to)) / milligramsPerKilogram',
      '(feedOf(pair).yearly * from) / milligramsPerKilogram',
    ],
    ['near.purified-without-loss', "(from / to) * values['change.gas_recovery']", 'from / to'],
  ]),
  ...broken(at('faster-service'), worked, [['near.at-once', '(1 - to / from)', '1']]),
  ...broken(at('preheat'), worked, [
    ['near.preheat-all', 'share = does.share;', 'share = warmedC / wantedC;'],
    ['near.preheat-without-approach', 'arrivesC - parameter.allowance', 'arrivesC'],
  ]),
  ...broken(at('smaller-take'), worked, [
    [
      'near.takes-as-before',
      'const share = (hottest - to) / (hottest - from);',
      'const share = (hottest - from) / (hottest - to);',
    ],
  ]),
  ...broken(at('smaller-lot'), worked, [
    ['near.wrong-side-pays', "bySupply ? 'supplier' : 'receiver',", "bySupply ? 'receiver' : 'supplier',"],
  ]),
  ...broken(at('other-hours'), small, [
    ['near.seasons-move', 'const furthestMonths = 1;', 'const furthestMonths = 6;'],
    ['near.heat-moves-to-summer', '(isPlanned(pair) ? furthestMonths : 0)', 'furthestMonths'],
    ['near.later-for-earlier', "by > 0 ? 'later' : 'earlier'", "by > 0 ? 'earlier' : 'later'"],
    ['near.all-hours-move', 'hoursMoved: hoursAfter - calendar.commonHours(before, times),', 'hoursMoved: hoursAfter,'],
  ]),
  ...broken(at('other-dates'), worked, [
    ['near.days-every-year', "values['change.other_dates'] * annuityIn(values)", "values['change.other_dates']"],
  ]),
  ...broken(at('drying'), worked, [
    ['near.wet-water-is-free', "(share - 1) * values['change.water'],", '0,'],
    ['near.condensate-is-free', "feed.yearly * water * values['disposal.concentrate'],", '0,'],
    [
      'near.evaporator-by-its-water',
      "const asFeed = water / values['converter.evaporator.yield'];",
      'const asFeed = water;',
    ],
    ['near.dries-for-nothing', 'runningEur: feed.yearly * water * energyEur,', 'runningEur: 0,'],
    [
      'near.water-is-free',
      "values['change.dewatering'] + water * values['disposal.concentrate']",
      "values['change.dewatering']",
    ],
  ]),
  ...broken(
    'packages/engine/src/formulas/water.ts',
    ['packages/engine/test/formulas/water.test.ts', worked],
    [
      [
        'near.recovery-forgotten',
        'return (from - to) / (from - to + recovery * (to - from * (1 - removal)));',
        'return (from - to) / (from * removal);',
      ],
    ],
  ),
  ...broken(
    'packages/engine/src/formulas/plant-size.ts',
    ['packages/engine/test/formulas/plant-size.test.ts', worked],
    [['near.plants-in-proportion', '(reference * (single / reference) ** exponent * size) / single', 'size']],
  ),
  ...broken(
    at('water-treatment'),
    [worked, test('balances')],
    [
      ['near.evaporator-by-the-day', "plant === 'evaporator' ? rate : rate * hoursPerDay", 'rate * hoursPerDay'],
      [
        'near.brine-is-waste-water',
        "plant === 'evaporator' ? 'converter.evaporator.concentrate' :",
        "plant === null ? 'disposal.landfill' :",
      ],
      ['near.concentrate-is-free', 'feed.yearly * lost * values[rejectsOf(level)],', '0,'],
      ['near.no-water-is-lost', 'const lost = part * (1 - recovery);', 'const lost = 0;'],
    ],
  ),
  ...broken(
    at('separation'),
    [worked, test('balances')],
    [
      ['near.good-stays', '(from * (1 - to * (1 + carry)))', '(from * (1 - to))'],
      ['near.rejects-for-nothing', 'yearly * takenOut * Math.max(0, values[rejects]),', '0,'],
      ['near.sorts-all', '{ rate: rate * part, yearly: yearly * part }', '{ rate, yearly }'],
    ],
  ),
  ...broken(
    at('gas-mixing'),
    [worked, test('balances')],
    [
      ['near.all-is-upgraded', 'const share = 1 - part * (1 - leaves);', 'const share = 1;'],
      ['near.mixes-too-little', 'return (to - from) / (mjPerM3 - to);', 'return (to - from) / mjPerM3;'],
    ],
  ),
  ...broken(at('gas-polishing'), worked, [['near.polishes-all', 'yearly * part * values', 'yearly * values']]),
  ...broken(
    at('buffer-store'),
    [worked, test('near-misses')],
    [
      ['near.boiling-tank', 'const hottestTankC = 95;', 'const hottestTankC = 200;'],
      ['near.holder-under-pressure', 'const holderBar = 1.1;', 'const holderBar = 100;'],
      ['near.tank-of-a-week', 'const capacity = ringCapacity(surplusKwh, deficitKwh);', 'const capacity = 1;'],
      ['near.heap-of-food-waste', "'organic.food_waste', 'organic.fat'", "'organic.fat'"],
    ],
  ),
  ...broken(at('season-store'), test('near-misses'), [
    ['near.heap-for-nothing', "through * values['change.heap_handling'] +", '0 +'],
    ['near.manure-keeps', "family === 'material' && transport", 'transport'],
    ['near.pond-without-loss', "lost: values['change.pond_loss'],", 'lost: 1e-9,'],
  ]),
  ...broken('packages/engine/src/formulas/time.ts', 'packages/engine/test/formulas/time.test.ts', [
    [
      'near.heap-below-nothing',
      'return { most: Math.max(...levels) - emptiest, mean };',
      'return { most: Math.max(...levels), mean };',
    ],
  ]),
  ...broken(
    at('quality-gap'),
    [...small, test('changes-hold')],
    [
      [
        'near.allowance-forgotten',
        "wanted + (kind === 'at_least' ? allowance : kind === 'at_most' ? -allowance : 0)",
        'wanted',
      ],
      [
        'near.window-from-above-only',
        "const rises = kind === 'at_least' || isTooLow;",
        "const rises = kind === 'at_least';",
      ],
    ],
  ),
  ...broken(
    at('mend-pair'),
    [...small, test('changes-hold')],
    [
      ['near.not-judged-again', 'if (failures.some((failure) => !left.includes(failure))) continue;', ''],
      ['near.dearer-taken', 'if (cost + floor * (change.share ?? 1) > best.costEurPerYear) continue;', ''],
    ],
  ),
  ...broken(at('near-miss-collector'), small, [
    ['near.dearest-first', 'a.costEurPerYear - b.costEurPerYear ||', 'b.costEurPerYear - a.costEurPerYear ||'],
    ['near.six-per-supply', 'const mostPerSupply = 5;', 'const mostPerSupply = 6;'],
  ]),
];
