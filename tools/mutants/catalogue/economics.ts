// Mistakes of the economics: who pays, what is counted twice or not at all, which way a price moves value, how sure a figure is.
import { broken } from './broken.ts';

const at = (name: string) => `packages/engine/src/economics/${name}.ts`;
const money = 'packages/engine/test/economics/economics.test.ts';
const gasEnergy = 'packages/engine/test/economics/gas-energy.test.ts';
const parties = 'packages/engine/test/economics/parties.test.ts';
const transport = 'packages/engine/test/economics/transport.test.ts';
const whole = 'packages/engine/test/whole-cases/whole-cases.test.ts';
const score = 'packages/engine/test/score.test.ts';
const match = 'packages/engine/test/match.test.ts';
const overrides = 'packages/engine/test/economics/check-factors.test.ts';

export const economicsMutants = [
  ...broken(at('finance'), money, [
    [
      'money.annuity-at-half-the-rate',
      "annuityFactor(values['finance.discount_rate'], values['finance.years'])",
      "annuityFactor(values['finance.discount_rate'] / 2, values['finance.years'])",
    ],
    [
      'money.value-without-investment',
      'benefitEurPerYear / annuityIn(values) - investmentEur',
      'benefitEurPerYear / annuityIn(values)',
    ],
    ['money.losses-pay-back', 'if (benefitEurPerYear <= 0) return null;', 'if (benefitEurPerYear === 0) return null;'],
    ['money.pays-back-some-day', "return years <= values['finance.years'] ? years : null;", 'return years;'],
  ]),
  ...broken(
    at('gas-energy'),
    [gasEnergy, whole],
    [
      ['money.biogas-as-natural-gas', 'const ratio = delivered / reference;', 'const ratio = 1;'],
      ['money.middle-of-gas-at-its-best', '(min + max) / 2', 'max'],
    ],
  ),
  ...broken(
    at('flow-worth'),
    [money, whole, match],
    [
      [
        'worth.supply-by-its-price',
        "flow.direction === 'demand' ? flow.price : flow.disposalCost;",
        'flow.price ?? flow.disposalCost;',
      ],
      [
        'worth.default-before-stated',
        'return factorId === null ? stated : values[factorId];',
        'return values[factorId ?? "price.electricity"];',
      ],
      [
        'worth.disposal-for-purchase',
        "(flow.direction === 'demand' ? purchase : disposal) ?? null",
        "(flow.direction === 'demand' ? disposal : purchase) ?? null",
      ],
      [
        'worth.unused-price-unsaid',
        '.filter((stated) => eurPerUnit(stated, type) === null);',
        '.filter((stated) => eurPerUnit(stated, type) === 0);',
      ],
    ],
  ),
  ...broken(
    at('pair-figures'),
    [money, parties, whole],
    [
      [
        'figures.loss-is-delivered',
        'const delivered = commonYearly - (lost?.mwhPerYear ?? 0);',
        'const delivered = commonYearly;',
      ],
      [
        'figures.disposal-forgotten',
        'const saved = avoidedPurchase + avoidedDisposal;',
        'const saved = avoidedPurchase;',
      ],
      ['figures.treatment-for-nothing', 'saved - treatment - electricity -', 'saved - electricity -'],
      ['figures.electricity-for-nothing', 'saved - treatment - electricity -', 'saved - treatment -'],
      ['figures.transport-for-nothing', ' - transport.yearlyEur - ', ' - '],
      ['figures.margin-before-annuity', 'margin: benefit - annuity,', 'margin: benefit,'],
    ],
  ),
  ...broken(at('pair-figures'), 'packages/engine/test/converters/worked-cases.test.ts', [
    ['figures.converter-runs-for-nothing', ' - (conversion?.yearlyEur ?? 0);', ';'],
    ['figures.converter-is-a-gift', '(conversion?.investmentEur ?? 0);\n  const annuity', '0;\n  const annuity'],
  ]),
  ...broken(
    at('co2-figures'),
    [money, whole],
    [
      ['co2.everything-is-displaced', 'displaced: values[replaced.displaced], perUnit', 'displaced: 1, perUnit'],
      [
        'co2.grid-of-nowhere',
        'const kgPerKwh = grid === null ? 0 : values[grid];',
        "const kgPerKwh = values[grid ?? 'grid.EU27'];",
      ],
      [
        'co2.pumps-are-clean',
        'transport: transport.vehicleCo2Kg + electricityKg,',
        'transport: transport.vehicleCo2Kg,',
      ],
      ['co2.trucks-are-clean', 'transport: transport.vehicleCo2Kg + electricityKg,', 'transport: electricityKg,'],
      ['co2.disposal-forgotten', 'disposal: avoidedDisposalKg,', 'disposal: 0,'],
      ['co2.kilograms-for-tonnes', 'netTonnes: net / 1000,', 'netTonnes: net,'],
    ],
  ),
  ...broken(
    at('co2-figures'),
    ['packages/engine/test/economics/converter-grid.test.ts', whole],
    [
      [
        'co2.converter-at-the-receivers-grid',
        'const converterGrid = gridFactor(supply.site.country);',
        'const converterGrid = grid;',
      ],
    ],
  ),
  ...broken('packages/engine/src/formulas/co2.ts', 'packages/engine/test/formulas/co2.test.ts', [
    [
      'co2.transport-avoids',
      'return staysAway + disposal - transport - conversion;',
      'return staysAway + disposal + transport - conversion;',
    ],
    ['co2.displacement-ignored', 'sum + displaced * quantity * perUnit', 'sum + quantity * perUnit'],
    ['co2.one-tonne-two-claims', 'total <= 1 + 1e-9', 'total <= shares.length'],
    ['co2.unclaimed-vanishes', 'unclaimed: tonnes * Math.max(0, 1 - total)', 'unclaimed: 0'],
  ]),
  ...broken(
    at('parties'),
    [parties, whole],
    [
      [
        'parties.receiver-pays-for-the-source',
        "const takenOutEur = transport.mode === 'pipe' ? transport.extractionEur : 0;",
        'const takenOutEur = 0;',
      ],
      [
        'parties.supplier-pays-treatment',
        'costsEurPerYear: treatment + electricity + transport.yearlyEur,',
        'costsEurPerYear: electricity + transport.yearlyEur,',
      ],
      [
        'parties.price-made-of-nothing',
        'const receiver = partyOf(sides.receiver, -salesEur);',
        'const receiver = partyOf(sides.receiver, 0);',
      ],
      [
        'parties.price-turned-round',
        'const supplier = partyOf(sides.supplier, salesEur);',
        'const supplier = partyOf(sides.supplier, -salesEur);',
      ],
      [
        'parties.saved-tariffs-are-a-gain',
        'receiver.benefitEurPerYear - savedTariffsEur,',
        'receiver.benefitEurPerYear,',
      ],
      [
        'parties.stated-price-ignored',
        "if (stated !== null) return { unit, lowest, highest, nash, price: stated, priceBasis: 'stated' };",
        '',
      ],
      ['parties.middle-is-the-lowest', 'const middle = (lowest + highest) / 2;', 'const middle = lowest;'],
      ['parties.gap-called-nash', "nash === null ? 'middle_of_gap' : 'nash'", "'nash'"],
    ],
  ),
  ...broken(
    at('attributional'),
    [parties, whole],
    [
      [
        'inventory.displacement-of-markets',
        'const ratio = isRecipe(replaced.displaced) ? factors.factor(replaced.displaced).mid : 1;',
        'const ratio = factors.factor(replaced.displaced).mid;',
      ],
      ['inventory.recipe-forgotten', "displaced === 'displaced.clinker_by_fly_ash' || displaced", 'displaced'],
      [
        'inventory.supplier-drives',
        "return id === 'vehicles' || id === 'electricity';",
        "return id === 'electricity';",
      ],
      ['inventory.sign-of-what-is-avoided', 'amount: 0 - line.amount', 'amount: line.amount'],
    ],
  ),
  ...broken(
    at('explain-parties'),
    [parties, whole],
    [
      [
        'explained.annuity-left-in',
        'const marginEurPerYear = benefitEurPerYear - annuityEur;',
        'const marginEurPerYear = benefitEurPerYear;',
      ],
      ['explained.discounted-without-interest', 'payback(flows, rate)', 'payback(flows)'],
    ],
  ),
  ...broken(
    at('explain-pair'),
    [money, whole],
    [
      [
        'explained.low-is-high',
        'low: figuresOf(pair, factors.cheapToBuild).investmentEur,',
        'low: figuresOf(pair, factors.dearToBuild).investmentEur,',
      ],
    ],
  ),
  ...broken(at('envelope'), transport, [
    [
      'envelope.kinds-without-their-pipe',
      "const pipe = transport.mode === 'pipe' ?",
      "const pipe = transport.mode === '' ?",
    ],
  ]),
  ...broken(at('grid-notice'), match, [
    ['notice.grid-never-missed', 'gridFactor(site.country) !== null) return [];', 'site.country !== null) return [];'],
    ['notice.converters-never-missed', 'convertersOf(type.id).length === 0', 'true'],
    ['notice.everybody-uses-electricity', "return transport === 'pipe' || transport === 'wire' ||", 'return true ||'],
  ]),
  ...broken(at('factors'), money, [
    ['grid.union-for-all', "return membersOfTheUnion.has(country) ? 'grid.EU27' : null;", "return 'grid.EU27';"],
    ['grid.union-for-nobody', "return membersOfTheUnion.has(country) ? 'grid.EU27' : null;", 'return null;'],
  ]),
  ...broken(
    at('factor-table'),
    [
      overrides,
      'packages/engine/test/economics/uncertainty/sample-pair.test.ts',
      'packages/engine/test/whole-cases/whole-cases.test.ts',
    ],
    [
      ['factors.override-ignored', 'rowOf(id, own.get(id))', 'rowOf(id, undefined)'],
      ['factors.fingerprint-of-the-lows', 'hashOf(rows.map(({ id, mid }) =>', 'hashOf(rows.map(({ id, low: mid }) =>'],
    ],
  ),
  ...broken(at('check-factors'), overrides, [
    ['overrides.any-unit', 'unit === replaced.unit ? []', 'unit.length > 0 ? []'],
    ['overrides.any-order', '!(low <= mid && mid <= high)', '!(low <= high)'],
    ['overrides.shares-above-1', '(!isShare || value <= 1)', 'true'],
    [
      'overrides.negative-costs',
      'const startsAtZero = low === 0 ||',
      'if (unit.startsWith("EUR")) return { words: "any", holds: () => true };\n  const startsAtZero = low === 0 ||',
    ],
    ['overrides.infinite', 'if (Number.isFinite(value) && holds(value)) return [];', 'if (holds(value)) return [];'],
    ['overrides.twice', 'earlier === undefined ? [] : [statedTwice(override.id, earlier)]', '[]'],
  ]),
  ...broken(at('transport/routes'), transport, [
    ['routes.pipe-flies', "distanceKm * values['pipe.detour']", 'distanceKm'],
    ['routes.wire-like-a-pipe', "distanceKm * values['wire.detour']", "distanceKm * values['pipe.detour']"],
    [
      'routes.shorter-when-farther',
      "return Math.max(nearRoadKm * near, distanceKm * values['road.detour_far']);",
      "return distanceKm * values['road.detour_far'];",
    ],
  ]),
  ...broken(
    at('transport/by-truck'),
    [transport, money, whole],
    [
      [
        'truck.whole-trips',
        'const trips = commonYearly / values[loadOf(supply.type.measure)];',
        'const trips = Math.ceil(commonYearly / values[loadOf(supply.type.measure)]);',
      ],
      [
        'truck.way-back-always-empty',
        "emptyReturn: values['truck.empty_return'],\n    eurPerHour",
        'emptyReturn: 1,\n    eurPerHour',
      ],
      [
        'truck.exhaust-of-one-trip',
        'vehicleCo2Kg: trips * tripKg(routeKm, values),',
        'vehicleCo2Kg: tripKg(routeKm, values),',
      ],
    ],
  ),
  ...broken(
    at('transport/by-wire'),
    [parties, whole],
    [
      ['wire.one-end', "2 * values['wire.end']", "values['wire.end']"],
      ['wire.loses-nothing', 'electricityMwh: commonYearly * lossShare,', 'electricityMwh: 0,'],
      ['wire.low-voltage', 'const kilovolt = 20;', 'const kilovolt = 10;'],
    ],
  ),
  ...broken(
    at('transport/by-visit'),
    [money, whole],
    [
      ['visit.one-way', 'const drivenKm = visits * 2 * routeKm;', 'const drivenKm = visits * routeKm;'],
      ['visit.half-a-day', "time: 'visit.hours',", "time: 'visit.area',"],
    ],
  ),
  ...broken(
    at('transport/by-pipe'),
    [money, parties, whole],
    [
      ['pipe.no-upkeep', "yearlyEur: pipeEur * values['pipe.upkeep'],", 'yearlyEur: 0,'],
      [
        'pipe.source-for-nothing',
        "const extractionEur = values['heat.extraction'] * kwTakenOut;",
        'const extractionEur = 0;',
      ],
      [
        'pipe.plant-for-nothing',
        "const integrationEur = values['heat.integration'] * plants;",
        'const integrationEur = 0;',
      ],
      ['pipe.pumps-all-year', '(pipe.powerKw * pair.commonHours) / 1000', '(pipe.powerKw * 8760) / 1000'],
      ['pipe.straight', 'const lengthM = routeKm * 1000;', 'const lengthM = pair.distanceKm * 1000;'],
    ],
  ),
  ...broken(
    at('transport/pipe-kinds'),
    [money, transport, whole],
    [
      ['pipes.one-way-of-water', "values['pipe.friction'] * 2 * lengthM", "values['pipe.friction'] * lengthM"],
      [
        'pipes.steam-as-hot-water',
        "const eurPerMetre = values['pipe.steam_factor'] * hotWaterLine",
        'const eurPerMetre = hotWaterLine',
      ],
      ['pipes.water-of-any-speed', 'const waterMPerS = 1;', 'const waterMPerS = 3;'],
    ],
  ),
  ...broken(
    at('transport/pressure-pipe'),
    [
      transport,
      whole,
      'packages/engine/test/judges/judges.test.ts',
      'packages/engine/test/judges/at-the-limit.test.ts',
      'packages/engine/test/judges/steam.test.ts',
    ],
    [
      ['pressure.gas-without-boost', ') ? 1 : boostRatio;', ') ? 1 : 1;'],
      ['pressure.boost-for-all', ') ? 1 : boostRatio;', ') ? boostRatio : boostRatio;'],
      [
        'pressure.boosted-under-pressure',
        'return gateBar === null ? greatestBoost(pair) : pipeInletBar(pair, gateBar) / gateBar;',
        'return greatestBoost(pair);',
      ],
      ['pressure.plastic-holds-all', '(gateBar !== null && gateBar > plasticRatedBar)', 'gateBar === Infinity'],
      ['pressure.narrow-gas', 'Math.sqrt(commonRate / gasPipeCapacity)', 'commonRate / gasPipeCapacity'],
      [
        'pressure.steam-loses-nothing',
        "return supply.type.family === 'steam' || supply.type.family === 'gas';",
        "return supply.type.family === 'gas';",
      ],
      ['pressure.half-arrives', 'const shareThatArrives = 0.9;', 'const shareThatArrives = 0.5;'],
    ],
  ),
  ...broken(
    at('transport/lost-in-the-pipe'),
    [money, whole],
    [
      [
        'lost.cold-gains',
        'const returnC = cold ? flowC + spreadK : flowC - spreadK;',
        'const returnC = flowC - spreadK;',
      ],
      [
        'lost.more-than-there-is',
        'Math.min(pair.commonYearly, (wPerM * lengthM * pair.commonHours) / 1e6)',
        '(wPerM * lengthM * pair.commonHours) / 1e6',
      ],
      ['lost.all-year', '(wPerM * lengthM * pair.commonHours) / 1e6', '(wPerM * lengthM * 8760) / 1e6'],
    ],
  ),
  ...broken(
    at('transport/heat-spread'),
    [money, whole],
    [['spread.low-grade-cools-by-30', "'heat.low_grade': { spreadK: 10,", "'heat.low_grade': { spreadK: 30,"]],
  ),
  ...broken(
    'packages/engine/src/score.ts',
    [score, match],
    [
      ['score.weights-not-shared', '(merits - burdens) / total', 'merits - burdens'],
      ['score.burdens-help', '(merits - burdens) / total', '(merits + burdens) / total'],
      ['score.any-comfort', 'if (inside >= tolerance) return 1;', 'if (inside >= 0) return 1;'],
      [
        'score.hours-of-the-supply',
        'commonHours / (supply.hours + demand.hours - commonHours)',
        'commonHours / supply.hours',
      ],
      ['score.open-end-costs-nothing', 'return mean * shareOfTrustLeft ** open;', 'return mean;'],
      ['score.guesses-are-trusted', 'archetype: 0.4 };', 'archetype: 1 };'],
      [
        'score.good-margin-doubled',
        'marginEurPerYear / (marginEurPerYear + goodMargin)',
        'marginEurPerYear / (marginEurPerYear + 2 * goodMargin)',
      ],
    ],
  ),
];
