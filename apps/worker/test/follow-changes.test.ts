// The follower against small hand-made stores, at a pace of milliseconds.

import { engineVersion } from '@crg/engine/version';
import type { ChangePosition } from '@crg/stores/ports/change-log';
import type { RunSummary } from '@crg/stores/ports/match-store';
import { expect, test } from 'vitest';
import { followChanges, type Matched, type Pace } from '../src/follow-changes.ts';

const pace: Pace = { pollMilliseconds: 2, quietMilliseconds: 4, patienceMilliseconds: 40, retryMilliseconds: 5 };
const k = 20;

/** A city whose change log and last run are set by the test. */
function town({ latest, basedOn = null }: { latest: ChangePosition; basedOn?: ChangePosition | null }) {
  const state = { latest, basedOn, hasCity: true, engine: engineVersion, k };
  const run = (): RunSummary | null =>
    state.basedOn === null
      ? null
      : {
          engine: state.engine,
          k: state.k,
          basedOn: state.basedOn,
          storedAt: '',
          patches: 0,
          matches: 0,
          chains: 0,
          nearMisses: 0,
          notices: [],
        };
  const stores = {
    city: {
      metadata: async () =>
        state.hasCity ? { name: 'Town', year: 2024, currency: 'EUR', sources: [], factors: [] } : null,
    },
    changes: { latest: async () => state.latest },
    matches: { currentRun: async () => run() },
  };
  return { state, stores };
}

/** Follows until `enough` holds, then stops; answers the changes that were matched. */
async function follow(
  { state, stores }: ReturnType<typeof town>,
  {
    match,
    enough,
  }: { match?: (change: ChangePosition) => Promise<Matched>; enough: (matched: readonly ChangePosition[]) => boolean },
) {
  const matched: ChangePosition[] = [];
  const failures: object[] = [];
  const stop = new AbortController();
  const following = followChanges(stores, {
    match: async (change) => {
      matched.push(change);
      const outcome = (await match?.(change)) ?? 'done';
      if (outcome === 'done') Object.assign(state, { basedOn: change, engine: engineVersion, k });
      return outcome;
    },
    k,
    pace,
    log: { error: (details) => failures.push(details) },
    signal: stop.signal,
  });
  const deadline = performance.now() + 5000;
  while (!enough(matched) && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 2));
  expect(enough(matched)).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 30));
  stop.abort();
  await following;
  return { matched, failures };
}

test('a city that was never matched is matched once, and then left in peace', async () => {
  const { matched } = await follow(town({ latest: '7-1' }), { enough: ({ length }) => length > 0 });
  expect(matched).toEqual(['7-1']);
});

test('what changed while nobody looked is caught up with on start', async () => {
  const { matched } = await follow(town({ latest: '9-2', basedOn: '7-1' }), { enough: ({ length }) => length > 0 });
  expect(matched).toEqual(['9-2']);
});

test('a city that is up to date is not matched again', async () => {
  const { matched } = await follow(town({ latest: '7-1', basedOn: '7-1' }), { enough: () => true });
  expect(matched).toEqual([]);
});

test('a newer engine or another number of pairs matches the same city anew', async () => {
  for (const change of [{ engine: '0.0.1' }, { k: 5 }]) {
    const place = town({ latest: '7-1', basedOn: '7-1' });
    Object.assign(place.state, change);
    const { matched } = await follow(place, { enough: ({ length }) => length > 0 });
    expect(matched).toEqual(['7-1']);
  }
});

test('a burst of changes is matched once, when it is over', async () => {
  const place = town({ latest: '7-1' });
  let sequence = 1;
  const burst = setInterval(() => {
    if (sequence < 6) place.state.latest = `7-${++sequence}`;
  }, 2);
  const { matched } = await follow(place, { enough: () => place.state.basedOn === '7-6' });
  clearInterval(burst);
  expect(matched.length).toBeLessThanOrEqual(2);
});

test('without a city there is nothing to do', async () => {
  const place = town({ latest: '0-0' });
  place.state.hasCity = false;
  expect((await follow(place, { enough: () => true })).matched).toEqual([]);
});

test('a failure is logged and tried again', async () => {
  let attempts = 0;
  const { matched, failures } = await follow(town({ latest: '7-1' }), {
    match: async () => {
      if (++attempts < 3) throw new Error('no memory');
      return 'done';
    },
    enough: ({ length }) => length >= 3,
  });
  expect(matched).toHaveLength(3);
  expect(failures).toHaveLength(2);
});

test('a cancelled matching waits for the next change', async () => {
  const place = town({ latest: '7-1' });
  const { matched } = await follow(place, { match: async () => 'dropped', enough: ({ length }) => length > 0 });
  expect(matched).toEqual(['7-1']);
});
