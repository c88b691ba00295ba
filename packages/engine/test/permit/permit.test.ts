// The permit gate: worked examples E10.1 to E10.3, every answer of every rule, whose law it is and when, and what the gate never does.
import type { PermitOutcome } from '@crg/domain/match';
import { type Paper, permitPapers } from '@crg/domain/permit-papers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/permit/assess.ts';
import { byProductTest, factsOf, type PermitFacts } from '../../src/permit/facts.ts';
import { PermitDesk } from '../../src/permit/permit-desk.ts';
import { permitRules } from '../../src/permit/rules.ts';
import { flow, onlyPair, type SmallCity } from '../small-city.ts';

const day = '2026-12-31';

const ash: PermitFacts = {
  family: 'material',
  resource_type: 'material.fly_ash',
  entry_type: 'absolute_non_hazardous',
  is_waste: true,
  border: false,
  destination_oecd: true,
  same_site: false,
  receiver_use: 'industry',
  above_110c: null,
  cadmium_mg_kg: null,
  animal_category: 0,
  supply_country: 'DK',
  demand_country: 'DK',
};
const byProduct = Object.fromEntries(byProductTest.map((paper) => [paper, true]));
const sludge: PermitFacts = { ...ash, family: 'organic', resource_type: 'organic.sewage_sludge', receiver_use: 'farm' };
const heat: PermitFacts = {
  ...ash,
  family: 'heat',
  resource_type: 'heat.hot_water',
  entry_type: 'none',
  is_waste: null,
  same_site: true,
  above_110c: false,
};
const water: PermitFacts = { ...heat, family: 'water', resource_type: 'water.treated', receiver_use: 'farm' };
const co2: PermitFacts = { ...heat, family: 'gas', resource_type: 'gas.co2', receiver_use: 'food' };
const grain: PermitFacts = { ...sludge, resource_type: 'organic.spent_grain' };
const manure: PermitFacts = { ...sludge, resource_type: 'organic.manure', animal_category: 2 };

function rulingOf(facts: PermitFacts, rule: string, date = day) {
  return assess(facts, date).rulings.find((ruling) => ruling.rule === rule);
}

describe('worked examples', () => {
  test('E10.1: ash to cement with contract and EN 450 is a by-product and not hazardous, but its registration is unknown', () => {
    const facts = { ...ash, ...byProduct, is_waste: false };
    expect(rulingOf(facts, 'BP-1')?.outcome).toBe('allowed');
    expect(rulingOf(facts, 'HZ-1')?.outcome).toBe('allowed');
    expect(rulingOf(facts, 'WP-1')).toBeUndefined();
    expect(assess(facts, day)).toMatchObject({
      outcome: 'unknown',
      rulings: [{ rule: 'RE-1', factsMissing: ['sds_available', 'reach_registered'] }, {}, {}],
    });
  });

  test('E10.2: category 1 meat meal to a biogas plant is prohibited', () => {
    const facts: PermitFacts = {
      ...manure,
      resource_type: 'organic.food_waste',
      animal_category: 1,
      burnt_or_buried_as_authorised: false,
    };
    expect(assess(facts, day)).toMatchObject({ outcome: 'prohibited' });
    expect(rulingOf(facts, 'AB-1')).toMatchObject({
      outcome: 'prohibited',
      clause: expect.stringContaining('1069/2009'),
    });
  });

  test('E10.3: sawdust of the mirror entry 03 01 05 without a test is unknown and names the test', () => {
    const facts: PermitFacts = { ...ash, resource_type: 'material.wood', entry_type: 'mirror' };
    expect(rulingOf(facts, 'HZ-1')).toMatchObject({ outcome: 'unknown', factsMissing: ['hp_test_non_hazardous'] });
    expect(assess(facts, day).outcome).toBe('unknown');
    expect(rulingOf({ ...facts, hp_test_non_hazardous: true }, 'HZ-1')?.outcome).toBe('allowed');
    expect(rulingOf({ ...facts, hp_test_non_hazardous: false }, 'HZ-1')?.outcome).toBe('needs_permit');
  });
});

interface Case {
  readonly rule: string;
  readonly what: string;
  readonly facts: PermitFacts;
  readonly outcome: PermitOutcome | undefined;
  readonly missing?: readonly string[];
}

