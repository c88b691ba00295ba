// Who a row speaks of.

import type { OrganizationWire } from '@crg/city-format/schemas';
import { caught } from '@crg/domain/check-flow';
import { naceClass } from '@crg/domain/nace';
import { cellText, shownCell } from './cell-text.ts';
import { activityOfDate, isActivity, readActivities, respelledActivity } from './read-codes.ts';
import { columnOf, type FieldsInRow, type RowNotes, replacing, statedIn } from './row-notes.ts';
import { slug } from './slug.ts';

/**
 * The organization of a row, or null, with a note, when the row does not say who it is.
 *
 * Without an id of its own it goes by its name and country, so that one company in many rows is one organization; a name
 * that is only a stand-in (the plant's, the source id) makes no company, and the id of the site is taken instead.
 */
export function mapOrganization(
  record: FieldsInRow,
  { idSpace, country, siteId }: { idSpace: string; country: string | null; siteId: string | null },
  notes: RowNotes,
): OrganizationWire | null {
  const name = statedIn(record, 'name');
  const id = statedIn(record, 'id');
  if (name === null && id === null) {
    const column = columnOf(record, 'name') ?? columnOf(record, 'id');
    const next = 'Fill in who gives or takes the resource.';
    notes.error({ code: 'invalid_input', column, expected: 'the name of an organization', got: 'nothing', next });
    return null;
  }
  const isStandIn = name === null || name.choice > 0;
  const shown = name === null ? cellText((id as NonNullable<typeof id>).cell) : cellText(name.cell);
  if (isStandIn)
    warnOfStandIn(
      'an organization',
      shown,
      columnOf({ ...record, fields: firstChoice(record, 'name') }, 'name'),
      notes,
    );
  // No name holds a point once it is an id, so "Mill DK" without a country is not "Mill" in Denmark.
  const made = country === null ? slug(shown) : `${slug(shown)}.${country.toLowerCase()}`;
  const own = id === null ? (isStandIn ? siteId : null) : withSpace(idSpace, cellText(id.cell));
  return { id: own ?? withSpace(idSpace, made), name: shown, nace: activitiesOf(record, notes) };
}

/** An id of the file becomes one of the city; an id that names its space already stays as it is. */
export function withSpace(idSpace: string, id: string): string {
  return id.startsWith(`${idSpace}:`) ? id : `${idSpace}:${id}`;
}

/** Said once per row and column: two records may go by the same stand-in. */
export function warnOfStandIn(what: string, shown: string, column: string | null, notes: RowNotes): void {
  notes.warning({
    code: 'name_missing',
    column,
    expected: `the name of ${what}`,
    got: 'nothing',
    next: `It goes by "${shown.slice(0, 60)}" until somebody fills the name in.`,
  });
}

/** The expression a name was hoped from: the first of its alternatives. */
export function firstChoice({ fields }: FieldsInRow, field: string): FieldsInRow['fields'] {
  const expression = fields[field];
  const hoped = expression !== undefined && 'first_of' in expression ? expression.first_of[0] : expression;
  return hoped === undefined ? {} : { [field]: hoped };
}

function activitiesOf(record: FieldsInRow, notes: RowNotes): string[] | null {
  const stated = statedIn(record, 'nace');
  if (stated === null) return null;
  const dated = activityOfDate(stated.cell);
  const written = dated === null ? readActivities(stated.cell) : [];
  if (written.length === 0) {
    notes.error({
      code: 'unknown_code',
      column: stated.column,
      expected: 'a NACE code with dots, such as 35.11',
      got: shownCell(stated.raw),
      next:
        dated === null
          ? 'Write digits and dots, or leave the cell empty.'
          : `The spreadsheet took a code for a date: read it as ${dated}, and format the column as text.`,
      fix: dated === null ? null : replacing(stated, dated),
    });
    return null;
  }
  const wrong = written.filter((code) => !isActivity(code));
  if (wrong.length === 0) return [...new Set(written)];
  const respelled = written.map((code) => (isActivity(code) ? code : respelledActivity(code)));
  if (respelled.every((code) => code !== null)) {
    const to = respelled.join('|');
    notes.error({
      code: 'unknown_code',
      column: stated.column,
      expected: 'a NACE code with dots, such as 35.11',
      got: shownCell(stated.raw),
      next: `Read it as ${respelled.join(', ')}.`,
      fix: replacing(stated, to),
    });
    return null;
  }
  const [first = ''] = written.filter((code, at) => !isActivity(code) && respelled[at] === null);
  // The domain knows near codes and says so.
  const [next = 'Look the activity up in NACE, or leave the cell empty.'] = notes.near.find('nace', first, () =>
    caught('nace', () => naceClass(first)).flatMap((finding) => finding.next ?? []),
  );
  const expected = 'a NACE Rev. 2 or Rev. 2.1 code with dots, such as 35.11';
  notes.error({ code: 'unknown_code', column: stated.column, expected, got: shownCell(stated.raw), next });
  return null;
}
