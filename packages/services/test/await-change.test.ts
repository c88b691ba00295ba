import type { ChangePosition } from '@crg/stores/ports/change-log';
import { expect, test } from 'vitest';
import { awaitChange } from '../src/await-change.ts';

const runAt = (basedOn: ChangePosition) => ({
  engine: '1.0.0',
  k: 20,
  basedOn,
  storedAt: '',
  matches: 0,
  chains: 0,
  nearMisses: 0,
  notices: [],
});

test('waiting for a change ends when the matching has reached it, and after the patience otherwise', async () => {
  let slept = 0;
  const sleep = async (milliseconds: number) => {
    slept += milliseconds;
  };
  const matches = { currentRun: async () => (slept >= 200 ? runAt('7-3') : null) };
  const question = { milliseconds: 1000, sleep };
  expect(await awaitChange({ matches }, { ...question, change: '7-3' })).toBe(true);
  expect(slept).toBe(200);
  expect(await awaitChange({ matches }, { ...question, change: '7-4' })).toBe(false);
  expect(slept).toBe(1200);
});
