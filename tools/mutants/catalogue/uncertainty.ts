// Mistakes in what is said about how sure a figure is: a band too narrow, a draw that depends on its neighbours, a wrong driver.
import { broken } from './broken.ts';

const at = (name: string) => `packages/engine/src/economics/uncertainty/${name}.ts`;
const test = (name: string) => `packages/engine/test/economics/uncertainty/${name}.test.ts`;

export const uncertaintyMutants = [
  ...broken(at('normal'), test('worked-examples'), [
    ['normal.tails-alike', 'Math.sign(fromMiddle) * polynomial(tailAbove, r)', 'polynomial(tailAbove, r)'],
    ['normal.coefficient', '159.29113202', '159.39113202'],
    ['normal.share-above', 'return score < 0 ? above : 1 - above;', 'return score < 0 ? 1 - above : above;'],
    ['normal.any-share', '!(p >= outermost && p <= 1 - outermost)', 'p < 0'],
    ['normal.density-without-square', 'Math.exp(-(score ** 2) / 2)', 'Math.exp(-Math.abs(score) / 2)'],
  ]),
  ...broken(at('distributions'), test('worked-examples'), [
    ['spread.variation-for-deviation', 'Math.sqrt(Math.log(1 + variation ** 2))', 'variation'],
    ['spread.one-side-for-both', 'score < 0 ? below : above))', 'above))'],
    ['spread.shares-beyond-1', "const isShare = unit === '1' && low >= 0 && high <= 1;", 'const isShare = false;'],
    [
      'spread.steps-for-all',
      'low > 0 ? inProportion({ low, mid, high })',
      'low > 1e9 ? inProportion({ low, mid, high })',
    ],
    ['spread.certain-is-not', 'if (low === high) return null;', ''],
  ]),
  ...broken(
    at('random'),
    [test('random'), test('sample-pair')],
    [
      ['random.name-ignored', 'mixed(seed ^ hashOf(name))', 'mixed(seed)'],
      ['random.seed-ignored', 'mixed(seed ^ hashOf(name))', 'mixed(hashOf(name))'],
      ['random.ramp', 'slice = permuted(slice, bits, key);', 'slice = (slice + key) % samples;'],
      ['random.slices-twice', 'roundKey | 1) & mask', 'roundKey) & mask'],
      ['random.hash-of-the-first-letter', 'index < text.length; index++', 'index < 1; index++'],
    ],
  ),
  ...broken(at('sampling-error'), test('worked-examples'), [
    ['error.without-density', '/ densityAt(normalQuantile(p));', ';'],
    [
      'error.samples-without-square',
      'percentileError({ p, samples: 1 }) / error) ** 2',
      'percentileError({ p, samples: 1 }) / error)',
    ],
    ['error.interval-of-90', 'normalQuantile(0.975)', 'normalQuantile(0.95)'],
    ['error.correlation-ignored', '(1 + (count - 1) * correlation) / count', '1 / count'],
  ]),
  ...broken(at('linear-spread'), test('worked-examples'), [
    ['linear.shares-of-the-sum', 'contribution ** 2 / variance', 'contribution / standardDeviation'],
    ['linear.loss-is-gain', 'shareBelow(-middle / standardDeviation)', 'shareBelow(middle / standardDeviation)'],
  ]),
  ...broken(
    at('uncertain-inputs'),
    [test('sample-pair'), test('wider-bands')],
    [
      ['inputs.all-measured', 'variationOf[flow.quantity.precision]', "variationOf['measured']"],
      ['inputs.factors-forgotten', 'return spread === null ? [] : [{', 'return spread !== null ? [] : [{'],
    ],
  ),
  ...broken(at('trial'), test('sample-pair'), [
    ['trial.margin-for-value', 'npvEur: netPresentValue(project, values),', 'npvEur: figures.margin,'],
    [
      'trial.middle-co2',
      'co2FiguresOf(figures, values).netTonnes',
      'co2FiguresOf(figures, { ...values }).netTonnes * 1.0001',
    ],
    ['trial.quantities-fixed', 'scaledPair(pair, { supply, demand })', 'pair'],
  ]),
  ...broken(at('drivers'), test('sample-pair'), [
    ['drivers.smallest-first', 'sizeOf(b) - sizeOf(a)', 'sizeOf(a) - sizeOf(b)'],
    ['drivers.ends-exchanged', 'npvAtLowEur: npvAt(spread.p10),', 'npvAtLowEur: npvAt(spread.p90),'],
    ['drivers.all-of-them', 'const driversShown = 3;', 'const driversShown = 4;'],
    ['drivers.in-multiples', 'low: spread.p10 * scale,', 'low: spread.p10,'],
    ['drivers.idle-inputs-too', '.filter((driver) => sizeOf(driver) > 0)', ''],
  ]),
  ...broken(
    at('sample-pair'),
    [test('sample-pair'), test('wider-bands')],
    [
      ['sample.seed-of-nothing', '  return hashOf(', '  return hashOf("") + 0 * hashOf('],
      ['sample.seed-without-factors', 'factors.fingerprint', 'factors.all().length'],
      ['sample.p90-of-95', 'p90: percentile(sorted, 0.9)', 'p90: percentile(sorted, 0.95)'],
      ['sample.p10-of-5', 'p10: percentile(sorted, 0.1)', 'p10: percentile(sorted, 0.05)'],
      ['sample.gain-for-loss', 'value < 0).length / samples', 'value > 0).length / samples'],
      ['sample.unsorted', 'percentilesOf(npv.sort())', 'percentilesOf(npv)'],
      ['sample.half-a-slice', 'p * sorted.length - 0.5', 'p * sorted.length + 40'],
    ],
  ),
];
