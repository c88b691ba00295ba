import type { Site } from '@crg/domain/flow';
import { describe, expect, test } from 'vitest';
import { mostAtOnePoint } from '../../src/check/near-sites.ts';
import { type CheckedRow, rowChecks } from '../../src/check/row-checks.ts';
import type { Cell } from '../../src/table.ts';
import { goodRow, mapOne } from '../map/row-reading.ts';

/** Rows of the template, numbered from 2, through one import's checks. */
function checkRows(rows: readonly Readonly<Record<string, Cell>>[], known: readonly Site[] = []) {
  const checks = rowChecks({ files: ['a.csv', 'b.csv'] });
  for (const site of known) checks.know(site);
  const checked = rows.map((row, index) => checks.check({ ...mapOne({ ...goodRow, ...row }), row: index + 2 }, 0));
  return { checked, late: checks.finish(), checks };
}

const problemsOf = (checked: readonly CheckedRow[]) => checked.flatMap(({ problems }) => problems);

describe('an id that comes again', () => {
  test('with the same content is fine, and the records are given once', () => {
    const { checked } = checkRows([{}, {}]);
    expect(problemsOf(checked)).toEqual([]);
    expect(
      checked.map(({ organizations, sites, flows }) => [organizations.length, sites.length, flows.length]),
    ).toEqual([
      [1, 1, 1],
      [0, 0, 0],
    ]);
  });

  test('with a second flow keeps the site once', () => {
    const { checked } = checkRows([{}, { Flow: 'Steam', Type: 'heat.steam' }]);
    expect(checked[1]).toMatchObject({ organizations: [], sites: [], flows: [{ type: 'heat.steam' }], problems: [] });
  });

  test('for a flow with other figures is an error that names the first row', () => {
    const { checked } = checkRows([{}, { Amount: 501 }]);
    expect(checked[1]).toEqual({
      organizations: [],
      sites: [],
      flows: [],
      problems: [
        {
          severity: 'error',
          code: 'duplicate_id',
          row: 3,
          column: 'Flow',
          expected: 'the flow flows:refinery.dk/main-works/supply-cooling-of-column-3 to be the same as in row 2',
          got: 'other figures',
          next: 'Give each of the two flows a name of its own, so that they can be told apart.',
          fix: null,
        },
      ],
    });
  });

  test('for a site somewhere else is an error, and the row leaves no trace', () => {
    const { checked } = checkRows([{}, { Latitude: 55.7, Flow: 'Other' }, { Flow: 'Other', Amount: 7 }]);
    expect(checked[1]?.problems).toMatchObject([
      {
        code: 'duplicate_id',
        column: 'Site',
        expected: 'the site flows:refinery.dk/main-works to be the same as in row 2',
        got: 'another place (55.7 north, 11.097 east)',
      },
    ]);
    expect(checked[2]).toMatchObject({ problems: [], flows: [{ quantity: { amount: 7 } }] });
  });

  test('for an organization that goes by its name gathers its activities', () => {
    const { checked } = checkRows([{}, { NACE: '35.11', Site: 'Power house', Latitude: 55.66, Flow: 'x' }]);
    expect(checked[1]?.organizations).toEqual([
      { id: 'flows:refinery.dk', name: 'Refinery', nace: ['19.20', '35.11'] },
    ]);
    expect(problemsOf(checked)).toEqual([]);
  });

  test('names that differ in a sign alone are two organizations, with ids that the next import makes again', () => {
    const idsOf = (names: readonly string[]) =>
      checkRows(names.map((Organization) => ({ Organization }))).checked.flatMap(({ organizations }) =>
        organizations.map(({ id, name }) => [name, id]),
      );
    const told = idsOf(['C', 'C++', 'C#', 'c']);
    expect(told.map(([name]) => name)).toEqual(['C', 'C++', 'C#']);
    expect(new Set(told.map(([, id]) => id)).size).toBe(3);
    expect(idsOf(['C#', 'C++'])).toEqual([told[2], told[1]]);
  });

  test('a name that ends like a country is not the shorter name in that country', () => {
    const { checked } = checkRows([{ Organization: 'Mill' }, { Organization: 'Mill DK', Country: null }]);
    expect(checked.flatMap(({ organizations }) => organizations.map(({ name }) => name))).toEqual(['Mill', 'Mill DK']);
  });

  test('for an organization with an id of its own and another name is an error', () => {
    const { checked } = checkRows([{ 'Organization id': '7' }, { 'Organization id': '7', Organization: 'Brewery' }]);
    expect(checked[1]?.problems).toMatchObject([
      {
        code: 'duplicate_id',
        column: 'Organization',
        got: 'the name "Brewery" after "Refinery"',
        next: 'Correct the row, or give the organization another id if it is another one.',
      },
    ]);
  });

  test('in another file names that file', () => {
    const { checks } = checkRows([{}]);
    const [problem] = checks.check({ ...mapOne({ ...goodRow, Amount: 1 }), row: 9 }, 1).problems;
    expect(problem?.expected).toMatch(/as in row 2 of a\.csv$/);
  });

  test('with an empty cell says nothing against the first row, and may add what that left out', () => {
    const { checked } = checkRows([{ Latitude: null, Longitude: null, NACE: null }, { Flow: 'x' }]);
    expect(problemsOf(checked)).toEqual([]);
    expect(checked[1]?.sites[0]?.point).toEqual({ latitude: 55.654, longitude: 11.097 });
    expect(checked[1]?.organizations[0]?.nace).toEqual(['19.20']);
  });
});

