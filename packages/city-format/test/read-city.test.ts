import { hourPatterns } from '@crg/domain/availability';
import { describe, expect, test } from 'vitest';
import { readCity, writeCity } from '../src/city-file.ts';
import { InvalidInput, problemLine } from '../src/problems.ts';
import type { CityWire } from '../src/schemas.ts';
import { exampleCity } from './example-city.ts';

describe('a city file that is right', () => {
  test('is read whole, in its own order', () => {
    const { city, notices } = readCity(JSON.stringify(exampleCity()));
    expect(city.organizations.map(({ nace }) => nace)).toEqual([['19.20'], ['01.13', '35.30'], []]);
    expect(city.flows.map(({ id }) => id)).toEqual(['f1', 'f2', 'f3']);
    expect(city.flows[0]?.price).toEqual({ amount: 12, currency: 'EUR', per: 'MWh' });
    expect(city.flows[0]?.quality).toEqual({ temperature_c: { min: 75, max: 85 } });
    expect(notices).toEqual([]);
  });

  test('says "always", "estimated" and "not stated" where it says nothing', () => {
    const flow = readCity(JSON.stringify(exampleCity())).city.flows[2];
    expect(flow?.quantity.precision).toBe('estimated');
    expect(flow?.availability.hours).toEqual(hourPatterns.continuous);
    expect(flow?.limits).toEqual({ maxDistanceKm: null, minYearlyAmount: null });
    expect(flow?.price).toBeNull();
  });

  test('may name a pattern of hours', () => {
    const flow = readCity(JSON.stringify(exampleCity())).city.flows[1];
    expect(flow?.availability.hours).toEqual(hourPatterns.nights_22_06);
    expect(flow?.availability.hours.filter(Boolean)).toHaveLength(7 * 8);
  });

  test('may hold null wherever a field may be left out', () => {
    const city = exampleCity();
    const empty = { name: null, availability: null, quality: null, codes: null, price: null, disposal_cost: null };
    city.flows = city.flows.map(({ id, site_id, direction, type, quantity }) => ({
      ...{ id, site_id, direction, type, quantity: { ...quantity, precision: null } },
      ...{ ...empty, limits: null, source: null, quality_precision: null },
    }));
    expect(readCity(JSON.stringify(city)).city.flows).toHaveLength(3);
  });

  test('keeps a site without a place', () => {
    expect(readCity(JSON.stringify(exampleCity())).city.sites[2]?.point).toBeNull();
  });

  test('states a smallest lot per year, with or without the word', () => {
    for (const unit of ['MWh', 'MWh/a']) {
      const city = exampleCity();
      flow(city, 0).limits = { min_quantity: { amount: 50, unit } };
      expect(readCity(JSON.stringify(city)).city.flows[0]?.limits.minYearlyAmount).toBeCloseTo(50, 9);
    }
  });

  test('may carry fields of its author’s own at every level, and they are not read', () => {
    const text = JSON.stringify(exampleCity()).replaceAll('}', ',"x_note":{"any":["thing"]}}');
    expect(text).toContain('"temperature_c":{"min":75,"max":85,"x_note"');
    expect(readCity(text)).toEqual(readCity(JSON.stringify(exampleCity())));
  });

  test('says what the papers answer, question by question, and leaves the others open', () => {
    const [cooling, , sludge] = readCity(JSON.stringify(exampleCity())).city.flows;
    expect(sludge?.papers).toEqual({ receiver_permit_codes: true });
    expect(cooling).not.toHaveProperty('papers');
  });

  test('names what the people of a service can do', () => {
    const city = exampleCity();
    flow(city, 0).skills = ['welding_en_iso_9606', 'cranes'];
    flow(city, 1).skills = [];
    const [first, second] = readCity(JSON.stringify(city)).city.flows;
    expect(first?.skills).toEqual(['welding_en_iso_9606', 'cranes']);
    expect(second).not.toHaveProperty('skills');
  });

  test('may know a factor better than the table; without any it says nothing of them', () => {
    const city = exampleCity();
    expect(readCity(JSON.stringify(city)).city.factors).toEqual(city.factors);
    for (const none of [null, undefined, []]) {
      set(city, 'factors', none);
      const read = readCity(JSON.stringify(city)).city;
      expect(read).not.toHaveProperty('factors');
      expect(writeCity(read)).not.toContain('factors');
    }
  });

  test('may begin with a byte order mark', () => {
    expect(readCity(`\uFEFF${JSON.stringify(exampleCity())}`).city.name).toBe('Example');
  });

  test('gets a notice for steam that would be water at its pressure', () => {
    const city = exampleCity();
    flow(city, 0).type = 'heat.steam';
    flow(city, 0).quality = { temperature_c: { max: 110 }, pressure_bar: { min: 10 } };
    expect(readCity(JSON.stringify(city)).notices).toMatchObject([{ code: 'odd_combination', flowId: 'f1' }]);
  });
});

