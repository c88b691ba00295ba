// Mistakes of the formulas: a sign, an exponent, a unit, an end taken for the other. Each is one that somebody could make.
import { broken } from './broken.ts';

const at = (name: string) => `packages/engine/src/formulas/${name}.ts`;
const test = (name: string) => `packages/engine/test/formulas/${name}.test.ts`;

export const formulaMutants = [
  ...broken(at('heat'), test('heat'), [
    ['heat.content-in-celsius', 'kgPerS * waterHeatKjPerKgK * (inC - outC)', 'kgPerS * waterHeatKjPerKgK * inC'],
    ['heat.water-upside-down', 'kw / (waterHeatKjPerKgK * spreadK)', '(kw * waterHeatKjPerKgK) / spreadK'],
    [
      'heat.effectiveness-in-circulation',
      'Math.max(hotInC - hotOutC, coldOutC - coldInC) / (hotInC - coldInC)',
      '(hotInC - coldOutC) / (hotInC - coldInC)',
    ],
    ['heat.transfer-units-parallel', '/ (capacityRatio - 1);', '/ (capacityRatio + 1);'],
    [
      'heat.transfer-units-alike',
      'if (capacityRatio === 1) return eps / (1 - eps);',
      'if (capacityRatio === 1) return eps / (1 + eps);',
    ],
    ['heat.mean-of-ends', '(firstK - secondK) / Math.log(firstK / secondK)', '(firstK + secondK) / 2'],
    [
      'heat.conductance-cocurrent',
      'ends.hotInC - ends.coldOutC, ends.hotOutC - ends.coldInC',
      'ends.hotInC - ends.coldInC, ends.hotOutC - ends.coldOutC',
    ],
    ['heat.direct-use-without-drop', 'supplyC - dropK - approachK', 'supplyC - approachK'],
    ['heat.direct-use-without-approach', 'supplyC - dropK - approachK', 'supplyC - dropK'],
    ['heat.one-end-alone', 'Math.max(demandReturnC + approachK, supplyReturnMinC)', 'supplyReturnMinC'],
  ]),
  ...broken(at('pipes'), test('pipes'), [
    ['pipes.velocity-of-a-square', '(Math.PI / 4) * innerDiameterM ** 2', 'innerDiameterM ** 2'],
    [
      'pipes.bore-without-root',
      'return Math.sqrt((4 * volumeM3PerS) / (Math.PI * mPerS));',
      'return (4 * volumeM3PerS) / (Math.PI * mPerS);',
    ],
    [
      'pipes.reynolds-without-diameter',
      '(fluid.densityKgPerM3 * velocityMPerS * innerDiameterM) / fluid.viscosityPaS',
      '(fluid.densityKgPerM3 * velocityMPerS) / fluid.viscosityPaS',
    ],
    ['pipes.friction-of-fanning', 'return 0.25 / Math.log10(', 'return 0.0625 / Math.log10('],
    [
      'pipes.gradient-without-half',
      '* fluid.densityKgPerM3 * velocityMPerS ** 2) / 2;',
      '* fluid.densityKgPerM3 * velocityMPerS ** 2);',
    ],
    [
      'pipes.pump-gains',
      '(pressurePa * volumeM3PerS) / efficiency / 1000',
      '(pressurePa * volumeM3PerS * efficiency) / 1000',
    ],
    [
      'pipes.smaller-size',
      'heatPipes.find((pipe) => pipe.kgPerS >= kgPerS) ?? largest',
      'heatPipes.findLast((pipe) => pipe.kgPerS <= kgPerS) ?? largest',
    ],
    ['pipes.faster-water', 'if (dn <= 100) return 1.5;', 'if (dn <= 100) return 2;'],
    [
      'pipes.costed-by-the-larger',
      'return valueAt(smaller) + (valueAt(larger) - valueAt(smaller)) * share;',
      'return valueAt(larger);',
    ],
    ['pipes.one-pipe-loses', 'return 2 * lossWPerMK *', 'return lossWPerMK *'],
    ['pipes.frost-in-the-ground', 'const groundC = 10;', 'const groundC = 0;'],
    [
      'pipes.hot-end-before',
      'return groundC + (outletC - groundC) / remainingShare',
      'return groundC + (outletC - groundC) * remainingShare',
    ],
    ['pipes.heat-gained-on-the-way', 'Math.exp((-pipe.lossWPerMK * lengthM)', 'Math.exp((pipe.lossWPerMK * lengthM)'],
    ['pipes.heat-price-without-base', 'surface * (base + perMm * nominalMm)', 'surface * (perMm * nominalMm)'],
    ['pipes.plastic-price-squared', '0.0023 * outerMm ** 2.0236', '0.0023 * outerMm ** 2'],
  ]),
  ...broken(at('steam'), test('steam'), [
    ['steam.boiling-water', '16.44 + 3.878 * temperatureC + 0.00151', '16.44 + 3.878 * temperatureC - 0.00151'],
    ['steam.vapour', '2455.3 + 2.7128 * temperatureC - 0.005155', '2455.3 + 2.7128 * temperatureC + 0.005155'],
    [
      'steam.feed-for-nothing',
      'vapourKjPerKg(temperatureC) - waterHeatKjPerKgK * feedC',
      'vapourKjPerKg(temperatureC)',
    ],
    ['steam.any-pressure', 'pressureBar >= lowestBar && pressureBar <= highestBar', 'pressureBar >= lowestBar'],
  ]),
  ...broken(at('heat-pump'), test('heat-pump'), [
    ['heat-pump.carnot-of-the-source', '(grade * sink) / (sink - source)', '(grade * source) / (sink - source)'],
    [
      'heat-pump.no-cap',
      'return Math.min(greatestCop, Math.max(leastCop, (grade * sink) / (sink - source)));',
      'return Math.max(leastCop, (grade * sink) / (sink - source));',
    ],
    ['heat-pump.lift-excluded', 'outletC - sourceC <= liftK', 'outletC - sourceC < liftK'],
    ['heat-pump.any-sink', '&& outletC <= sinkC &&', '&&'],
    ['heat-pump.any-cop', ' && cop >= smallestCop', ''],
    ['heat-pump.electricity-of-the-heat', 'sourceKw / (cop - 1)', 'sourceKw / cop'],
    [
      'heat-pump.rankine-in-celsius',
      '1 - (coolingC + zeroCelsius) / meanKelvin(hotInC, hotOutC)',
      '1 - coolingC / hotInC',
    ],
    ['heat-pump.absorption-rejects-less', 'coldKw * (1 + 1 / cop)', 'coldKw / cop'],
    [
      'heat-pump.chiller-as-heater',
      '(grade * (coldC + zeroCelsius)) / (rejectC - coldC)',
      '(grade * (rejectC + zeroCelsius)) / (rejectC - coldC)',
    ],
    ['heat-pump.chiller-gains', 'return coldKw / eer;', 'return coldKw * eer;'],
    ['heat-pump.free-cooling-without-approach', 'sourceReturnC <= demandC - approachK', 'sourceReturnC <= demandC'],
    ['heat-pump.mean-of-ends', '(hot - cold) / Math.log(hot / cold)', '(hot + cold) / 2.1'],
  ]),
  ...broken(at('water'), test('water'), [
    [
      'water.head-without-gravity',
      '(pressureGradient(flow) * lengthM) / (flow.fluid.densityKgPerM3 * gravity)',
      '(pressureGradient(flow) * lengthM) / flow.fluid.densityKgPerM3',
    ],
    ['water.hazen-williams', 'innerDiameterM ** 4.8704', 'innerDiameterM ** 4.6'],
    [
      'water.local-losses-forgotten',
      'riseM + (1 + localLosses) * frictionM + deliveryM',
      'riseM + frictionM + deliveryM',
    ],
    [
      'water.delivery-forgotten',
      'riseM + (1 + localLosses) * frictionM + deliveryM',
      'riseM + (1 + localLosses) * frictionM',
    ],
    ['water.pump-gains', '/ (joulePerKwh * efficiency)', '/ joulePerKwh * efficiency'],
    ['water.concentrate-vanishes', 'concentrate: volume * (1 - recovery)', 'concentrate: 0'],
  ]),
  ...broken(at('gas'), test('gas'), [
    ['gas.isothermal-decimal', 'warmth(inletC) * Math.log(ratio)', 'warmth(inletC) * Math.log10(ratio)'],
    ['gas.one-stage-for-all', 'const exponent = (k - 1) / (k * stages);', 'const exponent = (k - 1) / k;'],
    [
      'gas.compressor-gains',
      'return adiabaticKwh(compression) / efficiency;',
      'return adiabaticKwh(compression) * efficiency;',
    ],
    ['gas.stages-rounded-down', 'Math.ceil(Math.log(ratio)', 'Math.floor(Math.log(ratio)'],
    ['gas.pressure-linear', 'return squared > 0 ? Math.sqrt(squared) : null;', 'return squared > 0 ? squared : null;'],
    ['gas.loss-gained-back', 'Math.sqrt(outletBar ** 2 + squaredBarLost(flow))', 'outletBar'],
    ['gas.pipe-of-fourth-power', 'innerDiameterM ** 5', 'innerDiameterM ** 4'],
  ]),
  ...broken(at('digestion'), test('digestion'), [
    ['digestion.laboratory-yield', 'feed.methaneM3PerT * plantShare', 'feed.methaneM3PerT'],
    ['digestion.dry-already', 'tonnes * dryMatter * feed.volatileSolids', 'tonnes * feed.volatileSolids'],
    ['digestion.digestate-of-the-feed', 'tonnes - (biogasM3 * biogasKgPerM3) / 1000', 'tonnes'],
    ['digestion.biogas-is-methane', 'methaneM3 / biogasMethaneShare', 'methaneM3'],
    ['digestion.slip-stays', 'methaneM3: methaneM3 * (1 - slip),', 'methaneM3,'],
    ['digestion.fossil-methane', 'const biogenicMethaneCo2 = 27;', 'const biogenicMethaneCo2 = 29.8;'],
    [
      'digestion.power-of-the-methane',
      'electricityMwh: (biogasM3 * kwhPerM3) / 1000',
      'electricityMwh: (methaneM3 * kwhPerM3) / 1000',
    ],
  ]),
  ...broken(at('materials'), test('materials'), [
    ['materials.one-way', 'eurPerKm * routeKm * (1 + emptyReturn)', 'eurPerKm * routeKm'],
    ['materials.no-smallest-price', 'return Math.max(smallestEur, ', 'return Math.max(0, '],
    ['materials.empty-truck-is-clean', 'kgPerKmFull + emptyReturn * kgPerKmEmpty', 'kgPerKmFull'],
    ['materials.water-left', '1 - dryMatterIn / dryMatterOut', '1 - dryMatterIn'],
    [
      'materials.grinding-coarser',
      '1 / Math.sqrt(productMicrometre) - 1 / Math.sqrt(feedMicrometre)',
      '1 / Math.sqrt(productMicrometre)',
    ],
  ]),
  ...broken(at('electricity'), test('electricity'), [
    ['electricity.single-phase', 'kw / (Math.sqrt(3) * kilovolt * powerFactor)', 'kw / (kilovolt * powerFactor)'],
    ['electricity.one-conductor', '(3 * lineCurrent(load) ** 2', '(lineCurrent(load) ** 2'],
    ['electricity.share-of-nothing', 'return lineLossKw(line) / line.kw;', 'return lineLossKw(line) / 100;'],
    ['electricity.loss-by-load', '0.2 * loadFactor + 0.8 * loadFactor ** 2', 'loadFactor'],
    [
      'electricity.always-at-peak',
      'peakLossKw * hoursOfYear * lossFactor(loadFactor)',
      'peakLossKw * hoursOfYear * loadFactor',
    ],
  ]),
  ...broken(at('sharing'), test('sharing'), [
    ['sharing.coordination-for-nothing', ' - sharedAnnuity - coordinationEurPerYear', ' - sharedAnnuity'],
    ['sharing.peaks-add-up', 'squares + correlation * (total ** 2 - squares)', 'total ** 2'],
    ['sharing.correlation-ignored', 'squares + correlation * (total ** 2 - squares)', 'squares'],
    [
      'sharing.purchase-for-nothing',
      'volumePerYear * priceStepEur - coordinationEurPerYear',
      'volumePerYear * priceStepEur',
    ],
  ]),
  ...broken(at('shapley'), 'packages/engine/test/formulas/finance.test.ts', [
    [
      'shapley.everybody-alike',
      'weights.push(((weights[size - 1] as number) * size) / (players - size));',
      'weights.push(1 / players);',
    ],
    ['shapley.core-of-one', 'coalition < 2 ** shares.length', 'coalition < 2'],
  ]),
  ...broken(at('time'), test('time'), [
    ['time.capacity-of-mwh', '(mwh * 1000) / (kw * hoursOfYear)', 'mwh / (kw * hoursOfYear)'],
    [
      'time.tank-of-cold-water',
      'hotWater.densityKgPerM3 * waterHeatKjPerKgK * spreadK) / 3600',
      '1000 * waterHeatKjPerKgK * spreadK) / 3600',
    ],
    ['time.store-without-walls', 'const lostKwh = content * lossPerHour;', 'const lostKwh = 0;'],
    [
      'time.store-without-end',
      'content = Math.min(capacityKwh, Math.max(0, offered));',
      'content = Math.max(0, offered);',
    ],
    ['time.first-week-counts', 'pass < 2; pass += 1', 'pass < 1; pass += 1'],
    ['time.store-without-upkeep', 'investmentEur * (annuityFactor + upkeepShare)', 'investmentEur * annuityFactor'],
  ]),
  ...broken(at('finance'), test('finance'), [
    ['finance.annuity-without-interest', 'rate === 0 ? 1 / years : rate / (1 - (1 + rate) ** -years)', '1 / years'],
    ['finance.annuity-perpetual', 'rate / (1 - (1 + rate) ** -years)', 'rate'],
    [
      'finance.growth-ignored',
      '(1 - ((1 + growth) / (1 + rate)) ** years) / (rate - growth)',
      '(1 - (1 / (1 + rate)) ** years) / rate',
    ],
    ['finance.value-without-today', 'later / (1 + rate) + flow, 0)', '(later + flow) / (1 + rate), 0)'],
    ['finance.one-rate-is-enough', "rates.length === 1 ? 'single' : 'ambiguous'", "'single'"],
    [
      'finance.negative-rates-forgotten',
      'const scan = { from: -0.99, to: 10, points: 512 };',
      'const scan = { from: 0, to: 10, points: 512 };',
    ],
    [
      'finance.touching-forgotten',
      'if (Math.abs(depth) < touching) return [bottom];',
      'if (Math.abs(depth) < touching) return [];',
    ],
    ['finance.payback-by-whole-years', 'year - 1 + -sum / discounted', 'year'],
    ['finance.payback-without-interest', 'const discounted = flow / (1 + rate) ** year;', 'const discounted = flow;'],
    ['finance.nominal-added-up', '(1 + realRate) * (1 + inflation) - 1', 'realRate + inflation'],
    ['finance.real-subtracted', '(1 + nominal) / (1 + inflation) - 1', 'nominal - inflation'],
    [
      'finance.own-saving-ignored',
      '+ costsEurPerYear - avoidedEurPerYear) / quantity',
      '+ costsEurPerYear) / quantity',
    ],
    [
      'finance.highest-is-lowest',
      'return -lowestPrice(receiver, quantity);',
      'return lowestPrice(receiver, quantity);',
    ],
    [
      'finance.power-of-the-receiver',
      'lowest + supplierPower * (highest - lowest)',
      'highest - supplierPower * (highest - lowest)',
    ],
    ['finance.price-in-an-empty-corridor', 'lowest > highest ? null :', 'lowest > highest + 1e9 ? null :'],
    ['finance.cost-in-proportion', 'cost * ratio ** exponent', 'cost * ratio'],
    ['finance.index-turned-round', '(cost * to) / from', '(cost * from) / to'],
    ['finance.gains-lose', 'as number) ? 1 : -1;', 'as number) ? -1 : 1;'],
    ['finance.rate-of-everything-lost', 'return Math.max(lowestRate, Math.expm1(', 'return Math.max(-1, Math.expm1('],
    ['finance.any-size', 'ratio > 1 / farthestScaling && ratio < farthestScaling', 'ratio > 0'],
    [
      'finance.benefit-today-too',
      '[-investment, ...Array<number>(years)',
      '[benefit - investment, ...Array<number>(years)',
    ],
  ]),
];
