import { describe, expect, test } from 'vitest';
import { always } from '../src/availability.ts';
import { checkFlow, oddities } from '../src/check-flow.ts';
import { checkOrganization } from '../src/check-organization.ts';
import { checkSite } from '../src/check-site.ts';
import type { ResourceFlow } from '../src/flow.ts';
import { saturationTemperatureC } from '../src/saturation.ts';

const hotWater: ResourceFlow = {
  id: 'f1',
  siteId: 's1',
  direction: 'supply',
  type: 'heat.hot_water',
  name: 'Cooling of column 3',
  quantity: { amount: 500, unit: 'kW', precision: 'measured' },
  availability: always,
  quality: { temperature_c: { min: 75, max: 85 } },
  qualityPrecision: null,
  codes: { ewc: [], cpa: null, hs: null },
  price: { amount: 12, currency: 'EUR', per: 'MWh' },
  disposalCost: { amount: 3, currency: 'EUR', per: 'MWh' },
  limits: { maxDistanceKm: null, minYearlyAmount: null },
  source: { reference: 'measurement 2024', certainty: 'certain' },
};
const findings = (change: Partial<ResourceFlow>) =>
  checkFlow({ ...hotWater, ...change }).map(({ code, field }) => `${code} ${field}`);

describe('a flow', () => {
  test('as the city format shows it has nothing wrong', () => {
    expect(checkFlow(hotWater)).toEqual([]);
    expect(oddities(hotWater)).toEqual([]);
  });

  test('of hot water that no liquid survives is odd, and possible all the same', () => {
    const at = (max: number) => oddities({ ...hotWater, quality: { temperature_c: { min: null, max } } });
    expect(at(400)).toEqual([]);
    expect(at(680)).toEqual([
      'At 680 °C neither water nor thermal oil stays liquid; is the figure right, or the type heat.flue_gas?',
    ]);
  });

  test('of an unknown type names near types and is still checked elsewhere', () => {
    expect(findings({ type: 'heat.hot_watr', id: ' ' })).toEqual(['invalid_input id', 'unknown_resource_type type']);
  });

  test('has its amount, unit and precision checked apart', () => {
    const quantity = hotWater.quantity;
    expect(findings({ quantity: { ...quantity, amount: -1 } })).toEqual(['invalid_quantity quantity.amount']);
    expect(findings({ quantity: { ...quantity, unit: 'kw' } })).toEqual(['unknown_unit quantity.unit']);
    expect(findings({ quantity: { ...quantity, unit: 't/a' } })).toEqual(['wrong_dimension quantity.unit']);
    expect(findings({ quantity: { ...quantity, precision: 'exact' as 'measured' } })).toEqual([
      'invalid_input quantity.precision',
    ]);
  });

  test('with figures outside what is physically possible is refused, end by end', () => {
    expect(findings({ quality: { temperature_c: { min: -300, max: 5000 } } })).toEqual([
      'out_of_range quality.temperature_c.min',
      'out_of_range quality.temperature_c.max',
    ]);
    expect(findings({ quality: { temperature_c: { min: Number.NaN, max: null } } })).toEqual([
      'out_of_range quality.temperature_c.min',
    ]);
    expect(findings({ quality: { temperature_c: { min: -50, max: 1200 } } })).toEqual([]);
  });

  test('with a reversed window is refused', () => {
    expect(findings({ quality: { temperature_c: { min: 85, max: 75 } } })).toEqual([
      'invalid_input quality.temperature_c.max',
    ]);
  });

  test('with a parameter that its type does not have is refused, and the message lists those it has', () => {
    const [finding] = checkFlow({ ...hotWater, quality: { temperature: { min: 75, max: null } } });
    expect(finding).toMatchObject({
      field: 'quality.temperature',
      expected: 'a parameter of heat.hot_water: temperature_c or return_temperature_c',
    });
  });

  test('asks for skills as lower-case words, each once', () => {
    expect(findings({ skills: ['welding_en_iso_9606', 'atex'] })).toEqual([]);
    expect(findings({ skills: ['', 'Welding', 'atex', 'atex'] })).toEqual([
      'invalid_input skills[0]',
      'invalid_input skills[1]',
      'invalid_input skills[3]',
    ]);
  });

  test('answers only questions that the permit rules ask of its side, with yes or no', () => {
    const demand = { direction: 'demand', disposalCost: null } as const;
    expect(findings({ papers: { contract_or_market: true } })).toEqual([]);
    expect(findings({ ...demand, papers: { contract_or_market: true } })).toEqual([
      'invalid_input papers.contract_or_market',
    ]);
    expect(findings({ papers: { receiver_permit_codes: false } })).toEqual([
      'invalid_input papers.receiver_permit_codes',
    ]);
    const [misspelt] = checkFlow({
      ...hotWater,
      papers: { contract_or_marekt: true } as ResourceFlow['papers'] & object,
    });
    expect(misspelt).toMatchObject({
      field: 'papers.contract_or_marekt',
      got: '"contract_or_marekt"',
      next: 'Did you mean contract_or_market?',
    });
    const vague = { contract_or_market: 'perhaps' as unknown as boolean };
    expect(findings({ papers: vague })).toEqual(['invalid_input papers.contract_or_market']);
  });

  test('is nobody paid to take but what others dispose of', () => {
    const demand = { direction: 'demand', disposalCost: null } as const;
    const paid = { amount: -5, currency: 'EUR', per: 'MWh' };
    expect(findings({ ...demand, price: paid })).toEqual(['invalid_input price.amount']);
    expect(findings({ ...demand, price: { ...paid, amount: 0 } })).toEqual([]);
    // A supplier may pay to be rid of its heat, and a negative disposal cost is what it earns today.
    expect(findings({ price: paid, disposalCost: paid })).toEqual([]);
    const perTonne = { ...demand, quality: {}, price: { ...paid, per: 't' } };
    const quantity = { amount: 100, unit: 't/a', precision: 'measured' } as const;
    expect(findings({ ...perTonne, type: 'material.wood', quantity })).toEqual([]);
    expect(findings({ ...perTonne, type: 'organic.food_waste', quantity })).toEqual([]);
    const water = { ...demand, quality: {}, price: { ...paid, per: 'm3' } };
    const flow = { amount: 10, unit: 'm3/h', precision: 'measured' } as const;
    expect(findings({ ...water, type: 'water.wastewater', quantity: flow })).toEqual([]);
    expect(findings({ ...water, type: 'water.process', quantity: flow })).toEqual(['invalid_input price.amount']);
  });

  test('needs 168 hours and 12 months with at least one of each marked, and real days in order', () => {
    const never = always.months.map(() => false);
    expect(findings({ availability: { ...always, hours: always.hours.slice(1), months: never } })).toEqual([
      'invalid_input availability.hours',
      'invalid_input availability.months',
    ]);
    expect(findings({ availability: { ...always, validFrom: '2018-02-30', validTo: '2019' } })).toEqual([
      'invalid_input availability.valid_from',
      'invalid_input availability.valid_to',
    ]);
    expect(findings({ availability: { ...always, validFrom: '2018-02-02', validTo: '2018-02-01' } })).toEqual([
      'invalid_input availability.valid_to',
    ]);
  });

  test('has every waste code looked up and the product codes looked over', () => {
    expect(findings({ codes: { ewc: ['100102', '100106'], cpa: '23.51.12', hs: '2523.29' } })).toEqual([
      'unknown_code codes.ewc',
    ]);
    expect(findings({ codes: { ewc: [], cpa: 'cement', hs: '2' } })).toEqual([
      'unknown_code codes.cpa',
      'unknown_code codes.hs',
    ]);
  });

  test('has prices in a currency per a unit of its type', () => {
    expect(findings({ price: { amount: 1, currency: 'euro', per: 't' } })).toEqual([
      'invalid_input price.currency',
      'wrong_dimension price.per',
    ]);
    expect(findings({ price: { amount: Number.NaN, currency: 'EUR', per: 'MWh' } })).toEqual([
      'invalid_input price.amount',
    ]);
    expect(findings({ price: { amount: -5, currency: 'CHF', per: 'MWh' } })).toEqual([]);
  });

  test('that is a demand cannot have a disposal cost', () => {
    expect(findings({ direction: 'demand' })).toEqual(['invalid_input disposal_cost']);
  });

  test('has limits that are not negative', () => {
    expect(findings({ limits: { maxDistanceKm: -1, minYearlyAmount: Number.NaN } })).toEqual([
      'invalid_input limits.max_distance_km',
      'invalid_input limits.min_quantity',
    ]);
  });
});

