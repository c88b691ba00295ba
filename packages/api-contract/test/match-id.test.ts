import { expect, test } from 'vitest';
import { chainId, matchId, pairOfMatchId, partsOfChainId } from '../src/match-id.ts';

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

test.each([
  ['f1', 'heat_pump_90', 'f9', 'f1~heat_pump_90~f9'],
  ['a~b', 'orc', 'c/d', 'a%7Eb~orc~c%2Fd'],
  ['Ærø', 'belt_dryer', '100 %', '%C3%86r%C3%B8~belt_dryer~100%20%25'],
])('the chain of %j through %j to %j is %s, and comes back from it', (supplyId, converterId, demandId, id) => {
  expect(chainId({ supplyId, converterId, demandId })).toBe(id);
  expect(partsOfChainId(id)).toEqual({ supplyId, converterId, demandId });
});

test.each(['', '~~', 'a~b', 'a~~c', 'a~b~', 'a~b~c~d', '%~b~c', 'a~b~%E0%A4'])('%j is the id of no chain', (id) => {
  expect(partsOfChainId(id)).toBeNull();
});
