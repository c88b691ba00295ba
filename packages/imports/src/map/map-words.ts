// Direction, type and precision: closed lists that spreadsheets state in their own words.

import type { Direction } from '@crg/domain/flow';
import { didYouMean, listed, nearestSpellings } from '@crg/domain/nearest-spelling';
import type { Precision } from '@crg/domain/quantity';
import { isResourceType, resourceTypes, typesBegunBy } from '@crg/domain/taxonomy';
import { cellText, shownCell } from './cell-text.ts';
import { directionWords, keyOfWord, precisionWords, typeWords } from './everyday-words.ts';
import { columnOf, type FieldsInRow, type RowNotes, replacing, statedIn } from './row-notes.ts';

export function mapDirection(record: FieldsInRow, notes: RowNotes): Direction | null {
  const stated = statedIn(record, 'direction');
  const said = stated === null ? '' : cellText(stated.cell);
  const direction = keyOfWord(directionWords, said);
  if (direction !== undefined) return direction;
  const [near] = notes.near.find('direction', said, () => nearWords(said, directionWords));
  const meant = near === undefined ? undefined : keyOfWord(directionWords, near);
  notes.error({
    code: 'invalid_input',
    column: columnOf(record, 'direction'),
    expected: 'supply (the site gives it) or demand (the site needs it)',
    got: stated === null ? 'nothing' : shownCell(stated.raw),
    next: meant === undefined ? 'Write supply or demand.' : `Did you mean "${near}", that is ${meant}?`,
    fix: stated === null || meant === undefined ? null : replacing(stated, meant),
  });
  return null;
}

/** The nearest word of a closed list; none for nothing said. */
function nearWords(said: string, words: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return said === '' ? [] : nearestSpellings(said.slice(0, 60), Object.values(words).flat(), 1);
}

/** Id or label of the taxonomy, or an everyday word that can only mean one type. */
export function typeOfWord(said: string): string | undefined {
  if (isResourceType(said)) return said;
  const lower = said.trim().toLowerCase();
  return (
    resourceTypes.find(({ id, label }) => id === lower || label.toLowerCase() === lower)?.id ??
    keyOfWord(typeWords, lower)
  );
}

export function mapType(record: FieldsInRow, notes: RowNotes): string | null {
  const stated = statedIn(record, 'type');
  const said = stated === null ? '' : cellText(stated.cell);
  const type = said === '' ? undefined : typeOfWord(said);
  if (type !== undefined) return type;
  const begun = typesBegunBy(said);
  const near = begun.length > 0 ? begun : notes.near.find('type', said, () => nearTypes(said));
  const [first] = near;
  // Which of a whole family is meant, only a person can say.
  const meant = begun.length > 1 ? undefined : first;
  notes.error({
    code: 'unknown_resource_type',
    column: columnOf(record, 'type'),
    expected: 'a resource type of the taxonomy, such as heat.hot_water',
    got: stated === null ? 'nothing' : shownCell(stated.raw),
    next:
      first === undefined
        ? 'Choose one of the list in the template or of `crg taxonomy`.'
        : `Did you mean ${listed(near)}?`,
    fix: stated === null || meant === undefined ? null : replacing(stated, meant),
  });
  return null;
}

/** Types that share the beginning of a word, else those nearest in spelling. */
function nearTypes(said: string): readonly string[] {
  if (said === '' || said.length > 80) return [];
  const lower = said.toLowerCase();
  const words = [
    ...Object.entries(typeWords).flatMap(([id, known]) => known.map((word): [string, string] => [word, id])),
    ...resourceTypes.flatMap(
      ({ id, label }) =>
        [
          [id, id],
          [label.toLowerCase(), id],
        ] as [string, string][],
    ),
  ];
  const near = nearestSpellings(
    lower,
    words.map(([word]) => word),
    3,
  ).flatMap((word) => words.filter(([known]) => known === word).map(([, id]) => id));
  const holding = words
    .filter(([word]) => word.length > 3 && lower.includes(word))
    .sort((a, b) => b[0].length - a[0].length)
    .map(([, id]) => id);
  return [...new Set([...holding, ...near])].slice(0, 3);
}

/** Not stated: estimated, as everywhere else. */
export function mapPrecision(record: FieldsInRow, notes: RowNotes): Precision {
  const stated = statedIn(record, 'quantity.precision');
  if (stated === null) return 'estimated';
  const said = cellText(stated.cell);
  const precision = keyOfWord(precisionWords, said);
  if (precision !== undefined) return precision;
  const [near] = notes.near.find('precision', said, () => nearWords(said, precisionWords));
  const meant = near === undefined ? undefined : keyOfWord(precisionWords, near);
  notes.error({
    code: 'invalid_input',
    column: stated.column,
    expected: 'measured, estimated or archetype',
    got: shownCell(stated.raw),
    next: (near && didYouMean(said.slice(0, 60), [near])) || 'Write one of the three, or leave the cell empty.',
    fix: meant === undefined ? null : replacing(stated, meant),
  });
  return 'estimated';
}