describe('an odd but possible flow is only remarked on', () => {
  const steam: ResourceFlow = { ...hotWater, type: 'heat.steam' };

  test('steam of 10 bar at 120 °C is hot water, at 180 °C it is saturated steam', () => {
    const at = (celsius: number) => ({
      ...steam,
      quality: { temperature_c: { min: celsius, max: null }, pressure_bar: { min: 10, max: null } },
    });
    expect(oddities(at(120))).toEqual([
      'At 10 bar (absolute) water boils at 179.9 °C; at 120 °C this is hot water, not steam.',
    ]);
    expect(checkFlow(at(120))).toEqual([]);
    expect(oddities(at(180))).toEqual([]);
  });

  test('a quantity of 0 fits nobody', () => {
    expect(oddities({ ...hotWater, quantity: { ...hotWater.quantity, amount: 0 } })).toHaveLength(1);
  });
});

test('water boils at 179.886 °C under 10 bar and at no temperature above the critical point', () => {
  expect(saturationTemperatureC(10)).toBeCloseTo(179.886, 3);
  expect(saturationTemperatureC(1)).toBeCloseTo(99.606, 3);
  expect(saturationTemperatureC(221)).toBeUndefined();
});

describe('a site', () => {
  const site = { id: 's1', organizationId: 'o1', name: 'Works', point: null, country: 'DK', source: null };

  test('may have no place', () => {
    expect(checkSite(site)).toEqual([]);
  });

  test('must lie on the Earth, in a country of two letters', () => {
    const fields = checkSite({ ...site, point: { longitude: 190, latitude: -91 }, country: 'Denmark' }).map(
      ({ field }) => field,
    );
    expect(fields).toEqual(['longitude', 'latitude', 'country']);
    expect(checkSite({ ...site, point: { longitude: -180, latitude: 90 } })).toEqual([]);
    expect(checkSite({ ...site, point: { longitude: Number.NaN, latitude: 0 } })).toHaveLength(1);
  });
});

test('an organization needs a name and known activities', () => {
  expect(checkOrganization({ id: 'o1', name: 'Farms', nace: ['01.1', '01.5'] })).toEqual([]);
  expect(checkOrganization({ id: 'o1', name: '', nace: ['35.99'] }).map(({ field }) => field)).toEqual([
    'name',
    'nace',
  ]);
});
