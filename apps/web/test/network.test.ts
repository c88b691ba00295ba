import { describe, expect, test } from 'vitest';
import { gatherNetwork } from '../src/features/network/gather-network.ts';
import { networkPlaces } from '../src/features/network/network-layout.ts';
import { neighbourTowards } from '../src/features/network/walk-edges.ts';
import { arc } from './arcs.ts';

const arcs = [
  arc('dairy', 'town', { margin_eur_per_year: 3000 }),
  arc('dairy', 'town', { id: 'second', margin_eur_per_year: -200 }),
  arc('refinery', 'town'),
  arc('town', 'dairy', { family: 'water' }),
];

describe('the network', () => {
  test('has a node per site with what it could give and take, most valuable first', () => {
    expect(gatherNetwork(arcs).nodes.map(({ id, gives, takes, eurPerYear }) => [id, gives, takes, eurPerYear])).toEqual(
      [
        ['town', 1, 3, 5000],
        ['dairy', 2, 1, 4000],
        ['refinery', 1, 0, 1000],
      ],
    );
  });

  test('has one edge per pair of sites and family; a match that costs money adds nothing to it', () => {
    const { edges } = gatherNetwork(arcs);
    expect(
      edges.map(({ from, to, family, eurPerYear, matches }) => [from, to, family, eurPerYear, matches.length]),
    ).toEqual([
      ['dairy', 'town', 'heat', 3000, 2],
      ['refinery', 'town', 'heat', 1000, 1],
      ['town', 'dairy', 'water', 1000, 1],
    ]);
  });

  test('lies in the same places each time, whatever the order of the matches', () => {
    const places = [...networkPlaces(gatherNetwork(arcs)).at].sort();
    expect([...networkPlaces(gatherNetwork(arcs.toReversed())).at].sort()).toEqual(places);
    expect(places.flatMap(([, { x, y }]) => [x, y]).every(Number.isFinite)).toBe(true);
  });

  test('arrow keys follow the edge that points that way, and stay where none does', () => {
    const at = new Map([
      ['town', { x: 0, y: 0 }],
      ['dairy', { x: 10, y: 2 }],
      ['refinery', { x: -1, y: 10 }],
    ]);
    const network = gatherNetwork(arcs);
    expect(neighbourTowards(network, at, 'town', 'ArrowRight')).toBe('dairy');
    expect(neighbourTowards(network, at, 'town', 'ArrowDown')).toBe('refinery');
    expect(neighbourTowards(network, at, 'town', 'ArrowUp')).toBeNull();
    expect(neighbourTowards(network, at, 'refinery', 'ArrowRight')).toBeNull();
  });
});