/** What is done to the city, the field that the first line must name, and what else it must say. */
const mistakes: readonly [what: string, spoil: (city: CityWire) => void, field: string, ...words: string[]][] = [
  ['a misspelt field', (c) => rename(flow(c, 1), 'quantity', 'quantiy'), 'flows[1].quantity', 'quantiy'],
  ['an unknown field', (c) => set(flow(c, 0), 'colour', 'red'), 'flows[0].colour', 'a known field', 'x_'],
  ['an unknown field deep inside', (c) => set(flow(c, 0).quantity, 'units', 1), 'flows[0].quantity.units', 'unit'],
  ['an unknown field at the top', (c) => set(c, 'flow', []), 'flow', 'Did you mean flows'],
  ['a field named after a built-in', (c) => set(flow(c, 0), 'constructor', 1), 'flows[0].constructor', 'a known field'],
  ['no year', (c) => set(c, 'year', undefined), 'year', 'got nothing', 'Add the field'],
  ['a year that is a text', (c) => set(c, 'year', '2024'), 'year', 'without quotes'],
  ['half a year', (c) => set(c, 'year', 2024.5), 'year', '2024.5'],
  ['another format', (c) => set(c, 'format', 'crg-city/2'), 'format', '"crg-city/1"', '"crg-city/2"'],
  ['flows that are no list', (c) => set(c, 'flows', { f1: {} }), 'flows', 'a list of flows', 'an object'],
  ['a flow that is a text', (c) => set(c.flows, 1, 'heat'), 'flows[1]', 'a flow {', '"heat"'],
  [
    'a list of waste codes in words',
    (c) => set(flow(c, 0), 'codes', { ewc: ['ash'] }),
    'flows[0].codes.ewc[0]',
    'six digits',
  ],
  [
    'a waste code that does not exist',
    (c) => set(flow(c, 0), 'codes', { ewc: '999999' }),
    'flows[0].codes.ewc',
    '999999',
  ],
  ['an unknown unit', (c) => set(flow(c, 0).quantity, 'unit', 'kWatt'), 'flows[0].quantity.unit', 'kWatt'],
  ['a unit of another dimension', (c) => set(flow(c, 0).quantity, 'unit', 't/h'), 'flows[0].quantity.unit', 't/h'],
  ['an amount below 0', (c) => set(flow(c, 0).quantity, 'amount', -1), 'flows[0].quantity.amount', '-1'],
  ['an amount beyond measure', (c) => set(flow(c, 0).quantity, 'amount', 1e300), 'flows[0].quantity.amount', '1e+300'],
  [
    'an amount in quotes',
    (c) => set(flow(c, 0).quantity, 'amount', '500'),
    'flows[0].quantity.amount',
    'without quotes',
  ],
  ['an unknown type', (c) => set(flow(c, 0), 'type', 'heat.hot_watr'), 'flows[0].type', 'heat.hot_water'],
  ['an unknown direction', (c) => set(flow(c, 0), 'direction', 'suply'), 'flows[0].direction', 'supply'],
  [
    'an impossible temperature',
    (c) => set(flow(c, 0), 'quality', { temperature_c: { min: -300 } }),
    'flows[0].quality.temperature_c.min',
    '-300',
  ],
  [
    'a parameter of another type',
    (c) => set(flow(c, 0), 'quality', { ph: { min: 7 } }),
    'flows[0].quality.ph',
    'temperature_c',
  ],
  [
    'min above max',
    (c) => set(flow(c, 0), 'quality', { temperature_c: { min: 90, max: 80 } }),
    'flows[0].quality.temperature_c.max',
    '80',
  ],
  [
    '167 hours',
    (c) => set(flow(c, 0), 'availability', { hours: '1'.repeat(167) }),
    'flows[0].availability.hours',
    '168 characters',
    '167 characters',
  ],
  [
    'an unknown pattern',
    (c) => set(flow(c, 0), 'availability', { hours: 'weekends' }),
    'flows[0].availability.hours',
    'weekend',
  ],
  [
    'no hour at all',
    (c) => set(flow(c, 0), 'availability', { hours: '0'.repeat(168) }),
    'flows[0].availability.hours',
    'at least one',
  ],
  [
    'a day no calendar has',
    (c) => set(flow(c, 0), 'availability', { valid_from: '2023-02-30' }),
    'flows[0].availability.valid_from',
    'calendar date',
    '2023-02-30',
  ],
  [
    'an end before the start',
    (c) => set(flow(c, 0), 'availability', { valid_from: '2020-01-02', valid_to: '2020-01-01' }),
    'flows[0].availability.valid_to',
    '2020-01-01',
  ],
  [
    'a currency in words',
    (c) => set(flow(c, 0), 'price', { amount: 1, currency: 'euro', per: 'MWh' }),
    'flows[0].price.currency',
    'ISO 4217',
  ],
  [
    'a price per the wrong thing',
    (c) => set(flow(c, 0), 'price', { amount: 1, per: 't' }),
    'flows[0].price.per',
    '"t"',
  ],
  [
    'a smallest lot of another dimension',
    (c) => set(flow(c, 0), 'limits', { min_quantity: { amount: 1, unit: 't' } }),
    'flows[0].limits.min_quantity',
    '"t"',
  ],
  [
    'a distance below 0',
    (c) => set(flow(c, 0), 'limits', { max_distance_km: -2 }),
    'flows[0].limits.max_distance_km',
    '-2',
  ],
  ['a latitude beyond the pole', (c) => set(site(c, 0), 'latitude', 91), 'sites[0].latitude', '-90 to 90', '91'],
  ['one coordinate alone', (c) => set(site(c, 0), 'latitude', null), 'sites[0].latitude', 'both or neither'],
  ['a country in words', (c) => set(site(c, 0), 'country', 'Denmark'), 'sites[0].country', 'two capital letters'],
  [
    'a NACE code that is a number',
    (c) => set(c.organizations[0], 'nace', 19.2),
    'organizations[0].nace',
    'NACE',
    '19.2',
  ],
  [
    'a skill in capitals',
    (c) => set(flow(c, 0), 'skills', ['Welding']),
    'flows[0].skills[0]',
    'lower-case',
    '"Welding"',
  ],
  ['skills that are no list', (c) => set(flow(c, 0), 'skills', 'welding'), 'flows[0].skills', 'list', '"welding"'],
  [
    'a question that no paper answers',
    (c) => set(flow(c, 0), 'papers', { contract_or_maket: true }),
    'flows[0].papers.contract_or_maket',
    'a known field (contract_or_market',
    'Did you mean contract_or_market',
  ],
  [
    'a paper that says perhaps',
    (c) => set(flow(c, 0), 'papers', { sds_available: 'yes' }),
    'flows[0].papers.sds_available',
    'true, false or null',
    '"yes"',
  ],
  [
    'a skill twice',
    (c) => set(flow(c, 0), 'skills', ['atex', 'atex']),
    'flows[0].skills[1]',
    'each skill once',
    '"atex"',
  ],
  [
    'a paper of the other side',
    (c) => set(flow(c, 0), 'papers', { haccp: true }),
    'flows[0].papers.haccp',
    'on a demand',
    'one on a supply',
  ],
  [
    'a window that is reversed',
    (c) => set(flow(c, 0), 'quality', { temperature_c: { min: 85, max: 75 } }),
    'flows[0].quality.temperature_c.max',
    'at least the min (85 Cel)',
    '75',
  ],
  [
    'a life that ends before it begins',
    (c) => set(flow(c, 0), 'availability', { valid_from: '2024-02-01', valid_to: '2024-01-31' }),
    'flows[0].availability.valid_to',
    'not before valid_from (2024-02-01)',
    '2024-01-31',
  ],
  [
    'a year without a month',
    (c) => set(flow(c, 0), 'availability', { months: '000000000000' }),
    'flows[0].availability.months',
    'at least one month',
    'none marked',
  ],
  [
    'an optional figure that cannot be',
    (c) => set(flow(c, 0), 'quality', { return_temperature_c: { min: -300 } }),
    'flows[0].quality.return_temperature_c.min',
    'between -50 and 1200',
    '-300',
  ],
  [
    'a buyer of heat who is paid to buy it today',
    (c) => {
      set(flow(c, 0), 'direction', 'demand');
      set(flow(c, 0), 'disposal_cost', null);
      set(flow(c, 0), 'papers', null);
      set(flow(c, 0), 'price', { amount: -5, per: 'MWh' });
    },
    'flows[0].price.amount',
    '0 or more',
    '-5 EUR per MWh',
  ],
  ['factors by id', (c) => set(c, 'factors', { 'price.electricity': 1 }), 'factors', 'a list of factors', 'an object'],
  ['a factor without a source', (c) => set(factor(c), 'source', undefined), 'factors[0].source', 'where the figure'],
  ['a factor without a year', (c) => set(factor(c), 'year', null), 'factors[0].year', 'a year', 'null'],
  ['a factor that is no number', (c) => set(factor(c), 'mid', 'NaN'), 'factors[0].mid', 'a number', '"NaN"'],
  ['a middle below the low end', (c) => set(factor(c), 'mid', 90), 'factors[0].mid', 'at least the low (95)', '90'],
  [
    'a range that is reversed',
    (c) => set(factor(c), 'high', 80),
    'factors[0].high',
    'at least low and mid (110)',
    '80',
  ],
  [
    'a factor twice',
    (c) => set(c, 'factors', [factor(c), factor(c)]),
    'factors[1].id',
    '"price.electricity"',
    'factors[0]',
  ],
  ['an unknown field of a factor', (c) => set(factor(c), 'label', 'Power'), 'factors[0].label', 'a known field'],
  ['an empty id', (c) => set(flow(c, 0), 'id', ''), 'flows[0].id', '""'],
  ['a control character in an id', (c) => set(flow(c, 0), 'id', 'f\u00001'), 'flows[0].id', 'control characters'],
  ['half a surrogate pair', (c) => set(flow(c, 0), 'name', 'x\ud800'), 'flows[0].name', 'Unicode'],
  ['an id twice', (c) => set(flow(c, 1), 'id', 'f1'), 'flows[1].id', '"f1"', 'flows[0]'],
  ['an unknown site', (c) => set(flow(c, 0), 'site_id', 's11'), 'flows[0].site_id', '"s11"', '"s1"'],
  [
    'an unknown organization',
    (c) => set(site(c, 1), 'organization_id', 'nobody'),
    'sites[1].organization_id',
    '"nobody"',
  ],
];

