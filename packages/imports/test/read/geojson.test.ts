import { describe, expect, test } from 'vitest';
import { readAll, refusalOf } from './read-all.ts';

const feature = (properties: unknown, geometry: unknown = { type: 'Point', coordinates: [11.1, 55.7] }, more = {}) => ({
  type: 'Feature',
  ...more,
  geometry,
  properties,
});
const collection = (features: unknown[], more = {}) => JSON.stringify({ type: 'FeatureCollection', ...more, features });

test('a feature is a row: its place, its id, its properties', async () => {
  const { table, rows } = await readAll(
    collection([
      feature({ name: 'Refinery', heat: 12.5, open: true }, undefined, { id: 'r1' }),
      feature({ name: 'Dairy', note: '' }, { type: 'Point', coordinates: [11, 55.5, 30] }, { id: 7 }),
    ]),
  );
  expect(table).toMatchObject({ format: 'geojson', sheet: null, units: null });
  expect(table.columns).toEqual(['longitude', 'latitude', 'id', 'name', 'heat', 'open', 'note']);
  expect(table.facts).toEqual(['UTF-8', '2 features']);
  expect(rows).toEqual([
    { row: 1, cells: [11.1, 55.7, 'r1', 'Refinery', 12.5, true, null] },
    { row: 2, cells: [11, 55.5, 7, 'Dairy', null, null, null] },
  ]);
});

test('objects in properties become columns one level down, everything deeper is JSON text', async () => {
  const { table, cells } = await readAll(
    collection([
      feature({ address: { city: 'Kalundborg', geo: { zone: 3 } }, tags: ['a', 1], 'address.city': 'other' }),
    ]),
  );
  expect(table.columns).toEqual(['longitude', 'latitude', 'address.city', 'address.geo', 'tags', 'address.city (2)']);
  expect(cells[0]?.slice(2)).toEqual(['Kalundborg', '{"zone":3}', '["a",1]', 'other']);
});

test('properties called like the place or the id keep apart from them', async () => {
  const { table, cells } = await readAll(
    collection([feature({ id: 'own', longitude: 1 }, undefined, { id: 'of the feature' })]),
  );
  expect(table.columns).toEqual(['longitude', 'latitude', 'feature id', 'id', 'longitude (2)']);
  expect(cells).toEqual([[11.1, 55.7, 'of the feature', 'own', 1]]);
  expect(table.remarks).toEqual(['The property "longitude" is called "longitude (2)" here.']);
});

test('one feature per line is read too, with or without record separators', async () => {
  const lines = [feature({ name: 'A' }), feature({ name: 'B' })].map((each) => JSON.stringify(each));
  for (const text of [lines.join('\n'), lines.map((line) => `\u001e${line}\n`).join('')]) {
    const { table, cells } = await readAll(text);
    expect(table.format).toBe('geojson');
    expect(cells.map((row) => row[2])).toEqual(['A', 'B']);
  }
});

test('members may stand in any order, and text may look like brackets', async () => {
  const text = `{"features": [${JSON.stringify(feature({ name: '}]{["\\' }))}], "name": "features", "type": "FeatureCollection"}`;
  const { cells } = await readAll(text);
  expect(cells).toEqual([[11.1, 55.7, '}]{["\\']]);
});

test('whole numbers too long for a number keep their digits as text', async () => {
  const text = collection([feature({ osm: 1, share: 0.1234567890123456 })]).replace(
    '"osm":1',
    '"osm":9007199254740993',
  );
  const { cells } = await readAll(text);
  expect(cells[0]?.slice(2)).toEqual(['9007199254740993', 0.1234567890123456]);
});

describe('a point stands for every other shape', () => {
  const square = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
    [0, 0],
  ];
  const away = [
    [10, 10],
    [11, 10],
    [11, 11],
    [10, 11],
    [10, 10],
  ];
  const horseshoe = [
    [0, 0],
    [10, 0],
    [10, 10],
    [8, 10],
    [8, 2],
    [2, 2],
    [2, 10],
    [0, 10],
    [0, 0],
  ];
  const hole = [
    [1, 1],
    [3, 1],
    [3, 3],
    [1, 3],
    [1, 1],
  ];
  test.each([
    ['the centre of a square', { type: 'Polygon', coordinates: [square] }, [2, 2]],
    ['a place beside the hole', { type: 'Polygon', coordinates: [square, hole] }, [0.5, 2]],
    ['a place on the horseshoe, not between its arms', { type: 'Polygon', coordinates: [horseshoe] }, [1, 5]],
    ['the centre of the largest part', { type: 'MultiPolygon', coordinates: [[away], [square]] }, [2, 2]],
    [
      'the middle vertex of a line',
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [1, 1],
          [5, 5],
        ],
      },
      [1, 1],
    ],
    [
      'the middle of the longest line',
      {
        type: 'MultiLineString',
        coordinates: [
          [[9, 9]],
          [
            [0, 0],
            [1, 1],
            [5, 5],
          ],
        ],
      },
      [1, 1],
    ],
    [
      'the first of several points',
      {
        type: 'MultiPoint',
        coordinates: [
          [3, 4],
          [5, 6],
        ],
      },
      [3, 4],
    ],
    [
      'the first member of a collection that has a place',
      {
        type: 'GeometryCollection',
        geometries: [
          { type: 'MultiPoint', coordinates: [] },
          { type: 'Point', coordinates: [7, 8] },
        ],
      },
      [7, 8],
    ],
  ])('%s', async (_, geometry, place) => {
    const { table, cells } = await readAll(collection([feature({}, geometry)]));
    expect(cells).toEqual([place]);
    expect(table.remarks).toEqual([`A point stands for the ${geometry.type} in row 1.`]);
  });

  test('a feature without a geometry has no place', async () => {
    const { rows } = await readAll(collection([feature({ name: 'x' }, null)]));
    expect(rows).toEqual([{ row: 1, cells: [null, null, 'x'] }]);
  });
});

test.each([
  [
    'another reference system',
    { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::25832' } } },
    'EPSG::25832',
  ],
  ['a reference system behind a link', { crs: { type: 'link', properties: { href: 'http://example.com' } } }, 'link'],
])('%s is refused', async (_, more, got) => {
  const refusal = await refusalOf(collection([feature({})], more));
  expect(refusal.code).toBe('unreadable_file');
  expect(refusal.message).toContain('expected longitudes and latitudes in WGS 84 (EPSG:4326)');
  expect(refusal.message).toContain(got);
});

test.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4326'])(
  '%s is WGS 84',
  async (name) => {
    const { rows } = await readAll(collection([feature({})], { crs: { type: 'name', properties: { name } } }));
    expect(rows).toHaveLength(1);
  },
);