const cases: readonly Case[] = [
  {
    rule: 'BP-1',
    what: 'without a code it may be a by-product',
    facts: { ...ash, entry_type: 'none', is_waste: null },
    outcome: 'unknown',
    missing: [...byProductTest],
  },
  {
    rule: 'BP-1',
    what: 'three conditions met, the fourth open',
    facts: { ...ash, contract_or_market: true, normal_processing_only: true, integral_part: true },
    outcome: 'unknown',
    missing: ['product_standard_met'],
  },
  {
    rule: 'BP-1',
    what: 'one condition refused, the others open: waste',
    facts: { ...ash, integral_part: false },
    outcome: 'needs_permit',
  },
  {
    rule: 'BP-1',
    what: 'all four conditions met',
    facts: { ...ash, ...byProduct, is_waste: false },
    outcome: 'allowed',
  },
  { rule: 'BP-1', what: 'a coded waste that nobody claims to be a by-product', facts: ash, outcome: undefined },
  {
    rule: 'EW-1',
    what: 'end of waste met',
    facts: { ...ash, end_of_waste_met: true, is_waste: false },
    outcome: 'allowed',
  },
  { rule: 'EW-1', what: 'end of waste refused', facts: { ...ash, end_of_waste_met: false }, outcome: 'needs_permit' },
  { rule: 'EW-1', what: 'nobody speaks of the end of waste', facts: ash, outcome: undefined },
  {
    rule: 'WP-1',
    what: 'papers of receiver and carrier open',
    facts: ash,
    outcome: 'unknown',
    missing: ['receiver_permit_codes', 'carrier_registered'],
  },
  {
    rule: 'WP-1',
    what: 'receiver permitted, carrier open',
    facts: { ...ash, receiver_permit_codes: true },
    outcome: 'unknown',
    missing: ['carrier_registered'],
  },
  {
    rule: 'WP-1',
    what: 'receiver not permitted',
    facts: { ...ash, receiver_permit_codes: false },
    outcome: 'needs_permit',
  },
  {
    rule: 'WP-1',
    what: 'receiver permitted and carrier registered',
    facts: { ...ash, receiver_permit_codes: true, carrier_registered: true },
    outcome: 'allowed',
  },
  {
    rule: 'WH-1',
    what: 'lower in the hierarchy',
    facts: { ...ash, lower_in_waste_hierarchy: true },
    outcome: 'needs_permit',
  },
  {
    rule: 'WH-1',
    what: 'not lower in the hierarchy',
    facts: { ...ash, lower_in_waste_hierarchy: false },
    outcome: 'allowed',
  },
  { rule: 'HZ-1', what: 'absolute non-hazardous', facts: ash, outcome: 'allowed' },
  {
    rule: 'HZ-1',
    what: 'a mirror entry that has been tested',
    facts: { ...ash, entry_type: 'mirror', hp_test_non_hazardous: true },
    outcome: 'allowed',
  },
  {
    rule: 'HZ-1',
    what: 'hazardous to industry',
    facts: { ...ash, entry_type: 'absolute_hazardous' },
    outcome: 'needs_permit',
  },
  {
    rule: 'HZ-1',
    what: 'hazardous to a farm',
    facts: { ...ash, entry_type: 'absolute_hazardous', receiver_use: 'farm' },
    outcome: 'prohibited',
  },
  {
    rule: 'HZ-1',
    what: 'hazardous to a food company',
    facts: { ...ash, entry_type: 'absolute_hazardous', receiver_use: 'food' },
    outcome: 'prohibited',
  },
  {
    rule: 'HZ-1',
    what: 'hazardous to nobody knows whom',
    facts: { ...ash, entry_type: 'absolute_hazardous', receiver_use: null },
    outcome: 'unknown',
    missing: ['receiver_use'],
  },
  { rule: 'SH-1', what: 'inside one country', facts: ash, outcome: undefined },
  {
    rule: 'SH-1',
    what: 'a country not stated',
    facts: { ...ash, border: null },
    outcome: 'unknown',
    missing: ['border'],
  },
  {
    rule: 'SH-1',
    what: 'a by-product across a border',
    facts: { ...ash, border: true, is_waste: false },
    outcome: 'allowed',
  },
  {
    rule: 'SH-1',
    what: 'hazardous waste across a border',
    facts: { ...ash, border: true, entry_type: 'absolute_hazardous' },
    outcome: 'needs_permit',
  },
  {
    rule: 'SH-1',
    what: 'waste of an unknown list across a border',
    facts: { ...ash, border: true },
    outcome: 'unknown',
    missing: ['green_list'],
  },
  {
    rule: 'SH-1',
    what: 'green-listed waste across a border',
    facts: { ...ash, border: true, green_list: true },
    outcome: 'allowed',
  },
  {
    rule: 'SH-1',
    what: 'waste off the green list across a border',
    facts: { ...ash, border: true, green_list: false },
    outcome: 'needs_permit',
  },
  {
    rule: 'SH-1',
    what: 'waste of an unknown list out of the OECD',
    facts: { ...ash, border: true, destination_oecd: false },
    outcome: 'unknown',
    missing: ['green_list'],
  },
  {
    rule: 'SH-1',
    what: 'waste off the green list out of the OECD',
    facts: { ...ash, border: true, destination_oecd: false, green_list: false },
    outcome: 'prohibited',
  },
  {
    rule: 'SH-1',
    what: 'hazardous waste out of the OECD, whatever its list',
    facts: { ...ash, border: true, destination_oecd: false, entry_type: 'absolute_hazardous', green_list: true },
    outcome: 'prohibited',
  },
  {
    rule: 'AB-1',
    what: 'category 1 meat meal to anything but fire or burial',
    facts: { ...manure, animal_category: 1, burnt_or_buried_as_authorised: false },
    outcome: 'prohibited',
  },
  {
    rule: 'AB-1',
    what: 'category 1 meat meal, its end not stated',
    facts: { ...manure, animal_category: 1 },
    outcome: 'unknown',
    missing: ['burnt_or_buried_as_authorised'],
  },
  {
    rule: 'AB-1',
    what: 'category 1 meat meal to an approved incinerator',
    facts: { ...manure, animal_category: 1, burnt_or_buried_as_authorised: true, receiver_approval: true },
    outcome: 'allowed',
  },
  {
    rule: 'AB-1',
    what: 'category 3 fat as feed is no kitchen waste',
    facts: { ...sludge, resource_type: 'organic.fat', animal_category: 3, used_as_feed: true },
    outcome: 'needs_permit',
    missing: ['receiver_approval'],
  },
  { rule: 'AB-1', what: 'manure to a plant of unknown approval', facts: manure, outcome: 'needs_permit' },
  {
    rule: 'AB-1',
    what: 'manure to an approved plant',
    facts: { ...manure, receiver_approval: true },
    outcome: 'allowed',
  },
  {
    rule: 'AB-1',
    what: 'fat of unknown origin',
    facts: { ...sludge, resource_type: 'organic.fat', animal_category: null },
    outcome: 'unknown',
    missing: ['animal_category'],
  },
  {
    rule: 'AB-1',
    what: 'kitchen waste as feed',
    facts: { ...sludge, resource_type: 'organic.food_waste', animal_category: 3, used_as_feed: true },
    outcome: 'prohibited',
  },
  {
    rule: 'AB-1',
    what: 'manure as feed is not kitchen waste as feed',
    facts: { ...manure, used_as_feed: true },
    outcome: 'needs_permit',
  },
  { rule: 'AB-1', what: 'plants', facts: grain, outcome: undefined },
  {
    rule: 'FD-1',
    what: 'spent grain to a farm, registration open',
    facts: grain,
    outcome: 'unknown',
    missing: ['feed_business_registration'],
  },
  {
    rule: 'FD-1',
    what: 'spent grain of a registered feed business',
    facts: { ...grain, feed_business_registration: true },
    outcome: 'allowed',
  },
  {
    rule: 'FD-1',
    what: 'spent grain of an unregistered one',
    facts: { ...grain, feed_business_registration: false },
    outcome: 'needs_permit',
  },
  { rule: 'FD-1', what: 'spent grain to industry', facts: { ...grain, receiver_use: 'industry' }, outcome: undefined },
  { rule: 'FE-1', what: 'sludge without its cadmium', facts: sludge, outcome: 'unknown', missing: ['cadmium_mg_kg'] },
  {
    rule: 'FE-1',
    what: 'sludge at the Danish limit',
    facts: { ...sludge, cadmium_mg_kg: 0.8 },
    outcome: 'needs_permit',
  },
  {
    rule: 'FE-1',
    what: 'sludge above the Danish limit',
    facts: { ...sludge, cadmium_mg_kg: 0.81 },
    outcome: 'prohibited',
  },
  {
    rule: 'FE-1',
    what: 'sludge with pathogens',
    facts: { ...sludge, cadmium_mg_kg: 0.1, pathogens_below_limits: false },
    outcome: 'prohibited',
  },
  {
    rule: 'FE-2',
    what: 'sludge on a Swiss farm',
    facts: { ...sludge, supply_country: 'CH', demand_country: 'CH' },
    outcome: 'prohibited',
  },
  { rule: 'FE-2', what: 'sludge on a Danish farm', facts: sludge, outcome: undefined },
  {
    rule: 'RE-1',
    what: 'a by-product without papers',
    facts: { ...ash, ...byProduct, is_waste: false },
    outcome: 'unknown',
    missing: ['sds_available', 'reach_registered'],
  },
  {
    rule: 'RE-1',
    what: 'registered, with a data sheet',
    facts: { ...ash, is_waste: false, sds_available: true, reach_registered: true },
    outcome: 'allowed',
  },
  {
    rule: 'RE-1',
    what: 'not registered',
    facts: { ...ash, is_waste: false, reach_registered: false },
    outcome: 'needs_permit',
  },
  { rule: 'RE-1', what: 'waste is outside', facts: ash, outcome: undefined },
  { rule: 'WA-1', what: 'irrigation', facts: water, outcome: 'needs_permit' },
  { rule: 'WA-2', what: 'reuse in industry', facts: { ...water, receiver_use: 'industry' }, outcome: 'needs_permit' },
  {
    rule: 'WA-1',
    what: 'use not known',
    facts: { ...water, receiver_use: null },
    outcome: 'unknown',
    missing: ['receiver_use'],
  },
  {
    rule: 'WA-1',
    what: 'rain water from roofs',
    facts: { ...water, resource_type: 'water.stormwater' },
    outcome: 'needs_permit',
  },
  { rule: 'WA-1', what: 'fresh water', facts: { ...water, resource_type: 'water.raw' }, outcome: undefined },
  {
    rule: 'GA-1',
    what: 'carbon dioxide for food, papers open',
    facts: co2,
    outcome: 'unknown',
    missing: ['purity_certificate', 'haccp'],
  },
  { rule: 'GA-1', what: 'certified', facts: { ...co2, purity_certificate: true, haccp: true }, outcome: 'allowed' },
  { rule: 'GA-1', what: 'not certified', facts: { ...co2, purity_certificate: false }, outcome: 'needs_permit' },
  { rule: 'GA-1', what: 'for industry', facts: { ...co2, receiver_use: 'industry' }, outcome: undefined },
  { rule: 'HE-1', what: 'warm water on one site', facts: heat, outcome: 'allowed' },
  { rule: 'HE-2', what: 'warm water', facts: heat, outcome: 'allowed' },
  { rule: 'HE-2', what: 'cold', facts: { ...heat, family: 'cooling', above_110c: null }, outcome: undefined },
  { rule: 'HE-2', what: 'above 110 °C on one site', facts: { ...heat, above_110c: true }, outcome: 'needs_permit' },
  {
    rule: 'HE-2',
    what: 'temperature not stated, on one site',
    facts: { ...heat, above_110c: null },
    outcome: 'unknown',
    missing: ['above_110c'],
  },
  {
    rule: 'HE-1',
    what: 'cold on one site',
    facts: { ...heat, family: 'cooling', above_110c: null },
    outcome: 'allowed',
  },
  {
    rule: 'HE-2',
    what: 'steam on one site',
    facts: { ...heat, family: 'steam', above_110c: null },
    outcome: 'needs_permit',
  },
  { rule: 'HE-1', what: 'between two sites', facts: { ...heat, same_site: false }, outcome: 'needs_permit' },
  {
    rule: 'HE-1',
    what: 'between two sites on private land',
    facts: { ...heat, same_site: false, crosses_public_land: false },
    outcome: 'allowed',
  },
  { rule: 'EL-1', what: 'a private wire', facts: { ...heat, family: 'electricity' }, outcome: 'needs_permit' },
  {
    rule: 'EL-1',
    what: 'a closed distribution system',
    facts: { ...heat, family: 'electricity', closed_distribution_system: true },
    outcome: 'allowed',
  },
  { rule: 'WL-1', what: 'gas between two sites', facts: { ...co2, same_site: false }, outcome: 'needs_permit' },
  { rule: 'WL-1', what: 'gas on one site', facts: co2, outcome: undefined },
];

