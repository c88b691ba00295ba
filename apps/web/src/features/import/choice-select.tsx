'use client';
// One word out of a closed list.
import { ChevronsUpDown } from 'lucide-react';
import type { Choice } from './field-catalogue.ts';
import css from './select.module.css';

interface Props {
  readonly label: string;
  readonly value: string | null;
  readonly choices: readonly Choice[];
  /** Shown while nothing is chosen. */
  readonly empty: string;
  readonly disabled?: boolean;
  choose(value: string | null): void;
}

export function ChoiceSelect({ label, value, choices, empty, disabled = false, choose }: Props) {
  const listed = value === null || choices.some((choice) => choice.value === value);
  return (
    <span className={css.box} data-empty={value === null || undefined}>
      <select
        aria-label={label}
        value={value ?? ''}
        disabled={disabled}
        onChange={({ currentTarget }) => choose(currentTarget.value || null)}
      >
        <option value="">{empty}</option>
        {listed ? null : <option value={value}>{value}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronsUpDown size={13} strokeWidth={2} aria-hidden />
    </span>
  );
}
