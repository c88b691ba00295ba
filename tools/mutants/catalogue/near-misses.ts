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
      "const electricityEur = (pair.commonYearly / cop) * values['price.electricity'];",
      'const electricityEur = 0;',
    ],
    ['near.pump-by-its-hottest', 'outletC > 90 ?', 'outletC > 60 ?'],
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
    ['near.later-for-earlier', "by > 0 ? 'later' : 'earlier'", "by > 0 ? 'earlier' : 'later'"],
    ['near.all-hours-move', 'hoursMoved: hoursAfter - calendar.commonHours(before, times),', 'hoursMoved: hoursAfter,'],
  ]),
  ...broken(at('other-dates'), worked, [
    ['near.days-every-year', "values['change.other_dates'] * annuityIn(values)", "values['change.other_dates']"],
  ]),
  ...broken(at('drying'), worked, [
    [
      'near.water-is-free',
      "values['change.dewatering'] + water * values['disposal.concentrate']",
      "values['change.dewatering']",
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
      ['near.dearer-taken', 'if (change.costEurPerYear > room) return;', ''],
    ],
  ),
  ...broken(at('near-miss-collector'), small, [
    ['near.dearest-first', 'a.costEurPerYear - b.costEurPerYear ||', 'b.costEurPerYear - a.costEurPerYear ||'],
    ['near.six-per-supply', 'const mostPerSupply = 5;', 'const mostPerSupply = 6;'],
  ]),
];