describe('every answer of every rule', () => {
  test.each(cases)('$rule, $what: $outcome', ({ rule, facts, outcome, missing }) => {
    const ruling = rulingOf(facts, rule);
    expect(ruling?.outcome).toBe(outcome);
    if (missing !== undefined) expect(ruling?.factsMissing).toEqual(missing);
  });

  test('each rule is in the cases with each of its answers', () => {
    for (const { id, answers } of permitRules) {
      const seen = new Set(
        cases.filter(({ rule }) => rule === id).flatMap(({ facts }) => rulingOf(facts, id)?.text ?? []),
      );
      for (const { text } of answers)
        expect(
          [...seen].some((said) => said.startsWith(text)),
          `${id}: ${text}`,
        ).toBe(true);
    }
  });

  test('each rule has an id of its own, a version, a clause and dates in order', () => {
    expect(new Set(permitRules.map(({ id }) => id)).size).toBe(permitRules.length);
    for (const { version, bases, answers } of permitRules) {
      expect(version).toBeGreaterThanOrEqual(1);
      expect(answers.length).toBeGreaterThan(0);
      for (const { clause, validFrom, validTo } of bases) {
        expect(clause).not.toBe('');
        expect(validFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        if (validTo !== null) expect(validTo > validFrom).toBe(true);
      }
    }
  });
});

test('of several rulings the strictest is the answer: prohibited before unknown before needs_permit before allowed', () => {
  const refused = { ...ash, receiver_permit_codes: false };
  const outcomesOf = (facts: PermitFacts) => assess(facts, day).rulings.map(({ outcome }) => outcome);
  expect(outcomesOf(refused)).toEqual(['needs_permit', 'allowed']);
  const untested: PermitFacts = { ...refused, entry_type: 'mirror' };
  expect(outcomesOf(untested)).toEqual(['unknown', 'needs_permit']);
  expect(assess(untested, day).outcome).toBe('unknown');
  const toFarm: PermitFacts = { ...ash, entry_type: 'absolute_hazardous', receiver_use: 'farm' };
  expect(outcomesOf(toFarm)).toEqual(['prohibited', 'unknown']);
});

describe('whose law, and when', () => {
  test("a country's own limit goes before that of the Union", () => {
    const at = (country: string) =>
      rulingOf({ ...sludge, cadmium_mg_kg: 1.4, supply_country: country, demand_country: country }, 'FE-1');
    expect(at('DK')).toMatchObject({ outcome: 'prohibited', jurisdiction: 'DK' });
    expect(at('DE')).toMatchObject({ outcome: 'needs_permit', jurisdiction: 'DE' });
    expect(at('NL')).toMatchObject({ outcome: 'prohibited', jurisdiction: 'NL' });
    expect(at('PL')).toMatchObject({ outcome: 'needs_permit', jurisdiction: 'EU' });
    const polish = { ...sludge, supply_country: 'PL', demand_country: 'PL' };
    expect(rulingOf({ ...polish, cadmium_mg_kg: 40 }, 'FE-1')?.outcome).toBe('needs_permit');
    expect(rulingOf({ ...polish, cadmium_mg_kg: 40.1 }, 'FE-1')?.outcome).toBe('prohibited');
  });

  test('the law of the place where it is used decides over spreading, the law of both over waste', () => {
    const facts = { ...sludge, cadmium_mg_kg: 1, border: true, supply_country: 'DK', demand_country: 'SE' };
    expect(rulingOf(facts, 'FE-1')).toMatchObject({ jurisdiction: 'SE', outcome: 'needs_permit' });
    const toBritain = assess({ ...ash, border: true, demand_country: 'GB' }, day).rulings;
    expect(toBritain.filter(({ rule }) => rule === 'WP-1').map(({ jurisdiction }) => jurisdiction)).toEqual([
      'EEA',
      'GB',
    ]);
  });

  test('the shipment of waste follows the regulation in application on the day', () => {
    const abroad = { ...ash, border: true, demand_country: 'DE' };
    expect(rulingOf(abroad, 'SH-1', '2026-05-20')?.clause).toContain('1013/2006');
    expect(rulingOf(abroad, 'SH-1', '2026-05-21')?.clause).toContain('2024/1157');
    expect(rulingOf(abroad, 'SH-1', '2007-07-11')).toMatchObject({ outcome: 'unknown', factsMissing: ['rules_of_DK'] });
  });

  test('where the country is not stated nothing is allowed, and the country is named', () => {
    const nowhere = { ...heat, supply_country: null, demand_country: null };
    expect(rulingOf(nowhere, 'HE-1')).toMatchObject({ outcome: 'unknown', factsMissing: ['country'] });
  });

  test('a rule that would speak never falls silent for want of the law of a country or a year', () => {
    const general = permitRules.filter(({ particular }) => particular !== true);
    for (const { rule, facts, outcome } of cases) {
      if (outcome === undefined || !general.some(({ id }) => id === rule)) continue;
      for (const country of ['DK', 'NO', 'IS', 'CH', 'GB', 'US', 'BR']) {
        for (const year of [1995, 2005, 2012, 2018, 2022, 2026, 2030]) {
          const there = { ...facts, supply_country: country, demand_country: country };
          expect(rulingOf(there, rule, `${year}-12-31`), `${rule} in ${country} in ${year}`).toBeDefined();
        }
      }
    }
  });

  test('a private wire in a year before its directive, and one in a country without its law, are unknown', () => {
    const wire = { ...heat, family: 'electricity' as const };
    expect(rulingOf(wire, 'EL-1', '2018-12-31')).toMatchObject({ outcome: 'needs_permit' });
    expect(rulingOf(wire, 'EL-1', '2005-12-31')).toMatchObject({ outcome: 'unknown', factsMissing: ['rules_of_DK'] });
    const swiss = { ...wire, supply_country: 'CH', demand_country: 'CH' };
    expect(assess(swiss, day)).toMatchObject({ outcome: 'unknown' });
  });

  test('a law that asks more than the others says so', () => {
    expect(rulingOf({ ...heat, same_site: false }, 'HE-1')?.text).toContain('price of surplus heat');
    const german = { ...heat, same_site: false, supply_country: 'DE', demand_country: 'DE' };
    expect(rulingOf(german, 'HE-1')?.text).not.toContain('Denmark');
  });

  test('what could only ease an answer is named beside it', () => {
    expect(rulingOf({ ...heat, same_site: false }, 'HE-1')?.factsMissing).toEqual(['crosses_public_land']);
    expect(rulingOf({ ...heat, same_site: false, crosses_public_land: true }, 'HE-1')?.factsMissing).toEqual([]);
  });

  test('a country without rules here is unknown, and never allowed by silence', () => {
    expect(assess({ ...heat, supply_country: 'US', demand_country: 'US' }, day)).toMatchObject({
      outcome: 'unknown',
      rulings: [
        { rule: 'HE-1', factsMissing: ['rules_of_US'] },
        { rule: 'HE-2', factsMissing: ['rules_of_US'] },
        { rule: 'JU-1', factsMissing: ['rules_of_US'] },
      ],
    });
  });
});

const anyFacts: fc.Arbitrary<PermitFacts> = fc
  .record({
    family: fc.constantFrom(
      'heat',
      'steam',
      'cooling',
      'electricity',
      'water',
      'gas',
      'material',
      'organic',
      'service',
    ),
    resource_type: fc.constantFrom(
      'material.fly_ash',
      'organic.fat',
      'organic.manure',
      'organic.sewage_sludge',
      'water.treated',
      'gas.co2',
    ),
    entry_type: fc.constantFrom('none', 'mirror', 'absolute_hazardous', 'absolute_non_hazardous'),
    is_waste: fc.constantFrom(true, false, null),
    border: fc.constantFrom(true, false, null),
    destination_oecd: fc.constantFrom(true, false, null),
    same_site: fc.boolean(),
    receiver_use: fc.constantFrom('farm', 'food', 'industry', null),
    above_110c: fc.constantFrom(true, false, null),
    cadmium_mg_kg: fc.constantFrom(null, 0.1, 50),
    animal_category: fc.constantFrom(0, 1, 2, 3, null),
    supply_country: fc.constantFrom('DK', 'GB', 'US', null),
    demand_country: fc.constantFrom('DK', 'CH', 'SE', null),
    papers: fc.uniqueArray(fc.tuple(fc.constantFrom<Paper[]>(...permitPapers.map(({ id }) => id)), fc.boolean()), {
      selector: ([paper]) => paper,
    }),
  } as const)
  .map(({ papers, ...facts }) => ({ ...facts, ...Object.fromEntries(papers) }) as PermitFacts);

describe('what the gate never does', () => {
  test('every fact missing never prohibits anything', () => {
    for (const type of [
      'material.fly_ash',
      'organic.fat',
      'organic.manure',
      'water.treated',
      'gas.co2',
      'electricity.power',
    ]) {
      const facts: PermitFacts = {
        ...ash,
        family: type.split('.')[0] as PermitFacts['family'],
        resource_type: type,
        is_waste: null,
        entry_type: 'none',
        border: null,
        destination_oecd: null,
        receiver_use: null,
        animal_category: null,
      };
      expect(assess(facts, day).outcome, type).not.toBe('prohibited');
    }
  });

  test('an unknown names a fact, and a ruling never both uses and misses one', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { outcome, factsUsed, factsMissing } of assess(facts, day).rulings) {
          if (outcome === 'unknown') expect(factsMissing.length).toBeGreaterThan(0);
          expect(factsUsed.filter((fact) => factsMissing.includes(fact))).toEqual([]);
        }
      }),
    );
  });

  test('what is prohibited stays prohibited whatever else is stated: a missing fact never forbids', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom(...permitPapers.map(({ id }) => id)),
        fc.boolean(),
        (facts, paper, answer) => {
          fc.pre(
            facts[paper] === undefined && paper !== 'end_of_waste_met' && !byProductTest.some((one) => one === paper),
          );
          const after = assess({ ...facts, [paper]: answer }, day).outcome;
          if (assess(facts, day).outcome === 'prohibited') expect(after).toBe('prohibited');
        },
      ),
    );
  });

  test('to state one more fact never turns a settled answer of a rule into an open one, but for the country', () => {
    const papers = permitPapers
      .map(({ id }) => id)
      // These say which question is asked next: a pipe that stays on private land is asked how hot it is.
      .filter(
        (id) => !['crosses_public_land', 'end_of_waste_met', 'lower_in_waste_hierarchy', ...byProductTest].includes(id),
      );
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...papers), fc.boolean(), (facts, paper, answer) => {
        const after = new Map(
          assess({ ...facts, [paper]: answer }, day).rulings.map((ruling) => [
            ruling.rule + ruling.jurisdiction,
            ruling,
          ]),
        );
        for (const before of assess({ ...facts, [paper]: undefined }, day).rulings) {
          const then = after.get(before.rule + before.jurisdiction);
          // What a paper would allow stays open as long as nobody has said in which country.
          const waitsForCountry = then?.factsMissing.join() === 'country';
          if (before.outcome !== 'unknown' && !waitsForCountry) expect(then?.outcome).not.toBe('unknown');
        }
      }),
    );
  });
});

test('the desk answers a shared assessment exactly as the rules do from the pair itself', () => {
  const desk = new PermitDesk(day);
  const quantity = { amount: 100, unit: 't/a', precision: 'measured' } as const;
  const cities: SmallCity[] = ['100102', '030104', '070501'].flatMap((code) =>
    [undefined, ['01.11'], ['23.51']].flatMap((eastNace) =>
      [{}, { papers: { hp_test_non_hazardous: true } as const }].map((stated) => ({
        flows: [
          flow({
            id: 's',
            siteId: 'west',
            direction: 'supply',
            type: 'organic.biosludge',
            quantity,
            codes: { ewc: [code], cpa: null, hs: null },
            ...stated,
          }),
          flow({ id: 'd', siteId: 'east', direction: 'demand', type: 'organic.biosludge', quantity }),
        ],
        ...(eastNace === undefined ? {} : { eastNace }),
      })),
    ),
  );
  const index = cities.map((city) => onlyPair(city));
  for (const pair of index) {
    const direct = assess(factsOf(pair.supply, pair.demand), day);
    expect(new PermitDesk(day).assess(pair)).toEqual(direct);
    expect(desk.assess({ ...pair, supply: { ...pair.supply, permitClass: null } })).toEqual(direct);
  }
});
