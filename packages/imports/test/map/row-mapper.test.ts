import { always, hourPatterns } from '@crg/domain/availability';
import { describe, expect, test } from 'vitest';
import type { Fix, RowProblem } from '../../src/row-problem.ts';
import type { Cell } from '../../src/table.ts';
import { goodRowWithout, mapGood, mapOne } from './row-reading.ts';

/** The only problem of a row, without the row number that is 2 in each. */
function problemOf(changes: Readonly<Record<string, Cell>>): Omit<RowProblem, 'row'> {
  const { problems, organizations, sites, flows } = mapGood(changes);
  expect(problems).toHaveLength(1);
  const [{ row, ...problem }] = problems as [RowProblem];
  expect(row).toBe(2);
  if (problem.severity === 'error') expect([organizations, sites, flows]).toEqual([[], [], []]);
  return problem;
}

/** The row after its one press. */
function mended(changes: Readonly<Record<string, Cell>>): ReturnType<typeof mapGood> {
  const { fix } = problemOf(changes);
  const after = mapGood(changes, { fixes: [fix as Fix] });
  expect(after.problems).toEqual([]);
  return after;
}

describe('a good row', () => {
  test('becomes an organization, its site and its flow, with ids made from their names', () => {
    expect(mapGood({})).toMatchObject({
      problems: [],
      organizations: [{ id: 'flows:refinery.dk', name: 'Refinery', nace: ['19.20'] }],
      sites: [
        {
          id: 'flows:refinery.dk/main-works',
          organizationId: 'flows:refinery.dk',
          name: 'Main works',
          point: { latitude: 55.654, longitude: 11.097 },
          country: 'DK',
        },
      ],
      flows: [
        {
          id: 'flows:refinery.dk/main-works/supply-cooling-of-column-3',
          siteId: 'flows:refinery.dk/main-works',
          direction: 'supply',
          type: 'heat.hot_water',
          quantity: { amount: 500, unit: 'kW', precision: 'estimated' },
          availability: always,
          quality: {},
        },
      ],
    });
  });

  test('may speak Danish or German and name the country and the type in words', () => {
    const { flows, sites, problems } = mapGood({
      Country: 'Danmark',
      Direction: 'Modtager',
      Type: 'Procesdamp',
      Amount: '1.200,5',
      Unit: 'MWh pr. år',
      Precision: 'skønnet',
      Hours: 'Mon-Fri 06-22',
      Months: 'Okt-Apr',
      'Valid from': '31.12.2025',
      'Valid to': 2030,
    });
    expect(problems).toEqual([]);
    expect(sites[0]?.country).toBe('DK');
    expect(flows[0]).toMatchObject({
      direction: 'demand',
      type: 'heat.steam',
      quantity: { amount: 1200.5, unit: 'MWh/a', precision: 'estimated' },
    });
    expect(flows[0]?.availability).toEqual({
      hours: hourPatterns.weekdays_06_22,
      months: [true, true, true, true, false, false, false, false, false, true, true, true],
      validFrom: '2025-12-31',
      validTo: '2030-12-31',
    });
  });

  test('may have names as long as names can be', () => {
    const long = (letter: string) => `${letter} `.repeat(250);
    const { problems, flows } = mapGood({ Organization: long('a'), Site: long('b'), Flow: long('c') });
    const other = mapGood({ Organization: long('a'), Site: long('b'), Flow: `${long('c').trim()}d` }).flows[0];
    expect(problems).toEqual([]);
    expect(flows[0]?.id.length).toBeLessThanOrEqual(200);
    expect(other?.id).not.toBe(flows[0]?.id);
  });

  test('may do without a flow: then it is a site', () => {
    const site = goodRowWithout('Direction', 'Type', 'Flow', 'Amount', 'Unit');
    expect(mapOne({ ...site, Direction: null, Type: null, Amount: null, Unit: 'kW' })).toMatchObject({
      problems: [],
      sites: [{ name: 'Main works' }],
      flows: [],
    });
  });

  test('takes the unit from the header, the units row or the cell of the amount, where no column states it', () => {
    const rest = goodRowWithout('Unit', 'Amount');
    const byHeader = mapOne(
      { ...rest, Amount: null, 'Mængde [GWh/a]': 1.5 },
      { mapping: amountFrom('Mængde [GWh/a]') },
    );
    expect(byHeader.flows[0]?.quantity).toMatchObject({ amount: 1.5, unit: 'GWh/a' });
    const units = [...Object.keys(rest).map(() => null), 't/Jahr'];
    const byRow = mapOne({ ...rest, Type: 'material.slag', Menge: 12 }, { mapping: amountFrom('Menge'), units });
    expect(byRow.flows[0]?.quantity).toMatchObject({ amount: 12, unit: 't/a' });
    expect(mapOne({ ...rest, Amount: '500 kW' }).flows[0]?.quantity).toMatchObject({ amount: 500, unit: 'kW' });
  });

  test('takes quality figures in other units, and a price with its unit in the header', () => {
    const { flows, problems } = mapGood(
      { 'Temp [K]': 353.15, 'Pris (kr/MWh)': null, 'Preis in EUR/MWh': 12 },
      {
        mapping: {
          ...amountFrom('Amount'),
          flows: [
            {
              fields: {
                ...amountFrom('Amount').flows[0]?.fields,
                'quality.temperature_c.min': { column: 'Temp [K]' },
                'price.amount': { column: 'Preis in EUR/MWh' },
              },
            },
          ],
        },
      },
    );
    expect(problems).toEqual([]);
    expect(flows[0]?.quality).toEqual({ temperature_c: { min: 80, max: null } });
    expect(flows[0]?.price).toEqual({ amount: 12, currency: 'EUR', per: 'MWh' });
  });
});

