// Mistakes of the permit gate: a threshold moved, a fact no longer asked for, an answer that is too kind or too strict, in every rule.
import { broken } from './broken.ts';

const gate = 'packages/engine/test/permit/permit.test.ts';
const facts = 'packages/engine/test/permit/facts-of-flows.test.ts';
const at = (name: string) => `packages/engine/src/permit/${name}.ts`;

export const permitMutants = [
  ...broken(at('rules/waste'), gate, [
    ['BP-1.refusal-ignored', 'when: anyRefused(byProductTest),', 'when: allTrue(byProductTest),'],
    [
      'BP-1.one-condition-is-enough',
      'when: allTrue(byProductTest),',
      'when: { any: byProductTest.map((fact) => ({ fact, is: true })) },',
    ],
    [
      'BP-1.codes-never-by-products',
      'about: { all: [isStuff, { any: [hasNoCode, isByProductClaimed] }] },',
      'about: { all: [isStuff, hasNoCode] },',
    ],
    [
      'EW-1.end-of-waste-turned-round',
      "when: { fact: 'end_of_waste_met', is: true },",
      "when: { fact: 'end_of_waste_met', is: false },",
    ],
    ['EW-1.speaks-of-everything', "about: { all: [hasCode, { stated: 'end_of_waste_met' }] },", 'about: hasCode,'],
    [
      'WP-1.carrier-forgotten',
      "const receiverPapers = ['receiver_permit_codes', 'carrier_registered'] as const;",
      "const receiverPapers = ['receiver_permit_codes'] as const;",
    ],
    ['WP-1.by-products-too', 'about: { all: [isStuff, isWaste] },', 'about: isStuff,'],
    ['WP-1.refusal-ignored', 'when: anyRefused(receiverPapers),', 'when: allTrue(receiverPapers.slice(0, 1)),'],
    [
      'WH-1.hierarchy-turned-round',
      "when: { fact: 'lower_in_waste_hierarchy', is: true },",
      "when: { fact: 'lower_in_waste_hierarchy', is: false },",
    ],
    ['HZ-1.mirror-untested', "{ fact: 'hp_test_non_hazardous', is: true },", "{ fact: 'entry_type', is: 'mirror' },"],
    [
      'HZ-1.food-forgotten',
      "when: { fact: 'receiver_use', in: ['farm', 'food'] },",
      "when: { fact: 'receiver_use', in: ['farm'] },",
    ],
    [
      'HZ-1.farm-forgotten',
      "when: { fact: 'receiver_use', in: ['farm', 'food'] },",
      "when: { fact: 'receiver_use', in: ['food'] },",
    ],
    [
      'HZ-1.hazard-allowed',
      "{ outcome: 'needs_permit', text: 'Hazardous: permitted receiver, no dilution, no mixing.' },",
      "{ outcome: 'allowed', text: 'Hazardous: permitted receiver, no dilution, no mixing.' },",
    ],
    [
      'SH-1.open-border-inside',
      "about: { all: [isStuff, { not: { fact: 'border', is: false } }] },",
      'about: isStuff,',
    ],
    ['SH-1.oecd-forgotten', "            { fact: 'destination_oecd', is: false },\n", ''],
    ['SH-1.missing-list-forbids', "{ fact: 'green_list', is: false }", "{ not: { stated: 'green_list' } }"],
    [
      'SH-1.out-of-the-oecd-permitted',
      "        outcome: 'prohibited',\n        text: 'Hazardous waste, and waste off the green list, does not leave for a country outside the OECD.',",
      "        outcome: 'needs_permit',\n        text: 'Hazardous waste, and waste off the green list, does not leave for a country outside the OECD.',",
    ],
    [
      'SH-1.hazard-on-the-green-list',
      "when: { all: [isWaste, { fact: 'entry_type', is: 'absolute_hazardous' }] },",
      "when: { all: [isWaste, { fact: 'entry_type', is: 'mirror' }] },",
    ],
    ['SH-1.green-list-not-needed', "when: { all: [isWaste, { fact: 'green_list', is: true }] },", 'when: isWaste,'],
    ['SH-1.old-law-for-ever', "validTo: '2026-05-20',", 'validTo: null,'],
  ]),
  ...broken(at('rules/animals-and-land'), gate, [
    [
      'AB-1.category-1-permitted',
      "        outcome: 'prohibited',\n        text: 'Category 1 may only",
      "        outcome: 'needs_permit',\n        text: 'Category 1 may only",
    ],
    [
      'AB-1.kitchen-waste-as-feed',
      "when: { all: [{ fact: 'resource_type', is: 'organic.food_waste' }, isStatedTrue('used_as_feed')] },",
      "when: isStatedTrue('used_as_feed'),",
    ],
    [
      'AB-1.approval-not-asked',
      "        outcome: 'needs_permit',\n        text: 'Animal by-products go only",
      "        outcome: 'allowed',\n        text: 'Animal by-products go only",
    ],
    ['AB-1.plants-too', "{ not: { fact: 'animal_category', is: 0 } }", "{ fact: 'family', is: 'organic' }"],
    [
      'FD-1.registration-turned-round',
      "when: { fact: 'feed_business_registration', is: true },",
      "when: { fact: 'feed_business_registration', is: false },",
    ],
    [
      'FD-1.feed-for-everybody',
      "about: { all: [{ fact: 'resource_type', in: fodder }, onFarm] },",
      "about: { fact: 'resource_type', in: fodder },",
    ],
    ['FE-1.danish-limit-doubled', 'cadmium(0.8)', 'cadmium(1.6)'],
    ['FE-1.limit-of-the-union-doubled', 'cadmium(40)', 'cadmium(80)'],
    [
      'FE-1.too-much-cadmium-permitted',
      "        outcome: 'prohibited',\n        text: 'More cadmium",
      "        outcome: 'needs_permit',\n        text: 'More cadmium",
    ],
    [
      'FE-1.pathogens-turned-round',
      "{ fact: 'pathogens_below_limits', is: false }",
      "{ fact: 'pathogens_below_limits', is: true }",
    ],
    [
      'FE-1.plan-not-needed',
      "      { outcome: 'needs_permit', text: 'Spread on land under",
      "      { outcome: 'allowed', text: 'Spread on land under",
    ],
    ['FE-2.swiss-law-in-austria', "basis('CH', 'Chemical Risk", "basis('AT', 'Chemical Risk"],
    [
      'FE-2.sludge-permitted',
      "answers: [{ outcome: 'prohibited', text: 'Sewage sludge",
      "answers: [{ outcome: 'needs_permit', text: 'Sewage sludge",
    ],
  ]),
  ...broken(at('rules/products'), gate, [
    [
      'RE-1.data-sheet-is-enough',
      "const registration = ['sds_available', 'reach_registered'] as const;",
      "const registration = ['sds_available'] as const;",
    ],
    [
      'RE-1.waste-too',
      "{ any: [hasNoCode, { fact: 'is_waste', is: false }] }",
      "{ any: [hasNoCode, { fact: 'family', is: 'material' }] }",
    ],
    [
      'WA-1.irrigation-allowed',
      "[{ outcome: 'needs_permit', text: 'Irrigation",
      "[{ outcome: 'allowed', text: 'Irrigation",
    ],
    [
      'WA-1.industry-allowed',
      "{ outcome: 'needs_permit', text: 'Reuse in industry",
      "{ outcome: 'allowed', text: 'Reuse in industry",
    ],
    ['WA-1.rain-water-forgotten', ", 'water.wastewater', 'water.stormwater'] as const;", '] as const;'],
    [
      'GA-1.hygiene-forgotten',
      "const foodGrade = ['purity_certificate', 'haccp'] as const;",
      "const foodGrade = ['purity_certificate'] as const;",
    ],
    ['GA-1.refusal-ignored', 'when: anyRefused(foodGrade),', 'when: allTrue(foodGrade),'],
  ]),
  ...broken(at('rules/networks'), gate, [
    [
      'HE-1.way-always-free',
      "{ fact: 'same_site', is: false }, { not: isStatedFalse('crosses_public_land') }",
      "{ fact: 'same_site', is: false }, isStatedTrue('crosses_public_land')",
    ],
    ['HE-2.hot-water-forgotten', "{ fact: 'above_110c', is: true },", "{ fact: 'family', is: 'steam' },"],
    [
      'HE-2.cold-under-pressure',
      "about: { fact: 'family', in: ['heat', 'steam'] },",
      "about: { fact: 'family', in: ['heat', 'steam', 'cooling'] },",
    ],
    [
      'EL-1.wire-allowed',
      "        outcome: 'needs_permit',\n        text: 'A direct line",
      "        outcome: 'allowed',\n        text: 'A direct line",
    ],
    [
      'EL-1.closed-system-not-asked',
      "when: isStatedTrue('closed_distribution_system'),",
      "when: isStatedFalse('closed_distribution_system'),",
    ],
    ['WL-1.gas-forgotten', "{ fact: 'family', in: ['gas', 'water'] }", "{ fact: 'family', in: ['water'] }"],
  ]),
  ...broken(at('condition'), gate, [
    ['condition.limit-included', 'return (value as number) > bound;', 'return (value as number) >= bound;'],
    [
      'condition.missing-is-no',
      '{ holds: null, used: [], missing: [condition.fact] }',
      '{ holds: false, used: [], missing: [condition.fact] }',
    ],
    [
      'condition.missing-beats-decided',
      'if (settling.length > 0) return',
      'if (settling.length > 0 && truths.every(({ holds }) => holds !== null)) return',
    ],
    ['condition.not-not', 'holds: holds === null ? null : !holds', 'holds'],
  ]),
  ...broken(at('assess'), gate, [
    [
      'gate.needs-before-unknown',
      "['prohibited', 'unknown', 'needs_permit', 'allowed']",
      "['prohibited', 'needs_permit', 'unknown', 'allowed']",
    ],
    [
      'gate.prohibition-last',
      "['prohibited', 'unknown', 'needs_permit', 'allowed']",
      "['unknown', 'needs_permit', 'allowed', 'prohibited']",
    ],
    ['gate.law-before-its-day', 'validFrom <= date && (validTo', '(validTo'],
    ['gate.law-after-its-end', '(validTo === null || date <= validTo)', 'true'],
    [
      'gate.group-before-country',
      'inForce.find(({ jurisdiction }) => jurisdiction === country) ??\n    inForce',
      'inForce',
    ],
    [
      'gate.no-country-allows',
      "const isOpenByCountry = !isCountryKnown && (answer.outcome === 'allowed' ||",
      "const isOpenByCountry = !isCountryKnown && (answer.outcome === 'prohibited' ||",
    ],
    [
      'gate.unknown-law-allows',
      'return permitRules.some(({ bases })',
      'return country.length > 0 || permitRules.some(({ bases })',
    ],
    [
      'gate.silence-allows',
      'if (about.holds === false || rule.particular === true) return [];',
      'if (about.used.length >= 0) return [];',
    ],
    ['gate.easing-facts-not-named', 'missing: easedBy.filter((paper) => facts[paper] === undefined)', 'missing: []'],
    [
      'gate.law-of-the-wrong-side',
      "place === 'supply' ? [from] : place === 'demand' ? [to]",
      "place === 'supply' ? [to] : place === 'demand' ? [from]",
    ],
  ]),
  ...broken(at('above-110c'), facts, [['facts.warm-is-hot', 'hottest > 110', 'hottest > 100']]),
  ...broken(
    at('facts'),
    [facts, gate],
    [
      [
        'facts.mildest-entry-counts',
        "['absolute_hazardous', 'mirror', 'absolute_non_hazardous'];",
        "['absolute_non_hazardous', 'mirror', 'absolute_hazardous'];",
      ],
      ['facts.three-conditions-suffice', "  'product_standard_met',\n] as const", '] as const'],
      [
        'facts.breweries-eat-nothing',
        "divisions.includes('10') || divisions.includes('11')",
        "divisions.includes('10')",
      ],
      ['facts.same-country-is-a-border', 'from !== to', 'from === to'],
      [
        'facts.manure-is-no-animal',
        "if (type === 'organic.manure') return 2;",
        "if (type === 'organic.manure') return 0;",
      ],
    ],
  ),
  ...broken(
    at('jurisdictions'),
    [facts, gate],
    [
      ['jurisdiction.norway-is-not-in-the-area', "[...membersOfTheUnion, 'IS', 'LI', 'NO']", "[...union, 'IS', 'LI']"],
      ['jurisdiction.everybody-is-in-the-oecd', 'return oecd.has(country);', 'return country.length === 2;'],
    ],
  ),
  ...broken(
    at('permit-desk'),
    ['packages/engine/test/judges/at-the-limit.test.ts'],
    [
      [
        'desk.one-site-for-all',
        'demand.permitClass * 2 + (supply.siteNumber === demand.siteNumber ? 1 : 0)',
        'demand.permitClass * 2',
      ],
    ],
  ),
];
