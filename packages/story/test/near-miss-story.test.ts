// A near miss in words: what is done, what it costs, who pays, and which verdict it turns.
import type { NearMiss } from '@crg/api-contract/near-miss';
import { changeKinds } from '@crg/domain/match';
import { changeLabel, nearMissStory, turnedRows } from '@crg/story/near-miss-story';
import { expect, test } from 'vitest';
import { exampleMatch } from './example-match.ts';

const { id, family, type, supply_id, demand_id, distance_km, supply, demand } = exampleMatch;
const verdicts = exampleMatch.verdicts.map((verdict) =>
  verdict.judge === 'permit'
    ? verdict
    : { ...verdict, result: verdict.judge === 'type' ? ('pass' as const) : ('fail' as const) },
);
const miss: NearMiss = {
  ...{ id, family, type, supply_id, demand_id, distance_km, supply, demand, verdicts },
  failed: ['distance', 'quality.temperature_c'],
  changes: [
    {
      kind: 'heat_pump',
      detail: 'lift 46 K',
      cost_eur_per_year: 90_000,
      judge: 'quality.temperature_c',
      paid_by: 'receiver',
    },
    { kind: 'distance', detail: 'a limit of 9 km', cost_eur_per_year: 0, judge: 'distance', paid_by: 'both' },
  ],
};

test('each change says its cost, who would pay, and the verdict that it turns', () => {
  const story = nearMissStory(miss);
  expect(story.changes.map(({ label, cost, paidBy, turns }) => [label, cost, paidBy, turns])).toEqual([
    ['A heat pump', '€90k', 'the receiver', 'Temperature'],
    ['A longer reach', 'nothing', 'both sides', 'Distance'],
  ]);
  expect(story.cost).toBe('€90k');
  expect(turnedRows(story).map(({ row, by }) => `${row.label} by ${by?.label}`)).toEqual([
    'Distance by A longer reach',
    'Temperature by A heat pump',
  ]);
});

test('without a change there is no cost', () => {
  const story = nearMissStory({ ...miss, changes: [] });
  expect([story.changes, story.cost]).toEqual([[], null]);
  expect(turnedRows(story).every(({ by }) => by === null)).toBe(true);
});

test('every kind of change has words of its own', () => {
  const labels = changeKinds.map(changeLabel);
  expect(new Set(labels).size).toBe(changeKinds.length);
  for (const label of labels) expect(label).toMatch(/^[A-Z][^_]+$/);
  expect(changeLabel('another_pipe')).toBe('Another pipe');
});
