'use client';
// The columns of one file and what each one means: name, first value, field, unit, and how sure the match is.
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ChoiceSelect } from './choice-select.tsx';
import css from './columns-card.module.css';
import type { FieldCatalogue } from './field-catalogue.ts';
import { FieldSelect } from './field-select.tsx';
import type { ImportFile, Mapping } from './import-requests.ts';
import { counted } from './import-words.ts';
import { assignColumn, constantOf, fieldsOfColumn, isEditable, isFilled, setConstant } from './mapping-draft.ts';
import { MatchMark, markOf } from './match-mark.tsx';

interface Props {
  readonly file: ImportFile;
  readonly mapping: Mapping;
  readonly catalogue: FieldCatalogue;
  readonly disabled: boolean;
  change(mapping: Mapping): void;
  readonly children?: React.ReactNode;
}

const firstShown = 60;

export function ColumnsCard({ file, mapping, catalogue, disabled, change, children }: Props) {
  const [all, setAll] = useState(false);
  const used = file.columns.filter(({ name }) => fieldsOfColumn(mapping, name).length > 0).length;
  const shown = all ? file.columns : file.columns.slice(0, firstShown);
  return (
    <section className={`card ${css.card}`} aria-label={`Columns of ${file.name}`}>
      <header>
        <h2>Columns</h2>
        <span className="note">
          {used} of {file.columns.length} used
        </span>
        <span className={css.tools}>{children}</span>
      </header>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">In your file</th>
            <th scope="col">First value</th>
            <th>
              <span className="vh">becomes</span>
            </th>
            <th scope="col">Field</th>
            <th scope="col">Unit</th>
            <th scope="col">Match</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => (
            <ColumnRow
              key={column.name}
              column={column}
              file={file}
              mapping={mapping}
              catalogue={catalogue}
              disabled={disabled || !isEditable(mapping)}
              change={change}
            />
          ))}
        </tbody>
      </table>
      {shown.length < file.columns.length ? (
        <p className={css.more}>
          <Button className="btn s" onPress={() => setAll(true)}>
            Show all {counted(file.columns.length, 'column', 'columns')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

interface RowProps extends Omit<Props, 'children'> {
  readonly column: ImportFile['columns'][number];
}

function ColumnRow({ column, file, mapping, catalogue, disabled, change }: RowProps) {
  const fields = fieldsOfColumn(mapping, column.name);
  return (
    <tr data-unused={fields.length === 0 || undefined}>
      <th scope="row" className="mono">
        {column.name}
      </th>
      <td className={css.sample} title={column.samples.join(' · ')}>
        {column.samples[0] ?? <span className="dim">empty</span>}
      </td>
      <td className={css.arrow}>
        <ArrowRight size={14} aria-hidden />
      </td>
      <td>
        <FieldSelect
          label={`Field of ${column.name}`}
          fields={fields}
          mapping={mapping}
          catalogue={catalogue}
          disabled={disabled}
          choose={(field) => change(assignColumn(mapping, column.name, field))}
        />
      </td>
      <td>
        <UnitCell
          column={column}
          fields={fields}
          mapping={mapping}
          catalogue={catalogue}
          disabled={disabled}
          change={change}
        />
      </td>
      <td>
        <MatchMark mark={markOf(file, mapping, column.name)} />
      </td>
    </tr>
  );
}

/** A quantity's unit can be the same in every row; that of a quality is fixed by the vocabulary. */
function UnitCell({
  column,
  fields,
  mapping,
  catalogue,
  disabled,
  change,
}: Pick<RowProps, 'column' | 'mapping' | 'catalogue' | 'disabled' | 'change'> & { fields: readonly string[] }) {
  const amount = fields.find((field) => /^flow\.(quantity|limits\.min_quantity)\.amount$/.test(field));
  if (amount) {
    const unit = amount.replace(/amount$/, 'unit');
    const constant = constantOf(mapping, unit);
    if (constant === null && isFilled(mapping, unit)) return <span className="note">own column</span>;
    return (
      <ChoiceSelect
        label={`Unit of ${column.name}`}
        value={constant}
        choices={catalogue.choices[unit] ?? []}
        empty={column.unit ?? 'in the cells'}
        disabled={disabled}
        choose={(value) => change(setConstant(mapping, unit, value))}
      />
    );
  }
  const unit = catalogue.fields.find(({ id }) => id === fields[0])?.unit ?? column.unit;
  return unit ? <span className="mono">{unit}</span> : null;
}
