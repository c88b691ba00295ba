import { describe, expect, test } from 'vitest';
import { gatherRows } from '../src/features/sankey/gather-rows.ts';
import { drawing, sankeyLayout } from '../src/features/sankey/sankey-layout.ts';
import { arc } from './arcs.ts';

const byCompany = { level: 'company', width: 'eur' } as const;

describe('rows of the Sankey', () => {
  test('gather the matches of one supplier, family and receiver, widest first, with their share', () => {
    const { rows, total } = gatherRows(
      [
        arc('dairy', 'town'),
        arc('dairy', 'town', { id: 'second', margin_eur_per_year: 500 }),
        arc('refinery', 'town', { margin_eur_per_year: 4500 }),
      ],
      byCompany,
    );
    expect(total).toBe(6000);
    expect(rows.map(({ supply, demand, amount, share }) => [supply, demand, amount, share])).toEqual([
      ['refinery', 'town', 4500, 0.75],
      ['dairy', 'town', 1500, 0.25],
    ]);
  });

  test('at the level of activities two manufacturers stay apart, as groups they are one', () => {
    const arcs = [arc('dairy', 'town'), arc('refinery', 'town')];
    const names = (level: 'activity' | 'group') =>
      gatherRows(arcs, { level, width: 'eur' }).rows.map((row) => row.supply);
    expect(names('activity')).toEqual(['Food', 'Refinery']);
    expect(names('group')).toEqual(['Manufacturing']);
  });

  test('a match that costs money has no width, is left out and counted', () => {
    const { rows, leftOut } = gatherRows(
      [arc('dairy', 'town'), arc('refinery', 'town', { margin_eur_per_year: -5 })],
      byCompany,
    );
    expect(rows).toHaveLength(1);
    expect(leftOut).toBe(1);
  });

  test('as wide as quantity, the unit of most matches is drawn and the others are counted', () => {
    const water = { family: 'water', common_quantity: { amount: 7, unit: 'm3/a' } } as const;
    const gathered = gatherRows([arc('dairy', 'town'), arc('refinery', 'town'), arc('town', 'dairy', water)], {
      level: 'company',
      width: 'unit',
    });
    expect(gathered).toMatchObject({ unit: 'MWh/a', total: 200, leftOut: 1 });
  });

  test('of a hundred suppliers the widest keep their names, the rest is one name that says how many', () => {
    const arcs = Array.from({ length: 100 }, (_, index) =>
      arc(`s${String(index).padStart(3, '0')}`, 'town', { margin_eur_per_year: 1000 - index }),
    );
    const { rows, total } = gatherRows(arcs, byCompany);
    expect(rows).toHaveLength(18);
    expect(rows.map(({ supply }) => supply)).toContain('83 others');
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
  });
});

describe('layout of the Sankey', () => {
  test('suppliers stand left, families in the middle, receivers right, as high as what passes through them', () => {
    const { rows } = gatherRows(
      [arc('dairy', 'town', { margin_eur_per_year: 3000 }), arc('refinery', 'town')],
      byCompany,
    );
    const { nodes, ribbons } = sankeyLayout(rows);
    const at = (id: string) => nodes.find((node) => node.id === id);
    const [dairy, refinery, town] = [at('supply dairy'), at('supply refinery'), at('demand town')];
    expect(dairy?.x).toBe(drawing.left);
    expect(town?.x).toBe(drawing.width - drawing.right - drawing.nodeWidth);
    expect((dairy?.height ?? 0) / (refinery?.height ?? 1)).toBeCloseTo(3);
    expect(town?.height).toBeCloseTo((dairy?.height ?? 0) + (refinery?.height ?? 0));
    expect(ribbons.map(({ paths }) => paths.length)).toEqual([2, 2]);
  });

  test('a company that gives and takes stands on both sides', () => {
    const { rows } = gatherRows([arc('dairy', 'town'), arc('town', 'dairy', { family: 'water' })], byCompany);
    expect(
      sankeyLayout(rows)
        .nodes.map(({ id }) => id)
        .sort(),
    ).toEqual(['demand dairy', 'demand town', 'family heat', 'family water', 'supply dairy', 'supply town']);
  });
});
