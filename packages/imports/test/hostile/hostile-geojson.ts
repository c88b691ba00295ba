// Features that nest, lie or never end.
import { file, type HostileFile, megabyte, tooLarge, unreadable, utf16 } from './hostile-file.ts';

const point = '{"type":"Point","coordinates":[11,55]}';
const collection = (...features: string[]) => `{"type":"FeatureCollection","features":[${features.join(',')}]}`;
const feature = (properties: string, geometry = point) =>
  `{"type":"Feature","geometry":${geometry},"properties":${properties}}`;
const nested = (depth: number) =>
  `${'{"type":"GeometryCollection","geometries":['.repeat(depth)}${point}${']}'.repeat(depth)}`;

export const shapes: readonly HostileFile[] = [
  file(
    '50,000 collections inside each other',
    'deep.geojson',
    () => collection(feature('{}', nested(50_000))),
    unreadable('at most 200 objects and lists inside each other'),
  ),
  file(
    '100,000 collections inside each other',
    'deeper.geojson',
    () => collection(feature('{}', nested(100_000))),
    tooLarge('features of at most 4 MiB'),
  ),
  file(
    '10 million brackets',
    'brackets.geojson',
    () => `{"type":"FeatureCollection","features":[{"a":${'['.repeat(10 * megabyte)}`,
    tooLarge('features of at most 4 MiB, got more in feature 1'),
  ),
  file(
    '10 million brackets before the features',
    'before.geojson',
    () => `{"type":"FeatureCollection","a":${'['.repeat(10 * megabyte)}`,
    tooLarge('got more in the collection without its features'),
  ),
  file(
    'features that point at each other',
    'cyclic.geojson',
    () =>
      collection(
        feature('{"parent":{"$ref":"#/features/1"},"self":{"$ref":"#"}}'),
        feature('{"parent":{"$ref":"#/features/0"}}'),
      ),
    {
      columns: ['longitude', 'latitude', 'parent.$ref', 'self.$ref'],
      cells: [
        [11, 55, '#/features/1', '#'],
        [11, 55, '#/features/0', null],
      ],
    },
  ),
  file(
    'coordinates that are no JSON',
    'nan.geojson',
    () => collection(feature('{}', '{"type":"Point","coordinates":[NaN,55]}')),
    unreadable('a JSON value'),
  ),
  file(
    'coordinates beyond all bounds',
    'infinite.geojson',
    () => collection(feature('{"a":1}', '{"type":"Point","coordinates":[1e400,55]}')),
    {
      columns: ['longitude', 'latitude', 'a'],
      cells: [[null, null, 1]],
      problems: ['1 error invalid_input'],
    },
  ),
  file(
    'coordinates that are text',
    'text.geojson',
    () => collection(feature('{"a":1}', '{"type":"Point","coordinates":["11","55"]}'), feature('{"a":2}')),
    {
      columns: ['longitude', 'latitude', 'a'],
      cells: [
        [null, null, 1],
        [11, 55, 2],
      ],
      problems: ['1 error invalid_input'],
    },
  ),
  file(
    'geometries of the wrong shape',
    'shapes.geojson',
    () =>
      collection(
        ...[
          '{"type":"Polygon","coordinates":[11,55]}',
          '{"type":"Point","coordinates":[]}',
          '{"type":"Evil","coordinates":[1,2]}',
          '{"type":"MultiPolygon","coordinates":[[[[1]]]]}',
          '"here"',
        ].map((geometry) => feature('{"a":1}', geometry)),
      ),
    {
      columns: ['longitude', 'latitude', 'a'],
      cells: Array.from({ length: 5 }, () => [null, null, 1]),
      problems: ['1 error invalid_input', '3 error invalid_input', '4 error invalid_input', '5 error invalid_input'],
    },
  ),
  file(
    'a polygon with huge coordinates',
    'large.geojson',
    () =>
      collection(
        feature(
          '{"a":1}',
          '{"type":"Polygon","coordinates":[[[1e308,1e308],[-1e308,1e308],[-1e308,-1e308],[1e308,1e308]]]}',
        ),
      ),
    {
      columns: ['longitude', 'latitude', 'a'],
      cells: [[null, null, 1]],
      problems: ['1 error invalid_input'],
    },
  ),
  file(
    'a property written twice',
    'twice.geojson',
    () => collection(feature('{"a":1,"a":2}')),
    unreadable('each field once in an object'),
  ),
  file(
    'features written twice',
    'features.geojson',
    () => `{"type":"FeatureCollection","features":[],"features":[${feature('{}')}]}`,
    unreadable('each field once in an object'),
  ),
  file(
    'properties that JavaScript objects have by birth',
    'proto.geojson',
    () => collection(feature('{"__proto__":{"polluted":true},"constructor":{"prototype":1},"a":1}')),
    {
      columns: ['longitude', 'latitude', '__proto__.polluted', 'constructor.prototype', 'a'],
      cells: [[11, 55, true, 1, 1]],
    },
  ),
  file(
    'properties of every wrong kind',
    'properties.geojson',
    () => collection(feature('null'), feature('[1,2]'), feature('"x"'), feature('7')),
    {
      columns: ['longitude', 'latitude'],
      cells: Array.from({ length: 4 }, () => [11, 55]),
    },
  ),
  file(
    'properties beyond all bounds',
    'numbers.geojson',
    () => collection(feature('{"a":1e400,"b":-1e999,"c":123456789012345678901234567890}')),
    {
      columns: ['longitude', 'latitude', 'a', 'b', 'c'],
      cells: [[11, 55, null, null, '123456789012345678901234567890']],
      problems: ['1 warning unused_value', '1 warning unused_value'],
    },
  ),
  file(
    '1,000 properties that only invisible characters tell apart',
    'twins.geojson',
    () => collection(feature(`{${Array.from({ length: 1000 }, (_, at) => `"a${'\u200b'.repeat(at)}":1`).join()}}`)),
    {
      columns: ['longitude', 'latitude', 'a', ...Array.from({ length: 999 }, (_, at) => `a (${at + 2})`)],
      cells: [[11, 55, ...Array.from({ length: 1000 }, () => 1)]],
    },
  ),
  file(
    '2,001 different properties',
    'wide.geojson',
    () => collection(...Array.from({ length: 2001 }, (_, at) => feature(`{"p${at}":1}`))),
    tooLarge('at most 2,000 different properties'),
  ),
  file(
    'a feature of 5 MB',
    'fat.geojson',
    () => collection(feature(`{"a":"${'x'.repeat(5 * megabyte)}"}`)),
    tooLarge('features of at most 4 MiB'),
  ),
  file(
    'a property of 200,000 letters',
    'long.geojson',
    () => collection(feature(`{"a":"${'x'.repeat(200_000)}"}`)),
    tooLarge('200,000 in property "a" of feature 1'),
  ),
  file(
    'metres instead of degrees',
    'utm.geojson',
    () => `{"crs":{"type":"name","properties":{"name":"EPSG:25832"}},${collection(feature('{}')).slice(1)}`,
    unreadable('the reference system "EPSG:25832"'),
  ),
  file('a bare geometry', 'bare.geojson', () => point, unreadable('an object of the type "Point" without features')),
  file(
    'TopoJSON',
    'topo.json',
    () => '{"type":"Topology","objects":{},"arcs":[]}',
    unreadable('an object of the type "Topology" without features'),
  ),
  file(
    'a collection without a list',
    'null.geojson',
    () => '{"type":"FeatureCollection","features":null}',
    unreadable('without features'),
  ),
  file(
    'features that are none',
    'none.geojson',
    () => '{"type":"FeatureCollection","features":[1,2,3]}',
    unreadable('a feature in line 1 of the GeoJSON'),
  ),
  file(
    'a feature of another type',
    'site.geojson',
    () => collection('{"type":"Site"}'),
    unreadable('an object of the type "Feature" in line 1'),
  ),
  file(
    'a comma missing',
    'comma.geojson',
    () => `{"type":"FeatureCollection","features":[${feature('{}')}\n${feature('{}')}]}`,
    unreadable('a comma or ] in line 2 of the GeoJSON'),
  ),
  file(
    'a file that was cut off',
    'cut.geojson',
    () => collection(feature('{"a":1}'), feature('{"a":2}')).slice(0, -20),
    unreadable('the end of the file in line 1, after 1 features'),
  ),
  file(
    'something behind the end',
    'behind.geojson',
    () => `${collection(feature('{}'))}\n</html>`,
    unreadable('an object in line 2 of the GeoJSON'),
  ),
  file('GeoJSON in UTF-16', 'wide16.geojson', () => utf16(collection(feature('{"navn":"Ærø"}'))), {
    columns: ['longitude', 'latitude', 'navn'],
    cells: [[11, 55, 'Ærø']],
    facts: 'UTF-16',
  }),
  file(
    'control characters inside a text',
    'control.geojson',
    () => collection(feature('{"a":"x\u0001y"}')),
    unreadable('a text closed by a double quote'),
  ),
  file('lone surrogates as escapes', 'surrogate.geojson', () => collection(feature('{"a":"\\ud800"}')), {
    columns: ['longitude', 'latitude', 'a'],
    cells: [[11, 55, null]],
    problems: ['1 warning unused_value'],
  }),
  file('a NUL as an escape', 'nul.geojson', () => collection(feature('{"a":"x\\u0000y"}')), {
    columns: ['longitude', 'latitude', 'a'],
    cells: [[11, 55, null]],
    problems: ['1 warning unused_value'],
  }),
];
