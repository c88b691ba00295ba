'use client';
// Fields that no column fills: the same value in every row. Required ones are named first.
import { ChoiceSelect } from './choice-select.tsx';
import css from './columns-step.module.css';
import type { FieldCatalogue, FieldOption } from './field-catalogue.ts';
import type { Mapping } from './import-requests.ts';
import { constantOf, isFilled, missingFields, setConstant } from './mapping-draft.ts';

interface Props {
  readonly mapping: Mapping;
  readonly catalogue: FieldCatalogue;
  readonly disabled: boolean;
  change(mapping: Mapping): void;
}

/** Worth offering even when nothing needs them. */
const offered = ['flow.direction', 'flow.type', 'flow.quantity.precision', 'site.country', 'flow.price.currency'];

export function ConstantsCard({ mapping, catalogue, disabled, change }: Props) {
  const missing = new Set(missingFields(mapping, catalogue).map(({ id }) => id));
  const hasFlow = mapping.flows.length > 0;
  // The unit of a quantity that has a column stands beside that column.
  const beside = mapping.flows.some(({ fields }) => {
    const amount = fields['quantity.amount'];
    return amount !== undefined && 'column' in amount;
  });
  const shown = catalogue.fields.filter(
    ({ id }) =>
      (id !== 'flow.quantity.unit' || !beside) &&
      (missing.has(id) ||
        constantOf(mapping, id) !== null ||
        (offered.includes(id) && !isFilled(mapping, id) && (hasFlow || !id.startsWith('flow.')))),
  );
  if (shown.length === 0) return null;
  return (
    <section className={`card ${css.constants}`} aria-label="The same in every row">
      <h2>The same in every row</h2>
      <ul>
        {shown.map((field) => (
          <li key={field.id}>
            <span>
              {field.label}
              {missing.has(field.id) ? <b className={css.required}> required</b> : null}
            </span>
            <ConstantField
              field={field}
              mapping={mapping}
              catalogue={catalogue}
              disabled={disabled}
              choose={(value) => change(setConstant(mapping, field.id, value))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ConstantField({
  field,
  mapping,
  catalogue,
  disabled,
  choose,
}: Omit<Props, 'change'> & { field: FieldOption; choose(value: string | null): void }) {
  const choices = catalogue.choices[field.id];
  const value = constantOf(mapping, field.id);
  const label = `${field.label}, in every row`;
  if (choices) {
    return (
      <ChoiceSelect
        label={label}
        value={value}
        choices={choices}
        empty={field.required === 'no' ? 'Not stated' : 'Choose'}
        disabled={disabled}
        choose={choose}
      />
    );
  }
  return (
    <input
      aria-label={label}
      className={css.text}
      defaultValue={value ?? ''}
      disabled={disabled}
      placeholder="not stated"
      onBlur={({ currentTarget }) => {
        const next = currentTarget.value.trim() || null;
        if (next !== value) choose(next);
      }}
    />
  );
}
