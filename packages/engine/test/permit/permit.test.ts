// The permit gate: worked examples E10.1 to E10.3, each rule once, and what the gate never does.
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/permit/assess.ts';
import { factsOf, type PermitFacts } from '../../src/permit/facts.ts';
import { PermitDesk } from '../../src/permit/permit-desk.ts';
import { permitRules } from '../../src/permit/rules.ts';
import { flow, onlyPair, type SmallCity } from '../small-city.ts';

const ash: PermitFacts = {
  family: 'material',
  type: 'material.fly_ash',
  wasteEntries: ['absolute_non_hazardous'],
  border: false,
  sameSite: false,
  use: 'industry',
  above110C: null,
  cadmiumMgPerKg: null,
  animalCategory: 0,
  papers: {},
};
const byProduct = {
  contract_or_market: true,
  normal_processing_only: true,
  integral_part: true,
  product_standard_met: true,
};

const outcomeOf = (facts: PermitFacts, rule: string) =>
  assess(facts).rulings.find((ruling) => ruling.rule === rule)?.outcome;

describe('worked examples', () => {
  test('E10.1: ash to cement with contract and EN 450 is a by-product and not hazardous, but its registration is unknown', () => {
    const facts = { ...ash, papers: byProduct };
    expect(outcomeOf(facts, 'BP-1')).toBe('allowed');
    expect(outcomeOf(facts, 'HZ-1')).toBe('allowed');
    expect(outcomeOf(facts, 'RE-1')).toBe('unknown');
    expect(assess(facts)).toMatchObject({
      outcome: 'unknown',
      rulings: [{ rule: 'RE-1', factsMissing: ['sds_available', 'reach_registered'] }, {}, {}],
    });
  });

  test('E10.2: category 1 meat meal to a biogas plant is prohibited', () => {
    const facts: PermitFacts = {
      ...ash,
      family: 'organic',
      type: 'organic.food_waste',
      wasteEntries: [],
      animalCategory: 1,
    };
    expect(assess(facts)).toMatchObject({ outcome: 'prohibited', rulings: [{ rule: 'AB-1' }, {}] });
  });

  test('E10.3: sawdust of the mirror entry 03 01 05 without a test is unknown', () => {
    const facts: PermitFacts = { ...ash, type: 'material.wood', wasteEntries: ['mirror_non_hazardous'] };
    expect(outcomeOf(facts, 'HZ-1')).toBe('unknown');
    expect(assess(facts).outcome).toBe('unknown');
    expect(outcomeOf({ ...facts, papers: { hp_test_non_hazardous: true } }, 'HZ-1')).toBe('allowed');
  });
});

describe('rules', () => {
  test('hazardous waste needs a permit in industry and never goes to a farm', () => {
    const facts: PermitFacts = { ...ash, wasteEntries: ['absolute_hazardous'] };
    expect(outcomeOf(facts, 'HZ-1')).toBe('needs_permit');
    expect(outcomeOf({ ...facts, use: 'farm' }, 'HZ-1')).toBe('prohibited');
    expect(outcomeOf({ ...facts, use: null }, 'HZ-1')).toBe('needs_permit');
  });

  test('hazardous waste across a border needs notification; an unknown country leaves it open', () => {
    const facts: PermitFacts = { ...ash, wasteEntries: ['absolute_hazardous'], border: true };
    expect(outcomeOf(facts, 'SH-1')).toBe('needs_permit');
    expect(outcomeOf({ ...facts, border: null }, 'SH-1')).toBe('unknown');
    expect(outcomeOf({ ...facts, border: false }, 'SH-1')).toBeUndefined();
  });

  test('sludge on a field: unknown without its cadmium, a spreading plan at 2 mg/kg, prohibited at 41', () => {
    const sludge: PermitFacts = { ...ash, family: 'organic', type: 'organic.sewage_sludge', use: 'farm' };
    expect(outcomeOf(sludge, 'FE-1')).toBe('unknown');
    expect(outcomeOf({ ...sludge, cadmiumMgPerKg: 2 }, 'FE-1')).toBe('needs_permit');
    expect(outcomeOf({ ...sludge, cadmiumMgPerKg: 41 }, 'FE-1')).toBe('prohibited');
  });

  test('heat on one site is allowed, above 110 °C or across sites it needs a permit', () => {
    const heat: PermitFacts = {
      ...ash,
      family: 'heat',
      type: 'heat.hot_water',
      wasteEntries: [],
      sameSite: true,
      above110C: false,
    };
    expect(assess(heat).outcome).toBe('allowed');
    expect(assess({ ...heat, above110C: true }).outcome).toBe('needs_permit');
    expect(assess({ ...heat, sameSite: false }).outcome).toBe('needs_permit');
  });

  test('used water for a farm needs a permit; for nobody known it is unknown', () => {
    const water: PermitFacts = { ...ash, family: 'water', type: 'water.treated', wasteEntries: [], use: 'farm' };
    expect(outcomeOf(water, 'WA-1')).toBe('needs_permit');
    expect(outcomeOf({ ...water, use: null }, 'WA-1')).toBe('unknown');
  });

  test('missing facts alone never prohibit anything', () => {
    for (const type of [
      'material.fly_ash',
      'organic.fat',
      'organic.manure',
      'water.treated',
      'gas.co2',
      'electricity.power',
    ]) {
      const family = type.split('.')[0] as PermitFacts['family'];
      const facts: PermitFacts = {
        ...ash,
        family,
        type,
        wasteEntries: [],
        border: null,
        use: null,
        animalCategory: null,
      };
      expect(assess(facts).outcome, type).not.toBe('prohibited');
    }
  });

  test('each rule has an id of its own, a version and a clause', () => {
    expect(new Set(permitRules.map(({ id }) => id)).size).toBe(permitRules.length);
    for (const { version, clause } of permitRules) {
      expect(version).toBeGreaterThanOrEqual(1);
      expect(clause).not.toBe('');
    }
  });
});

test('the desk answers a shared assessment exactly as the rules do from the pair itself', () => {
  const desk = new PermitDesk();
  const quantity = { amount: 100, unit: 't/a', precision: 'measured' } as const;
  const cities: SmallCity[] = ['100102', '030104', '070501'].flatMap((code) =>
    [undefined, ['01.11'], ['23.51']].map((eastNace) => ({
      flows: [
        flow({
          id: 's',
          siteId: 'west',
          direction: 'supply',
          type: 'organic.biosludge',
          quantity,
          codes: { ewc: [code], cpa: null, hs: null },
        }),
        flow({ id: 'd', siteId: 'east', direction: 'demand', type: 'organic.biosludge', quantity }),
      ],
      ...(eastNace === undefined ? {} : { eastNace }),
    })),
  );
  for (const city of cities) {
    const pair = onlyPair(city);
    const direct = assess(factsOf(pair.supply, pair.demand));
    expect(new PermitDesk().assess(pair)).toEqual(direct);
    expect(desk.assess({ ...pair, supply: { ...pair.supply, permitClass: null } })).toEqual(direct);
  }
});