describe('a row with a slip says what, where and how to mend it, and one press mends it:', () => {
  test('a unit nobody knows', () => {
    expect(problemOf({ Unit: 'MHw/a' })).toEqual({
      severity: 'error',
      code: 'unknown_unit',
      column: 'Unit',
      expected: 'a unit of energy such as kW, MW, kWh/a or MWh/a',
      got: '"MHw/a"',
      next: 'Did you mean MWh/a, MW or MWh/h?',
      fix: { kind: 'replace', column: 'Unit', from: 'MHw/a', to: 'MWh/a' },
    });
  });

  test('an amount without a time', () => {
    expect(problemOf({ Unit: 'MWh' })).toEqual({
      severity: 'error',
      code: 'wrong_dimension',
      column: 'Unit',
      expected: 'a unit of energy such as kW, MW, kWh/a or MWh/a',
      got: '"MWh"',
      next: 'Say per what time: MWh/a for a yearly amount, MWh/h or MWh/d for a rate.',
      fix: { kind: 'replace', column: 'Unit', from: 'MWh', to: 'MWh/a' },
    });
    expect(mended({ Unit: 'MWh' }).flows[0]?.quantity.unit).toBe('MWh/a');
  });

  test('tonnes of heat', () => {
    expect(problemOf({ Unit: 't/a' })).toMatchObject({
      code: 'wrong_dimension',
      column: 'Unit',
      expected: 'a unit of energy such as kW, MW, kWh/a or MWh/a',
      got: '"t/a"',
    });
  });

  test('1,2 mio', () => {
    expect(problemOf({ Amount: '1,2 mio' })).toEqual({
      severity: 'error',
      code: 'invalid_input',
      column: 'Amount',
      expected: 'an amount as a number',
      got: '"1,2 mio"',
      next: 'Read it as 1200000, or write the number in digits alone.',
      fix: { kind: 'replace', column: 'Amount', from: '1,2 mio', to: '1200000' },
    });
    expect(mended({ Amount: '1,2 mio' }).flows[0]?.quantity.amount).toBe(1_200_000);
  });

  test('1,234, which may be one and a bit or more than a thousand', () => {
    expect(problemOf({ Amount: '1,234' })).toMatchObject({
      column: 'Amount',
      next: 'It can be read as 1.234 or 1234: write it without the sign for thousands.',
      fix: null,
    });
    expect(mapGood({ Amount: '1,234' }, { mark: ',' }).flows[0]?.quantity.amount).toBe(1.234);
    expect(mapGood({ Amount: '1,234' }, { mark: '.' }).flows[0]?.quantity.amount).toBe(1234);
    expect(mapGood({ Amount: '1.234' }, { mark: ',' }).flows[0]?.quantity.amount).toBe(1234);
  });

  test('a number that the spreadsheet took for a date', () => {
    expect(problemOf({ Amount: { date: '2024-03-01', serial: 45352 } })).toEqual({
      severity: 'error',
      code: 'invalid_input',
      column: 'Amount',
      expected: 'an amount as a number',
      got: 'the date 2024-03-01',
      next: 'The spreadsheet took a number for a date: read it as 1.3 if that was typed (or as 3.24), and format the column as numbers.',
      fix: { kind: 'replace', column: 'Amount', from: '2024-03-01', to: '1.3' },
    });
    expect(mended({ Amount: { date: '2024-03-01', serial: 45352 } }).flows[0]?.quantity.amount).toBe(1.3);
  });

  test('latitude 95', () => {
    expect(problemOf({ Latitude: 95, Longitude: 111 })).toEqual({
      severity: 'error',
      code: 'out_of_range',
      column: 'Latitude',
      expected: 'a latitude between -90 and 90 degrees (WGS-84)',
      got: '95',
      next: 'Correct the number, or leave both cells empty when the place is not known.',
      fix: null,
    });
  });

  test('latitude and longitude exchanged, where that shows', () => {
    expect(problemOf({ Latitude: 139.7, Longitude: 35.7 })).toEqual({
      severity: 'error',
      code: 'out_of_range',
      column: 'Latitude',
      expected: 'a latitude between -90 and 90 degrees (WGS-84)',
      got: '139.7',
      next: 'Exchange latitude and longitude: the place is then 35.7 north, 139.7 east.',
      fix: { kind: 'swap_coordinates', row: 2 },
    });
    expect(mended({ Latitude: 139.7, Longitude: 35.7 }).sites[0]?.point).toEqual({ latitude: 35.7, longitude: 139.7 });
  });

  test('0/0', () => {
    expect(problemOf({ Latitude: 0, Longitude: 0 })).toEqual({
      severity: 'error',
      code: 'out_of_range',
      column: 'Latitude',
      expected: 'a place on land',
      got: '0 / 0, a point in the Atlantic that stands for "not known" in many registers',
      next: 'Leave both cells empty when the place is not known.',
      fix: { kind: 'set', row: 2, column: 'Latitude', to: '' },
    });
    expect(mended({ Latitude: 0, Longitude: 0 }).sites[0]?.point).toBeNull();
  });

  test('metres of a projection', () => {
    expect(problemOf({ Latitude: 6_170_000, Longitude: 634_000 })).toMatchObject({
      column: 'Latitude',
      next: 'These look like projected metres (UTM, say): convert them to degrees first.',
    });
  });

  test('one coordinate alone', () => {
    expect(problemOf({ Longitude: null })).toMatchObject({
      column: 'Longitude',
      expected: 'latitude and longitude, both or neither',
    });
  });

  test('a waste code of no list', () => {
    expect(problemOf({ Type: 'material.fly_ash', Unit: 't/a', EWC: '10 01 02; 10 01 98*' })).toMatchObject({
      code: 'unknown_code',
    });
    expect(problemOf({ Type: 'material.fly_ash', Unit: 't/a', EWC: '100106' })).toEqual({
      severity: 'error',
      code: 'unknown_code',
      column: 'EWC',
      expected: 'six digits of the European List of Waste, such as 100102',
      got: '"100106"',
      next: 'Did you mean 100105 (gypsum from flue-gas cleaning (solid)), 100107 (gypsum from flue-gas cleaning (sludge)) or 100104 (oil firing ash and boiler dust)?',
      fix: { kind: 'replace', column: 'EWC', from: '100106', to: '100105' },
    });
  });

  test('a waste code that lost its leading zero', () => {
    const changes = { Type: 'material.lime', Unit: 't/a', EWC: 30309 };
    expect(problemOf(changes)).toMatchObject({
      column: 'EWC',
      got: '30309',
      fix: { kind: 'replace', column: 'EWC', from: '30309', to: '030309' },
    });
    expect(mended(changes).flows[0]?.codes.ewc).toEqual(['030309']);
  });

  test.each([
    ['2362', '23.62'],
    ['C23.62', '23.62'],
    ['1.13', '01.13'],
  ])('the activity %s instead of %s', (written, code) => {
    expect(problemOf({ NACE: written })).toEqual({
      severity: 'error',
      code: 'unknown_code',
      column: 'NACE',
      expected: 'a NACE code with dots, such as 35.11',
      got: `"${written}"`,
      next: `Read it as ${code}.`,
      fix: { kind: 'replace', column: 'NACE', from: written, to: code },
    });
    expect(mended({ NACE: written }).organizations[0]?.nace).toEqual([code]);
  });

  test('an activity of no list', () => {
    expect(problemOf({ NACE: '23.79' })).toMatchObject({
      code: 'unknown_code',
      column: 'NACE',
      got: '"23.79"',
      next: expect.stringMatching(/^Did you mean 23\.7/),
    });
  });

  test('water of 680 °C', () => {
    const changes = { Type: 'water.process', Unit: 'm3/h', 'Temperature min (°C)': 680 };
    expect(problemOf(changes)).toEqual({
      severity: 'error',
      code: 'out_of_range',
      column: 'Temperature min (°C)',
      expected: 'temperature between -5 and 200 °C, what is physically possible',
      got: '680',
      next: 'Read it as 68.0, or correct the figure.',
      fix: { kind: 'replace', column: 'Temperature min (°C)', from: '680', to: '68.0' },
    });
    expect(mended(changes).flows[0]?.quality).toEqual({ temperature_c: { min: 68, max: null } });
  });

  test('kelvin under a header that says °C', () => {
    expect(problemOf({ Type: 'water.process', Unit: 'm3/h', 'Temperature min (°C)': 353.15 })).toMatchObject({
      next: 'Read it as 80, or correct the figure.',
    });
  });

  test('a temperature of ash', () => {
    const changes = { Type: 'material.fly_ash', Unit: 't/a', 'Temperature min (°C)': 80 };
    expect(problemOf(changes)).toEqual({
      severity: 'error',
      code: 'invalid_input',
      column: 'Temperature min (°C)',
      expected:
        'for material.fly_ash only loss on ignition (unburnt carbon), moisture, silicon dioxide, calcium oxide, ' +
        'sulphate as so3, alkalis as na2o, free lime, residue on the 45 µm sieve or chloride',
      got: '80',
      next: 'Empty the cell, or choose the resource type that has this figure.',
      fix: { kind: 'set', row: 2, column: 'Temperature min (°C)', to: '' },
    });
    mended(changes);
  });

  test('min above max', () => {
    expect(problemOf({ 'Temperature min (°C)': 90, 'Temperature max (°C)': 80 })).toMatchObject({
      column: 'Temperature max (°C)',
      expected: 'a max of at least the min (90 Cel)',
      next: 'Swap min and max.',
    });
  });

  test('a direction nobody knows', () => {
    expect(problemOf({ Direction: 'suply' })).toEqual({
      severity: 'error',
      code: 'invalid_input',
      column: 'Direction',
      expected: 'supply (the site gives it) or demand (the site needs it)',
      got: '"suply"',
      next: 'Did you mean "supply", that is supply?',
      fix: { kind: 'replace', column: 'Direction', from: 'suply', to: 'supply' },
    });
    mended({ Direction: 'suply' });
  });

  test('a type that is nearly one', () => {
    expect(problemOf({ Type: 'heat.hotwater' })).toMatchObject({
      code: 'unknown_resource_type',
      column: 'Type',
      next: expect.stringContaining('Did you mean heat.hot_water'),
      fix: { kind: 'replace', column: 'Type', from: 'heat.hotwater', to: 'heat.hot_water' },
    });
  });

  test('a family alone, which says too little: its types are named, and a person chooses', () => {
    expect(problemOf({ Type: 'Heat' })).toMatchObject({
      code: 'unknown_resource_type',
      next: 'Did you mean heat.hot_water, heat.low_grade, heat.flue_gas or heat.steam?',
      fix: null,
    });
  });

  test('a type that is like none', () => {
    expect(problemOf({ Type: 'xyzzy' })).toMatchObject({
      code: 'unknown_resource_type',
      next: 'Choose one of the list in the template or of `crg taxonomy`.',
      fix: null,
    });
  });

  test('a country nobody knows', () => {
    expect(problemOf({ Country: 'Denmrk' })).toEqual({
      severity: 'error',
      code: 'unknown_code',
      column: 'Country',
      expected: 'a country: two letters of ISO 3166-1 or its name',
      got: '"Denmrk"',
      next: 'Did you mean Denmark (DK)?',
      fix: { kind: 'replace', column: 'Country', from: 'Denmrk', to: 'DK' },
    });
  });

  test('a country code that nobody has, which is near to no name', () => {
    expect(problemOf({ Country: 'XX' })).toMatchObject({ got: '"XX"', next: 'Write DK for Denmark, say.', fix: null });
  });

  test('months that lost their leading zeros', () => {
    expect(problemOf({ Months: 111111000 })).toMatchObject({
      column: 'Months',
      next: 'The spreadsheet dropped leading zeros: read it as 000111111000.',
      fix: { kind: 'replace', column: 'Months', from: '111111000', to: '000111111000' },
    });
    mended({ Months: 111111000 });
  });

  test('hours nobody can read', () => {
    expect(problemOf({ Hours: 'sometimes' })).toMatchObject({
      column: 'Hours',
      got: '"sometimes"',
      next: 'Choose a pattern, write days and whole hours, or leave the cell empty for always.',
    });
  });

  test('a day that may be a month', () => {
    expect(problemOf({ 'Valid from': '03/04/2026' })).toMatchObject({
      column: 'Valid from',
      next: 'It can be read as 2026-04-03 or 2026-03-04: write the one that is meant.',
    });
  });

  test('a negative amount', () => {
    expect(problemOf({ Amount: -5 })).toMatchObject({ column: 'Amount', got: '-5' });
  });

  test('nobody named', () => {
    expect(problemOf({ Organization: null })).toMatchObject({
      column: 'Organization',
      expected: 'the name of an organization',
      next: 'Fill in who gives or takes the resource.',
    });
  });

  test('a flow without an amount', () => {
    expect(problemOf({ Amount: null })).toMatchObject({ column: 'Amount', expected: 'an amount', got: 'nothing' });
  });

  test('an amount without any unit', () => {
    expect(problemOf({ Unit: null })).toMatchObject({ code: 'unknown_unit', column: 'Unit', got: 'nothing' });
  });

  test('two units that disagree', () => {
    expect(problemOf({ Amount: '500 MW' })).toMatchObject({
      column: 'Amount',
      expected: 'an amount in kW',
      got: 'one in MW',
    });
  });

  test('a name longer than any name, or with a NUL byte', () => {
    expect(problemOf({ Site: 'x'.repeat(501) })).toMatchObject({
      column: 'Site',
      expected: 'a text of at most 500 characters',
    });
    expect(problemOf({ Flow: 'a\u0000b' })).toMatchObject({ column: 'Flow' });
  });

  test('steam below the boiling point is a warning, and the row is in', () => {
    const { problems, flows } = mapGood({
      Type: 'heat.steam',
      'Temperature min (°C)': 90,
      'Temperature max (°C)': 90,
      'Pressure (absolute) min (bar)': 10,
    });
    expect(problems).toMatchObject([{ severity: 'warning', code: 'odd_combination' }]);
    expect(flows).toHaveLength(1);
  });

  test('what the reader saw wrong in the row keeps it out and is said first', () => {
    const ofReader: RowProblem = {
      severity: 'error',
      code: 'unreadable_file',
      row: 2,
      column: null,
      expected: '11 cells',
      got: '13',
      next: 'Put the cell into quotes.',
      fix: null,
    };
    const { problems, sites } = mapGood({ Unit: 'MWh' }, { problems: [ofReader] });
    expect(problems[0]).toEqual(ofReader);
    expect(problems).toHaveLength(2);
    expect(sites).toEqual([]);
  });

  test('several slips are told in one go', () => {
    const { problems } = mapGood({ Unit: 'kv', Country: 'XX', Direction: 'x', NACE: '2362' });
    expect(problems.map(({ column }) => column)).toEqual(['Country', 'NACE', 'Direction', 'Unit']);
  });
});

