import { expect, test } from 'vitest';
import { naceClass } from '../src/nace.ts';
import { naceRev2Labels } from '../src/nace-rev2-table.ts';

test('the activities of Kalundborg are known', () => {
  for (const code of [
    '19.20',
    '20.13',
    '20.15',
    '20.59',
    '21.10',
    '23.51',
    '23.62',
    '35.11',
    '35.21',
    '35.30',
    '36.00',
    '37.00',
  ])
    expect(naceClass(code).title).not.toBe('');
  expect(naceClass('01.1').title).toBe('Growing of non-perennial crops');
});

test('a code that only Rev. 2 has is known by our label', () => {
  expect(naceClass('16.10')).toEqual({ code: '16.10', title: 'sawmills', rev2Label: 'sawmills', inRev21: false });
});

test('a number that changed its meaning says both', () => {
  const { title, rev2Label } = naceClass('38.32');
  expect(title).toMatch(/landfill/i);
  expect(rev2Label).toBe('recovery of sorted materials');
});

test('an unknown or misspelt code is refused with the way to write it', () => {
  expect(() => naceClass('3511')).toThrow('Write 35.11.');
  expect(() => naceClass('c')).toThrow('Write C.');
  expect(() => naceClass('35.99')).toThrow('Did you mean 35.40');
  expect(() => naceClass('')).toThrow('got nothing');
});

test('the table of Rev. 2 holds well-formed codes', () => {
  for (const [code, label] of naceRev2Labels) {
    expect(code).toMatch(/^\d{2}(\.\d{1,2})?$/);
    expect(label.length).toBeGreaterThan(3);
    expect(naceClass(code).rev2Label).toBe(label);
  }
});
