import fc from 'fast-check';
import { expect, test } from 'vitest';
import { templateColumns } from '../../src/mappings/flows-template.ts';
import type { Fix, RowProblem } from '../../src/row-problem.ts';
import type { Cell } from '../../src/table.ts';
import { goodRow, mapGood } from './row-reading.ts';

const slips = [
  '1,2 mio',
  '12,5',
  '1.234',
  '1,234',
  '680',
  '-5',
  '500 kW',
  'ca. 7',
  '1e400',
  'MWh',
  't',
  'MHw/a',
  'kW',
  't/a',
  'm3/h',
  '2362',
  'C23.62',
  '1.13',
  '100106',
  '10 01 02*',
  '30309',
  'suply',
  'giver',
  'Denmrk',
  'UK',
  'heat.hotwater',
  'damp',
  'constructor',
  '__proto__',
  'toString',
  '\u0000',
  '\ud800',
  '  ',
  '=1+1',
  'x'.repeat(5000),
  ' '.repeat(5000),
  '1,'.repeat(3000),
  'nov-mar',
  '1-3',
  '31.02.2026',
  '03/04/2026',
  'mon-fri 06-22',
  '55°39\'14"N',
  'مصنع',
  '🏭',
];

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...slips) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => ({
        date: date.toISOString().slice(0, 10),
        serial: Math.floor(date.getTime() / 86_400_000) + 25_569,
      })),
  },
);

/** The good row with up to four cells of any kind in it. */
const spoilt = fc.dictionary(fc.constantFrom(...templateColumns.map(({ header }) => header)), cell, { maxKeys: 4 });

test('any row is in as a whole or out as a whole, and every problem says where, what and what next', () => {
  fc.assert(
    fc.property(spoilt, (changes) => {
      const { problems, organizations, sites, flows } = mapGood(changes);
      const columns = Object.keys({ ...goodRow, ...changes });
      if (problems.some(({ severity }) => severity === 'error'))
        expect([organizations, sites, flows]).toEqual([[], [], []]);
      else expect([organizations.length, sites.length]).toEqual([1, 1]);
      for (const { row, column, expected, got, next } of problems) {
        expect(row).toBe(2);
        expect(column === null || columns.includes(column)).toBe(true);
        for (const text of [expected, got, next]) expect(text).not.toBe('');
        expect(got.length).toBeLessThan(300);
        expect(next.length).toBeLessThan(600);
        expect(next).toMatch(/[.?!]$/);
      }
    }),
    { numRuns: 400 },
  );
});

test('every offered press takes its own problem away, and presses come to an end', () => {
  fc.assert(
    fc.property(spoilt, (changes) => {
      const fixes: Fix[] = [];
      for (let presses = 0; presses < 12; presses++) {
        const offered = mapGood(changes, { fixes }).problems.find(({ fix }) => fix !== null);
        if (offered === undefined) return;
        fixes.push(offered.fix as Fix);
        const after = mapGood(changes, { fixes }).problems;
        expect(after.filter((problem) => isSame(problem, offered))).toEqual([]);
      }
      throw new Error(`no end of corrections: ${JSON.stringify(fixes)}`);
    }),
    { numRuns: 400 },
  );
});

const isSame = (one: RowProblem, other: RowProblem): boolean =>
  one.code === other.code && one.column === other.column && one.got === other.got && one.expected === other.expected;