describe('corrections', () => {
  test('replace every cell that reads alike, and no other', () => {
    const fixes: readonly Fix[] = [{ kind: 'replace', column: 'Unit', from: 'MWh', to: 'MWh/a' }];
    expect(mapGood({ Unit: ' MWh ' }, { fixes }).flows[0]?.quantity.unit).toBe('MWh/a');
    expect(mapGood({ Unit: 'GWh/a' }, { fixes }).flows[0]?.quantity.unit).toBe('GWh/a');
  });

  test('leave a row out', () => {
    expect(mapGood({}, { fixes: [{ kind: 'leave_out', row: 2 }] })).toMatchObject({
      leftOut: true,
      sites: [],
      problems: [],
    });
    expect(mapGood({}, { fixes: [{ kind: 'leave_out', row: 3 }] }).leftOut).toBe(false);
  });

  test('of a column that is not there change nothing', () => {
    expect(mapGood({}, { fixes: [{ kind: 'set', row: 2, column: 'Nowhere', to: 'x' }] }).problems).toEqual([]);
  });
});

/** The template's mapping with the amount, and nothing else about the unit, from another column. */
function amountFrom(column: string) {
  return {
    format: 'crg-mapping/1' as const,
    name: 'test',
    title: 'Test',
    recognised_by: [],
    id_space: 'test',
    organization: { name: { column: 'Organization' } },
    site: { name: { column: 'Site' }, country: { column: 'Country' } },
    flows: [
      {
        fields: {
          direction: { column: 'Direction' },
          type: { column: 'Type' },
          name: { column: 'Flow' },
          'quantity.amount': { column },
          ...(column === 'Amount' ? { 'quantity.unit': { column: 'Unit' } } : {}),
        },
      },
    ],
  };
}
