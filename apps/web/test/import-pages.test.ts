import type { Import, ImportFile, ImportProblem, Mapping } from '@crg/api-contract/import';
import { expect, test } from 'vitest';
import { decide, decideAll, fixFor, fixLabel, questionsOf } from '../src/features/import/decisions.ts';
import { fieldCatalogue } from '../src/features/import/field-catalogue.ts';
import { countsText, furthestStep, secondsLeft, stateWord, stepOf } from '../src/features/import/import-words.ts';
import {
  assignColumn,
  asTemplate,
  constantOf,
  emptyMapping,
  fieldsOfColumn,
  fieldsThatUnlock,
  isEditable,
  missingFields,
  setConstant,
  slugOf,
} from '../src/features/import/mapping-draft.ts';
import { markOf } from '../src/features/import/match-mark.tsx';

const catalogue = fieldCatalogue();

const danish: Mapping = {
  format: 'crg-mapping/1',
  name: 'flows',
  title: 'flows.csv',
  recognised_by: [],
  id_space: 'flows',
  organization: { name: { column: 'Virksomhed' } },
  site: { name: { first_of: [{ column: 'Adresse' }, { column: 'Virksomhed' }] } },
  flows: [
    {
      fields: {
        direction: { column: 'Retning', words: { afgiver: 'supply' } },
        'quantity.amount': { column: 'Mængde' },
        'quantity.unit': { value: 'MWh/a' },
        'quality.temperature_c.min': { column: 'Temp' },
        'quality.temperature_c.max': { column: 'Temp' },
      },
    },
  ],
};

const problem = (row: number, got: string, to: string | null, column = 'NACE'): ImportProblem => ({
  severity: 'error',
  code: 'unknown_code',
  file: 0,
  row,
  column,
  expected: 'a code with a dot',
  got: `"${got}"`,
  next: 'Write the dot.',
  fix: to === null ? null : { kind: 'replace', file: 0, column, from: got, to },
});

const anImport = (state: Import['state'], more: Partial<Import> = {}): Import => ({
  id: 'i',
  state,
  files: [],
  settings: { fixes: [], on_error: 'skip' },
  progress: { done: 0, total: null, text: '' },
  rows: 100,
  rejected: 0,
  warnings: 0,
  created: null,
  updated: null,
  unchanged: null,
  undone: null,
  error: null,
  created_at: '',
  changed_at: '',
  ...more,
});

test('a column says which fields it fills, and one temperature stands for both ends', () => {
  expect(fieldsOfColumn(danish, 'Virksomhed')).toEqual(['organization.name', 'site.name']);
  expect(fieldsOfColumn(danish, 'Temp')).toEqual(['flow.quality.temperature_c']);
  expect(fieldsOfColumn(danish, 'Kontakt')).toEqual([]);
});

test('choosing a field for a column takes the column out of all others and keeps what else the mapping says', () => {
  const changed = assignColumn(danish, 'Virksomhed', 'organization.id');
  expect(fieldsOfColumn(changed, 'Virksomhed')).toEqual(['organization.id']);
  expect(changed.site.name).toEqual({ column: 'Adresse' });
  const other = assignColumn(danish, 'Art', 'flow.direction');
  expect(other.flows[0]?.fields.direction).toEqual({ column: 'Art', words: { afgiver: 'supply' } });
  expect(fieldsOfColumn(assignColumn(danish, 'Temp', null), 'Temp')).toEqual([]);
  expect(fieldsOfColumn(danish, 'Temp')).toEqual(['flow.quality.temperature_c']);
});

test('a flow without direction and type says so; one value for every row fills them', () => {
  const missing = (mapping: Mapping) => missingFields(mapping, catalogue).map(({ id }) => id);
  expect(missing(danish)).toEqual(['flow.type']);
  expect(missing(setConstant(danish, 'flow.type', 'heat.hot_water'))).toEqual([]);
  expect(constantOf(danish, 'flow.quantity.unit')).toBe('MWh/a');
  expect(missing(emptyMapping('flows.csv'))).toEqual(['organization.name']);
});