describe('two sites that may be one', () => {
  const beside = { Site: 'Main Works A/S', Latitude: 55.6545, 'Site id': 'b', Flow: 'x' };

  test('close together with similar names are both in, with a doubt that names the other', () => {
    const { checked } = checkRows([{ 'Site id': 'a' }, beside]);
    expect(checked[1]).toMatchObject({
      sites: [{ id: 'flows:b' }],
      problems: [
        {
          severity: 'warning',
          code: 'near_duplicate',
          row: 3,
          column: 'Site',
          expected: 'each site once',
          got: '"Main works" (row 2) 56 m away, names 100 % alike',
          fix: { kind: 'leave_out', row: 3 },
        },
      ],
    });
  });

  test('farther than 100 m apart, or of other names, are none', () => {
    expect(problemsOf(checkRows([{ 'Site id': 'a' }, { ...beside, Latitude: 55.656 }]).checked)).toEqual([]);
    expect(problemsOf(checkRows([{ 'Site id': 'a' }, { ...beside, Site: 'Tank farm' }]).checked)).toEqual([]);
  });

  test('are found in the city too, but a site is no double of itself', () => {
    const site: Site = {
      id: 'other:1',
      organizationId: 'o',
      name: 'Main works',
      point: { latitude: 55.654, longitude: 11.097 },
      country: 'DK',
      source: null,
    };
    expect(problemsOf(checkRows([{}], [site]).checked)).toMatchObject([
      { code: 'near_duplicate', got: '"Main works" (the city) 0 m away, names 100 % alike' },
    ]);
    expect(problemsOf(checkRows([{}], [{ ...site, id: 'flows:refinery.dk/main-works' }]).checked)).toEqual([]);
  });

  test('many at one default point are said once, and cost no more than few', () => {
    const rows = Array.from({ length: 3000 }, (_, index) => ({
      'Site id': `s${index}`,
      Site: `Firm ${index}`,
      Flow: `${index}`,
    }));
    const { checked } = checkRows(rows);
    const shared = problemsOf(checked).filter(({ code }) => code === 'shared_point');
    expect(shared).toMatchObject([
      { row: mostAtOnePoint + 2, got: `${mostAtOnePoint + 1} sites or more at exactly this point` },
    ]);
    // Only the first few were compared with each other at all.
    expect(problemsOf(checked).length).toBeLessThan(2 * mostAtOnePoint);
    expect(checked.flatMap(({ sites }) => sites)).toHaveLength(3000);
  });
});