describe('a city file that is wrong names the field, what was expected and what came', () => {
  test.each(mistakes)('%s', (_name, spoil, field, ...words) => {
    const city = exampleCity();
    spoil(city);
    const [first] = refusal(JSON.stringify(city)).problems;
    if (first === undefined) throw new Error('no problem');
    const line = problemLine(first);
    expect(line.startsWith(`${field}: expected `), line).toBe(true);
    for (const word of words) expect(line).toContain(word);
    expect(line).not.toContain('\n');
  });

  test('1e400 is beyond what a number can hold', () => {
    const text = JSON.stringify(exampleCity()).replace('"amount":500', '"amount":1e400');
    expect(problemLine(firstOf(text))).toContain(
      'flows[0].quantity.amount: expected a number from 0 to 1e15, got a number beyond',
    );
  });

  test('every mistake is told at once, in the order of the file', () => {
    const city = exampleCity();
    set(site(city, 0), 'latitude', 91);
    set(flow(city, 0), 'colour', 'red');
    set(flow(city, 1), 'type', 'heat.hot_watr');
    set(flow(city, 1), 'availability', { valid_from: '2020-01-02', valid_to: '2020-01-01' });
    const { problems, problemCount } = refusal(JSON.stringify(city));
    expect(problems.map(({ field }) => field)).toEqual([
      'sites[0].latitude',
      'flows[0].colour',
      'flows[1].type',
      'flows[1].availability.valid_to',
    ]);
    expect(problemCount).toBe(4);
  });

  test('a thousand problems are kept and the others counted', () => {
    const city = exampleCity();
    city.flows = Array.from({ length: 1500 }, (_, index) => ({
      ...flow(city, 2),
      id: `f${index}`,
      site_id: 'nowhere',
    }));
    const { problems, problemCount } = refusal(JSON.stringify(city));
    expect([problems.length, problemCount]).toEqual([1000, 1500]);
  });
});

function refusal(text: string): InvalidInput {
  try {
    readCity(text);
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
  throw new Error('The city was accepted');
}

function firstOf(text: string) {
  const [first] = refusal(text).problems;
  if (first === undefined) throw new Error('no problem');
  return first;
}

function flow(city: CityWire, index: number): CityWire['flows'][number] {
  const found = city.flows[index];
  if (found === undefined) throw new Error(`no flow ${index}`);
  return found;
}

function factor(city: CityWire) {
  const [first] = city.factors ?? [];
  if (first === undefined) throw new Error('no factor');
  return first;
}

function site(city: CityWire, index: number): CityWire['sites'][number] {
  const found = city.sites[index];
  if (found === undefined) throw new Error(`no site ${index}`);
  return found;
}

/** Past the types on purpose: these are the files that people really write. */
function set(record: object | undefined, field: string | number, value: unknown): void {
  Object.assign(record ?? {}, { [field]: value });
}

function rename(record: object, from: string, to: string): void {
  const fields = record as Record<string, unknown>;
  fields[to] = fields[from];
  delete fields[from];
}