test('a file without a place is told what a place would unlock', () => {
  const unlocked = fieldsThatUnlock(danish, catalogue);
  expect(unlocked.find(({ id }) => id === 'site.latitude')?.unlocks).toMatch(/without a place is not matched/);
  expect(unlocked.map(({ id }) => id)).not.toContain('flow.quality.temperature_c');
});

test('a mapping with several flows a row is not taken apart column by column', () => {
  expect(isEditable(danish)).toBe(true);
  expect(isEditable({ ...danish, flows: [...danish.flows, ...danish.flows] })).toBe(false);
});

test('a template is recognised by the columns it uses, under a plain name', () => {
  const template = asTemplate(danish, 'Kalundborg, årlige strømme', ['Virksomhed', 'Temp', 'Kontakt']);
  expect(template.recognised_by).toEqual(['Virksomhed', 'Temp']);
  expect(template.name).toBe('kalundborg-arlige-stromme');
  expect(slugOf('***')).toBe('table');
});

test('a guess is marked until somebody chooses', () => {
  const file: ImportFile = {
    name: 'flows.csv',
    size: 1,
    format: 'csv',
    facts: [],
    remarks: [],
    columns: [],
    mapping: danish,
    mapping_by: 'suggested',
    guessed: ['flow.direction'],
  };
  expect(markOf(file, danish, 'Retning')).toBe('guess');
  expect(markOf(file, danish, 'Mængde')).toBe('exact');
  expect(markOf(file, danish, 'Kontakt')).toBe('unused');
  expect(markOf(file, assignColumn(danish, 'Retning', 'flow.name'), 'Retning')).toBe('chosen');
  expect(markOf({ ...file, mapping_by: 'recognised' }, danish, 'Retning')).toBe('recognised');
});

test('twelve rows with the same mistake are one question, and one press mends all twelve', () => {
  const alike = Array.from({ length: 12 }, (_, index) => problem(10 + index, '2362', '23.62'));
  const questions = questionsOf([problem(3, '1', null), ...alike, problem(40, '1', null)]);
  expect(questions.map(({ rows }) => rows.length)).toEqual([1, 12, 1]);
  const fix = alike[0]?.fix;
  if (!fix) throw new Error('expected a suggestion');
  expect(fixLabel(fix, 12)).toBe('Use 23.62 in 12 rows');
  const pending = decide([], fix);
  expect(alike.every((one) => fixFor(one, pending) !== null)).toBe(true);
  expect(fixFor(problem(3, '1', null), pending)).toBeNull();
});

test('a second decision about the same cell replaces the first, and all suggestions never undo one', () => {
  const byHand = { kind: 'set', file: 0, row: 3, column: 'NACE', to: '10.11' } as const;
  expect(decide([byHand], { ...byHand, to: '10.12' })).toEqual([{ ...byHand, to: '10.12' }]);
  const all = decideAll([byHand], questionsOf([problem(3, '1011', '10.13'), problem(4, '2362', '23.62')]));
  expect(all).toHaveLength(2);
  expect(all[0]).toEqual(byHand);
});

test('a person meets the step where the import stands', () => {
  expect(stepOf(anImport('open'))).toBe('columns');
  expect(stepOf(anImport('checking'))).toBe('check');
  expect(furthestStep(anImport('checked'))).toBe('import');
  expect(furthestStep(anImport('checking'))).toBe('check');
  expect(stepOf(anImport('imported'))).toBe('import');
  expect(stateWord(anImport('checked', { rejected: 1 })).word).toBe('1 row needs a decision');
});

test('what came in is said in words, nothing included', () => {
  expect(countsText({ organizations: 3, sites: 1, flows: 12_000 })).toBe('3 organizations, 1 site and 12,000 flows');
  expect(countsText({ organizations: 0, sites: 0, flows: 0 })).toBe('nothing');
});

test('2,000 of 10,000 rows in 1 s leave 4 s; without an end nothing is promised', () => {
  const from = { at: 0, done: 0 };
  expect(secondsLeft(from, { at: 1_000, done: 2_000 }, 10_000)).toBe(4);
  expect(secondsLeft(from, { at: 1_000, done: 2_000 }, null)).toBeNull();
  expect(secondsLeft(from, { at: 100, done: 2_000 }, 10_000)).toBeNull();
});
