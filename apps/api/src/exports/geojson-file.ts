// GeoJSON (RFC 7946), one feature per line.
import type { Exported } from './exported.ts';

/** The text of the file, piece by piece. */
export async function* geoJsonFile<Item>(
  exported: Exported<Item>,
  pages: AsyncIterable<readonly Item[]>,
): AsyncGenerator<string> {
  // The head goes with the first page: before that page is read, nothing may look like an answer.
  let text = '{"type":"FeatureCollection","features":[';
  let between = '\n';
  for await (const page of pages) {
    for (const item of page) {
      text += between + JSON.stringify(feature(exported, item));
      between = ',\n';
    }
    yield text;
    text = '';
  }
  yield '\n]}\n';
}

/** Where something stands is its geometry, so it is no property besides; what has no place has none (RFC 7946 section 3.2). */
function feature<Item>({ columns, id, geometry }: Exported<Item>, item: Item) {
  const properties = columns
    .filter(({ name }) => !/(^|_)(longitude|latitude)$/.test(name))
    .map(({ name, value }) => [name, value(item)]);
  return { type: 'Feature', id: id(item), geometry: geometry(item), properties: Object.fromEntries(properties) };
}
