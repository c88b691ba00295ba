import { expect, test } from 'vitest';
import { matchId, pairOfMatchId } from '../src/match-id.ts';

test('the id of a match is its two flows, readable where they are plain', () => {
  expect(matchId('f1', 'f9')).toBe('f1~f9');
  expect(pairOfMatchId('f1~f9')).toEqual({ supplyId: 'f1', demandId: 'f9' });
});

test.each([
  ['a~b', 'c'],
  ['a/b', 'c d'],
  ['100 %', '~'],
  ['Ærø', '\u{1f33f}'],
])('the pair %j and %j comes back from its id', (supplyId, demandId) => {
  const id = matchId(supplyId, demandId);
  expect(id.split('~')).toHaveLength(2);
  expect(pairOfMatchId(id)).toEqual({ supplyId, demandId });
});

test.each(['', '~', 'a', 'a~', '~b', 'a~b~c', '%~b', 'a~%E0%A4'])('%j is the id of no pair', (id) => {
  expect(pairOfMatchId(id)).toBeNull();
});
