'use client';
// The three kinds of field the forms are made of, with label, hint and error in one place.
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { FieldError } from 'react-aria-components/FieldError';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { NumberField } from 'react-aria-components/NumberField';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import css from './fields.module.css';

interface Shared {
  readonly label: string;
  /** What stating it makes possible. */
  readonly unlocks?: string | undefined;
}

interface TextProps extends Shared {
  readonly value: string;
  readonly required?: boolean;
  readonly error?: ReactNode;
  change(value: string): void;
}

export function TextEntry({ label, unlocks, value, required = false, error, change }: TextProps) {
  return (
    <TextField
      className={css.field ?? ''}
      value={value}
      onChange={change}
      isRequired={required}
      isInvalid={error != null}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <Input />
      {unlocks ? <Text slot="description">{unlocks}</Text> : null}
      <FieldError>{error}</FieldError>
    </TextField>
  );
}

interface NumberProps extends Shared {
  /** NaN: not stated. */
  readonly value: number;
  readonly unit?: string | undefined;
  readonly range?: readonly [number, number];
  readonly required?: boolean;
  change(value: number): void;
}

const sixDigits = { maximumFractionDigits: 6 };

export function NumberEntry({ label, unlocks, value, unit, range, required = false, change }: NumberProps) {
  const wrong = range !== undefined && Number.isFinite(value) && (value < range[0] || value > range[1]);
  return (
    <NumberField
      className={css.field ?? ''}
      value={value}
      onChange={change}
      isRequired={required}
      isInvalid={wrong}
      formatOptions={sixDigits}
      validationBehavior="aria"
    >
      <Label>
        {label}
        {unit ? <span className="u">, {unit}</span> : null}
      </Label>
      <Group>
        <Input />
      </Group>
      {unlocks ? <Text slot="description">{unlocks}</Text> : null}
      <FieldError>
        {wrong
          ? `Expected ${range[0]} to ${range[1]}${unit ? ` ${unit}` : ''}, got ${value}. Correct it to save.`
          : null}
      </FieldError>
    </NumberField>
  );
}

interface ChoiceProps extends Shared {
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly disabled?: boolean;
  change(value: string): void;
}

export function ChoiceEntry({ label, unlocks, value, choices, disabled = false, change }: ChoiceProps) {
  return (
    <Select
      className={css.field ?? ''}
      value={value === '' ? null : value}
      onChange={(key) => change(String(key ?? ''))}
      isDisabled={disabled}
      placeholder="Choose"
    >
      <Label>{label}</Label>
      <Button className={css.choice ?? ''}>
        <SelectValue />
        <ChevronDown size={14} aria-hidden />
      </Button>
      {unlocks ? <Text slot="description">{unlocks}</Text> : null}
      <Popover className={`popover ${css.list}`}>
        <ListBox>
          {choices.map((choice) => (
            <ListBoxItem key={choice.value} id={choice.value} textValue={choice.label}>
              {choice.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
