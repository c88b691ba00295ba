// A match in words: what the page and the sheet of paper both say.
import { matchStory, validityText } from '@crg/story/match-story';
import { expect, test } from 'vitest';
import { exampleMatch } from './example-match.ts';

test('a match says who gives what to whom, and marks every judge', () => {
  const { title, supply, demand, marks, verdicts } = matchStory(exampleMatch);
  expect(title).toBe('Heat from Example Dairy to Example Town');
  expect([supply.role, demand.role]).toEqual(['supply', 'demand']);
  expect(marks).toHaveLength(7);
  expect(verdicts.map(({ judge }) => judge)).toEqual(exampleMatch.verdicts.map(({ judge }) => judge));
});

test.each([
  [undefined, 'start and end not stated'],
  [{ valid_from: '1993-01-01' }, 'from 1993, end not stated'],
  [{ valid_from: '2026-03-02', valid_to: '2030-12-31' }, 'from 2026-03-02, until 2030'],
])('%j reads "%s"', (availability, text) => {
  expect(validityText(availability)).toBe(text);
});

test('every number of a match says how it was made, also where nothing is earned', () => {
  const nothing = { ...exampleMatch, margin_eur_per_year: 0, npv_eur: { low: -5, mid: 0, high: 5 } };
  for (const match of [exampleMatch, nothing]) {
    for (const [key, { name, value, formula, inputs, note }] of Object.entries(matchStory(match).made)) {
      const said = [
        name,
        value,
        formula,
        note,
        ...inputs.map((input) => `${input.label} ${input.value} ${input.note}`),
      ];
      expect(said.join('\n'), key).not.toMatch(/NaN|Infinity|undefined|null/);
    }
  }
  expect(matchStory(nothing).made.npv?.formula).toContain('€0 × present value factor = €0');
});
