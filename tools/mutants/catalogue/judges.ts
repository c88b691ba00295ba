// Mistakes of the judges: each of them lets something pass that must not, or rejects what fits.
import { broken } from './broken.ts';

const examples = 'packages/engine/test/judges/judges.test.ts';
const limits = 'packages/engine/test/judges/at-the-limit.test.ts';
const judges = [examples, limits];
const match = 'packages/engine/test/match.test.ts';
const score = 'packages/engine/test/score.test.ts';
const at = (name: string) => `packages/engine/src/judges/${name}.ts`;

export const judgeMutants = [
  ...broken(at('type'), judges, [
    [
      'type.accepts-nothing-else',
      'demand.id === supply.id || demand.accepts.includes(supply.id)',
      'demand.id === supply.id',
    ],
    ['type.accepts-anything', 'return demand.id === supply.id ||', 'return true || demand.id === supply.id ||'],
    ['type.codes-never-part', 'supplied.some((code) => wanted.includes(code))', 'supplied.length > 0'],
    ['type.silence-rejects', 'supplied.length === 0 || wanted.length === 0 ||', 'supplied.length === 0 ||'],
  ]),
  ...broken(at('distance'), judges, [
    ['distance.limit-excluded', 'return distanceKm <= limitKm;', 'return distanceKm < limitKm;'],
    ['distance.never-too-far', 'return distanceKm <= limitKm;', 'return distanceKm <= 2 * limitKm;'],
    [
      'distance.wrong-origin',
      'supply.maxDistanceKm !== null || demand.maxDistanceKm !== null',
      'supply.maxDistanceKm !== null',
    ],
  ]),
  ...broken(
    'packages/engine/src/pair.ts',
    [...judges, match],
    [
      [
        'distance.larger-limit-counts',
        'return Math.min(ofSupply ?? Infinity, ofDemand ?? Infinity);',
        'return Math.max(ofSupply ?? 0, ofDemand ?? 0);',
      ],
      [
        'distance.larger-reach-counts',
        'Math.min(supply.type.reachKm, demand.type.reachKm)',
        'Math.max(supply.type.reachKm, demand.type.reachKm)',
      ],
      [
        'quantity.larger-rate-counts',
        'const commonHours = calendar.commonHours(supply.times, demand.times);\n  const distanceKm = seen.distanceKm ?? distanceKmBetween(supply.place, demand.place);\n  const commonRate = Math.min(',
        'const commonHours = calendar.commonHours(supply.times, demand.times);\n  const distanceKm = seen.distanceKm ?? distanceKmBetween(supply.place, demand.place);\n  const commonRate = Math.max(',
      ],
      [
        'quantity.all-hours-of-the-supply',
        'return rate * yearlyPerRate(demand.type.measure, hours);',
        'return rate * yearlyPerRate(demand.type.measure, supply.hours);',
      ],
    ],
  ),
  ...broken(
    at('quality'),
    [...judges, score],
    [
      [
        'quality.limit-excluded',
        'return inside >= 0 && inside - lossOnTheWay(pair, parameter) >= 0',
        'return inside > 0 && inside - lossOnTheWay(pair, parameter) > 0',
      ],
      ['quality.no-loss-on-the-way', 'inside - lossOnTheWay(pair, parameter) >= 0', 'inside >= 0'],
      [
        'quality.silence-passes',
        "if (Number.isNaN(inside)) return 'unknown';",
        "if (Number.isNaN(inside)) return 'pass';",
      ],
      [
        'quality.silence-rejects',
        "if (Number.isNaN(inside)) return 'unknown';",
        "if (Number.isNaN(inside)) return 'fail';",
      ],
      ['quality.loss-warms', 'const value = stated - sign * loss;', 'const value = stated + sign * loss;'],
      [
        'quality.allowance-given-away',
        'const limit = asked + sign * allowance;',
        'const limit = asked - sign * allowance;',
      ],
      ['quality.farther-window-shown', 'fromBelow <= fromAbove ?', 'fromBelow > fromAbove ?'],
    ],
  ),
  ...broken(
    'packages/engine/src/quality-ends.ts',
    [...judges, match],
    [
      [
        'quality.at-least-turned-round',
        '(offered[lower] as number) - allowance - (asked[from + lower] as number);',
        '(asked[from + lower] as number) - allowance - (offered[lower] as number);',
      ],
      [
        'quality.at-least-without-allowance',
        '(offered[lower] as number) - allowance - (asked[from + lower] as number);',
        '(offered[lower] as number) - (asked[from + lower] as number);',
      ],
      [
        'quality.at-least-by-the-best-end',
        '(offered[lower] as number) - allowance - (asked[from + lower] as number);',
        '(offered[upper] as number) - allowance - (asked[from + lower] as number);',
      ],
      [
        'quality.at-most-turned-round',
        '(asked[from + upper] as number) - ((offered[upper] as number) + allowance);',
        '((offered[upper] as number) + allowance) - (asked[from + upper] as number);',
      ],
      [
        'quality.at-most-without-allowance',
        '(asked[from + upper] as number) - ((offered[upper] as number) + allowance);',
        '(asked[from + upper] as number) - (offered[upper] as number);',
      ],
      ['quality.window-open-below', 'return Math.min(beforeTooLow, beforeTooHigh);', 'return beforeTooHigh;'],
      ['quality.window-open-above', 'return Math.min(beforeTooLow, beforeTooHigh);', 'return beforeTooLow;'],
      [
        'quality.window-open-end-is-silence',
        'ends[2 * index + 1] = max ?? (isOpenWindow ? Infinity : Number.NaN);',
        'ends[2 * index + 1] = max ?? Number.NaN;',
      ],
    ],
  ),
  ...broken(at('loss-on-the-way'), judges, [
    ['loss.cold-water-stays-cold', "kind === 'at_most' ? outletC - inletC : inletC - outletC", 'inletC - outletC'],
    [
      'loss.from-the-wrong-end',
      "parameter.kind === 'at_most' ? stated?.max : stated?.min",
      "parameter.kind === 'at_most' ? stated?.min : stated?.max",
    ],
    ['loss.metres-for-kilometres', 'lengthM: pair.pipeKm * 1000', 'lengthM: pair.pipeKm'],
  ]),
  ...broken(at('time'), judges, [
    [
      'time.hours-alone',
      'return commonHours > 0 && existOnCommonDay(supply.times, demand.times);',
      'return commonHours > 0;',
    ],
    [
      'time.dates-alone',
      'return commonHours > 0 && existOnCommonDay(supply.times, demand.times);',
      'return existOnCommonDay(supply.times, demand.times);',
    ],
  ]),
  ...broken(
    'packages/engine/src/calendar.ts',
    [...judges, match],
    [
      ['time.any-month', 'a.months & b.months] as number', 'a.months | b.months] as number'],
      ['time.any-hour-of-tuesday', 'bitCount(a.hours1 & b.hours1)', 'bitCount(a.hours1 | b.hours1)'],
      [
        'time.touching-days-part',
        'Math.max(a.firstDay, b.firstDay) <= Math.min',
        'Math.max(a.firstDay, b.firstDay) < Math.min',
      ],
      [
        'time.year-of-52-weeks',
        'return (commonWeekHours(a, b) * days) / 7;',
        'return (commonWeekHours(a, b) * days) / 7.02;',
      ],
    ],
  ),
  ...broken(at('quantity'), judges, [
    [
      'quantity.lot-excluded',
      'pair.commonYearly >= (minimumLot(pair) ?? 0)',
      'pair.commonYearly > (minimumLot(pair) ?? 0)',
    ],
    ['quantity.smaller-lot-counts', 'return Math.max(ofSupply, ofDemand);', 'return Math.min(ofSupply, ofDemand);'],
    ['quantity.one-lot-alone-is-none', 'return ofSupply ?? ofDemand;', 'return null;'],
  ]),
  ...broken(
    at('permit'),
    [...judges, match],
    [
      [
        'permit.prohibition-passes',
        "if (outcome === 'prohibited') return 'fail';",
        "if (outcome === 'prohibited') return 'unknown';",
      ],
      ['permit.unknown-passes', "return outcome === 'unknown' ? 'unknown' : 'pass';", "return 'pass';"],
      [
        'permit.need-rejects',
        "return outcome === 'unknown' ? 'unknown' : 'pass';",
        "return outcome === 'unknown' ? 'unknown' : outcome === 'allowed' ? 'pass' : 'fail';",
      ],
    ],
  ),
  ...broken(
    at('visibility'),
    [...judges, match],
    [['visibility.hides-everybody', "result: 'pass',", "result: 'fail',"]],
  ),
  ...broken(
    at('judge-pair'),
    [...judges, match],
    [
      ['judges.type-forgotten', "if (!typeFits(pair)) failures.push('type');", ''],
      ['judges.distance-forgotten', "if (!isNearEnough(pair)) failures.push('distance');", ''],
      ['judges.time-forgotten', "if (!meetInTime(pair)) failures.push('time');", ''],
      ['judges.quantity-forgotten', "if (!isEnough(pair)) failures.push('quantity');", ''],
      [
        'judges.permit-forgotten',
        "if (permitResult(desk.assess(pair).outcome) === 'fail') failures.push('permit');",
        '',
      ],
    ],
  ),
  ...broken(at('hopeless'), limits, [
    [
      'hopeless.too-early',
      'insideAtGate(offered, asked, parameter, index, from) < 0',
      'insideAtGate(offered, asked, parameter, index, from) < 1',
    ],
  ]),
  ...broken(at('hopeless'), 'packages/engine/test/converters/chains-one-by-one.test.ts', [
    [
      'hopeless.hours-turned-round',
      'return !shareAnHour(supply.times, demand.times) ||',
      'return shareAnHour(supply.times, demand.times) ||',
    ],
    [
      'hopeless.dates-turned-round',
      '|| !existOnCommonDay(supply.times, demand.times)',
      '|| existOnCommonDay(supply.times, demand.times)',
    ],
  ]),
];
