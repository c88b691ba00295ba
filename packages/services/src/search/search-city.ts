// Organizations, sites, flows and codes of one city, found by their words and ranked.
import type { City } from '@crg/domain/flow';
import { allEntries, type Entry } from './city-entries.ts';
import type { SearchHit } from './search-hit.ts';
import { TextIndexBuilder } from './text-index.ts';

/** Best first; ties: organizations, sites, flows, codes, then the shorter title, then title and id. */
export type CitySearch = (query: string, limit: number) => readonly SearchHit[];

/**
 * Reads every record of the city once.
 *
 * @param breathe called now and then while a large city is read, so that others get their turn
 */
export async function citySearch(city: City, breathe: () => Promise<void>): Promise<CitySearch> {
  const builder = new TextIndexBuilder();
  const entries: Entry[] = [];
  for (const entry of allEntries(city)) {
    builder.add(entry.texts());
    entries.push(entry);
    if (entries.length % entriesBetweenBreaths === 0) await breathe();
  }
  const index = builder.build();
  return (query, limit) => {
    const { documents, scores } = index.find(joinedWasteCode(query));
    return best(documents, scores, entries, limit).map(({ kind, id, title, shown }) => ({
      kind,
      id,
      title,
      ...shown(),
    }));
  };
}

const entriesBetweenBreaths = 4000;

/** `10 01 02*` as the list prints it is one code, not three words. */
function joinedWasteCode(query: string): string {
  return query.replace(/^\s*(\d{2})\s+(\d{2})\s+(\d{2})\s*\*?\s*$/, '$1$2$3');
}

/** The first `limit` in order, without sorting the rest: a short word fits half the city. */
function best(
  documents: readonly number[],
  scores: Float32Array,
  entries: readonly Entry[],
  limit: number,
): readonly Entry[] {
  const kept: { readonly entry: Entry; readonly score: number }[] = [];
  for (const document of documents) {
    const entry = entries[document];
    if (entry === undefined) continue;
    const score = scores[document] ?? 0;
    const isBefore = (other: (typeof kept)[number] | undefined) =>
      other === undefined || score > other.score || (score === other.score && compareEntries(entry, other.entry) < 0);
    if (kept.length === limit && !isBefore(kept.at(-1))) continue;
    let place = kept.length;
    while (place > 0 && isBefore(kept[place - 1])) place--;
    kept.splice(place, 0, { entry, score });
    if (kept.length > limit) kept.pop();
  }
  return kept.map(({ entry }) => entry);
}

const kindOrder = { organization: 0, site: 1, flow: 2, code: 3 } as const;

function compareEntries(a: Entry, b: Entry): number {
  if (a.kind !== b.kind) return kindOrder[a.kind] - kindOrder[b.kind];
  if (a.title.length !== b.title.length) return a.title.length - b.title.length;
  return compareText(a.title, b.title) || compareText(a.id, b.id);
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
