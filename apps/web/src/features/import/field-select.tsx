'use client';
// What a column means: one native list in groups, as quick by keyboard and on a phone as the system makes it.
import { ChevronsUpDown } from 'lucide-react';
import { type FieldCatalogue, fieldGroups } from './field-catalogue.ts';
import type { Mapping } from './import-requests.ts';
import { isFilled } from './mapping-draft.ts';
import css from './select.module.css';

interface Props {
  readonly label: string;
  /** Fields that read the column now. */
  readonly fields: readonly string[];
  readonly mapping: Mapping;
  readonly catalogue: FieldCatalogue;
  readonly disabled: boolean;
  choose(field: string | null): void;
}

const several = ' several';

export function FieldSelect({ label, fields, mapping, catalogue, disabled, choose }: Props) {
  const value = fields.length > 1 ? several : (fields[0] ?? '');
  const chosen = catalogue.fields.find(({ id }) => id === value);
  const labels = fields.map((field) => catalogue.fields.find(({ id }) => id === field)?.label ?? field);
  return (
    <span className={css.box} data-empty={value === '' || undefined}>
      <select
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={({ currentTarget }) => choose(currentTarget.value || null)}
      >
        <option value="">{value === '' ? 'Choose a field' : 'Not used'}</option>
        {fields.length > 1 ? <option value={several}>{labels.join(', ')}</option> : null}
        {chosen || value === several || value === '' ? null : <option value={value}>{value}</option>}
        {fieldGroups.map((group) => (
          <optgroup key={group} label={group}>
            {catalogue.fields
              .filter((field) => field.group === group)
              .map(({ id, label: name, required }) => (
                <option key={id} value={id}>
                  {name}
                  {required === 'no' ? '' : ' · required'}
                  {id !== value && isFilled(mapping, id) ? ' · taken' : ''}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <ChevronsUpDown size={13} strokeWidth={2} aria-hidden />
    </span>
  );
}
