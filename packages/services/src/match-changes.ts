// After an edit: matches only what it can have touched, and lays that over the result of the last run.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PairLists } from '@crg/domain/pair-columns';
import type { CityIndex } from '@crg/engine/city-index';
import { joined, listsOf } from '@crg/engine/pair-lists';
import type { PreparedFlow } from '@crg/engine/prepared-flow';
import { engineVersion } from '@crg/engine/version';
import type { GraphStore } from '@crg/stores/ports/graph-store';
import type { MatchStore } from '@crg/stores/ports/match-store';
import type { LivingCity } from './living-city.ts';
import type { MatchingOutcome } from './run-matching.ts';

/**
 * null when the whole city has to be matched: after a large import, when too much is touched, when the stored result is
 * of other rules or of another moment, or when it has been patched often enough.
 */
export async function matchChanges(
  {
    city,
    matches,
    graph,
  }: {
    city: Pick<LivingCity, 'takeTouched'>;
    matches: Pick<MatchStore, 'patch' | 'currentRun'>;
    graph: Pick<GraphStore, 'matchesChanged'>;
  },
  { k, signal }: { k: number; signal: AbortSignal },
): Promise<MatchingOutcome | null> {
  const run = await matches.currentRun();
  if (run === null || run.engine !== engineVersion || run.k !== k || run.patches >= mostPatches) return null;
  const taken = await city.takeTouched();
  if (taken === null || taken.from !== run.basedOn || taken.touched.size > mostSupplies) return null;
  const { records, reflects, from } = taken;
  const { present, gone } = taken.touched.supplies();
  const lists = await listsInTurns(records.index, present, { k, gone, signal });
  const change = { engine: engineVersion, k, from, basedOn: reflects, notices: records.index.notices() };
  if ((await matches.patch(change, lists)) === 'outdated') return null;
  await graph.matchesChanged();
  return { outcome: 'patched', reflects, supplies: present.length + gone.length };
}

/** Beyond that a thread of its own is the better place. */
const mostSupplies = 3000;
/** Each patch is read again on every start. */
const mostPatches = 200;
/** Some milliseconds of work, between which others have their turn. */
const suppliesAtATime = 10;

async function listsInTurns(
  index: CityIndex,
  supplies: readonly PreparedFlow[],
  { k, gone, signal }: { k: number; gone: readonly string[]; signal: AbortSignal },
): Promise<PairLists> {
  const parts = [listsOf(index, [], k, gone)];
  for (let start = 0; start < supplies.length; start += suppliesAtATime) {
    signal.throwIfAborted();
    parts.push(listsOf(index, supplies.slice(start, start + suppliesAtATime), k));
    await nextTurn();
  }
  return joined(parts);
}