describe('a place', () => {
  const at = (latitude: number, longitude: number, country: string | null) =>
    checkRows([{ Latitude: latitude, Longitude: longitude, Country: country }]).checked[0];

  test('in the sea far from land is doubted, not refused', () => {
    expect(at(56.5, 5, 'DK')).toMatchObject({
      sites: [{ point: { latitude: 56.5, longitude: 5 } }],
      problems: [
        {
          severity: 'warning',
          code: 'at_sea',
          column: 'Latitude',
          got: '56.5 north, 5 east, in the sea',
          next: 'Correct the coordinates, or leave them if the site stands in the sea.',
          fix: null,
        },
      ],
    });
  });

  test('in the sea because its coordinates are exchanged can be mended by one press', () => {
    expect(at(11.097, 55.654, 'DK')?.problems).toMatchObject([
      {
        code: 'at_sea',
        next: 'Exchange latitude and longitude: then the place fits.',
        fix: { kind: 'swap_coordinates', row: 2 },
      },
    ]);
  });

  test('in the wrong column in the whole file is said once for the file', () => {
    const rows = Array.from({ length: 12 }, (_, index) => ({
      'Site id': `s${index}`,
      Site: `Firm ${index}`,
      Flow: `${index}`,
      Latitude: 11.097 + index / 100,
      Longitude: 55.654,
    }));
    expect(checkRows(rows).late).toMatchObject([
      {
        file: 0,
        problem: {
          severity: 'warning',
          row: null,
          column: 'Latitude',
          got: '12 of 12 places that fit once latitude and longitude are exchanged',
          next: 'Exchange the two columns in the mapping.',
        },
      },
    ]);
    expect(checkRows(rows.slice(0, 9)).late).toEqual([]);
  });

  test('in another country than stated is doubted', () => {
    expect(at(52.5, 13.4, 'DK')?.problems).toMatchObject([
      {
        severity: 'warning',
        code: 'outside_country',
        expected: 'a place in DK',
        got: '52.5 north, 13.4 east, in or near Germany',
      },
    ]);
  });

  test.each([
    ['Kalundborg harbour', 55.675, 11.085, 'DK'],
    ['Réunion', -21.1, 55.5, 'FR'],
    ['Guadeloupe', 16.25, -61.55, 'FR'],
    ['Nouméa', -22.27, 166.45, 'FR'],
    ['Las Palmas', 28.1, -15.42, 'ES'],
    ['Madeira', 32.65, -16.9, 'PT'],
    ['Tórshavn', 62.01, -6.77, 'DK'],
    ['Mariehamn', 60.1, 19.94, 'FI'],
    ['a plant on the border at Flensburg', 54.84, 9.4, 'DK'],
    ['Tokyo, country not stated', 35.7, 139.7, null],
  ])('is fine: %s', (_, latitude, longitude, country) => {
    expect(at(latitude, longitude, country)?.problems).toEqual([]);
  });

  test('far from all the others of its town is doubted when all have been seen', () => {
    const rows = Array.from({ length: 9 }, (_, index) => ({
      'Site id': `s${index}`,
      Site: `Firm ${index}`,
      Flow: `${index}`,
      Latitude: 55.65 + index / 100,
      Country: null,
    }));
    const { late } = checkRows([
      ...rows,
      { 'Site id': 'far', Latitude: 57.05, Longitude: 9.92, Flow: 'x', Country: null },
    ]);
    expect(late).toMatchObject([
      {
        file: 0,
        problem: {
          severity: 'warning',
          code: 'far_away',
          row: 11,
          column: 'Latitude',
          expected: 'a place near the other sites, within 100 km of their middle',
          got: '57.05 north, 9.92 east, 167 km away',
          fix: null,
        },
      },
    ]);
  });
});
